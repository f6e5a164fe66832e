import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Override } from '@/rules/overrides/override.ts';
import { type QuietTime, type Quota, weekdays } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { closedAt, nextChange, nextStop, type TimeSituation } from '@/rules/time/next-stop.ts';
import { addTime, emptyUsage } from '@/rules/time/usage.ts';

const at = (text: string) => momentAt(Date.parse(text), 'UTC');
const night: QuietTime = { id: 'night', days: [...weekdays], from: '20:00', to: '06:30' };
const quota = (scope: string, minutes: number, id = 'day'): Quota => ({
  id,
  scope,
  minutes: Object.fromEntries(weekdays.map((day) => [day, minutes])),
});
const timeGiven = (scope: string, from: string, to: string, extraSeconds?: number): Override => ({
  id: 'o',
  childId: 'zara',
  covers: { kind: 'time', scope, ...(extraSeconds === undefined ? {} : { extraSeconds }) },
  grantedAt: Date.parse(from),
  expiresAt: Date.parse(to),
  requestId: null,
});
const situation = (parts: Partial<TimeSituation>): TimeSituation => ({
  profile: { quietTimes: [], quotas: [] },
  usage: emptyUsage('2026-11-23'),
  scopes: ['all', 'category:games', 'host:a.test'],
  overrides: [],
  ...parts,
});
const used = (seconds: number) =>
  addTime(emptyUsage('2026-11-23'), [{ host: 'a.test', categories: ['games'] }], seconds * 1000);

test('without time rules nothing stops', () => {
  expect(nextStop(situation({}), at('2026-11-23T12:00:00Z'))).toBeNull();
  expect(closedAt(situation({}), at('2026-11-23T12:00:00Z'))).toBeNull();
});

test('the earlier of quiet time and quota stops the page', () => {
  const both = situation({
    profile: { quietTimes: [night], quotas: [quota('all', 60)] },
    usage: used(1800),
  });
  expect(nextStop(both, at('2026-11-23T12:00:00Z'))).toStrictEqual({
    at: Date.parse('2026-11-23T12:30:00Z'),
    reason: { kind: 'quota', quotaId: 'day', scope: 'all' },
  });
  expect(nextStop(both, at('2026-11-23T19:45:00Z'))).toStrictEqual({
    at: Date.parse('2026-11-23T20:00:00Z'),
    reason: { kind: 'quiet-time', quietTimeId: 'night' },
  });
});

test('a quota of another category does not stop this page', () => {
  const rules = situation({ profile: { quietTimes: [], quotas: [quota('category:video', 0)] } });
  expect(nextStop(rules, at('2026-11-23T12:00:00Z'))).toBeNull();
});

test('what is closed already stops now', () => {
  const spent = situation({
    profile: { quietTimes: [], quotas: [quota('all', 30)] },
    usage: used(1800),
  });
  expect(nextStop(spent, at('2026-11-23T12:00:00Z'))?.at).toBe(Date.parse('2026-11-23T12:00:00Z'));
});

test('a quota is looked at beyond midnight: tomorrow it runs out of tomorrow’s minutes', () => {
  const rules = situation({ profile: { quietTimes: [], quotas: [quota('all', 60)] } });
  expect(nextStop(rules, at('2026-11-23T23:30:00Z'))?.at).toBe(Date.parse('2026-11-24T01:00:00Z'));
});

test('browsing that goes on reaches the limit although an override ends in between', () => {
  const rules = situation({
    profile: { quietTimes: [night], quotas: [] },
    overrides: [timeGiven('quiet-time', '2026-11-23T20:00:00Z', '2026-11-23T21:00:00Z')],
  });
  expect(closedAt(rules, at('2026-11-23T20:30:00Z'))).toBeNull();
  expect(nextStop(rules, at('2026-11-23T20:30:00Z'))).toStrictEqual({
    at: Date.parse('2026-11-23T21:00:00Z'),
    reason: { kind: 'quiet-time', quietTimeId: 'night' },
  });
});

test('extra time moves the stop of a quota by exactly as much', () => {
  const rules = situation({
    profile: { quietTimes: [], quotas: [quota('all', 30)] },
    usage: used(1800),
    overrides: [timeGiven('all', '2026-11-23T12:00:00Z', '2026-11-24T00:00:00Z', 900)],
  });
  expect(nextStop(rules, at('2026-11-23T12:00:00Z'))?.at).toBe(Date.parse('2026-11-23T12:15:00Z'));
});

test('until looks past a night that follows a spent quota', () => {
  const rules = situation({
    profile: { quietTimes: [night], quotas: [quota('all', 30)] },
    usage: used(1800),
  });
  expect(closedAt(rules, at('2026-11-23T19:00:00Z'))).toStrictEqual({
    reason: { kind: 'quota', quotaId: 'day', scope: 'all' },
    until: Date.parse('2026-11-24T06:30:00Z'),
  });
});

test('the next change is a quiet time, a new day or the end of an override, whichever comes first', () => {
  const profile = { quietTimes: [night], quotas: [] };
  const noon = at('2026-11-23T12:00:00Z');
  expect(nextChange(profile, [], noon)).toBe(Date.parse('2026-11-23T20:00:00Z'));
  expect(nextChange(profile, [], at('2026-11-24T02:00:00Z'))).toBe(
    Date.parse('2026-11-24T06:30:00Z'),
  );
  expect(nextChange({ quietTimes: [], quotas: [] }, [], noon)).toBe(
    Date.parse('2026-11-24T00:00:00Z'),
  );
  const given = timeGiven('all', '2026-11-23T11:00:00Z', '2026-11-23T12:15:00Z');
  expect(nextChange(profile, [given], noon)).toBe(Date.parse('2026-11-23T12:15:00Z'));
  expect(nextChange(profile, [given], at('2026-11-23T12:15:00Z'))).toBe(
    Date.parse('2026-11-23T20:00:00Z'),
  );
});

const clock = fc
  .integer({ min: 0, max: 95 })
  .map(
    (cell) =>
      `${String(Math.floor(cell / 4)).padStart(2, '0')}:${String((cell % 4) * 15).padStart(2, '0')}`,
  );
const situations = fc.record({
  profile: fc.record({
    quietTimes: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        days: fc.subarray([...weekdays], { minLength: 1 }),
        from: clock,
        to: clock,
      }),
      { maxLength: 3 },
    ),
    quotas: fc.array(
      fc.record({
        id: fc.constantFrom('x', 'y'),
        scope: fc.constantFrom('all', 'category:games', 'category:video', 'host:a.test'),
        minutes: fc.record(
          Object.fromEntries(weekdays.map((day) => [day, fc.integer({ min: 0, max: 200 })])),
          { requiredKeys: [] },
        ),
      }),
      { maxLength: 3 },
    ),
  }),
  usage: fc.integer({ min: 0, max: 10_000 }).map(used),
  scopes: fc.constant(['all', 'category:games', 'host:a.test']),
  overrides: fc.array(
    fc.record({
      id: fc.constant('o'),
      childId: fc.constant('zara'),
      covers: fc.record({
        kind: fc.constant('time' as const),
        scope: fc.constantFrom('quiet-time', 'all', 'category:games'),
      }),
      grantedAt: fc.constant(Date.parse('2026-11-23T00:00:00Z')),
      expiresAt: fc.integer({
        min: Date.parse('2026-11-23T01:00:00Z'),
        max: Date.parse('2026-11-24T00:00:00Z'),
      }),
      requestId: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
});
const moments = fc
  .integer({ min: Date.parse('2026-11-23T00:00:00Z'), max: Date.parse('2026-11-23T23:59:59Z') })
  .map((instant) => momentAt(instant, 'UTC'));

test('every "closed until" is open at that instant', () => {
  fc.assert(
    fc.property(situations, moments, (rules, moment) => {
      const closed = closedAt(rules, moment);
      fc.pre(closed !== null && closed.until !== null);
      expect(closedAt(rules, momentAt(closed?.until ?? 0, 'UTC'))).toBeNull();
    }),
  );
});

test('at the next stop the page is closed for the reason given, and not a second before', () => {
  fc.assert(
    fc.property(situations, moments, (rules, moment) => {
      const stop = nextStop(rules, moment);
      // Usage grows as the page stays open; on a later day it starts anew.
      fc.pre(stop !== null && momentAt(stop.at, 'UTC').date === moment.date);
      const after = (instant: number) => ({
        ...rules,
        usage: addTime(
          rules.usage,
          [{ host: 'a.test', categories: ['games'] }],
          instant - moment.instant,
        ),
      });
      const stopAt = stop?.at ?? 0;
      expect(closedAt(after(stopAt), momentAt(stopAt, 'UTC'))?.reason.kind).toBe(stop?.reason.kind);
      if (stopAt - 1000 > moment.instant) {
        expect(closedAt(after(stopAt - 1000), momentAt(stopAt - 1000, 'UTC'))).toBeNull();
      }
    }),
  );
});
