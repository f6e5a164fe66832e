import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  calmWeeksSince,
  type DayFacts,
  firstMondayFrom,
  isBelieved,
  isCalm,
  rememberWeeks,
  startRemembering,
  weekOf,
} from '@/rules/growing/calm.ts';
import { addDays, mondayOf } from '@/rules/time/dates.ts';

/** Monday, 2 November 2026. */
const monday = '2026-11-02';
const used = (date: string, closedPages = 0, usedSeconds = 600): DayFacts => ({
  date,
  usedSeconds,
  closedPages,
});
/** A week in which Saathi was used on its first days. */
const week = (from: string, days = 3, closedPages = 0): DayFacts[] =>
  Array.from({ length: days }, (_, at) => used(addDays(from, at), closedPages));
const isCalmWith = (days: readonly DayFacts[], setBacks: readonly string[] = []): boolean =>
  isCalm(weekOf(monday, days, setBacks));

describe('a calm week', () => {
  test('is one of three days of use on which nothing was tried again and again', () => {
    expect(isCalmWith(week(monday))).toBe(true);
    expect(isCalmWith(week(monday, 2))).toBe(false);
  });

  test('forgives closed pages up to twenty a week', () => {
    expect(isCalmWith([...week(monday, 2, 8), used(addDays(monday, 4), 4)])).toBe(true);
    expect(isCalmWith([...week(monday, 2, 8), used(addDays(monday, 4), 5)])).toBe(false);
  });

  test('is none in which the clock was turned back', () => {
    expect(isCalmWith(week(monday), [addDays(monday, 6)])).toBe(false);
    expect(isCalmWith(week(monday), [addDays(monday, 7), addDays(monday, -1)])).toBe(true);
  });

  test('takes less than a minute for no day of use', () => {
    const glance = [used(addDays(monday, 3), 0, 59)];
    expect(isCalmWith([...week(monday, 2), ...glance])).toBe(false);
  });

  test('looks at no other week', () => {
    expect(isCalmWith([...week(monday), used(addDays(monday, 7), 500)])).toBe(true);
    expect(isCalmWith([...week(monday), used(addDays(monday, -1), 500)])).toBe(true);
  });
});

test('weeks start on Monday, and one that had begun is not counted', () => {
  expect(mondayOf('2026-11-08')).toBe(monday);
  expect(mondayOf(monday)).toBe(monday);
  expect(firstMondayFrom(monday)).toBe(monday);
  expect(firstMondayFrom('2026-11-03')).toBe('2026-11-09');
});

describe('the memory of calm weeks', () => {
  const facts = (days: readonly DayFacts[]) => ({ days, setBackDates: [] });

  test('looks at a week only when it is over', () => {
    const start = startRemembering(monday);
    expect(rememberWeeks(start, '2026-11-08', facts(week(monday))).calm).toEqual([]);
    expect(rememberWeeks(start, '2026-11-09', facts(week(monday))).calm).toEqual([monday]);
  });

  test('counts a week once, however often it is looked at', () => {
    const once = rememberWeeks(startRemembering(monday), '2026-11-10', facts(week(monday)));
    expect(rememberWeeks(once, '2026-11-12', facts(week(monday)))).toEqual(once);
  });

  test('keeps a calm week when its days are long forgotten, and loses nothing by one that was not', () => {
    const days = [...week(monday), ...week('2026-11-16')];
    const first = rememberWeeks(startRemembering(monday), '2026-11-23', facts(days));
    expect(first.calm).toEqual([monday, '2026-11-16']);
    const later = rememberWeeks(first, '2027-04-05', facts([]));
    expect(calmWeeksSince(later, monday)).toBe(2);
  });

  test('counts for a step only what came after its agreement', () => {
    const days = [...week(monday), ...week('2026-11-09')];
    const memory = rememberWeeks(startRemembering(monday), '2026-11-16', facts(days));
    expect(calmWeeksSince(memory, '2026-11-03')).toBe(1);
    expect(calmWeeksSince(memory, '')).toBe(2);
  });

  test('keeps its weeks when the date goes back, counts none twice and misses none', () => {
    const days = [...week(monday), ...week('2026-11-09'), ...week('2026-11-16')];
    const ahead = rememberWeeks(startRemembering(monday), '2027-03-01', facts(week(monday)));
    expect(ahead.calm).toEqual([]);
    const known = { next: '2027-03-01', calm: [monday] };
    const back = rememberWeeks(known, '2026-11-10', facts(days));
    expect(back).toEqual({ next: '2026-11-09', calm: [monday] });
    expect(rememberWeeks(back, '2026-11-23', facts(days)).calm).toEqual([
      monday,
      '2026-11-09',
      '2026-11-16',
    ]);
    expect(rememberWeeks({ ...known, next: monday }, '2026-11-10', facts(days)).calm).toEqual([
      monday,
    ]);
  });

  test('leaves the first week after an agreement where it is', () => {
    const agreed = startRemembering('2026-11-04');
    expect(rememberWeeks(agreed, '2026-11-05', facts([]))).toEqual(agreed);
  });

  test('ends for any dates, and never counts more weeks than went by', () => {
    const day = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, (from, to) => {
        const [start, today] = [from, to].map((date) => date.toISOString().slice(0, 10));
        const memory = rememberWeeks(startRemembering(start ?? ''), today ?? '', facts([]));
        expect(memory.calm).toEqual([]);
      }),
    );
  });
});

describe('a date', () => {
  test('is believed on a computer that was in use lately', () => {
    expect(isBelieved('2026-11-09', week(monday, 2))).toBe(true);
    expect(isBelieved('2026-11-09', week(monday, 1))).toBe(false);
  });

  test('is not believed when the clock has jumped a year ahead', () => {
    expect(isBelieved('2027-11-09', week(monday, 7))).toBe(false);
  });

  test('does not vouch for itself', () => {
    expect(isBelieved(monday, week(monday, 5))).toBe(false);
  });
});
