// What the pretend child does, drawn from a seed: the same seed is the same afternoon.
type Random = () => number;

export type Step = {
  readonly kind:
    /** Goes to another site in the tab in front. */
    | 'go'
    /** Opens a site in a new tab. */
    | 'open'
    /** Brings an older tab in front. */
    | 'switch'
    /** A page that is never counted: help, an empty tab, one of ours. */
    | 'help'
    | 'empty'
    | 'own'
    /** Closes the tab in front, and has another one in front after it. */
    | 'close'
    /** Leaves a page playing behind the next one, or ends it. */
    | 'sound'
    | 'silence';
  readonly host: string;
  /** Of the tab to go back to, out of those that are open: 0 to 1. */
  readonly which: number;
  readonly seconds: number;
};

const hosts = ['school.test', 'news.test', 'game.test', 'small.test', 'first.test', 'second.test'];

const kinds: readonly Step['kind'][] = [
  ...(['go', 'go', 'go', 'open', 'open', 'switch', 'switch', 'switch'] as const),
  ...(['help', 'empty', 'own', 'close', 'close', 'sound', 'silence'] as const),
];

/** Steps that last so long in all; each between the two bounds, and now and then far longer than a heartbeat. */
export function aScript(
  random: Random,
  total: number,
  [shortest, longest]: readonly [number, number],
): readonly Step[] {
  const steps: Step[] = [];
  let left = total;
  while (left > 0) {
    const isLong = random() < 0.08;
    const drawn = isLong ? 35 + random() * 60 : shortest + random() * (longest - shortest);
    const seconds = Math.min(left, drawn);
    left -= seconds;
    steps.push({
      // Something is in front from the beginning.
      kind: steps.length === 0 ? 'open' : (pick(kinds, random) ?? 'go'),
      host: pick(hosts, random) ?? 'school.test',
      which: random(),
      seconds,
    });
  }
  return steps;
}

/** So many moments of the script, half of them right after a step began: there a worker is at work. */
export function killsIn(random: Random, steps: readonly Step[], count: number): readonly number[] {
  const starts: number[] = [];
  const total = steps.reduce((sum, { seconds }) => {
    starts.push(sum);
    return sum + seconds;
  }, 0);
  return Array.from({ length: count }, (_, each) =>
    each % 2 === 0 ? random() * total : (pick(starts, random) ?? 0) + random() * 0.3,
  ).toSorted((a, b) => a - b);
}

const pick = <T>(values: readonly T[], random: Random): T | undefined =>
  values[Math.floor(random() * values.length)];

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
