// Quiet times: closed windows by weekday. A window belongs to the day it starts on, also past midnight.
import type { QuietTime } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { addDays, minutesOf, weekdayOf } from './dates.ts';
import { instantAt, type Moment, momentAt, startOfNextDay } from './moment.ts';

type Interval = { readonly quietTime: QuietTime; readonly from: Instant; readonly to: Instant };

export type ClosedInterval = {
  readonly quietTimeId: string;
  readonly from: Instant;
  readonly to: Instant;
};

const horizonDays = 8;

/** The quiet time in force, and when browsing really opens: touching windows count as one. `until` is null if it never does. */
export function quietTimeAt(
  quietTimes: readonly QuietTime[],
  moment: Moment,
): { readonly quietTime: QuietTime; readonly until: Instant | null } | null {
  const first = intervalAround(quietTimes, moment);
  if (first === null) return null;
  return { quietTime: first.quietTime, until: openingAfter(quietTimes, first, moment) };
}

/** The next time that browsing goes from open to closed, at most eight days ahead. */
export function nextQuietTime(
  quietTimes: readonly QuietTime[],
  moment: Moment,
): { readonly quietTime: QuietTime; readonly at: Instant } | null {
  const current = quietTimeAt(quietTimes, moment);
  if (current !== null && current.until === null) return null;
  const after = current?.until ?? moment.instant + 1;
  for (let day = 0; day <= horizonDays; day += 1) {
    const starting = intervalsStarting(quietTimes, addDays(moment.date, day), moment.zone)
      .filter(({ from }) => from >= after)
      .toSorted((a, b) => a.from - b.from)[0];
    if (starting !== undefined) return { quietTime: starting.quietTime, at: starting.from };
  }
  return null;
}

/** The windows of the moment's local day that are not over, each whole (also past midnight), in order of their start. */
export function quietTimesOn(
  quietTimes: readonly QuietTime[],
  moment: Moment,
): readonly ClosedInterval[] {
  const end = startOfNextDay(moment);
  return [addDays(moment.date, -1), moment.date]
    .flatMap((date) => intervalsStarting(quietTimes, date, moment.zone))
    .map(({ quietTime, from, to }) => ({
      quietTimeId: quietTime.id,
      from,
      to,
    }))
    .filter(({ from, to }) => from < end && to > moment.instant)
    .toSorted((a, b) => a.from - b.from);
}

/** Minutes from the window's start to its end by the wall clock; equal times mean a whole day. */
export function wallMinutes(quietTime: Pick<QuietTime, 'from' | 'to'>): number {
  const length = minutesOf(quietTime.to) - minutesOf(quietTime.from);
  return length > 0 ? length : length + 1440;
}

/** The interval around the moment that lasts longest. */
function intervalAround(quietTimes: readonly QuietTime[], moment: Moment): Interval | null {
  // Two days back: a window that starts at "24:00" belongs to the day before it.
  const around = [-2, -1, 0]
    .flatMap((days) => intervalsStarting(quietTimes, addDays(moment.date, days), moment.zone))
    .filter(({ from, to }) => from <= moment.instant && moment.instant < to);
  return around.toSorted((a, b) => b.to - a.to)[0] ?? null;
}

function openingAfter(
  quietTimes: readonly QuietTime[],
  first: Interval,
  moment: Moment,
): Instant | null {
  const horizon = instantAt(addDays(moment.date, horizonDays), '00:00', moment.zone);
  let until = first.to;
  while (until < horizon) {
    const next = intervalAround(quietTimes, momentAt(until, moment.zone));
    if (next === null) return until;
    until = next.to;
  }
  return null;
}

function intervalsStarting(
  quietTimes: readonly QuietTime[],
  date: string,
  zone: string,
): readonly Interval[] {
  const weekday = weekdayOf(date);
  return quietTimes
    .filter(({ days }) => days.includes(weekday))
    .map((quietTime) => {
      const pastMidnight = minutesOf(quietTime.to) <= minutesOf(quietTime.from);
      return {
        quietTime,
        from: instantAt(date, quietTime.from, zone),
        to: instantAt(pastMidnight ? addDays(date, 1) : date, quietTime.to, zone),
      };
    })
    .filter(({ from, to }) => from < to);
}
