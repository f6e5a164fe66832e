import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type QuietTime, weekdays } from '@/rules/policy/schema.ts';
import { momentAt, type Moment } from '@/rules/time/moment.ts';
import { closedAt, nextChange, type TimeSituation } from '@/rules/time/next-stop.ts';
import { quietTimesOn } from '@/rules/time/schedule.ts';
import { emptyUsage } from '@/rules/time/usage.ts';

const everyDay = [...weekdays];
const quiet = (
  from: string,
  to: string,
  days: QuietTime['days'] = everyDay,
  id = 'q',
): QuietTime => ({
  id,
  days,
  from,
  to,
});
const at = (text: string, zone = 'UTC') => momentAt(Date.parse(text), zone);
const withQuiet = (quietTimes: QuietTime[]): TimeSituation => ({
  profile: { quietTimes, quotas: [] },
  usage: emptyUsage('2026-11-23'),
  overrides: [],
  scopes: ['all'],
});
const closed = (quietTimes: QuietTime[], moment: Moment) => closedAt(withQuiet(quietTimes), moment);
/** Changes by themselves until browsing goes from open to closed. */
const nextClosing = (quietTimes: QuietTime[], moment: Moment): number | null => {
  let step = moment;
  let isOpen = closed(quietTimes, step) === null;
  while (step.instant < moment.instant + 9 * 86_400_000) {
    step = momentAt(nextChange({ quietTimes, quotas: [] }, [], step), step.zone);
    const isClosed = closed(quietTimes, step) !== null;
    if (isClosed && isOpen) return step.instant;
    isOpen = !isClosed;
  }
  return null;
};
const untilOf = (
  quietTimes: QuietTime[],
  text: string,
  zone = 'UTC',
): string | null | undefined => {
  const found = closed(quietTimes, at(text, zone));
  if (found === null) return undefined;
  return found.until === null ? null : new Date(found.until).toISOString();
};

test('a window closes at its first minute and opens at its last', () => {
  const window = [quiet('13:00', '15:00')];
  expect(untilOf(window, '2026-11-23T12:59:59Z')).toBeUndefined();
  expect(untilOf(window, '2026-11-23T13:00:00Z')).toBe('2026-11-23T15:00:00.000Z');
  expect(untilOf(window, '2026-11-23T14:59:59Z')).toBe('2026-11-23T15:00:00.000Z');
  expect(untilOf(window, '2026-11-23T15:00:00Z')).toBeUndefined();
});

test('a window past midnight belongs to the day it starts on', () => {
  // 2026-11-23 is a Monday.
  const window = [quiet('21:00', '06:30', ['mon'])];
  expect(untilOf(window, '2026-11-23T05:00:00Z')).toBeUndefined();
  expect(untilOf(window, '2026-11-23T22:00:00Z')).toBe('2026-11-24T06:30:00.000Z');
  expect(untilOf(window, '2026-11-24T05:00:00Z')).toBe('2026-11-24T06:30:00.000Z');
  expect(untilOf(window, '2026-11-24T22:00:00Z')).toBeUndefined();
});

test('24:00 ends a day, and equal times close a whole day', () => {
  expect(untilOf([quiet('20:00', '24:00', ['mon'])], '2026-11-23T23:59:00Z')).toBe(
    '2026-11-24T00:00:00.000Z',
  );
  expect(untilOf([quiet('00:00', '24:00', ['mon'])], '2026-11-23T00:00:00Z')).toBe(
    '2026-11-24T00:00:00.000Z',
  );
  expect(untilOf([quiet('08:00', '08:00', ['mon'])], '2026-11-24T07:59:00Z')).toBe(
    '2026-11-24T08:00:00.000Z',
  );
  expect(untilOf([quiet('24:00', '06:00', ['mon'])], '2026-11-24T05:00:00Z')).toBe(
    '2026-11-24T06:00:00.000Z',
  );
  expect(untilOf([quiet('24:00', '24:00', ['mon'])], '2026-11-24T23:00:00Z')).toBe(
    '2026-11-25T00:00:00.000Z',
  );
});

test('touching and overlapping windows count as one: until is when browsing really opens', () => {
  const evening = quiet('20:00', '24:00', everyDay, 'evening');
  const night = quiet('00:00', '06:00', everyDay, 'night');
  const morning = quiet('05:30', '07:15', everyDay, 'morning');
  expect(untilOf([evening, night, morning], '2026-11-23T21:00:00Z')).toBe(
    '2026-11-24T07:15:00.000Z',
  );
});

test('a week without an open minute says that it never opens by itself', () => {
  expect(untilOf([quiet('00:00', '24:00')], '2026-11-23T12:00:00Z')).toBeNull();
  expect(nextClosing([quiet('00:00', '24:00')], at('2026-11-23T12:00:00Z'))).toBeNull();
});

test('rules change by themselves at each start and end of a window, and at midnight', () => {
  const monday = quiet('20:00', '21:00', ['mon'], 'monday');
  const next = (text: string) => nextChange(withQuiet([monday]).profile, [], at(text));
  expect(next('2026-11-23T19:59:59Z')).toBe(Date.parse('2026-11-23T20:00:00Z'));
  expect(next('2026-11-23T20:00:00Z')).toBe(Date.parse('2026-11-23T21:00:00Z'));
  expect(next('2026-11-23T21:00:00Z')).toBe(Date.parse('2026-11-24T00:00:00Z'));
  expect(nextClosing([monday], at('2026-11-23T20:00:00Z'))).toBe(
    Date.parse('2026-11-30T20:00:00Z'),
  );
});

test('the windows of a day are those not over yet, each whole past midnight', () => {
  const nights = [22, 23].map((day) => ({
    quietTimeId: 'q',
    scope: 'all',
    from: Date.parse(`2026-11-${day}T20:00:00Z`),
    to: Date.parse(`2026-11-${day + 1}T06:30:00Z`),
  }));
  const windows = { quietTimes: [quiet('20:00', '06:30')], quotas: [] };
  expect(quietTimesOn(windows, at('2026-11-23T05:00:00Z'))).toStrictEqual(nights);
  expect(quietTimesOn(windows, at('2026-11-23T12:00:00Z'))).toStrictEqual([nights[1]]);
});

test('BYP-138 a quiet time follows the pinned zone, whatever zone the system says', () => {
  const bedtime = [quiet('21:00', '06:30')];
  // 21:30 in Karachi is 16:30 in London and still morning in Honolulu.
  expect(untilOf(bedtime, '2026-11-23T16:30:00Z', 'Asia/Karachi')).toBe('2026-11-24T01:30:00.000Z');
});

test('BYP-139 spring forward: a rule 01:30-02:30 in Paris lasts by the wall clock', () => {
  const window = [quiet('01:30', '02:30')];
  expect(untilOf(window, '2026-03-29T00:30:00Z', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
  expect(untilOf(window, '2026-03-29T01:30:00Z', 'Europe/Paris')).toBeUndefined();
});

test('BYP-139 fall back: both 02:30s are inside 02:00-03:00', () => {
  const window = [quiet('02:00', '03:00')];
  for (const text of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
    expect(untilOf(window, text, 'Europe/Paris')).toBe('2026-10-25T02:00:00.000Z');
  }
});

test('BYP-139 a night without midnight is one window in Cairo and Santiago', () => {
  const night = [quiet('22:00', '06:00')];
  expect(untilOf(night, '2026-04-23T21:00:00Z', 'Africa/Cairo')).toBe('2026-04-24T03:00:00.000Z');
  expect(untilOf(night, '2026-09-06T03:00:00Z', 'America/Santiago')).toBe(
    '2026-09-06T09:00:00.000Z',
  );
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(
    ([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
  );
const quietTimes = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    days: fc.subarray(everyDay, { minLength: 1 }),
    from: clock,
    to: fc.oneof(clock, fc.constant('24:00')),
  }),
  { maxLength: 5 },
);
const zones = fc.constantFrom(
  'UTC',
  'Asia/Karachi',
  'Europe/Paris',
  'Africa/Cairo',
  'America/Santiago',
);
const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });

test('whatever is closed until an instant is open at that instant, and closed just before it', () => {
  fc.assert(
    fc.property(quietTimes, instants, zones, (windows, instant, zone) => {
      const found = closed(windows, momentAt(instant, zone));
      fc.pre(found !== null && found.until !== null);
      expect(closed(windows, momentAt(found?.until ?? 0, zone))).toBeNull();
      expect(closed(windows, momentAt((found?.until ?? 0) - 1, zone))).not.toBeNull();
    }),
  );
});

test('between now and the next change nothing opens and nothing closes', () => {
  const parts = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(quietTimes, instants, zones, parts, (windows, instant, zone, part) => {
      const moment = momentAt(instant, zone);
      const next = nextChange({ quietTimes: windows, quotas: [] }, [], moment);
      const between = Math.min(Math.floor(instant + (next - instant) * part), next - 1);
      expect(closed(windows, momentAt(between, zone)) === null).toBe(
        closed(windows, moment) === null,
      );
    }),
  );
});
