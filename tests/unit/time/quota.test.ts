import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Override } from '@/rules/overrides/override.ts';
import { parseWith } from '@/rules/parse.ts';
import type { Quota } from '@/rules/policy/schema.ts';
import { quotaSchema, weekdays } from '@/rules/policy/schema.ts';
import { type Moment, momentAt } from '@/rules/time/moment.ts';
import { closedAt, type TimeSituation } from '@/rules/time/next-stop.ts';
import {
  limitSeconds,
  quotaStates,
  scopesOf,
  type Spending,
  usedSeconds,
} from '@/rules/time/quota.ts';
import type { TimeProfile } from '@/rules/time/rules-in-force.ts';
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

const open: TimeProfile = { quietTimes: [], quotas: [] };
const spendingOf = (quotas: Quota[], parts: Partial<Spending> = {}): Spending => ({
  profile: { quietTimes: [], quotas },
  usage,
  overrides: [],
  ...parts,
});
const stateOf = (only: Quota, parts: Partial<Spending> = {}, moment: Moment = monday) =>
  quotaStates(spendingOf([only], parts), moment)[0];
const leftOf = (only: Quota, parts: Partial<Spending> = {}, moment: Moment = monday) =>
  stateOf(only, parts, moment)?.left ?? null;
const given = (scope: string, extraSeconds?: number): Override => ({
  id: 'o',
  childId: 'zara',
  covers: { kind: 'time', scope, ...(extraSeconds === undefined ? {} : { extraSeconds }) },
  grantedAt: monday.instant - 1,
  expiresAt: monday.instant + 3_600_000,
  requestId: null,
});
const spent = (quotas: Quota[], scopes: string[], parts: Partial<TimeSituation> = {}) =>
  closedAt({ ...spendingOf(quotas), scopes, ...parts }, monday);

test('a quota on a host counts its sub-domains, on label boundaries only', () => {
  expect(usedSeconds(quota('host:youtube.com', {}), usage, open)).toBe(1500);
  expect(usedSeconds(quota('host:m.youtube.com', {}), usage, open)).toBe(600);
  expect(usedSeconds(quota('category:video', {}), usage, open)).toBe(1500);
  expect(usedSeconds(quota('category:constructor', {}), usage, open)).toBe(0);
  expect(usedSeconds(quota('all', {}), usage, open)).toBe(3600);
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
  expect(leftOf(quota('all', { tue: 5 }))).toBeNull();
  expect(spent([quota('all', { tue: 0 })], ['all'])).toBeNull();
});

test('what is left is the limit less what was used, and more time is added to it', () => {
  expect(leftOf(quota('all', { mon: 90 }))).toBe(1800);
  expect(leftOf(quota('all', { mon: 60 }), { overrides: [given('all', 900)] })).toBe(900);
  expect(leftOf(quota('all', { mon: 0 }), { overrides: [given('all')] })).toBe(Infinity);
});

test('usage of yesterday is over, usage of tomorrow still counts after a clock was set back', () => {
  const limit = quota('all', everyDay(60));
  expect(leftOf(limit, { usage: { ...usage, date: '2026-11-22' } })).toBe(3600);
  expect(leftOf(limit, { usage: { ...usage, date: '2026-11-24' } })).toBe(0);
});

test('only quotas of the visit speak, and the one that holds longest is named', () => {
  const games = quota('category:games', everyDay(0), 'games');
  const mondays = quota('all', { mon: 60 }, 'mondays');
  expect(spent([games], ['all', 'category:video'])).toBeNull();
  expect(spent([mondays, games], ['all', 'category:games'])).toStrictEqual({
    reason: { kind: 'quota', quotaId: 'games', scope: 'category:games' },
    until: null,
  });
  expect(spent([mondays], ['all'])?.until).toBe(Date.parse('2026-11-23T19:00:00Z'));
});

test('a spent quota opens at the start of the next day that has an allowance', () => {
  const weekend = quota('all', { ...everyDay(0), sat: 30 });
  expect(spent([weekend], ['all'])?.until).toBe(Date.parse('2026-11-27T19:00:00Z'));
});

test('BYP-149 an allowance of 0 blocks, one below what is used blocks now, and others are refused by the form', () => {
  const isSpent = (minutes: number, parts: Partial<TimeSituation> = {}) =>
    spent([quota('all', { mon: minutes })], ['all'], parts) !== null;
  expect(isSpent(0, { usage: { ...usage, totalSeconds: 0 } })).toBe(true);
  expect(isSpent(59)).toBe(true);
  expect(isSpent(61)).toBe(false);
  expect(isSpent(1440)).toBe(false);
  for (const minutes of [-1, Number.NaN, 6000, 0.5]) {
    expect(parseWith(quotaSchema, quota('all', { mon: minutes })).ok).toBe(false);
  }
});

test('BYP-149 what is left is never negative and never more than the limit, whatever stands in the counters', () => {
  fc.assert(
    fc.property(fc.double(), fc.integer({ min: -10, max: 2000 }), (totalSeconds, minutes) => {
      const left = leftOf(quota('all', { mon: minutes }), {
        usage: { ...usage, totalSeconds: Math.abs(totalSeconds) || 0 },
      });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(Math.max(0, Math.min(minutes, 1440)) * 60);
    }),
  );
});
