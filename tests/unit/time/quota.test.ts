import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import type { Quota } from '@/rules/policy/schema.ts';
import { quotaSchema, weekdays } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';
import {
  limitSeconds,
  remainingSeconds,
  scopesOf,
  spentQuota,
  usedSeconds,
} from '@/rules/time/quota.ts';
import type { Usage } from '@/rules/time/usage.ts';

// A Monday, 15:00 in Karachi.
const monday = momentAt(Date.parse('2026-11-23T10:00:00Z'), 'Asia/Karachi');
const usage: Usage = {
  date: '2026-11-23',
  totalSeconds: 3600,
  byHost: { 'm.youtube.com': 600, 'youtube.com': 900, 'notyoutube.com': 2100 },
  byCategory: { video: 1500 },
};
const quota = (scope: string, minutes: Quota['minutes'], id = 'q'): Quota => ({
  id,
  scope,
  minutes,
});
const everyDay = (minutes: number): Quota['minutes'] =>
  Object.fromEntries(weekdays.map((day) => [day, minutes]));

test('a quota on a host counts its sub-domains, on label boundaries only', () => {
  expect(usedSeconds(quota('host:youtube.com', {}), usage)).toBe(1500);
  expect(usedSeconds(quota('host:m.youtube.com', {}), usage)).toBe(600);
  expect(usedSeconds(quota('category:video', {}), usage)).toBe(1500);
  expect(usedSeconds(quota('category:constructor', {}), usage)).toBe(0);
  expect(usedSeconds(quota('all', {}), usage)).toBe(3600);
});

test('a visit counts in all browsing, its categories, its host and every parent host', () => {
  expect(scopesOf(['m.youtube.com', 'youtube.com'], ['video'])).toStrictEqual([
    'all',
    'category:video',
    'host:m.youtube.com',
    'host:youtube.com',
  ]);
});

test('a day without minutes has no limit', () => {
  expect(limitSeconds(quota('all', { tue: 5 }), monday)).toBeNull();
  expect(remainingSeconds(quota('all', { tue: 5 }), usage, monday)).toBeNull();
  expect(spentQuota([quota('all', { tue: 0 })], usage, ['all'], monday)).toBeNull();
});

test('what is left is the limit less what was used, and more time is added to it', () => {
  expect(remainingSeconds(quota('all', { mon: 90 }), usage, monday)).toBe(1800);
  expect(remainingSeconds(quota('all', { mon: 60 }), usage, monday, () => 900)).toBe(900);
  expect(remainingSeconds(quota('all', { mon: 0 }), usage, monday, () => Infinity)).toBe(Infinity);
});

test('usage of yesterday is over, usage of tomorrow still counts after a clock was set back', () => {
  const limit = quota('all', everyDay(60));
  expect(remainingSeconds(limit, { ...usage, date: '2026-11-22' }, monday)).toBe(3600);
  expect(remainingSeconds(limit, { ...usage, date: '2026-11-24' }, monday)).toBe(0);
});

test('only quotas of the visit speak, and the one that holds longest is named', () => {
  const games = quota('category:games', everyDay(0), 'games');
  const mondays = quota('all', { mon: 60 }, 'mondays');
  expect(spentQuota([games], usage, ['all', 'category:video'], monday)).toBeNull();
  expect(spentQuota([mondays, games], usage, ['all', 'category:games'], monday)).toStrictEqual({
    quota: games,
    until: null,
  });
  expect(spentQuota([mondays], usage, ['all'], monday)?.until).toBe(
    Date.parse('2026-11-23T19:00:00Z'),
  );
});

test('a spent quota opens at the start of the next day that has an allowance', () => {
  const weekend = quota('all', { ...everyDay(0), sat: 30 });
  expect(spentQuota([weekend], usage, ['all'], monday)?.until).toBe(
    Date.parse('2026-11-27T19:00:00Z'),
  );
});

test('BYP-149 an allowance of 0 blocks, one below what is used blocks now, and others are refused by the form', () => {
  expect(
    spentQuota([quota('all', { mon: 0 })], { ...usage, totalSeconds: 0 }, ['all'], monday),
  ).not.toBeNull();
  expect(spentQuota([quota('all', { mon: 59 })], usage, ['all'], monday)).not.toBeNull();
  expect(spentQuota([quota('all', { mon: 61 })], usage, ['all'], monday)).toBeNull();
  expect(spentQuota([quota('all', { mon: 1440 })], usage, ['all'], monday)).toBeNull();
  for (const minutes of [-1, Number.NaN, 6000, 0.5]) {
    expect(parseWith(quotaSchema, quota('all', { mon: minutes })).ok).toBe(false);
  }
});

test('BYP-149 what is left is never negative and never more than the limit, whatever stands in the counters', () => {
  fc.assert(
    fc.property(fc.double(), fc.integer({ min: -10, max: 2000 }), (totalSeconds, minutes) => {
      const left = remainingSeconds(
        quota('all', { mon: minutes }),
        { ...usage, totalSeconds: Math.abs(totalSeconds) || 0 },
        monday,
      );
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(Math.max(0, Math.min(minutes, 1440)) * 60);
    }),
  );
});
