// Wall time in the zone the guardian pinned. The only file that turns instants into dates and back.
import { weekdays, type Weekday } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';

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

const farthest = 8_640_000_000_000_000;
/** Years 1 to 9999, so that a date is always ten characters and compares as a string. */
const earliestDate = '0001-01-02';
const latestDate = '9999-12-30';

/** The moment of an instant. An unknown zone is read as UTC; an instant that is no time is read as 1970. */
export function momentAt(instant: Instant, zone: string): Moment {
  const usable = usableZone(zone);
  const zoned = Temporal.Instant.fromEpochMilliseconds(tidyInstant(instant)).toZonedDateTimeISO(
    usable,
  );
  const date = clampDate(zoned.toPlainDate());
  return {
    instant: tidyInstant(instant),
    zone: usable,
    date: date.toString(),
    weekday: weekdayOfPlain(date),
    minuteOfDay: zoned.hour * 60 + zoned.minute,
  };
}

/** When a wall-clock time ("21:30", "24:00") comes on a date. A time skipped by the clocks comes later, a repeated one is the first. */
export function instantAt(date: string, time: string, zone: string): Instant {
  const minutes = minutesOf(time);
  const day = plainDate(date).add({ days: Math.floor(minutes / 1440) });
  const wall = day.toPlainDateTime({
    hour: Math.floor((minutes % 1440) / 60),
    minute: minutes % 60,
  });
  return wall.toZonedDateTime(usableZone(zone), { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The first instant of the next local day (of 23, 24 or 25 hours). */
export const startOfNextDay = (moment: Moment): Instant =>
  Math.max(instantAt(addDays(moment.date, 1), '00:00', moment.zone), moment.instant + 1);

export const startOfDay = (moment: Moment): Instant => instantAt(moment.date, '00:00', moment.zone);

export const addDays = (date: string, days: number): string =>
  clampDate(plainDate(date).add({ days })).toString();

export const weekdayOf = (date: string): Weekday => weekdayOfPlain(plainDate(date));

/** Minutes of "HH:MM", 0 to 1440. Anything else is midnight. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return Math.min(Number(hours ?? 0) * 60 + Number(minutes ?? 0), 1440);
}

export function isKnownZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    // RangeError is the only way Temporal says that it does not know a zone.
    return false;
  }
}

const usableZone = (zone: string): string => (isKnownZone(zone) ? zone : 'UTC');

const tidyInstant = (instant: Instant): Instant =>
  Number.isFinite(instant) ? Math.trunc(Math.min(Math.max(instant, -farthest), farthest)) : 0;

function plainDate(date: string): Temporal.PlainDate {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date)
    ? clampDate(
        Temporal.PlainDate.from(
          {
            year: Number(date.slice(0, 4)),
            month: Number(date.slice(5, 7)),
            day: Number(date.slice(8)),
          },
          { overflow: 'constrain' },
        ),
      )
    : Temporal.PlainDate.from('1970-01-01');
}

function clampDate(date: Temporal.PlainDate): Temporal.PlainDate {
  const earliest = Temporal.PlainDate.from(earliestDate);
  const latest = Temporal.PlainDate.from(latestDate);
  if (Temporal.PlainDate.compare(date, earliest) < 0) return earliest;
  return Temporal.PlainDate.compare(date, latest) > 0 ? latest : date;
}

const weekdayOfPlain = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] ?? 'mon';
