// Calendar dates as text: YYYY-MM-DD, years 1 to 9999, so that they compare as strings. No zone, no clock.
import { weekdays, type Weekday } from '../policy/schema.ts';

const dayMs = 86_400_000;
const firstDay = Math.round(new Date(0).setUTCFullYear(1, 0, 1) / dayMs);
const lastDay = Math.round(new Date(0).setUTCFullYear(9999, 11, 31) / dayMs);

export const addDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days);

/** Whole days from one date to another; negative when `to` is the earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

export const weekdayOf = (date: string): Weekday =>
  // Day 0, 1970-01-01, was a Thursday.
  weekdays[(((dayNumber(date) + 3) % 7) + 7) % 7] ?? 'mon';

/** The Monday of a date's week. */
export const mondayOf = (date: string): string => addDays(date, -weekdays.indexOf(weekdayOf(date)));

/** A date that can be read, its day cut to the month; anything else is 1970-01-01. */
export const tidyDate = (date: string): string => dateOfDay(dayNumber(date));

/** Minutes of "HH:MM", 0 to 1440. Anything else is midnight. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return Math.min(Number(hours ?? 0) * 60 + Number(minutes ?? 0), 1440);
}

function dayNumber(date: string): number {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date)) return 0;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const lastOfMonth = new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), lastOfMonth);
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / dayMs);
}

function dateOfDay(day: number): string {
  const inRange = Math.min(Math.max(day, firstDay), lastDay);
  return new Date(inRange * dayMs).toISOString().slice(0, 10);
}
