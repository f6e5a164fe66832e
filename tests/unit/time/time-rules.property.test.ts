import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays } from '@/rules/time/dates.ts';
import { type Moment, momentAt, startOfNextDay } from '@/rules/time/moment.ts';
import { closedAt, nextChange, nextStop, type TimeSituation } from '@/rules/time/next-stop.ts';
import { quotaStates } from '@/rules/time/quota.ts';
import { addTime, emptyUsage } from '@/rules/time/usage.ts';

import { moments, situations, spots } from '../../support/any-time-rules.ts';

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
