// The three forms of line that make up most lists, read without making text of them first.
import { asciiHost } from './ascii-host.ts';
import { withoutWww } from './host-name.ts';
import { isOwnName } from './hosts-file.ts';
import type { LineContext } from './line.ts';
import type { ListFormat } from './result.ts';

const [space, tab, carriageReturn, bar, caret] = [0x20, 0x09, 0x0d, 0x7c, 0x5e];
const sinkholes = ['0.0.0.0', '127.0.0.1'].map((text) =>
  Array.from(text, (character) => character.charCodeAt(0)),
);

export type QuickLine = { host: string; format: ListFormat };

/** Fills `into` and answers true for a line that is one ASCII host in a well-known form; else the line needs reading. */
export function quickLine(
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  context: LineContext,
  into: QuickLine,
): boolean {
  let last = end;
  while (last > start && isBlank(bytes[last - 1])) last -= 1;
  const isAnchored = bytes[start] === bar && bytes[start + 1] === bar && bytes[last - 1] === caret;
  if (isAnchored) {
    if (context.isAtStart) context.isAdblock = true;
    into.format = 'adblock';
    into.host = withoutWww(asciiHost(bytes, start + 2, last - 1));
  } else {
    const name = afterSinkhole(bytes, start);
    if (name === start && context.isAdblock) return false;
    into.format = name === start ? 'plain' : 'hosts';
    into.host = withoutWww(asciiHost(bytes, name, last));
    if (name !== start && isOwnName(into.host)) return false;
  }
  if (into.host === '') return false;
  context.isAtStart = false;
  return true;
}

function afterSinkhole(bytes: Uint8Array, start: number): number {
  const first = bytes[start];
  if (first !== 0x30 && first !== 0x31) return start;
  for (const sinkhole of sinkholes) {
    const isHere = sinkhole.every((byte, index) => bytes[start + index] === byte);
    const gap = bytes[start + sinkhole.length];
    if (isHere && (gap === space || gap === tab)) return start + sinkhole.length + 1;
  }
  return start;
}

const isBlank = (byte: number | undefined): boolean =>
  byte === carriageReturn || byte === space || byte === tab;
