import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { onTopOfUse } from '@/rules/overrides/more-time.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { startOfNextDay } from '@/rules/time/moment.ts';
import { quotaStates } from '@/rules/time/quota.ts';
import { emptyUsage } from '@/rules/time/usage.ts';

import { aHousehold, noon } from '../../support/builders.ts';

const gives = (minutes: number, scope?: string): Override => ({
  id: 'given',
  childId: 'child-1',
  covers: { kind: 'time', extraSeconds: minutes * 60, ...(scope !== undefined && { scope }) },
  grantedAt: noon,
  expiresAt: noon + 43_200_000,
  requestId: null,
});
/** Twenty minutes for everything, ten for videos; so much of each is used, all of it videos. */
const afterUse = (seconds: number) =>
  aHousehold()
    .withQuota('all', 20)
    .withQuota('category:video', 10)
    .with({
      usage: {
        ...emptyUsage('2026-11-18'),
        totalSeconds: seconds,
        byCategory: { video: seconds },
      },
    })
    .situation();
const newIds = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};
const raised = (override: Override, seconds: number) => {
  const situation = afterUse(seconds);
  return onTopOfUse(override, situation, situation.moment, newIds());
};
const secondsOf = (overrides: readonly Override[]) =>
  overrides.map(({ covers }) => covers.kind === 'time' && [covers.scope, covers.extraSeconds]);

describe('more time', () => {
  test('is what it says where nothing was used beyond the limit', () => {
    expect(raised(gives(15, 'category:video'), 600)).toEqual([gives(15, 'category:video')]);
    expect(raised(gives(15), 600)).toEqual([gives(15)]);
  });

  test('comes on top of what was used beyond the limit', () => {
    expect(secondsOf(raised(gives(15, 'category:video'), 1000))).toEqual([
      ['category:video', 400 + 900],
    ]);
  });

  test('keeps limits round where only a heartbeat or two went past one', () => {
    expect(raised(gives(15, 'category:video'), 660)).toEqual([gives(15, 'category:video')]);
  });

  test('for every limit counts each for itself', () => {
    const overrides = raised(gives(15), 1300);
    expect(secondsOf(overrides)).toEqual([
      ['all', 100 + 900],
      ['category:video', 700 + 900],
    ]);
    expect(new Set(overrides.map(({ id }) => id)).size).toBe(2);
  });

  test('is never more than a day', () => {
    expect(secondsOf(raised(gives(600, 'category:video'), 86_000))).toEqual([
      ['category:video', 86_400],
    ]);
  });

  test('leaves alone what gives no seconds', () => {
    const lifts: Override = { ...gives(1), covers: { kind: 'time', scope: 'all' } };
    expect(raised(lifts, 5000)).toEqual([lifts]);
  });
});

test('whatever was used, so many minutes more are left afterwards, but for a minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(undefined, 'all', 'category:video'),
      (used, minutes, scope) => {
        const before = afterUse(used);
        const overrides = onTopOfUse(gives(minutes, scope), before, before.moment, newIds());
        const after = { ...before, overrides };
        for (const { quota, left } of quotaStates(after, before.moment)) {
          if (scope !== undefined && quota.scope !== scope) continue;
          const had = quotaStates(before, before.moment).find((state) => state.quota === quota);
          const promised = (had?.left ?? 0) + minutes * 60;
          expect(left).toBeLessThanOrEqual(promised);
          expect(left).toBeGreaterThanOrEqual(promised - 60);
        }
        expect(overrides.every(({ expiresAt }) => expiresAt <= startOfNextDay(before.moment))).toBe(
          true,
        );
      },
    ),
  );
});
