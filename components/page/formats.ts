// Days, durations and names as the reader's language writes them. The browser knows them: no catalogue is needed.
import { weekdays, type Language, type Weekday } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { clockWords } from './when.ts';

export const weekdayName = (
  language: Language,
  weekday: Weekday,
  width: 'short' | 'long' = 'short',
): string =>
  new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(
    // 2024-01-01 was a Monday.
    Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday), 12),
  );

/** "Mon, Tue, and Sat", in the order of the week. */
export const weekdayList = (language: Language, days: readonly Weekday[]): string =>
  new Intl.ListFormat(language).format(
    weekdays.filter((day) => days.includes(day)).map((day) => weekdayName(language, day)),
  );

/** A policy's "21:30" or "24:00" as a clock on the wall shows it. */
export function clockName(language: Language, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return clockWords(Date.UTC(2024, 0, 1, hour, minute), language, 'UTC');
}

/** A local date "2026-11-21" in words. */
export const dateName = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`));

/** A local date "2026-11-21" as "November 21, 2026": one that may be years away. */
export const dateWithYear = (language: Language, date: string): string =>
  dayOf(language, Date.parse(`${date}T12:00:00Z`), 'UTC');

/** The day of an instant, as "November 3, 2026". */
export const dayOf = (language: Language, at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeZone: momentAt(at, timeZone).zone,
  }).format(at);

/** "1 hr, 20 min"; nothing yet is "0 min", a part of a minute is one. */
export function durationName(language: Language, seconds: number): string {
  const minutes = Math.ceil(Math.max(0, seconds) / 60);
  return new Intl.DurationFormat(language, {
    style: 'short',
    ...(minutes === 0 && { minutesDisplay: 'always' as const }),
  }).format({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The country's name, or its code where the browser does not know it. */
export const countryName = (language: Language, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
