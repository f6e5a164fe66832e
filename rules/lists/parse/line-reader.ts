// From lines to hosts, with the count of what was taken and the place of what was wrong.
import { asciiText } from './ascii-host.ts';
import { hostOf } from './host-name.ts';
import { type Line, startOfList } from './line.ts';
import { createLineSplitter } from './lines.ts';
import { type QuickLine, quickLine } from './quick-line.ts';
import { readLine } from './read-line.ts';
import type {
  ListFailure,
  ListFailureKind,
  ListFormat,
  ListLimits,
  ListSummary,
} from './result.ts';
import { createTally } from './tally.ts';

/** `rank` is that of a list of best-known sites (1 is visited most), else null. */
export type OnHost = (host: string, rank: number | null) => void;

export type LineReader = {
  read(chunk: Uint8Array): ListFailure | null;
  end(): ListFailure | null;
  /** Bytes before the first line that are no part of it. */
  leaveOut(count: number): void;
  fault(kind: ListFailureKind, byte: number, detail?: string): ListFailure;
  summary(bytes: number): ListSummary;
};

type Place = { line: number; byte: number };

export function createLineReader(limits: ListLimits, onHost: OnHost): LineReader {
  const place: Place = { line: 1, byte: 0 };
  const entries = createEntryReader(limits, onHost, place);
  const fault = (kind: ListFailureKind, byte: number, detail = ''): ListFailure => ({
    kind,
    line: place.line,
    byte,
    detail,
  });
  let failure: ListFailure | null = null;
  const splitter = createLineSplitter(limits.longestLine, (bytes, start, end) => {
    const found = entries.read(bytes, start, end);
    if (found !== null) {
      failure = fault(found.kind, place.byte, found.detail);
      if (found.place !== null) failure = { ...failure, ...found.place };
      return false;
    }
    place.line += 1;
    place.byte += end - start + 1;
    return true;
  });
  return {
    fault,
    leaveOut(count) {
      place.byte += count;
    },
    read(chunk) {
      const isTooLong = splitter.write(chunk) === 'long-line';
      return isTooLong ? fault('long-line', place.byte, String(limits.longestLine)) : failure;
    },
    end() {
      splitter.end();
      const found = failure === null ? entries.end() : null;
      return found === null ? failure : { ...fault(found.kind, 0), ...found.place };
    },
    summary: (bytes) => entries.summary({ bytes, lines: place.line - 1 }),
  };
}

type Fault = { kind: ListFailureKind; detail: string; place: Place | null };

function createEntryReader(limits: ListLimits, onHost: OnHost, place: Readonly<Place>) {
  const tally = createTally();
  const context = startOfList();
  const decoder = new TextDecoder();
  const quick: QuickLine = { host: '', format: 'plain' };
  let previous = '';
  const take = (host: string, format: ListFormat, rank: number | null): void => {
    const isRepeated = host === previous;
    tally.take(format, isRepeated);
    if (isRepeated || tally.hosts() > limits.mostHosts) return;
    previous = host;
    onHost(host, rank);
  };
  const takeLine = (found: Line): void => {
    if (found.kind === 'skipped') tally.skip();
    if (found.kind === 'refused') tally.refuse(found.reason, { ...place });
    if (found.kind !== 'names') return;
    for (const name of found.names) {
      const host = hostOf(name);
      if (host.ok) take(host.value, found.format, found.rank);
      else tally.refuse(host.failure, { ...place });
    }
  };
  const fault = (hasEnded: boolean): Fault | null => {
    const found = tally.fault(hasEnded);
    return found === null ? null : { ...found, detail: '' };
  };
  return {
    read(bytes: Uint8Array, start: number, end: number): Fault | null {
      if (!context.isInRecord && quickLine(bytes, { start, end }, context, quick)) {
        take(quick.host, quick.format, null);
      } else {
        const text = asciiText(bytes, start, end) ?? decoder.decode(bytes.subarray(start, end));
        const isMarkup = context.isAtStart && text.trimStart().startsWith('<');
        if (isMarkup) return { kind: 'html', detail: '', place: null };
        takeLine(readLine(text, context));
      }
      if (tally.hosts() <= limits.mostHosts) return fault(false);
      return { kind: 'too-many-hosts', detail: String(limits.mostHosts), place: null };
    },
    end: () => fault(true),
    summary: (sums: { bytes: number; lines: number }) => tally.summary(sums),
  };
}
