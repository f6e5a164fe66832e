// Medians of paired runs, and how far chance alone would move them.
export type Interval = { readonly median: number; readonly low: number; readonly high: number };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of the differences of pairs taken in the same round, with its 95 % bootstrap interval. */
export function pairedDifference(ours: readonly number[], theirs: readonly number[]): Interval {
  const differences = ours.map((value, round) => value - (theirs[round] ?? Number.NaN));
  const next = createRandom(20_261_101);
  const draws = Array.from({ length: 2000 }, () =>
    median(differences.map(() => differences[Math.floor(next() * differences.length)] ?? 0)),
  ).toSorted((a, b) => a - b);
  return {
    median: median(differences),
    low: draws[49] ?? Number.NaN,
    high: draws[1949] ?? Number.NaN,
  };
}

/** Chance does not explain that it is slower: the whole interval lies above nothing. */
export const isToldApart = ({ low }: Interval): boolean => low > 0;

/** The same draws each time, so that the same runs give the same interval (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
