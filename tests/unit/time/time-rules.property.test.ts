import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Override } from '@/rules/overrides/override.ts';
import { type RuleSet, weekdays } from '@/rules/policy/schema.ts';
import { addDays } from '@/rules/time/dates.ts';
import { type Moment, momentAt, startOfNextDay } from '@/rules/time/moment.ts';
import { closedAt, nextChange, nextStop, type TimeSituation } from '@/rules/time/next-stop.ts';
import { quotaStates, scopesOf } from '@/rules/time/quota.ts';
import { addTime, emptyUsage, type Usage } from '@/rules/time/usage.ts';

// A Wednesday: the week has begun, and days before it are known.
const today = '2026-11-25';
const spots = [{ host: 'www.a.test', categories: ['games'] }];
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
const quietTimes = fc.array(
  fc.record(
    { id: fc.constantFrom('a', 'b'), days, from: clock, to: clock, scope },
    { requiredKeys: ['id', 'days', 'from', 'to'] },
  ),
  { maxLength: 3 },
);
const quotas = fc.array(
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
const ruleSets: fc.Arbitrary<RuleSet[]> = fc.array(
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
const hostSets = fc.record({ alwaysOpen: fc.boolean() }).map(({ alwaysOpen }) => [
  { id: 'fun', name: 'Fun', hosts: ['www.a.test'] },
  { id: 'school', name: 'School', hosts: ['www.a.test'], alwaysOpen },
]);
const situations: fc.Arbitrary<TimeSituation> = fc
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
const moments = fc
  .integer({ min: midnight, max: midnight + 86_399_000 })
  .map((instant) => momentAt(instant, 'UTC'));

/** The same household later, as its ledger will know it: days that are over are filed, seven are kept. */
function at(situation: TimeSituation, moment: Moment): TimeSituation {
  if (situation.usage.date >= moment.date) return situation;
  const all = [situation.usage, ...(situation.past ?? [])];
  return {
    ...situation,
    usage: emptyUsage(moment.date),
    past: all.filter((day) => day.date >= addDays(moment.date, -7)),
  };
}

test('whatever says "until" is open at that instant, by the ledger of that day too', () => {
  fc.assert(
    fc.property(situations, moments, (rules, moment) => {
      const closed = closedAt(rules, moment);
      fc.pre(closed !== null && closed.until !== null);
      const then = momentAt(closed?.until ?? 0, 'UTC');
      expect(then.instant).toBeGreaterThan(moment.instant);
      expect(closedAt(rules, then)).toBeNull();
      expect(closedAt(at(rules, then), then)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('whatever opens by itself does not open before it says, and what never opens stays closed', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(situations, moments, part, (rules, moment, share) => {
      const closed = closedAt(rules, moment);
      fc.pre(closed !== null);
      const end = closed?.until ?? moment.instant + 30 * 86_400_000;
      const between = Math.floor(moment.instant + (end - moment.instant) * share);
      fc.pre(between < end);
      expect(closedAt(rules, momentAt(between, 'UTC'))).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('at the next stop the page is closed for the reason given, and not a second before', () => {
  fc.assert(
    fc.property(situations, moments, (rules, moment) => {
      const stop = nextStop(rules, moment);
      fc.pre(stop !== null && momentAt(stop.at, 'UTC').date === moment.date);
      const after = (instant: number) => {
        const usage = addTime(rules.usage, spots, instant - moment.instant);
        return closedAt({ ...rules, usage }, momentAt(instant, 'UTC'));
      };
      const stopAt = stop?.at ?? 0;
      expect(after(stopAt)?.reason.kind).toBe(stop?.reason.kind);
      if (stopAt - 1000 > moment.instant) expect(after(stopAt - 1000)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('a stop of tomorrow is the one that tomorrow’s own count comes to', () => {
  fc.assert(
    fc.property(situations, moments, (rules, moment) => {
      const stop = nextStop(rules, moment);
      const end = startOfNextDay(moment);
      fc.pre(stop !== null && stop.at >= end && stop.at < end + 86_400_000);
      // Browsing goes on until midnight, then the day is filed.
      const usage = addTime(rules.usage, spots, end - moment.instant);
      const next = momentAt(end, 'UTC');
      expect(nextStop(at({ ...rules, usage }, next), next)).toEqual(stop);
    }),
    { numRuns: 300 },
  );
});

test('nothing opens or closes by the clock alone before the next change', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(situations, moments, part, (rules, moment, share) => {
      const next = nextChange(rules.profile, rules.overrides, moment);
      const between = Math.min(
        Math.floor(moment.instant + (next - moment.instant) * share),
        next - 1,
      );
      expect(closedAt(rules, momentAt(between, 'UTC'))?.reason).toEqual(
        closedAt(rules, moment)?.reason,
      );
    }),
  );
});

test('BYP-149 what is left is never negative, and kept minutes never exceed their cap', () => {
  fc.assert(
    fc.property(situations, moments, (rules, moment) => {
      for (const { quota, left, carried } of quotaStates(rules, moment)) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual((quota.carryOver ?? 0) * 60);
      }
    }),
  );
});
