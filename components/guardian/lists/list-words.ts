// Sizes, counts and dates of lists as a reader's language writes them.
import type { ListProblem, ListState } from '@/rules/lists/list-state.ts';
import type { Language } from '@/rules/policy/schema.ts';

/** "12 MB"; two digits say all there is to say of a size that changes every day. */
export function sizeName(language: Language, bytes: number): string {
  const isSmall = bytes < 1_000_000;
  const size = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumSignificantDigits: 2,
    // Nobody asks about less than a kilobyte.
  }).format(isSmall ? Math.max(1, bytes / 1000) : bytes / 1_000_000);
  // The number and its unit stay on one line.
  return size.replaceAll(' ', '\u00A0');
}

/** A name of its own direction among other words, as the catalogue's values are. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** 612,345 is "about 610,000". */
export const aboutCount = (count: number): number => Number(count.toPrecision(2));

/** The name of the host that an address asks, or the address itself where it has none. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

/** What a network does is told when it lasts; what a list or a feed itself does wrong, at once. */
const passing: ReadonlySet<ListProblem> = new Set(['offline', 'not-reachable', 'broken']);
const failuresBeforeTelling = 3;

/** `isInForce`: an edition holds meanwhile. */
export function problemToTell(
  { problem, failures }: Pick<ListState, 'problem' | 'failures'>,
  isInForce: boolean,
): ListProblem | null {
  if (problem === null) return null;
  const canWait = passing.has(problem) && isInForce && failures < failuresBeforeTelling;
  return canWait ? null : problem;
}
