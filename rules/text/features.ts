// What the model looks at: hashed pieces of words, words, and words that follow one another.
import { maxWord } from './canonical.ts';
import { consonantsOf, isArabic } from './consonants.ts';

const shortestPiece = 2;
const longestPiece = 5;
/** Runs of at most so many have a vector too. */
export const vectorRun = 2;

const prime = 0x01000193;
const wordStart = 2;
const wordEnd = 3;

/** Enough for the pieces of the longest word. */
const maxPieces = (maxWord + 2) * (longestPiece - shortestPiece + 1) + 2;

/** Spreads a hash over all 32 bits, so that any part of it may choose a bucket. */
export function spread(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

export function hashWord(letters: Uint16Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ (letters[at] ?? 0), prime);
  return hash;
}

const padded = new Uint16Array(maxWord + 2);
const vectorHashes = new Int32Array(maxPieces);

export type Pieces = {
  /** All hashes; those that have a vector (pieces of 3 and 4 letters, the word, its consonants) come last. */
  readonly hashes: Int32Array;
  count: number;
  vectorsFrom: number;
};

export const makePieces = (): Pieces => ({
  hashes: new Int32Array(maxPieces),
  count: 0,
  vectorsFrom: 0,
});

/** The hashes of a canonical word's pieces (its edges count as letters) and of the word. */
export function piecesOf(letters: Uint16Array, length: number, into: Pieces): void {
  padded[0] = wordStart;
  for (let at = 0; at < length; at += 1) padded[at + 1] = letters[at] ?? 0;
  padded[length + 1] = wordEnd;
  const size = length + 2;
  let plain = 0;
  let withVector = 0;
  for (let from = 0; from < size - 1; from += 1) {
    let hash = Math.imul(0x2545f491 ^ (padded[from] ?? 0), prime);
    const end = Math.min(size, from + longestPiece);
    for (let at = from + 1; at < end; at += 1) {
      hash = Math.imul(hash ^ (padded[at] ?? 0), prime);
      const reach = at - from + 1;
      // A piece that is the whole word with its edges would say the same as the word.
      if (reach === size) continue;
      if (reach === 3 || reach === 4) {
        vectorHashes[withVector] = spread(hash);
        withVector += 1;
      } else {
        into.hashes[plain] = spread(hash);
        plain += 1;
      }
    }
  }
  into.vectorsFrom = plain;
  for (let at = 0; at < withVector; at += 1) into.hashes[plain + at] = vectorHashes[at] ?? 0;
  into.count = plain + withVector;
  into.hashes[into.count] = spread(hashWord(letters, length) ^ 0x5bd1e995);
  into.count += 1;
  if (isArabic(letters[0] ?? 0)) addConsonants(letters, length, into);
}

const consonants = new Uint16Array(maxWord);

function addConsonants(letters: Uint16Array, length: number, into: Pieces): void {
  const size = consonantsOf(letters, length, consonants);
  if (size < 2) return;
  into.hashes[into.count] = spread(hashWord(consonants, size) ^ 0x1b873593);
  into.count += 1;
}

/** Two words that follow one another, by the hashes of their canonical letters. */
export const pairOf = (before: number, after: number): number =>
  spread(Math.imul(before, 0x9e3779b1) ^ (after + 0x7f4a7c15));

const runStart = 0x3c6ef372;
/** The hash, not yet spread, of a run of ideographs and the one before it; a run begins with its last. */
export const longerRun = (hash: number, before: number): number => Math.imul(hash ^ before, prime);
export const runOf = (unit: number): number => longerRun(runStart, unit);

let [one, two, three] = [0, 0, 0];

/** The ideographs before the next one: nothing yet. */
export function forgetIdeographs(): void {
  one = 0;
  two = 0;
  three = 0;
}

/** Hashes of the runs that end in this ideograph, shortest first; returns how many. */
export function runsOf(unit: number, into: Int32Array): number {
  let hash = runOf(unit);
  into[0] = spread(hash);
  let count = 1;
  for (const before of [one, two, three]) {
    if (before === 0) break;
    hash = longerRun(hash, before);
    into[count] = spread(hash);
    count += 1;
  }
  three = two;
  two = one;
  one = unit;
  return count;
}
