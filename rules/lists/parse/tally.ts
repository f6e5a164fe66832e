// Counts what a list gave and what it did not, and says whether that is still a list.
import {
  type ListFailureKind,
  type ListFormat,
  type ListSummary,
  listFormats,
  type RefusedReason,
} from './result.ts';

/** So much nonsense, and most of it nonsense: nobody needs to see the rest. */
const enoughNonsense = 10_000;

type Place = { readonly line: number; readonly byte: number };
export type Tally = {
  take(format: ListFormat, isRepeated: boolean): void;
  skip(): void;
  refuse(reason: RefusedReason, place: Place): void;
  readonly hosts: () => number;
  /** The kind of failure these counts are, if the list ended here or has shown enough. */
  fault(hasEnded: boolean): { readonly kind: ListFailureKind; readonly place: Place } | null;
  summary(sums: { readonly bytes: number; readonly lines: number }): ListSummary;
};

export function createTally(): Tally {
  const formats: Record<ListFormat, number> = {
    plain: 0,
    hosts: 0,
    adblock: 0,
    dnsmasq: 0,
    zone: 0,
    ranked: 0,
  };
  const refused: Record<RefusedReason, number> = { ip: 0, 'single-label': 0, page: 0, invalid: 0 };
  let firstRefused: ListSummary['firstRefused'] = null;
  let firstNonsense: Place = { line: 1, byte: 0 };
  let hosts = 0;
  let entries = 0;
  let skipped = 0;
  const nonsense = () => refused.invalid + refused.page + refused['single-label'];
  return {
    take(format, isRepeated) {
      formats[format] += 1;
      entries += 1;
      if (!isRepeated) hosts += 1;
    },
    skip() {
      skipped += 1;
    },
    refuse(reason, place) {
      firstRefused ??= { line: place.line, reason };
      if (nonsense() === 0) firstNonsense = place;
      refused[reason] += 1;
    },
    hosts: () => hosts,
    fault(hasEnded) {
      const count = nonsense();
      const isMostly = count > entries + skipped + refused.ip;
      if (isMostly && (hasEnded || count >= enoughNonsense)) {
        return { kind: 'not-a-list', place: firstNonsense };
      }
      return hasEnded && hosts === 0 ? { kind: 'no-hosts', place: { line: 1, byte: 0 } } : null;
    },
    summary: ({ bytes, lines }) => ({
      format: listFormats.reduce((most, form) => (formats[form] > formats[most] ? form : most)),
      hosts,
      bytes,
      lines,
      skipped,
      refused: { ...refused },
      firstRefused,
    }),
  };
}
