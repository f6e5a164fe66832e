// The days before today, as weekly quotas and carried-over minutes look at them. Of a day that is over no host is kept but
// those with a quota.
import { addDays } from './dates.ts';
import { addSeconds, type Usage } from './usage.ts';

export const pastDays = 7;

/** The days that are known, newest first, with the one that has just ended. */
export const withPast = (
  past: readonly Usage[],
  over: Usage,
  keptHosts: readonly string[],
): Usage[] =>
  [slim(over, keptHosts), ...past.filter(({ date }) => date !== over.date)]
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, pastDays);

/** The days of the week before a date. A day the clock was only set to is none of them. */
export const pastBefore = (past: readonly Usage[], date: string): readonly Usage[] => {
  const first = addDays(date, -pastDays);
  return past.filter((usage) => usage.date >= first && usage.date < date);
};

function slim({ byHour: _hours, byHost, ...usage }: Usage, keptHosts: readonly string[]): Usage {
  const kept = new Map<string, number>();
  for (const [host, seconds] of Object.entries(byHost)) {
    const name = keptHosts
      .filter((each) => host === each || host.endsWith(`.${each}`))
      .toSorted((a, b) => b.length - a.length)[0];
    if (name !== undefined) kept.set(name, addSeconds(kept.get(name) ?? 0, seconds));
  }
  return { ...usage, byHost: Object.fromEntries(kept) };
}
