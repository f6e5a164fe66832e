// Wall time in the zone the guardian pinned. The only file that turns instants into dates and back.
import type { Weekday } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { addDays, minutesOf, tidyDate, weekdayOf } from './dates.ts';

export type Moment = {
  readonly instant: Instant;
  /** The zone that was used: the pinned one, or UTC where the browser does not know it. */
  readonly zone: string;
  /** Local date, YYYY-MM-DD. Dates compare as strings. */
  readonly date: string;
  readonly weekday: Weekday;
  /** Minutes since local midnight by the wall clock, 0 to 1439. */
  readonly minuteOfDay: number;
};

/** The moment of an instant. An unknown zone is read as UTC; an instant that is no time is read as 1970. */
export function momentAt(instant: Instant, zone: string): Moment {
  const tidy = tidyInstant(instant);
  const latest = latestDayCache.get(zone);
  if (latest !== undefined && latest.isEven && tidy >= latest.start && tidy < latest.end) {
    const { date } = latest;
    const minuteOfDay = Math.floor((tidy - latest.start) / minuteMs);
    return { instant: tidy, zone, date, weekday: weekdayOf(date), minuteOfDay };
  }
  const { zoned, usable } = zonedAt(tidy, zone);
  const date = dateOf(zoned);
  const day = dayOf(date, usable);
  // Only what was asked for by its own name: an unknown zone takes the long way each time.
  if (usable === zone && tidy >= day.start && tidy < day.end) keep(latestDayCache, zone, day);
  return {
    instant: tidy,
    zone: usable,
    date,
    weekday: weekdayOf(date),
    minuteOfDay: zoned.hour * 60 + zoned.minute,
  };
}

/** When a wall-clock time ("21:30", "24:00") comes on a date. A time skipped by the clocks comes later, a repeated one is the first. */
export function instantAt(date: string, time: string, zone: string): Instant {
  const minutes = minutesOf(time);
  if (minutes === 1440) return dayOf(addDays(date, 1), zone).start;
  const day = dayOf(tidyDate(date), zone);
  return day.isEven ? day.start + minutes * minuteMs : wallInstant(day.date, minutes, zone);
}

/** The first instant of the next local day (of 23, 24 or 25 hours). */
export const startOfNextDay = (moment: Moment): Instant =>
  Math.max(dayOf(moment.date, moment.zone).end, moment.instant + 1);

export const startOfDay = (moment: Moment): Instant => dayOf(moment.date, moment.zone).start;

export const isKnownZone = (zone: string): boolean => zonedAt(0, zone).usable === zone;

const minuteMs = 60_000;
const farthest = 8_640_000_000_000_000;

/** A local day. `isEven`: the clocks do not change in it, so that plain arithmetic is right. */
type Day = {
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly isEven: boolean;
};

// Asking Temporal costs 10 to 20 microseconds, and a verdict asks dozens of times, about the same few days.
const dayCache = new Map<string, Day>();
const latestDayCache = new Map<string, Day>();
const cacheCap = 200;

function dayOf(date: string, zone: string): Day {
  const key = `${date} ${zone}`;
  const known = dayCache.get(key);
  if (known !== undefined) return known;
  const [start, end] = [wallInstant(date, 0, zone), wallInstant(addDays(date, 1), 0, zone)];
  const day = { date, start, end, isEven: end - start === 1440 * minuteMs };
  keep(dayCache, key, day);
  return day;
}

function keep(cache: Map<string, Day>, key: string, day: Day): void {
  if (cache.size >= cacheCap) cache.clear();
  cache.set(key, day);
}

function wallInstant(date: string, minutes: number, zone: string): Instant {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime({
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  });
  try {
    return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch {
    // RangeError: a zone that Temporal does not know.
    return wall.toZonedDateTime('UTC').epochMilliseconds;
  }
}

function zonedAt(
  instant: Instant,
  zone: string,
): { readonly zoned: Temporal.ZonedDateTime; readonly usable: string } {
  const exact = Temporal.Instant.fromEpochMilliseconds(instant);
  try {
    return { zoned: exact.toZonedDateTimeISO(zone), usable: zone };
  } catch {
    // RangeError is the only way Temporal says that it does not know a zone.
    return { zoned: exact.toZonedDateTimeISO('UTC'), usable: 'UTC' };
  }
}

function dateOf(zoned: Temporal.ZonedDateTime): string {
  if (zoned.year < 1) return '0001-01-01';
  return zoned.year > 9999 ? '9999-12-31' : zoned.toPlainDate().toString();
}

const tidyInstant = (instant: Instant): Instant =>
  Number.isFinite(instant) ? Math.trunc(Math.min(Math.max(instant, -farthest), farthest)) : 0;
