// Any time rules, any use, any permissions, around one day: for the properties of time.
import fc from 'fast-check';

import type { Override } from '@/rules/overrides/override.ts';
import { type RuleSet, weekdays } from '@/rules/policy/schema.ts';
import { addDays } from '@/rules/time/dates.ts';
import { momentAt } from '@/rules/time/moment.ts';
import type { TimeSituation } from '@/rules/time/next-stop.ts';
import { scopesOf } from '@/rules/time/quota.ts';
import { addTime, emptyUsage, type Usage } from '@/rules/time/usage.ts';

// A Wednesday: the week has begun, and days before it are known.
const today = '2026-11-25';
export const spots = [{ host: 'www.a.test', categories: ['games'] }];
const used = (date: string, seconds: number): Usage =>
  addTime(emptyUsage(date), spots, seconds * 1000);

const clock = fc
  .integer({ min: 0, max: 95 })
  .map(
    (cell) =>
      `${String(Math.floor(cell / 4)).padStart(2, '0')}:${String((cell % 4) * 15).padStart(2, '0')}`,
  );
const days = fc.subarray([...weekdays], { minLength: 1 });
const scope = fc.constantFrom('all', 'category:games', 'category:video', 'host:a.test', 'set:fun');
const date = fc.integer({ min: -3, max: 20 }).map((more) => addDays(today, more));
export const quietTimes = fc.array(
  fc.record(
    { id: fc.constantFrom('a', 'b'), days, from: clock, to: clock, scope },
    { requiredKeys: ['id', 'days', 'from', 'to'] },
  ),
  { maxLength: 3 },
);
export const quotas = fc.array(
  fc.record(
    {
      id: fc.constantFrom('x', 'y'),
      scope,
      minutes: fc.record(
        Object.fromEntries(weekdays.map((day) => [day, fc.integer({ min: 0, max: 120 })])),
        { requiredKeys: [] },
      ),
      perWeek: fc.integer({ min: 0, max: 400 }),
      carryOver: fc.integer({ min: 1, max: 60 }),
    },
    { requiredKeys: ['id', 'scope', 'minutes'] },
  ),
  { maxLength: 3 },
);
export const ruleSets: fc.Arbitrary<RuleSet[]> = fc.array(
  fc.record(
    {
      id: fc.constantFrom('s', 't'),
      name: fc.constant('Set'),
      replaces: fc.boolean(),
      isOff: fc.boolean(),
      isYearly: fc.boolean(),
      firstDate: date,
      lastDate: date,
      days,
      quietTimes,
      quotas,
    },
    { requiredKeys: ['id', 'name', 'replaces', 'quietTimes', 'quotas'] },
  ),
  { maxLength: 3 },
);
const midnight = Date.parse(`${today}T00:00:00Z`);
const overrides: fc.Arbitrary<Override[]> = fc.array(
  fc.record({
    id: fc.constant('o'),
    childId: fc.constant('zara'),
    covers: fc.oneof(
      fc.constant({ kind: 'lockdown' as const }),
      fc.record(
        {
          kind: fc.constant('time' as const),
          scope: fc.constantFrom('quiet-time', 'all', 'category:games'),
          extraSeconds: fc.integer({ min: 1, max: 3600 }),
        },
        { requiredKeys: ['kind'] },
      ),
    ),
    grantedAt: fc.integer({ min: midnight - 2, max: midnight - 1 }),
    expiresAt: fc.integer({ min: midnight + 3_600_000, max: midnight + 86_400_000 }),
    requestId: fc.constant(null),
  }),
  { maxLength: 2 },
);
export const hostSets = fc.record({ alwaysOpen: fc.boolean() }).map(({ alwaysOpen }) => [
  { id: 'fun', name: 'Fun', hosts: ['www.a.test'] },
  { id: 'school', name: 'School', hosts: ['www.a.test'], alwaysOpen },
]);
export const situations: fc.Arbitrary<TimeSituation> = fc
  .record({
    quietTimes,
    quotas,
    ruleSets,
    hostSets,
    born: fc.option(
      fc.integer({ min: 1, max: 12 }).map((more) => addDays('2008-11-25', more)),
      { nil: undefined },
    ),
    seconds: fc.integer({ min: 0, max: 12_000 }),
    before: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    overrides,
  })
  .map(({ seconds, before, overrides: given, born, ...rules }) => {
    const profile = { ...rules, ...(born === undefined ? {} : { born }) };
    return {
      profile,
      usage: used(today, seconds),
      past: before
        .toSorted((a, b) => a - b)
        .map((ago) => used(addDays(today, -ago), seconds / ago)),
      overrides: given,
      scopes: scopesOf(['www.a.test', 'a.test', 'test'], ['games'], profile.hostSets),
    };
  });
export const moments = fc
  .integer({ min: midnight, max: midnight + 86_399_000 })
  .map((instant) => momentAt(instant, 'UTC'));
