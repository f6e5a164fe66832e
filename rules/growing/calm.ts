// What a calm week is, so that rules can loosen by themselves. It is kind on purpose: nothing about help, reports or
// asking is looked at, a week away costs nothing, and a week that was not calm is only not counted: nothing is lost.
import * as z from 'zod/mini';

import { addDays, mondayOf } from '../time/dates.ts';

/** One day as the background kept it: how long Saathi walked along, and how many pages were found closed. */
export type DayFacts = {
  readonly date: string;
  readonly usedSeconds: number;
  readonly closedPages: number;
};

/** Less than a minute is no day of use. */
const usedFromSeconds = 60;
/** Used on fewer days, a week says nothing. */
export const usedDaysNeeded = 3;
/** Mistyped addresses and idle curiosity stay far below it. */
export const closedPagesAllowed = 20;

export type Week = {
  /** The date of its Monday. */
  readonly monday: string;
  readonly usedDays: number;
  readonly closedPages: number;
  readonly clockSetBack: boolean;
};

/** The week of a Monday. `setBackDates` are days on which the clock was found turned back. */
export function weekOf(
  monday: string,
  days: readonly DayFacts[],
  setBackDates: readonly string[],
): Week {
  const next = addDays(monday, 7);
  const isIn = (date: string): boolean => date >= monday && date < next;
  const own = days.filter(({ date }) => isIn(date));
  return {
    monday,
    usedDays: own.filter(({ usedSeconds }) => usedSeconds >= usedFromSeconds).length,
    closedPages: own.reduce((sum, { closedPages }) => sum + closedPages, 0),
    clockSetBack: setBackDates.some(isIn),
  };
}

export const isCalm = ({ usedDays, closedPages, clockSetBack }: Week): boolean =>
  usedDays >= usedDaysNeeded && closedPages <= closedPagesAllowed && !clockSetBack;

/** The first Monday on or after a date: a week that had begun is not counted. */
export const firstMondayFrom = (date: string): string => mondayOf(addDays(date, 6));

const localDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date'));

/** Calm weeks so far. Days are forgotten after a while; that a week was calm is not. */
export const calmMemorySchema = z.strictObject({
  /** Every week before this Monday has been looked at. */
  next: localDate,
  /** Mondays of calm weeks, oldest first. */
  calm: z.array(localDate).check(z.maxLength(200)),
});
export type CalmMemory = z.infer<typeof calmMemorySchema>;

const longestKept = 120;
/** Days are kept for 90 days: of weeks before that nothing is known any more. */
const longestLookBackDays = 84;

/** Nothing is known of the time before the day of this agreement. */
export const startRemembering = (date: string): CalmMemory => ({
  next: firstMondayFrom(date),
  calm: [],
});

/**
 * The memory with every week that is over looked at once. A date that was turned back takes no calm week away, and makes
 * no week count twice.
 */
export function rememberWeeks(
  memory: CalmMemory,
  today: string,
  facts: { readonly days: readonly DayFacts[]; readonly setBackDates: readonly string[] },
): CalmMemory {
  const thisWeek = mondayOf(today);
  const earliest = mondayOf(addDays(today, -longestLookBackDays));
  let monday = memory.next < earliest ? earliest : memory.next;
  if (monday > firstMondayFrom(addDays(thisWeek, 1))) monday = thisWeek;
  const calm = [...memory.calm];
  while (monday < thisWeek) {
    const isNew = !calm.includes(monday);
    if (isNew && isCalm(weekOf(monday, facts.days, facts.setBackDates))) calm.push(monday);
    monday = addDays(monday, 7);
  }
  return { next: monday, calm: calm.slice(-longestKept) };
}

/** Calm weeks of a step that was agreed on a date. */
export const calmWeeksSince = ({ calm }: CalmMemory, date: string): number =>
  calm.filter((monday) => monday >= date).length;

/**
 * Whether today's date is to be believed: a computer that was in use on two of the fourteen days before it. A clock set
 * far ahead has no such days behind it, so a promise for next year does not come true today.
 */
export function isBelieved(today: string, days: readonly DayFacts[]): boolean {
  const first = addDays(today, -14);
  const used = days.filter(
    ({ date, usedSeconds }) => date >= first && date < today && usedSeconds >= usedFromSeconds,
  );
  return new Set(used.map(({ date }) => date)).size >= 2;
}
