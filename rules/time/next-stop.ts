// The time rules together: closed or open, why, and when that changes.
import { liveOverrides, type Override, timeOverride } from '../overrides/override.ts';
import type { Quota } from '../policy/schema.ts';
import type { Instant, Reason } from '../policy/verdict.ts';
import { addDays } from './dates.ts';
import { instantAt, type Moment, momentAt, startOfNextDay } from './moment.ts';
import { quotaStates, type Spending } from './quota.ts';
import { nextTurn, type TimeProfile } from './rules-in-force.ts';
import { nextEdge, quietTimeAt } from './schedule.ts';

export type TimeReason = Extract<Reason, { readonly kind: 'quiet-time' | 'quota' | 'lockdown' }>;

/** What the time rules look at for one visit. */
export type TimeSituation = Spending & {
  /** The scopes the visit counts in (quota.ts scopesOf); none for what is always open. */
  readonly scopes: readonly string[];
};

export type Closed = {
  readonly reason: TimeReason;
  /** When browsing opens by itself; null if only a person can open it. */
  readonly until: Instant | null;
};

/** Whether time rules close the visit. A rest speaks before quiet times, these before quotas; `until` looks past them all. */
export function closedAt(situation: TimeSituation, moment: Moment): Closed | null {
  const closed = closedBy(situation, moment);
  return closed && { reason: closed.reason, until: openingAfter(situation, moment) };
}

export const isClosedAt = (situation: TimeSituation, moment: Moment): boolean =>
  closedBy(situation, moment) !== null;

/** When time rules will stop the visit if browsing goes on like this. Now, if they already do. */
export function nextStop(
  situation: TimeSituation,
  moment: Moment,
): { readonly at: Instant; readonly reason: TimeReason } | null {
  const horizon = moment.instant + horizonMs;
  let step = moment;
  let grown: Record<string, number> = {};
  while (step.instant < horizon) {
    const going = { ...situation, grown };
    const closed = closedBy(going, step);
    if (closed !== null) return { at: step.instant, reason: closed.reason };
    if (!hasTimeRules(situation)) return null;
    const end = nextChange(situation.profile, situation.overrides, step);
    const spent = runsOut(going, step);
    if (spent !== null && spent.at < end) return spent;
    grown = { ...grown, [step.date]: (grown[step.date] ?? 0) + (end - step.instant) / 1000 };
    step = momentAt(end, moment.zone);
  }
  return null;
}

/** The earliest instant at which rules change by themselves: a quiet time, a new day, an override that ends. */
export const nextChange = (
  profile: TimeProfile,
  overrides: readonly Override[],
  moment: Moment,
): Instant =>
  Math.min(
    startOfNextDay(moment),
    nextEdge(profile, moment),
    ...liveOverrides(overrides, moment.instant).map(({ expiresAt }) => expiresAt),
  );

/** Rules repeat by the week: what stays closed longer opens with another set of rules or not at all. */
const horizonMs = 8 * 86_400_000;

const hasTimeRules = ({ profile, scopes }: TimeSituation): boolean =>
  [profile, ...(profile.ruleSets ?? [])].some(({ quietTimes, quotas }) =>
    [...quietTimes, ...quotas].some(({ scope }) => scopes.includes(scope ?? 'all')),
  );

/** The first rule that closes the visit, and when that rule no longer does. */
function closedBy(situation: TimeSituation, moment: Moment): Closed | null {
  const { profile, scopes, overrides } = situation;
  const rest = restAt(overrides, moment.instant);
  if (rest !== null) {
    return { reason: { kind: 'lockdown', overrideId: rest.id }, until: rest.expiresAt };
  }
  const isLifted = (scope: string): boolean =>
    timeOverride(overrides, scope, moment.instant) !== null;
  const quiet = quietTimeAt(
    profile,
    overrides.length === 0 ? scopes : scopes.filter((scope) => !isLifted(`quiet-time:${scope}`)),
    moment,
  );
  if (quiet !== null && !isLifted('quiet-time')) {
    const { quietTime, to } = quiet;
    return { reason: { kind: 'quiet-time', quietTimeId: quietTime.id }, until: to };
  }
  const [spent] = quotaStates(situation, moment, scopes)
    .filter(({ left }) => left <= 0)
    .map(({ quota }) => ({ reason: reasonOf(quota), until: refilledAt(situation, quota, moment) }))
    .toSorted((a, b) => (b.until ?? Infinity) - (a.until ?? Infinity));
  return spent ?? null;
}

/** The rest in force ("dinner"). A permission for all time given after it was called lifts it: the later word counts. */
const restAt = (overrides: readonly Override[], at: Instant): Override | null =>
  liveOverrides(overrides, at)
    .filter(
      ({ covers, grantedAt }) =>
        covers.kind === 'lockdown' &&
        timeOverride(
          overrides.filter((later) => later.grantedAt > grantedAt),
          'lockdown',
          at,
        ) === null,
    )
    .toSorted((a, b) => b.expiresAt - a.expiresAt)[0] ?? null;

/** The start of the next day on which the quota is not spent; null if a week brings none. */
export function refilledAt(
  situation: Spending,
  quota: Quota,
  { date, zone }: Moment,
): Instant | null {
  for (let days = 1; days <= 8; days += 1) {
    const start = momentAt(instantAt(addDays(date, days), '00:00', zone), zone);
    const state = quotaStates(situation, start, [quota.scope]).find((one) => one.quota === quota);
    if (state === undefined || state.left > 0) return start.instant;
  }
  return null;
}

/** The first instant at which nothing closes the visit; null if none comes within a year or so. */
function openingAfter(situation: TimeSituation, moment: Moment): Instant | null {
  const { zone } = moment;
  let step = moment;
  let horizon = step.instant + horizonMs;
  // Yearly sets turn for ever.
  const latest = addDays(moment.date, 400);
  for (;;) {
    const closed = closedBy(situation, step);
    if (closed === null) return step.instant;
    const isRest = closed.reason.kind === 'lockdown';
    let { until } = closed;
    if (until === null || (until > horizon && !isRest)) {
      const turn = nextTurn(situation.profile, step.date);
      if (turn === null || turn > latest) return null;
      until = instantAt(turn, '00:00', zone);
    }
    if (isRest || until > horizon || closed.until === null) horizon = until + horizonMs;
    step = momentAt(until, zone);
  }
}

function runsOut(
  situation: TimeSituation,
  moment: Moment,
): { readonly at: Instant; readonly reason: TimeReason } | null {
  const [first] = quotaStates(situation, moment, situation.scopes).toSorted(
    (a, b) => a.left - b.left,
  );
  if (first === undefined || first.left === Number.POSITIVE_INFINITY) return null;
  return {
    at: moment.instant + Math.round(first.left * 1000),
    reason: reasonOf(first.quota),
  };
}

const reasonOf = ({ id, scope }: Quota): TimeReason => ({ kind: 'quota', quotaId: id, scope });
