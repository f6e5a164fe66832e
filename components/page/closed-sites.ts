import type { Day } from '@/rules/messages/replies.ts';

type Closed = Day['blocked'][number];
export type ClosedSite = Closed & { readonly count: number };

/** Each site once for each reason, the latest first: a page that was tried five times is not five alarms. */
export function closedSites(closed: readonly Closed[]): readonly ClosedSite[] {
  const groups = Map.groupBy(
    closed.toSorted((a, b) => b.at - a.at),
    ({ host, reason }) => JSON.stringify([host, reason]),
  );
  return [...groups.values()].flatMap(([latest, ...earlier]) =>
    latest === undefined ? [] : [{ ...latest, count: 1 + earlier.length }],
  );
}
