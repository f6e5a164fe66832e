// Differences in the time rules. Quiet times are judged by the minutes of the week they close, quotas by what is
// left of each scope on each weekday: renaming or splitting a rule changes nothing, opening one minute does.
import type { PolicyChange } from '../messages/replies.ts';
import { minutesOf } from '../time/dates.ts';
import { wallMinutes } from '../time/schedule.ts';
import { categories, type QuietTime, type Quota, type Weekday, weekdays } from './schema.ts';

/** A change without its child: `child` and `childId` are added at the end. */
export type Difference = Omit<PolicyChange, 'childId'>;
const dayMinutes = 1440;
const weekMinutes = 7 * dayMinutes;

export function quietTimeDifferences(
  before: readonly QuietTime[],
  after: readonly QuietTime[],
): readonly Difference[] {
  const open = closedMinutes(after);
  const opens = (quietTime: QuietTime): boolean =>
    minutesOfWeek(quietTime).some((minute) => open[minute] === 0);
  const gone = before.filter((old) => !after.some((now) => sameTimes(old, now)));
  const come = after.filter((now) => !before.some((old) => sameTimes(old, now)));
  const moved = gone.flatMap((old) => {
    const now = come.find(({ id }) => id === old.id);
    return now === undefined ? [] : [{ old, now }];
  });
  return [
    ...moved.map(({ old, now }) => moveOf(old, now, opens(old))),
    ...gone
      .filter((old) => !moved.some((pair) => pair.old === old))
      .map((old) => ({
        key: 'changeQuietTimeRemoved',
        values: timesOf(old),
        weakens: opens(old),
      })),
    ...come
      .filter((now) => !moved.some((pair) => pair.now === now))
      .map((now) => ({ key: 'changeQuietTimeAdded', values: timesOf(now), weakens: false })),
  ];
}

export function quotaDifferences(
  before: readonly Quota[],
  after: readonly Quota[],
): readonly Difference[] {
  const scopes = [...new Set([...before, ...after].map(({ scope }) => scope))];
  return scopes.flatMap((scope) => {
    const steps = weekdays.map((day) => ({
      day,
      from: limitOf(before, scope, day),
      to: limitOf(after, scope, day),
    }));
    return groupSteps(steps.filter(({ from, to }) => from !== to)).map((step) =>
      quotaDifference(scope, step),
    );
  });
}

type Step = { readonly from: number; readonly to: number; readonly days: readonly Weekday[] };

/** Days that change alike become one line of the journal. */
function groupSteps(
  steps: readonly { readonly day: Weekday; readonly from: number; readonly to: number }[],
): readonly Step[] {
  const groups = Map.groupBy(steps, ({ from, to }) => `${from} ${to}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ from: first.from, to: first.to, days: group.map(({ day }) => day) }];
  });
}

function quotaDifference(scope: string, { from, to, days }: Step): Difference {
  const values = { ...scopeWords(scope), daysKeys: dayWords(days) };
  if (from === noLimit) {
    return { key: 'changeQuotaAdded', values: { ...values, to: String(to) }, weakens: false };
  }
  return to === noLimit
    ? { key: 'changeQuotaRemoved', values: { ...values, from: String(from) }, weakens: true }
    : {
        key: 'changeQuota',
        values: { ...values, from: String(from), to: String(to) },
        weakens: to > from,
      };
}

const noLimit = Number.POSITIVE_INFINITY;

/** The minutes that hold: of two quotas on one scope, the smaller. */
const limitOf = (quotas: readonly Quota[], scope: string, day: Weekday): number =>
  Math.min(
    ...quotas
      .filter((quota) => quota.scope === scope)
      .map(({ minutes }) => minutes[day] ?? noLimit),
    noLimit,
  );

/** A scope as values of a journal entry. */
export function scopeWords(scope: string): PolicyChange['values'] {
  if (scope === 'all') return { scopeKey: 'changeValueAllBrowsing' };
  const name = scope.slice(scope.indexOf(':') + 1);
  const isCategory = scope.startsWith('category:') && categories.some((each) => each === name);
  return isCategory ? { scopeKey: `changeValueCategory_${name}` } : { scope: name };
}

const moveOf = (old: QuietTime, now: QuietTime, isWeaker: boolean): Difference => ({
  key: 'changeQuietTime',
  values: {
    ...timesOf(now),
    oldFrom: old.from,
    oldTo: old.to,
    oldDaysKeys: dayWords(old.days),
  },
  weakens: isWeaker,
});

const timesOf = ({ from, to, days }: QuietTime): Record<string, string> => ({
  from,
  to,
  daysKeys: dayWords(days),
});

/** Catalogue keys, parted by spaces, in the order of the week. */
const dayWords = (days: readonly Weekday[]): string =>
  weekdays
    .filter((day) => days.includes(day))
    .map((day) => `changeValueDay_${day}`)
    .join(' ');

function sameTimes(a: QuietTime, b: QuietTime): boolean {
  return a.from === b.from && a.to === b.to && dayWords(a.days) === dayWords(b.days);
}

/** One byte for each minute of the week: 1 is closed. */
function closedMinutes(quietTimes: readonly QuietTime[]): Uint8Array {
  const closed = new Uint8Array(weekMinutes);
  for (const minute of quietTimes.flatMap(minutesOfWeek)) closed[minute] = 1;
  return closed;
}

function minutesOfWeek(quietTime: QuietTime): readonly number[] {
  const length = wallMinutes(quietTime);
  return [...new Set(quietTime.days)].flatMap((day) => {
    const start = weekdays.indexOf(day) * dayMinutes + minutesOf(quietTime.from);
    return Array.from({ length }, (_, at) => (start + at) % weekMinutes);
  });
}
