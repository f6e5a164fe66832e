// Differences in the time rules. Quiet times are judged by the minutes of the week they close, quotas by what is
// left of each scope on each weekday: renaming or splitting a rule changes nothing, opening one minute does.
import type { PolicyChange } from '../messages/replies.ts';
import { minutesOf } from '../time/dates.ts';
import { wallMinutes } from '../time/schedule.ts';
import {
  categories,
  type HostSet,
  type QuietTime,
  type Quota,
  type Weekday,
  weekdays,
} from './schema.ts';

/** A change without its child: `child` and `childId` are added at the end. */
export type Difference = Omit<PolicyChange, 'childId'>;
const dayMinutes = 1440;
const weekMinutes = 7 * dayMinutes;

/** Names of the sets of sites that rules speak of. */
type Sets = readonly HostSet[] | undefined;

export function quietTimeDifferences(
  before: readonly QuietTime[],
  after: readonly QuietTime[],
  sets?: Sets,
  // Where a set can replace one day's rules, a window of the day after does not stand in for the end of a night.
  isByDay = false,
): readonly Difference[] {
  const opens = (quietTime: QuietTime): boolean =>
    isByDay
      ? quietTime.days.some((day) => !isClosedIn(onlyOn(day, after), { ...quietTime, days: [day] }))
      : !isClosedIn(after, quietTime);
  const gone = before.filter((old) => !after.some((now) => sameTimes(old, now)));
  const come = after.filter((now) => !before.some((old) => sameTimes(old, now)));
  const moved = gone.flatMap((old) => {
    const now = come.find(({ id, scope }) => id === old.id && scope === old.scope);
    return now === undefined ? [] : [{ old, now }];
  });
  const told = (key: string, quietTime: QuietTime, weakens: boolean): Difference => ({
    key: quietTime.scope === undefined ? key : `${key}For`,
    values: { ...scopeOf(quietTime, sets), ...timesOf(quietTime) },
    weakens,
  });
  return [
    ...moved.map(({ old, now }) => {
      const { key, values, weakens } = told('changeQuietTime', now, opens(old));
      const was = { oldFrom: old.from, oldTo: old.to, oldDaysKeys: dayWords(old.days) };
      return { key, values: { ...values, ...was }, weakens };
    }),
    ...gone
      .filter((old) => !moved.some((pair) => pair.old === old))
      .map((old) => told('changeQuietTimeRemoved', old, opens(old))),
    ...come
      .filter((now) => !moved.some((pair) => pair.now === now))
      .map((now) => told('changeQuietTimeAdded', now, false)),
  ];
}

export function quotaDifferences(
  before: readonly Quota[],
  after: readonly Quota[],
  sets?: Sets,
): readonly Difference[] {
  const scopes = [...new Set([...before, ...after].map(({ scope }) => scope))];
  return scopes.flatMap((scope) => {
    const steps = weekdays.map((day) => ({
      day,
      from: limitOf(before, scope, day),
      to: limitOf(after, scope, day),
    }));
    const words = scopeWords(scope, sets);
    const told = [
      ...groupSteps(steps.filter(({ from, to }) => from !== to)).map((step) =>
        quotaDifference(words, step),
      ),
      ...weekDifference(words, weekLimitOf(before, scope), weekLimitOf(after, scope)),
    ];
    const isToldWeaker = told.some(({ weakens }) => weakens);
    const isMore = !isToldWeaker && keptIsMore(before, after, scope);
    const [from, to] = [keptOf(before, scope), keptOf(after, scope)];
    if (from === to && !isMore) return told;
    const values = { ...words, from: String(from), to: String(to) };
    return [...told, { key: 'changeCarryOver', values, weakens: to > from || isMore }];
  });
}

const onlyOn = (day: Weekday, quietTimes: readonly QuietTime[]): readonly QuietTime[] =>
  quietTimes.filter(({ days }) => days.includes(day)).map((one) => ({ ...one, days: [day] }));

/** Whether every minute of the week that the window closes is closed by the others too. */
export function isClosedIn(quietTimes: readonly QuietTime[], quietTime: QuietTime): boolean {
  const wide = quietTimes.filter(({ scope }) => isAll(scope) || scope === quietTime.scope);
  const closed = closedMinutes(wide);
  return minutesOfWeek(quietTime).every((minute) => closed[minute] === 1);
}

/** Whether one list of limits leaves a scope nothing that the other does not, on these days and in the week. */
export const areLimitsKept = (
  before: readonly Quota[],
  after: readonly Quota[],
  days: readonly Weekday[],
): boolean =>
  [...new Set(before.map(({ scope }) => scope))].every(
    (scope) =>
      days.every((day) => limitOf(after, scope, day) <= limitOf(before, scope, day)) &&
      weekLimitOf(after, scope) <= weekLimitOf(before, scope) &&
      !keepsMore(before, after, scope, days),
  );

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

type Words = PolicyChange['values'];

function quotaDifference(words: Words, { from, to, days }: Step): Difference {
  const values = { ...words, daysKeys: dayWords(days) };
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

/** Of two weekly limits on one scope, the smaller. */
const weekLimitOf = (quotas: readonly Quota[], scope: string): number =>
  Math.min(
    ...quotas.filter((quota) => quota.scope === scope).map(({ perWeek = noLimit }) => perWeek),
    noLimit,
  );

function weekDifference(words: Words, from: number, to: number): readonly Difference[] {
  if (from === to) return [];
  const minutes = {
    ...(from === noLimit ? {} : { from: String(from) }),
    ...(to === noLimit ? {} : { to: String(to) }),
  };
  const key = from === noLimit ? 'Added' : to === noLimit ? 'Removed' : '';
  return [{ key: `changeWeek${key}`, values: { ...words, ...minutes }, weakens: to > from }];
}

/** The most minutes any limit of the scope keeps for later days. */
const keptOf = (quotas: readonly Quota[], scope: string): number =>
  Math.max(
    ...quotas.filter((quota) => quota.scope === scope).map(({ carryOver = 0 }) => carryOver),
    0,
  );

/** The most that a day can come to with what was kept. */
const reachOf = (quotas: readonly Quota[], scope: string, day: Weekday): number =>
  Math.min(
    ...quotas
      .filter((quota) => quota.scope === scope)
      .map(({ minutes, carryOver = 0 }) => (minutes[day] ?? noLimit) + carryOver),
    noLimit,
  );

/** Kept minutes that move from one limit of a scope to another can make a day longer, though none are added. */
const keepsMore = (
  before: readonly Quota[],
  after: readonly Quota[],
  scope: string,
  days: readonly Weekday[],
): boolean =>
  keptOf(after, scope) > keptOf(before, scope) ||
  days.some((day) => reachOf(after, scope, day) > reachOf(before, scope, day));

/**
 * Where minutes are kept, each limit counts its own: one that gives more, or a day that had none, can lengthen another
 * day, though the tightest limit of each day is the same.
 */
function keptIsMore(before: readonly Quota[], after: readonly Quota[], scope: string): boolean {
  if (keptOf(before, scope) + keptOf(after, scope) === 0) return false;
  const now = after.filter((quota) => quota.scope === scope);
  return before.some((old) => old.scope === scope && !now.some((quota) => isTighter(quota, old)));
}

/** Whether one limit by itself leaves nothing that the other does not. */
export const isTighter = (now: Quota, old: Quota): boolean =>
  (now.carryOver ?? 0) <= (old.carryOver ?? 0) &&
  (now.perWeek ?? noLimit) <= (old.perWeek ?? noLimit) &&
  weekdays.every((day) => {
    const [from, to] = [old.minutes[day], now.minutes[day]];
    return from === undefined ? to === undefined : to !== undefined && to <= from;
  });

/** What a time rule is about, as values of a journal entry. */
export function scopeWords(scope: string, sets?: Sets): Words {
  if (scope === 'all') return { scopeKey: 'changeValueAllBrowsing' };
  const name = scope.slice(scope.indexOf(':') + 1);
  const isCategory = scope.startsWith('category:') && categories.some((each) => each === name);
  if (isCategory) return { scopeKey: `changeValueCategory_${name}` };
  const set = scope.startsWith('set:') ? sets?.find(({ id }) => id === name) : undefined;
  return { scope: set?.name ?? name };
}

const isAll = (scope: string | undefined): boolean => scope === undefined || scope === 'all';

const scopeOf = ({ scope }: QuietTime, sets: Sets): Words =>
  scope === undefined ? {} : scopeWords(scope, sets);

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
  const isSameScope = a.scope === b.scope || (isAll(a.scope) && isAll(b.scope));
  return isSameScope && a.from === b.from && a.to === b.to && dayWords(a.days) === dayWords(b.days);
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
