// What each word brings to a score, worked out at its first sight. A rebuildable cache: it changes no score.
// All of a word lies together (64 bytes with 16 dimensions), so that a known word costs one trip to memory.
import { canonical, maxWord } from './canonical.ts';
import { hashWord, makePieces, piecesOf } from './features.ts';
import { isCyrillic } from './fold.ts';
import { makeLanes, sumRows, type Lanes } from './lanes.ts';
import { scripts, topics, topicStride, type Header, type TextModel } from './model.ts';
import { createNet, type Net } from './net.ts';

export const noScript = scripts.length;
/** Sums of a word: "unkind" first, then the topics. */
export const sums = 1 + topics.length;

/** A power of two, in pairs: a word may be in either place of its pair. */
const places = 65_536;

/** 32-bit parts of an entry; the sums and the vector follow. */
export const hashAt = 0;
export const countsAt = 1;
/** 16-bit parts of an entry: the sums (170 pieces of a byte each fit), then the vector as whole numbers, not yet scaled. */
export const sumsAt = 4;
export const vectorAt = sumsAt + sums;
/** A byte each of `counts`: pieces, rows that the topics and the vector are sums of, script, and uses, up to two. */
export const rowsShift = 8;
export const scriptShift = 16;
export const oneUse = 1 << 24;

/** An entry is told by where it begins in `ints`. */
export type WordCache = {
  readonly ints: Int32Array;
  /** The same memory. */
  readonly shorts: Int16Array;
  /** The entry kept under two hashes, or -1. */
  readonly find: (first: number, second: number) => number;
  /** Makes an entry for two hashes that have none, in the place of another, which nobody may be using. */
  readonly add: Add;
};
/** `first` and `second` are the hashes that a walk gives with the word. */
type Add = (letters: Uint16Array, length: number, first: number, second: number) => number;

/** The tables as scoring reads them. */
export type Tables = {
  readonly header: Header;
  readonly wide: Int8Array;
  readonly vectors: Lanes;
  readonly topics: Lanes;
  readonly net: Net;
};

export const tablesOf = ({
  header,
  wide,
  vectors,
  topics: buckets,
  layers,
}: TextModel): Tables => ({
  header,
  wide,
  vectors: makeLanes(vectors, header.dimensions),
  topics: makeLanes(buckets, topicStride),
  net: createNet(header, layers),
});

export function createWordCache(tables: Tables): WordCache {
  const stride = (vectorAt + tables.header.dimensions) / 2;
  const ints = new Int32Array(places * stride);
  const shorts = new Int16Array(ints.buffer);
  // The hashes are apart from the entries: few enough to stay near, whatever else passes through memory.
  const tags = new Int32Array(places * 2);
  // Nothing is there yet for two hashes of 0: their place, and the one beside it, say so.
  tags[0] = 2;
  tags[2] = 2;
  const fill = filler(tables, ints, shorts);
  return {
    ints,
    shorts,
    find(first, second) {
      const place = placeOf(first, second);
      if (tags[place * 2] === first && tags[place * 2 + 1] === second) return place * stride;
      const other = place ^ 1;
      if (tags[other * 2] === first && tags[other * 2 + 1] === second) return other * stride;
      return -1;
    },
    add(letters, length, first, second) {
      const place = freeOf(placeOf(first, second), ints, stride);
      tags[place * 2] = first;
      tags[place * 2 + 1] = second;
      fill(place * stride, letters, length);
      return place * stride;
    },
  };
}

const placeOf = (first: number, second: number): number =>
  (first ^ (first >>> 15) ^ second) & (places - 1);

/** Of a pair of places the one that goes first: empty, or met only once. Where both were met again, both begin anew. */
function freeOf(place: number, ints: Int32Array, stride: number): number {
  const one = place * stride + countsAt;
  const two = (place ^ 1) * stride + countsAt;
  const uses = (ints[one] ?? 0) >>> 24;
  const otherUses = (ints[two] ?? 0) >>> 24;
  if (uses > otherUses) return place ^ 1;
  if (uses > 1) {
    ints[one] = (ints[one] ?? 0) - oneUse;
    ints[two] = (ints[two] ?? 0) - oneUse;
  }
  return place;
}

function filler(
  { header, wide, vectors, topics: buckets }: Tables,
  ints: Int32Array,
  shorts: Int16Array,
) {
  const wideShift = 32 - header.wideBits;
  const letters = new Uint16Array(maxWord);
  const pieces = makePieces();
  return (entry: number, folded: Uint16Array, length: number): void => {
    const size = canonical(folded, length, letters);
    piecesOf(letters, size, pieces);
    const { hashes, vectorsFrom, count } = pieces;
    let unkind = 0;
    for (let at = 0; at < count; at += 1) unkind += wide[(hashes[at] ?? 0) >>> wideShift] ?? 0;
    const rows = { hashes, from: vectorsFrom, to: count };
    // The topics' empty last column falls on the vector, which comes after.
    sumRows(buckets, rows, shorts, entry * 2 + sumsAt + 1);
    sumRows(vectors, rows, shorts, entry * 2 + vectorAt);
    shorts[entry * 2 + sumsAt] = unkind;
    ints[entry + hashAt] = hashWord(letters, size);
    ints[entry + countsAt] =
      count | ((count - vectorsFrom) << rowsShift) | (scriptOf(letters[0] ?? 0) << scriptShift);
  };
}

/** Index in `scripts`; an emoji or a number has none. */
function scriptOf(letter: number): number {
  if (letter >= 0x61 && letter < 0x370) return 0;
  if (letter >= 0x600 && letter < 0x780) return 1;
  return isCyrillic(letter) ? 2 : noScript;
}
