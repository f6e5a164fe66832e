// The packed form of the public suffix list: sorted 31-bit hashes, Rice-coded, as text in base 92: every printable
// character but the quote and the backslash, thirteen bits in two of them, a twelfth less than base64. A rule is
// about 3 bytes instead of 12, at the price of taking one foreign name in 200,000 for a suffix.
// scripts/suffixes.ts writes with the same functions that the worker reads with.

/** 31 bits. The start value is one with which none of 413,386 popular hosts, nor a parent of one, is taken for a suffix. */
export const suffixHash = (name: string): number => hashOfName(name, 0xe756f3f0) >>> 1;
const hashBits = 31;

/** FNV-1a with a final mix: 32 bits. */
export function hashOfName(name: string, start = 0x1b873593): number {
  let hash = start;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export type PackedSet = {
  readonly count: number;
  /** Low bits stored plainly for each gap; the rest of the gap is in unary. */
  readonly lowBits: number;
  readonly text: string;
};

export function packHashes(hashes: readonly number[]): PackedSet {
  const sorted = [...new Set(hashes)].sort((left, right) => left - right);
  const lowBits = Math.min(
    windowBits,
    Math.max(1, Math.floor(Math.log2(2 ** hashBits / Math.max(1, sorted.length)))),
  );
  const bits: number[] = [];
  let previous = 0;
  for (const hash of sorted) {
    const gap = hash - previous;
    previous = hash;
    for (let high = Math.floor(gap / 2 ** lowBits); high > 0; high -= 1) bits.push(1);
    bits.push(0);
    for (let bit = lowBits - 1; bit >= 0; bit -= 1) bits.push(Math.floor(gap / 2 ** bit) % 2);
  }
  return { count: sorted.length, lowBits, text: textOf(bits) };
}

/** Reads many bits at a time: this runs in the cold start of the worker. */
export function unpackHashes({ count, lowBits, text }: PackedSet): Uint32Array {
  const bytes = bytesOf(text);
  const hashes = new Uint32Array(count);
  let position = 0;
  let previous = 0;
  for (let index = 0; index < count; index += 1) {
    const high = onesAt(bytes, position);
    position += high + 1;
    previous += high * 2 ** lowBits + (windowAt(bytes, position) >>> (32 - lowBits));
    position += lowBits;
    hashes[index] = previous;
  }
  return hashes;
}

// Four bytes hold 25 bits from any position on; no gap has more low bits than that.
const windowBytes = 4;
const windowBits = 25;

function windowAt(bytes: Uint8Array, position: number): number {
  const start = position >> 3;
  const word =
    ((bytes[start] ?? 0) << 24) |
    ((bytes[start + 1] ?? 0) << 16) |
    ((bytes[start + 2] ?? 0) << 8) |
    (bytes[start + 3] ?? 0);
  return word << (position & 7);
}

function onesAt(bytes: Uint8Array, position: number): number {
  let ones = 0;
  for (;;) {
    const run = Math.clz32(~windowAt(bytes, position + ones));
    if (run < windowBits) return ones + run;
    ones += windowBits;
  }
}

export function hasHash(sorted: Uint32Array, hash: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === hash) return true;
    if (value < hash) low = middle + 1;
    else high = middle;
  }
  return false;
}

const base = 92;
const pairBits = 13;

function textOf(bits: readonly number[]): string {
  let text = '';
  for (let start = 0; start < bits.length; start += pairBits) {
    let pair = 0;
    for (let bit = 0; bit < pairBits; bit += 1) pair = pair * 2 + (bits[start + bit] ?? 0);
    text += characterOf(Math.floor(pair / base)) + characterOf(pair % base);
  }
  return text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * pairBits) / 16) + windowBytes);
  let held = 0;
  let heldBits = 0;
  let end = 0;
  for (let index = 0; index < text.length; index += 2) {
    held = (held << pairBits) | (digitAt(text, index) * base + digitAt(text, index + 1));
    heldBits += pairBits;
    for (; heldBits >= 8; end += 1) {
      heldBits -= 8;
      bytes[end] = held >>> heldBits;
    }
    held &= (1 << heldBits) - 1;
  }
  bytes[end] = held << (8 - heldBits);
  return bytes;
}

const first = 33;
const quote = 34;
const backslash = 92;

function characterOf(digit: number): string {
  const code = first + digit + (first + digit >= quote ? 1 : 0);
  return String.fromCharCode(code >= backslash ? code + 1 : code);
}

function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code - first - (code > quote ? 1 : 0) - (code > backslash ? 1 : 0);
}
