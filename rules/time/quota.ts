// Quotas of a day and of a week: what each allows, what was used, what is left.
import { extraSeconds, type Override } from '../overrides/override.ts';
import { type HostSet, type Quota, type Weekday, weekdays } from '../policy/schema.ts';
import { addDays, weekdayOf } from './dates.ts';
import type { Moment } from './moment.ts';
import {
  alwaysOpenHosts,
  hostsOfSet,
  remembered,
  rulesInForce,
  type TimeProfile,
} from './rules-in-force.ts';
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
  const byHost = setsByHost(hostSets);
  const sets = new Set(hosts.flatMap((host) => byHost.get(host) ?? []));
  if (categories.includes(alwaysOpenName) || sets.has(alwaysOpenName)) return [];
  return [
    'all',
    ...categories.map((category) => `category:${category}`),
    ...hosts.map((host) => `host:${host}`),
    ...sets,
  ];
}

const setsCache = new WeakMap<readonly HostSet[], Map<string, string[]>>();

function setsByHost(hostSets: readonly HostSet[]): Map<string, string[]> {
  const known = setsCache.get(hostSets);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const { id, hosts, alwaysOpen } of hostSets) {
    const name = alwaysOpen === true ? alwaysOpenName : `set:${id}`;
    for (const host of hosts) made.set(host, [...(made.get(host) ?? []), name]);
  }
  setsCache.set(hostSets, made);
  return made;
}

/** The allowance of a weekday in seconds, as the rule says it; null: no limit that day. */
export function limitSeconds(
  quota: Quota,
  { weekday }: { readonly weekday: Weekday },
): number | null {
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
  const [isCounted, isOpen] = [within(names), within(alwaysOpenHosts(profile))];
  let sum = 0;
  for (const host of Object.keys(usage.byHost)) {
    if (isCounted(host) && !isOpen(host)) sum += usage.byHost[host] ?? 0;
  }
  return sum;
}

const categorySeconds = ({ byCategory }: Usage, name: string): number =>
  Object.hasOwn(byCategory, name) ? (byCategory[name] ?? 0) : 0;

function within(names: readonly string[]): (host: string) => boolean {
  const known = new Set(names);
  return (host) => {
    if (known.has(host)) return true;
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
      if (known.has(host.slice(dot + 1))) return true;
    }
    return false;
  };
}

/** The quotas of the moment's day that set it a limit; `scopes` leaves those of other visits out. */
export function quotaStates(
  spending: Spending,
  moment: Moment,
  scopes?: readonly string[],
): readonly QuotaState[] {
  const quotas = rulesInForce(spending.profile, moment.date).quotas.filter(
    ({ scope }) => scopes?.includes(scope) ?? true,
  );
  if (quotas.length === 0) return [];
  const days = daysUpTo(spending, moment);
  // Many rules may look at the same count.
  const accounts = new Map<string, Account>();
  const accountOf = (quota: Quota): Account => {
    const known = accounts.get(quota.scope);
    if (known !== undefined) return known;
    const counted: number[] = [];
    const account: Account = {
      extra: extraSeconds(spending.overrides, quota.scope, moment.instant),
      used: (ago) => (counted[ago] ??= usedOn(quota, days[ago], spending.profile)),
    };
    accounts.set(quota.scope, account);
    return account;
  };
  return quotas.flatMap((quota) => quotaState(quota, days, accountOf(quota)) ?? []);
}

/** One of the last eight days, today first. */
type Day = {
  readonly weekday: Weekday;
  readonly inForce: ReadonlySet<unknown>;
  readonly usage: Usage | undefined;
  readonly grown: number;
};
/** What a scope was given today, and the seconds used so many days ago. */
type Account = { readonly extra: number; readonly used: (ago: number) => number };

const usedOn = (quota: Quota, day: Day | undefined, profile: TimeProfile): number =>
  (day?.grown ?? 0) + (day?.usage === undefined ? 0 : usedSeconds(quota, day.usage, profile));

function quotaState(quota: Quota, days: readonly Day[], account: Account): QuotaState | null {
  const [today] = days;
  const base = today === undefined ? null : limitSeconds(quota, today);
  const { perWeek } = quota;
  if (today === undefined || (base === null && perWeek === undefined)) return null;
  const { extra, used } = account;
  // Nobody knows what was used of it: of a day whose count was lost only what a guardian gave is left.
  const isLost = today.usage?.isLost === true;
  const carried = base === null || isLost ? 0 : carriedSeconds(quota, days, used);
  const limit = base === null ? null : (isLost ? 0 : base) + carried + extra;
  const weekLimit = perWeek === undefined ? null : perWeek * 60 + extra;
  const sinceMonday = weekdays.slice(0, weekdays.indexOf(today.weekday) + 1);
  const weekUsed = weekLimit === null ? 0 : sinceMonday.reduce((sum, _, ago) => sum + used(ago), 0);
  const left = Math.min(
    (limit ?? (isLost ? extra : Infinity)) - used(0),
    (weekLimit ?? Infinity) - weekUsed,
  );
  return {
    quota,
    limit,
    used: used(0),
    carried,
    weekLimit,
    weekUsed,
    // Counts are whole milliseconds; their sums are so but for the rounding.
    left: Math.max(0, Math.round(left * 1000) / 1000),
  };
}

/** Unused minutes of the days before, from the first day known on. What a guardian gave is never kept. */
function carriedSeconds(quota: Quota, days: readonly Day[], used: Account['used']): number {
  const { carryOver } = quota;
  if (carryOver === undefined) return 0;
  let carried = 0;
  const first = days.findLastIndex(({ usage, grown }) => grown + (usage?.totalSeconds ?? 0) > 0);
  for (let ago = first; ago > 0; ago -= 1) {
    const day = days[ago];
    const limit = day?.inForce.has(quota) === true ? limitSeconds(quota, day) : null;
    // A day without this limit neither adds nor takes.
    if (limit !== null) {
      const spare = day?.usage?.isLost === true ? 0 : limit + carried - used(ago);
      carried = Math.min(carryOver * 60, Math.max(0, spare));
    }
  }
  return carried;
}

type Calendar = readonly Pick<Day & { readonly date: string }, 'date' | 'weekday' | 'inForce'>[];
const calendarCache = new WeakMap<TimeProfile, Map<string, Calendar>>();

function daysUpTo({ profile, usage, past = [], grown = {} }: Spending, moment: Moment): Day[] {
  const calendar = remembered(calendarCache, profile, moment.date, () =>
    Array.from({ length: 8 }, (_, ago) => {
      const date = addDays(moment.date, -ago);
      const inForce = new Set(rulesInForce(profile, date).quotas);
      return { date, weekday: weekdayOf(date), inForce };
    }),
  );
  return calendar.map((day, ago) => ({
    ...day,
    // Usage of a later day counts as today's: a clock or a zone set back gives nothing.
    usage:
      ago === 0 && countsOn(usage, moment)
        ? usage
        : [usage, ...past].find(({ date }) => date === day.date),
    grown: grown[day.date] ?? 0,
  }));
}
