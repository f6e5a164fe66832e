// Where a name lies in a binary fuse filter: three slots in three segments that follow each other (Graf and
// Lemire, "Binary Fuse Filters", 2022). The prints in its slots, taken together by XOR, give the name's own print.

export type FuseShape = {
  /** Slots a segment, as a power of two. */
  readonly segmentBits: number;
  /** Segments in which a name's first slot can lie; two more follow. */
  readonly starts: number;
  readonly seed: number;
};

export const slotsOf = ({ segmentBits, starts }: Omit<FuseShape, 'seed'>): number =>
  (starts + 2) * 2 ** segmentBits;

// Each look-up mixes the two words of a hash anew with the section's seed. Small functions instead of one that
// returns four numbers: they are inlined, and nothing is allocated.
export const mixFirst = (first: number, second: number, seed: number): number =>
  Math.imul(first ^ seed ^ (second >>> 13), 0xc2b2ae35 | 0);
export const mixSecond = (second: number, mixedFirst: number): number =>
  Math.imul(second ^ (mixedFirst >>> 15), 0x27d4eb2f);
/** Upper half: which segment. Lower half: the place in it. */
export const homeOf = (mixedFirst: number, mixedSecond: number): number =>
  mixedFirst ^ (mixedSecond >>> 16);
/** Scales the upper half of a word to one of so many segments. */
export const segmentOf = (home: number, starts: number): number =>
  Math.imul(home >>> 16, starts) >>> 16;
/** 32 bits; a filter of 16 keeps the upper ones. */
export const printOf = (mixedFirst: number, mixedSecond: number): number =>
  Math.imul(mixedFirst ^ mixedSecond, 0x165667b1);

// Segments grow with the square root and a bit of the number of names; half a word is the place in one.
const mostSegmentBits = 16;
const fewestSegmentBits = 4;
const seedsPerSize = 12;

/**
 * The shape to try at a given attempt: as small as works for every second seed (measured), then a little larger.
 * Ever more seeds at one size are cheap beside the bytes that everybody would keep for good.
 */
export function shapeFor(names: number, attempt: number, setSeed: number): FuseShape {
  const log = Math.log(names);
  const slotsPerName = names < 100_000 ? 0.875 + 3.454 / log : 1.018 + 1.448 / log;
  const bits = Math.round(names < 100_000 ? log / 1.203 + 1.75 : 1.32 * log - 5.36);
  const segmentBits = Math.max(fewestSegmentBits, Math.min(mostSegmentBits, bits));
  const growth = Math.floor(attempt / seedsPerSize);
  const segments = Math.ceil((names * (slotsPerName + growth / 64)) / 2 ** segmentBits);
  return {
    segmentBits,
    starts: Math.max(1, segments - 2 + growth),
    seed: (setSeed + Math.imul(attempt, 0x9e3779b1)) | 0,
  };
}
