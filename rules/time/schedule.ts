// Quiet times: closed windows by weekday. A window belongs to the day it starts on, also past midnight.
import type { QuietTime } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { addDays, minutesOf } from './dates.ts';
import { instantAt, type Moment, startOfNextDay } from './moment.ts';
import { remembered, rulesInForce, type TimeProfile } from './rules-in-force.ts';

export type Interval = {
  readonly quietTime: QuietTime;
  readonly from: Instant;
  readonly to: Instant;
};

export type ClosedInterval = {
  readonly quietTimeId: string;
  /** "all", or what alone is closed. */
  readonly scope: string;
  readonly from: Instant;
  readonly to: Instant;
};

/** The window around the moment that lasts longest, of those on one of the scopes. */
export const quietTimeAt = (
  profile: TimeProfile,
  scopes: readonly string[],
  moment: Moment,
): Interval | null =>
  windowsAround(profile, moment)
    .filter(
      ({ quietTime, from, to }) =>
        from <= moment.instant && moment.instant < to && scopes.includes(quietTime.scope ?? 'all'),
    )
    .toSorted((a, b) => b.to - a.to)[0] ?? null;

/** The next start or end of a window on the moment's day; Infinity if there is none. */
export const nextEdge = (profile: TimeProfile, moment: Moment): Instant =>
  Math.min(
    ...windowsAround(profile, moment)
      .flatMap(({ from, to }) => [from, to])
      .filter((edge) => edge > moment.instant),
    Number.POSITIVE_INFINITY,
  );

/** The windows of the moment's local day that are not over, each whole (also past midnight), in order of their start. */
export const quietTimesOn = (profile: TimeProfile, moment: Moment): readonly ClosedInterval[] => {
  const end = startOfNextDay(moment);
  return windowsAround(profile, moment)
    .filter(({ from, to }) => from < end && to > moment.instant)
    .map(({ quietTime: { id, scope }, from, to }) => ({
      quietTimeId: id,
      scope: scope ?? 'all',
      from,
      to,
    }))
    .toSorted((a, b) => a.from - b.from);
};

/** Minutes from the window's start to its end by the wall clock; equal times mean a whole day. */
export function wallMinutes(quietTime: Pick<QuietTime, 'from' | 'to'>): number {
  const length = minutesOf(quietTime.to) - minutesOf(quietTime.from);
  return length > 0 ? length : length + 1440;
}

const windowsCache = new WeakMap<TimeProfile, Map<string, readonly Interval[]>>();

/** All that can lie around a moment of the day. Two days back: one that starts at "24:00" belongs to the day before it. */
const windowsAround = (profile: TimeProfile, { date, zone }: Moment): readonly Interval[] =>
  remembered(windowsCache, profile, `${date} ${zone}`, () =>
    [-2, -1, 0].flatMap((days) => windowsStarting(profile, addDays(date, days), zone)),
  );

const windowsStarting = (profile: TimeProfile, date: string, zone: string): readonly Interval[] =>
  rulesInForce(profile, date)
    .quietTimes.map((quietTime) => {
      const pastMidnight = minutesOf(quietTime.to) <= minutesOf(quietTime.from);
      return {
        quietTime,
        from: instantAt(date, quietTime.from, zone),
        to: instantAt(pastMidnight ? addDays(date, 1) : date, quietTime.to, zone),
      };
    })
    .filter(({ from, to }) => from < to);
