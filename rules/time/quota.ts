// Daily quotas: how much is left, which one is spent, and when it opens again.
import type { Quota } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { addDays, weekdayOf } from './dates.ts';
import { instantAt, type Moment } from './moment.ts';
import { countsOn, type Usage } from './usage.ts';

/** Seconds that overrides add to a scope ("all", "category:games") at the moment; Infinity lifts it. */
export type ExtraTime = (scope: string) => number;

const noExtraTime: ExtraTime = () => 0;

export type SpentQuota = {
  readonly quota: Quota;
  /** The start of the next day with an allowance; null if no weekday has one. */
  readonly until: Instant | null;
};

/** The scopes a visit counts in. `hosts` are its host and every parent host. */
export const scopesOf = (
  hosts: readonly string[],
  categories: readonly string[],
): readonly string[] => [
  'all',
  ...categories.map((category) => `category:${category}`),
  ...hosts.map((host) => `host:${host}`),
];

/** The allowance of the moment's weekday in seconds; null: no limit that day. */
export function limitSeconds(quota: Quota, moment: Pick<Moment, 'weekday'>): number | null {
  const minutes = quota.minutes[moment.weekday];
  if (minutes === undefined) return null;
  // NaN and negative can not come through the schema; were they here, they would mean "blocked".
  return minutes > 0 ? Math.min(minutes, 1440) * 60 : 0;
}

export function usedSeconds(quota: Quota, usage: Usage): number {
  const { kind, name } = scopeParts(quota.scope);
  if (kind === 'all') return usage.totalSeconds;
  if (kind === 'category') {
    return Object.hasOwn(usage.byCategory, name) ? (usage.byCategory[name] ?? 0) : 0;
  }
  return Object.entries(usage.byHost)
    .filter(([host]) => host === name || host.endsWith(`.${name}`))
    .reduce((sum, [, seconds]) => sum + seconds, 0);
}

/** Seconds left today, never below 0; null: no limit that day. Usage of another day counts as none. */
export function remainingSeconds(
  quota: Quota,
  usage: Usage,
  moment: Moment,
  extraTime: ExtraTime = noExtraTime,
): number | null {
  const limit = limitSeconds(quota, moment);
  if (limit === null) return null;
  const used = countsOn(usage, moment) ? usedSeconds(quota, usage) : 0;
  return Math.max(0, limit + Math.max(0, extraTime(quota.scope)) - used);
}

/** The spent quota that holds the visit longest. */
export function spentQuota(
  quotas: readonly Quota[],
  usage: Usage,
  visitScopes: readonly string[],
  moment: Moment,
): SpentQuota | null {
  return longestSpent(
    quotas.filter(
      (quota) => visitScopes.includes(quota.scope) && remainingSeconds(quota, usage, moment) === 0,
    ),
    moment,
  );
}

/** Of quotas known to be spent, the one that opens last. */
export function longestSpent(spent: readonly Quota[], moment: Moment): SpentQuota | null {
  const order = (until: Instant | null) => until ?? Number.POSITIVE_INFINITY;
  return (
    spent
      .map((quota) => ({ quota, until: nextAllowance(quota, moment) }))
      .toSorted((a, b) => (order(b.until) > order(a.until) ? 1 : -1))[0] ?? null
  );
}

function nextAllowance(quota: Quota, moment: Moment): Instant | null {
  for (let days = 1; days <= 7; days += 1) {
    const date = addDays(moment.date, days);
    if (limitSeconds(quota, { weekday: weekdayOf(date) }) !== 0) {
      return instantAt(date, '00:00', moment.zone);
    }
  }
  return null;
}

function scopeParts(scope: string): { readonly kind: string; readonly name: string } {
  const colon = scope.indexOf(':');
  return colon < 0
    ? { kind: scope, name: '' }
    : { kind: scope.slice(0, colon), name: scope.slice(colon + 1) };
}
