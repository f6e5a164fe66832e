// What the first bytes say when they are no text: a server that sends the wrong file, or one nobody unpacked.
import type { ListFailure, ListFailureKind } from './result.ts';

/** As many bytes as must be seen before the first line is read. */
export const signatureLength = 6;

const signatures: readonly (readonly [ListFailureKind, string, readonly number[]])[] = [
  ['packed', 'gzip', [0x1f, 0x8b]],
  ['packed', 'zip', [0x50, 0x4b, 0x03, 0x04]],
  ['packed', 'zip', [0x50, 0x4b, 0x05, 0x06]],
  ['packed', 'xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['packed', 'zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['packed', 'bzip2', [0x42, 0x5a, 0x68, 0x39]],
  ['packed', '7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['binary', 'pdf', [0x25, 0x50, 0x44, 0x46]],
  ['utf-16', 'utf-16', [0xff, 0xfe]],
  ['utf-16', 'utf-16', [0xfe, 0xff]],
];

export function signatureOf(head: Uint8Array): ListFailure | null {
  const known = signatures.find(([, , bytes]) =>
    bytes.every((byte, index) => head[index] === byte),
  );
  if (known !== undefined) return { kind: known[0], line: 1, byte: 0, detail: known[1] };
  return isWide(head) ? { kind: 'utf-16', line: 1, byte: 0, detail: 'utf-16' } : null;
}

/** Without a byte order mark: every other byte of plain words is zero. */
function isWide([a, b, c, d]: Uint8Array): boolean {
  const isHere = d !== undefined && (a === 0) !== (b === 0);
  return isHere && (a === 0) === (c === 0) && (b === 0) === (d === 0);
}

/** Bytes of the UTF-8 byte order mark at the start; 0 without one. */
export const markLength = (head: Uint8Array): number =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
