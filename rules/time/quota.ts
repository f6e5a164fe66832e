// Quotas of a day and of a week: what each allows, what was used, what is left.
import { extraSeconds, type Override } from '../overrides/override.ts';
import type { HostSet, Quota } from '../policy/schema.ts';
import { weekdays } from '../policy/schema.ts';
import { addDays, weekdayOf } from './dates.ts';
import type { Moment } from './moment.ts';
import { alwaysOpenHosts, hostsOfSet, rulesInForce, type TimeProfile } from './rules-in-force.ts';
import { alwaysOpenName, countsOn, type Usage } from './usage.ts';

/** What was used, and what a guardian gave on top. */
export type Spending = {
  readonly profile: TimeProfile;
  readonly usage: Usage;
  /** Earlier days; weekly quotas and kept minutes look seven days back. */
  readonly past?: readonly Usage[] | undefined;
  readonly overrides: readonly Override[];
  /** More seconds by date, as if browsing in these scopes had gone on. */
  readonly grown?: Readonly<Record<string, number>>;
};

export type QuotaState = {
  readonly quota: Quota;
  /** Seconds of the day, with those kept from earlier days and those given; Infinity while it is lifted; null: no limit. */
  readonly limit: number | null;
  readonly used: number;
  /** Of the limit: kept from earlier days. */
  readonly carried: number;
  /** The same for the week from Monday on. */
  readonly weekLimit: number | null;
  readonly weekUsed: number;
  /** What is left of the tighter one, never below 0. */
  readonly left: number;
};

/** The scopes a visit counts in; none where no time rule looks. `hosts` are its host and every parent host. */
export function scopesOf(
  hosts: readonly string[],
  categories: readonly string[],
  hostSets: readonly HostSet[] = [],
): readonly string[] {
  const sets = hostSets.filter((set) => hosts.some((host) => set.hosts.includes(host)));
  if (categories.includes(alwaysOpenName) || sets.some(({ alwaysOpen }) => alwaysOpen === true)) {
    return [];
  }
  return [
    'all',
    ...categories.map((category) => `category:${category}`),
    ...hosts.map((host) => `host:${host}`),
    ...sets.map(({ id }) => `set:${id}`),
  ];
}

/** The allowance of a weekday in seconds, as the rule says it; null: no limit that day. */
export function limitSeconds(quota: Quota, { weekday }: Pick<Moment, 'weekday'>): number | null {
  const minutes = quota.minutes[weekday];
  if (minutes === undefined) return null;
  // NaN and negative can not come through the schema; were they here, they would mean "blocked".
  return minutes > 0 ? Math.min(minutes, 1440) * 60 : 0;
}

/** Seconds of one day that a quota counts. What is always open is not among them. */
export function usedSeconds({ scope }: Quota, usage: Usage, profile: TimeProfile): number {
  const colon = scope.indexOf(':');
  const name = scope.slice(colon + 1);
  if (colon < 0) return Math.max(0, usage.totalSeconds - categorySeconds(usage, alwaysOpenName));
  if (scope.startsWith('category:')) return categorySeconds(usage, name);
  const names = scope.startsWith('host:') ? [name] : hostsOfSet(profile.hostSets, scope);
  const open = alwaysOpenHosts(profile);
  return Object.entries(usage.byHost)
    .filter(([host]) => isWithin(host, names) && !isWithin(host, open))
    .reduce((sum, [, seconds]) => sum + seconds, 0);
}

const categorySeconds = ({ byCategory }: Usage, name: string): number =>
  Object.hasOwn(byCategory, name) ? (byCategory[name] ?? 0) : 0;

const isWithin = (host: string, names: readonly string[]): boolean =>
  names.some((name) => host === name || host.endsWith(`.${name}`));

/** The quotas of the moment's day that set it a limit; `scopes` leaves those of other visits out. */
export const quotaStates = (
  spending: Spending,
  moment: Moment,
  scopes?: readonly string[],
): readonly QuotaState[] =>
  rulesInForce(spending.profile, moment.date)
    .quotas.filter(({ scope }) => scopes?.includes(scope) ?? true)
    .flatMap((quota) => quotaState(quota, spending, moment) ?? []);

function quotaState(quota: Quota, spending: Spending, moment: Moment): QuotaState | null {
  const base = limitSeconds(quota, moment);
  const { perWeek } = quota;
  if (base === null && perWeek === undefined) return null;
  const extra = extraSeconds(spending.overrides, quota.scope, moment.instant);
  const usedOn = usedByDate(quota, spending, moment);
  const carried = base === null ? 0 : carriedSeconds(quota, spending, moment, usedOn);
  const limit = base === null ? null : base + carried + extra;
  const used = usedOn(moment.date);
  const weekLimit = perWeek === undefined ? null : perWeek * 60 + extra;
  const weekUsed =
    weekLimit === null
      ? 0
      : weekdays
          .slice(0, weekdays.indexOf(moment.weekday))
          .reduce((sum, _, days) => sum + usedOn(addDays(moment.date, -days - 1)), used);
  const left = Math.min((limit ?? Infinity) - used, (weekLimit ?? Infinity) - weekUsed);
  return { quota, limit, used, carried, weekLimit, weekUsed, left: Math.max(0, left) };
}

/** Usage of a later day counts as today's: a clock or a zone set back gives nothing. */
function usedByDate(
  quota: Quota,
  { profile, usage, past = [], grown = {} }: Spending,
  moment: Moment,
): (date: string) => number {
  const isToday = countsOn(usage, moment);
  return (date) => {
    const day =
      isToday && date === moment.date ? usage : [usage, ...past].find((one) => one.date === date);
    const used = day === undefined ? 0 : usedSeconds(quota, day, profile);
    return used + (grown[date] ?? 0);
  };
}

/** Unused minutes of the days before, from the first day known on. What a guardian gave is never kept. */
function carriedSeconds(
  quota: Quota,
  { profile, usage, past = [], grown = {} }: Spending,
  { date: today }: Moment,
  usedOn: (date: string) => number,
): number {
  const { carryOver } = quota;
  if (carryOver === undefined) return 0;
  const oldest = addDays(today, -7);
  const [first = today] = [usage, ...past]
    .flatMap(({ date, totalSeconds }) => (totalSeconds > 0 ? [date] : []))
    .concat(Object.keys(grown))
    .filter((date) => date >= oldest)
    .toSorted();
  let carried = 0;
  for (let date = first; date < today; date = addDays(date, 1)) {
    const limit = rulesInForce(profile, date).quotas.includes(quota)
      ? limitSeconds(quota, { weekday: weekdayOf(date) })
      : null;
    // A day without this limit neither adds nor takes.
    if (limit !== null) {
      carried = Math.min(carryOver * 60, Math.max(0, limit + carried - usedOn(date)));
    }
  }
  return carried;
}
