import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { weekdays } from '@/rules/policy/schema.ts';
import { addDays, mondayOf } from '@/rules/time/dates.ts';
import {
  closedSpans,
  dayLimit,
  hoursOf,
  type KeptDay,
  namedSeconds,
  picturedDays,
  picturedWeek,
  timeNames,
  weekLimit,
} from '@/rules/time/history.ts';
import type { TimeProfile } from '@/rules/time/rules-in-force.ts';
import { emptyUsage, type Usage } from '@/rules/time/usage.ts';

const everyDay = [...weekdays];
const free: TimeProfile = { quietTimes: [], quotas: [] };
const minutesEachDay = (minutes: number) =>
  Object.fromEntries(weekdays.map((day) => [day, minutes]));
/** A Wednesday. */
const today = '2026-11-18';
const spent = (date: string, changes: Partial<Usage> = {}): KeptDay => ({
  date,
  usage: { ...emptyUsage(date), totalSeconds: 600, byCategory: { games: 600 }, ...changes },
  blockedCount: 2,
});

describe('the days', () => {
  test('run from the first that is kept to today, and one without a record is an empty one', () => {
    const days = picturedDays(free, [spent('2026-11-16'), spent(today)], [], today);
    expect(days.map(({ date, totalSeconds }) => [date, totalSeconds])).toEqual([
      ['2026-11-16', 600],
      ['2026-11-17', 0],
      [today, 600],
    ]);
    expect(days[1]).toMatchObject({ byCategory: [], blockedCount: 0, asked: 0 });
  });

  test('are today alone where nothing is kept', () => {
    expect(picturedDays(free, [], [], today).map(({ date }) => date)).toEqual([today]);
  });

  test('say what was asked on them and what came of it', () => {
    const days = picturedDays(
      free,
      [spent('2026-11-17')],
      [
        { date: '2026-11-17', state: 'allowed' },
        { date: '2026-11-17', state: 'refused' },
        { date: '2026-11-17', state: 'open' },
        { date: '2026-10-01', state: 'open' },
      ],
      today,
    );
    expect(days[0]).toMatchObject({ asked: 3, allowed: 1, refused: 1 });
    expect(days[1]).toMatchObject({ asked: 0 });
  });

  test('carry no host, whatever a record holds', () => {
    const days = picturedDays(free, [spent(today, { byHost: { 'private.test': 600 } })], [], today);
    expect(JSON.stringify(days)).not.toContain('private.test');
  });

  test('keep a count of closed pages where no time was counted', () => {
    const days = picturedDays(free, [{ date: today, usage: null, blockedCount: 3 }], [], today);
    expect(days[0]).toMatchObject({ totalSeconds: 0, blockedCount: 3 });
  });

  test('are never more than a year and never out of order, whatever is kept', () => {
    const dates = fc.integer({ min: -3000, max: 0 }).map((days) => spent(addDays(today, days)));
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 6 }), (kept) => {
        const days = picturedDays(free, kept, [], today);
        expect(days.length).toBeLessThanOrEqual(367);
        expect(days.at(-1)?.date).toBe(today);
        days.slice(1).forEach((day, index) => {
          expect(day.date).toBe(addDays(days[index]?.date ?? '', 1));
        });
      }),
    );
  });
});

test('time is named in one order, and only what there is of it', () => {
  const usage = {
    ...emptyUsage(today),
    byCategory: { unknown: 5, games: 7, 'always-open': 2, video: 0, 'not-a-name': 9 },
  };
  expect(namedSeconds(usage)).toEqual([
    { category: 'games', seconds: 7 },
    { category: 'unknown', seconds: 5 },
    { category: 'always-open', seconds: 2 },
  ]);
  expect(
    namedSeconds({ ...emptyUsage(today), byCategory: JSON.parse('{"__proto__": 3}') }),
  ).toEqual([]);
  expect(new Set(timeNames).size).toBe(timeNames.length);
});

describe('the hours of a day', () => {
  test('are 24, and none holds more than an hour', () => {
    const hours = hoursOf({ ...emptyUsage(today), totalSeconds: 5000, byHour: [0, 4000, 1000] });
    expect(hours).toHaveLength(24);
    expect(hours.slice(0, 3)).toEqual([0, 3600, 1000]);
  });

  test('are not known of a day that was counted before hours were', () => {
    expect(hoursOf({ ...emptyUsage(today), totalSeconds: 60 })).toEqual([]);
  });

  test('of an empty day are all nothing', () => {
    expect(hoursOf(emptyUsage(today)).every((seconds) => seconds === 0)).toBe(true);
  });
});

describe('limits', () => {
  const limited: TimeProfile = {
    quietTimes: [],
    quotas: [
      { id: 'a', scope: 'all', minutes: { wed: 90, thu: 60 }, perWeek: 600 },
      { id: 'b', scope: 'all', minutes: minutesEachDay(80) },
      { id: 'c', scope: 'category:games', minutes: minutesEachDay(10), perWeek: 30 },
    ],
  };

  test('of a day are the strictest for all browsing', () => {
    expect(dayLimit(limited, today)).toBe(80 * 60);
    expect(dayLimit(limited, '2026-11-19')).toBe(60 * 60);
    expect(dayLimit(free, today)).toBeNull();
  });

  test('of a week are those of all browsing', () => {
    expect(weekLimit(limited, today)).toBe(600 * 60);
    expect(weekLimit(free, today)).toBeNull();
  });

  test('follow the set of rules that takes the place of the others', () => {
    const holidays: TimeProfile = {
      ...limited,
      ruleSets: [
        {
          id: 'h',
          name: 'Holidays',
          firstDate: today,
          lastDate: today,
          replaces: true,
          quietTimes: [],
          quotas: [{ id: 'x', scope: 'all', minutes: minutesEachDay(240) }],
        },
      ],
    };
    expect(dayLimit(holidays, today)).toBe(240 * 60);
    expect(dayLimit(holidays, '2026-11-19')).toBe(60 * 60);
  });
});

describe('closed parts of a day', () => {
  const quiet = (from: string, to: string, more: object = {}) => ({
    id: `q${from.replace(':', '')}`,
    days: everyDay,
    from,
    to,
    ...more,
  });

  test('begin with what reaches over from the night before', () => {
    expect(closedSpans({ ...free, quietTimes: [quiet('21:00', '07:00')] }, today)).toEqual([
      { fromMinute: 0, toMinute: 420 },
      { fromMinute: 1260, toMinute: 1440 },
    ]);
  });

  test('that touch or overlap are one', () => {
    const quietTimes = [quiet('12:00', '13:00'), quiet('13:00', '14:00'), quiet('13:30', '13:45')];
    expect(closedSpans({ ...free, quietTimes }, today)).toEqual([
      { fromMinute: 720, toMinute: 840 },
    ]);
  });

  test('are those of all browsing only', () => {
    const quietTimes = [quiet('12:00', '13:00', { scope: 'category:games' })];
    expect(closedSpans({ ...free, quietTimes }, today)).toEqual([]);
  });

  test('are the whole day where a window ends when it begins', () => {
    expect(closedSpans({ ...free, quietTimes: [quiet('08:00', '08:00')] }, today)).toEqual([
      { fromMinute: 0, toMinute: 1440 },
    ]);
  });

  test('lie inside the day, in order and apart, whatever the windows', () => {
    const clock = fc
      .integer({ min: 0, max: 96 })
      .map(
        (n) =>
          `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
      );
    const windows = fc.array(
      fc.record({ from: clock, to: clock, days: fc.subarray(everyDay, { minLength: 1 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(windows, (found) => {
        const quietTimes = found.map((window, index) => ({ id: `w${index}`, ...window }));
        const spans = closedSpans({ ...free, quietTimes }, today);
        const edges = spans.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute]);
        expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b));
        for (const edge of edges) expect(edge >= 0 && edge <= 1440).toBe(true);
      }),
    );
  });
});

test('a week begins on its Monday', () => {
  expect(mondayOf(today)).toBe('2026-11-16');
  expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
});

describe('a week', () => {
  const days = picturedDays(
    free,
    [spent('2026-11-16'), spent('2026-11-17', { byCategory: { video: 60 }, totalSeconds: 60 })],
    [{ date: '2026-11-17', state: 'allowed' }],
    today,
  );
  const week = picturedWeek(days, '2026-11-16');

  test('has seven days; those to come and those not kept are not known', () => {
    expect(week.days.map(({ date, day }) => [date, day === null])).toEqual([
      ['2026-11-16', false],
      ['2026-11-17', false],
      [today, false],
      ['2026-11-19', true],
      ['2026-11-20', true],
      ['2026-11-21', true],
      ['2026-11-22', true],
    ]);
    expect(week.knownDays).toBe(3);
    expect(week.sunday).toBe('2026-11-22');
  });

  test('is the sum of its days', () => {
    expect(week).toMatchObject({ totalSeconds: 660, blockedCount: 4, asked: 1, allowed: 1 });
    expect(week.byCategory).toEqual([
      { category: 'games', seconds: 600 },
      { category: 'video', seconds: 60 },
    ]);
  });

  test('of which nothing is kept is empty', () => {
    expect(picturedWeek(days, '2026-01-05')).toMatchObject({
      knownDays: 0,
      totalSeconds: 0,
      byCategory: [],
    });
  });
});
