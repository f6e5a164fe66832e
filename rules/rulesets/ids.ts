// Rule ids come from fixed ranges; reconcile() sweeps every id that the compiler did not name.
import { categories, type Category } from '../policy/schema.ts';

export const idRanges = {
  help: [1, 9],
  time: [10, 99],
  safety: [100, 199],
  overrides: [200, 399],
  categories: [400, 409],
  /** Names of fetched lists: one id for each category. */
  fetched: [410, 499],
  known: [500, 509],
  unknown: [510, 519],
  hostPatterns: [1_000, 3_999],
  /** With the overrides and the search engines: under the 1,000 rules with regular expressions that browsers take. */
  pathPatterns: [4_000, 4_789],
} as const satisfies Record<string, readonly [number, number]>;

/** No rule of ours has a higher id. */
export const lastRuleId = idRanges.pathPatterns[1];

export type IdRange = keyof typeof idRanges;

/** Gives ids out of one range in order; null when the range is used up. */
export function idsOf(range: IdRange): () => number | null {
  const [first, last] = idRanges[range];
  let next: number = first;
  return () => (next > last ? null : next++);
}

/** The one rule with the names of fetched lists under this category. */
export const fetchedRuleId = (category: Category): number =>
  idRanges.fetched[0] + categories.indexOf(category);
