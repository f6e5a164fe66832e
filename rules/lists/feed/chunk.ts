// A chunk unpacked: canonical hosts, one a line, each line ended by a line feed, in ascending order of their bytes.
import { fail, ok, type Result } from '../../result.ts';
import type { FeedFailure } from './failure.ts';
import type { Chunk } from './schema.ts';

const lineFeed = 0x0a;
const dot = 0x2e;
const longestHost = 253;
const longestLabel = 63;

const isOfLabel = new Uint8Array(256);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789-_') {
  isOfLabel[character.charCodeAt(0)] = 1;
}
const isLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

/**
 * A name of two labels or more: no number, no star, no path, nothing to run. Only its letters are looked at, so that every
 * client takes the same chunks: browsers do not agree on which "xn--" labels are names, and one that is none closes nothing.
 */
export const isFeedHost = (text: string): boolean => {
  const line = new TextEncoder().encode(`${text}\n`);
  return endOfHost(line, 0) === line.length - 1;
};

/** The hosts of a chunk, all or none. Millions of them are read, so bytes are looked at, once. */
export function hostsOf(bytes: Uint8Array, chunk: Chunk): Result<readonly string[], FeedFailure> {
  let count = 0;
  let before = 0;
  for (let start = 0; start < bytes.length; count += 1) {
    const end = endOfHost(bytes, start);
    if (end === -1 || (start > 0 && !isAfter(bytes, before, start))) return fail('bad-chunk');
    before = start;
    start = end + 1;
  }
  if (count !== chunk.hosts) return fail('bad-chunk');
  return ok(count === 0 ? [] : new TextDecoder().decode(bytes.subarray(0, -1)).split('\n'));
}

/** Where the line feed after the host stands; -1 if there is no host, or no line feed. */
function endOfHost(bytes: Uint8Array, start: number): number {
  let label = start;
  const last = Math.min(bytes.length, start + longestHost + 1);
  for (let at = start; at < last; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isOfLabel[byte] === 1) continue;
    if (at === label || at - label > longestLabel) return -1;
    if (byte === lineFeed) return label > start && isLetter(bytes[label] ?? 0) ? at : -1;
    if (byte !== dot) return -1;
    label = at + 1;
  }
  return -1;
}

/** Both lines end in a line feed, which stands before every letter: the shorter of two like ones comes first. */
function isAfter(bytes: Uint8Array, before: number, start: number): boolean {
  let at = 0;
  while (bytes[before + at] === bytes[start + at] && bytes[start + at] !== lineFeed) at += 1;
  return (bytes[before + at] ?? 0) < (bytes[start + at] ?? 0);
}

export const textOf = (hosts: readonly string[]): string =>
  hosts.map((host) => `${host}\n`).join('');
