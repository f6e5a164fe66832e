// The time rules together: closed or open, why, and when that changes.
import { extraSeconds, liveOverrides, type Override, timeOverride } from '../overrides/override.ts';
import type { ChildProfile, Quota } from '../policy/schema.ts';
import type { Instant, Reason } from '../policy/verdict.ts';
import { type Moment, momentAt, startOfNextDay } from './moment.ts';
import { longestSpent, remainingSeconds } from './quota.ts';
import { nextQuietTime, quietTimeAt } from './schedule.ts';
import type { Usage } from './usage.ts';

export type TimeReason = Extract<Reason, { readonly kind: 'quiet-time' | 'quota' | 'lockdown' }>;

/** What the time rules look at for one visit. */
export type TimeSituation = {
  readonly profile: Pick<ChildProfile, 'quietTimes' | 'quotas'>;
  readonly usage: Usage;
  /** The scopes the visit counts in (quota.ts scopesOf). */
  readonly scopes: readonly string[];
  /** The child's overrides; those that are over do not matter. */
  readonly overrides: readonly Override[];
};

export type Closed = {
  readonly reason: TimeReason;
  /** When browsing opens by itself; null if only a person can open it. */
  readonly until: Instant | null;
};

/** Whether time rules close the visit. Quiet times speak before quotas; `until` looks past both. */
export function closedAt(situation: TimeSituation, moment: Moment): Closed | null {
  const closed = closedBy(situation, moment, 0);
  if (closed === null) return null;
  return { reason: closed.reason, until: openingAfter(situation, moment, closed.until) };
}

/** When time rules will stop the visit if browsing goes on like this. Now, if they already do. */
export function nextStop(
  situation: TimeSituation,
  moment: Moment,
): { readonly at: Instant; readonly reason: TimeReason } | null {
  if (!hasTimeRules(situation)) return null;
  const horizon = moment.instant + horizonMs;
  let step = moment;
  // Seconds of going on like this: since now on the first day, since midnight on a later one.
  let grown = 0;
  while (step.instant < horizon) {
    const closed = closedBy(situation, step, grown);
    if (closed !== null) return { at: step.instant, reason: closed.reason };
    const end = nextChange(situation.profile, situation.overrides, step);
    const spent = runsOut(situation, step, grown);
    if (spent !== null && spent.at < end) return spent;
    const next = momentAt(end, moment.zone);
    grown = next.date === step.date ? grown + (end - step.instant) / 1000 : 0;
    step = next;
  }
  return null;
}

/** The earliest instant at which rules change by themselves: a quiet time, a new day, an override that ends. */
export function nextChange(
  profile: Pick<ChildProfile, 'quietTimes'>,
  overrides: readonly Override[],
  moment: Moment,
): Instant {
  const { quietTimes } = profile;
  return Math.min(
    startOfNextDay(moment),
    quietTimeAt(quietTimes, moment)?.until ?? Number.POSITIVE_INFINITY,
    nextQuietTime(quietTimes, moment)?.at ?? Number.POSITIVE_INFINITY,
    ...liveOverrides(overrides, moment.instant).map(({ expiresAt }) => expiresAt),
  );
}

const horizonMs = 8 * 86_400_000;

const hasTimeRules = ({ profile, scopes }: TimeSituation): boolean =>
  profile.quietTimes.length > 0 || profile.quotas.some(({ scope }) => scopes.includes(scope));

function closedBy(situation: TimeSituation, moment: Moment, grownSeconds: number): Closed | null {
  const { profile, overrides } = situation;
  const quiet = quietTimeAt(profile.quietTimes, moment);
  if (quiet !== null && timeOverride(overrides, 'quiet-time', moment.instant) === null) {
    const reason = { kind: 'quiet-time', quietTimeId: quiet.quietTime.id } as const;
    return { reason, until: quiet.until };
  }
  const left = secondsLeft(situation, moment, grownSeconds);
  const spent = longestSpent(
    left.filter(({ seconds }) => seconds <= 0).map(({ quota }) => quota),
    moment,
  );
  if (spent === null) return null;
  return { reason: reasonOf(spent.quota), until: spent.until };
}

/** The first instant at which neither a quiet time nor a spent quota closes the visit. */
function openingAfter(
  situation: TimeSituation,
  moment: Moment,
  first: Instant | null,
): Instant | null {
  const horizon = moment.instant + horizonMs;
  let until = first;
  while (until !== null && until < horizon) {
    const closed = closedBy(situation, momentAt(until, moment.zone), 0);
    if (closed === null) return until;
    until = closed.until;
  }
  return null;
}

function runsOut(
  situation: TimeSituation,
  moment: Moment,
  grownSeconds: number,
): { readonly at: Instant; readonly reason: TimeReason } | null {
  const first = secondsLeft(situation, moment, grownSeconds).toSorted(
    (a, b) => a.seconds - b.seconds,
  )[0];
  if (first === undefined || first.seconds === Number.POSITIVE_INFINITY) return null;
  const at = moment.instant + Math.ceil(first.seconds * 1000);
  return { at, reason: reasonOf(first.quota) };
}

/** What is left of each quota the visit counts in and that has a limit on the moment's day. */
function secondsLeft(
  { profile, usage, scopes, overrides }: TimeSituation,
  moment: Moment,
  grownSeconds: number,
): readonly { readonly quota: Quota; readonly seconds: number }[] {
  const extraTime = (scope: string) => extraSeconds(overrides, scope, moment.instant);
  return profile.quotas
    .filter(({ scope }) => scopes.includes(scope))
    .flatMap((quota) => {
      const seconds = remainingSeconds(quota, usage, moment, extraTime);
      return seconds === null ? [] : [{ quota, seconds: seconds - grownSeconds }];
    });
}

const reasonOf = ({ id, scope }: Quota): TimeReason => ({ kind: 'quota', quotaId: id, scope });
