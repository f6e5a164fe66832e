import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type ChildProfile, type QuietTime, type Quota, weekdays } from '@/rules/policy/schema.ts';
import { conflictsAt, conflictsOf } from '@/rules/time/conflicts.ts';

import { anOpenChild, aRuleSet } from '../../support/builders.ts';

const monday = '2026-11-23';
const everyDay = [...weekdays];
const quiet = (id: string, from: string, to: string, scope?: string): QuietTime => ({
  id,
  days: everyDay,
  from,
  to,
  ...(scope === undefined ? {} : { scope }),
});
const quota = (id: string, scope: string, minutes: number): Quota => ({
  id,
  scope,
  minutes: Object.fromEntries(everyDay.map((day) => [day, minutes])),
});
const childWith = (parts: Partial<ChildProfile>): ChildProfile => ({ ...anOpenChild(), ...parts });
const told = (parts: Partial<ChildProfile>) =>
  conflictsOf(childWith(parts), monday).map(({ kind, wins, loses }) => [kind, wins.id, loses.id]);

test('rules that agree are no conflict', () => {
  expect(
    told({
      quietTimes: [quiet('night', '21:00', '06:30')],
      quotas: [quota('all', 'all', 120), quota('games', 'category:games', 60)],
    }),
  ).toEqual([]);
});

test('the smaller limit holds where a wider or equal rule allows less', () => {
  expect(told({ quotas: [quota('all', 'all', 60), quota('games', 'category:games', 90)] })).toEqual(
    [['smaller-limit', 'all', 'games']],
  );
  expect(
    told({ quotas: [quota('a', 'host:b.test', 60), quota('b', 'host:a.b.test', 90)] }),
  ).toEqual([['smaller-limit', 'a', 'b']]);
  expect(told({ quotas: [quota('a', 'host:b.test', 60), quota('b', 'host:ab.test', 90)] })).toEqual(
    [],
  );
});

test('a set of sites is compared by its sites', () => {
  const hostSets = [{ id: 'fun', name: 'Fun', hosts: ['fun.test', 'more.test'] }];
  const rules = [quota('fun', 'set:fun', 30), quota('site', 'host:www.fun.test', 45)];
  expect(told({ hostSets, quotas: rules })).toEqual([['smaller-limit', 'fun', 'site']]);
});

test('the smaller week holds as the smaller day does', () => {
  const week = (id: string, perWeek: number): Quota => ({ id, scope: 'all', minutes: {}, perWeek });
  expect(told({ quotas: [week('less', 300), week('more', 600)] })).toEqual([
    ['smaller-limit', 'less', 'more'],
  ]);
});

test('a later bedtime of another set does not move the ordinary one', () => {
  const weekend = aRuleSet({
    id: 'weekend',
    days: ['fri', 'sat'],
    quietTimes: [quiet('late', '23:00', '08:00')],
  });
  const child = childWith({ quietTimes: [quiet('night', '21:00', '06:30')], ruleSets: [weekend] });
  expect(conflictsOf(child, monday)).toEqual([
    {
      kind: 'longer-quiet-time',
      wins: { kind: 'quiet-time', id: 'night', setId: null },
      loses: { kind: 'quiet-time', id: 'late', setId: 'weekend' },
      scope: 'all',
      days: ['fri', 'sat'],
      from: '2026-11-27',
    },
  ]);
});

test('a set that replaces names each rule that rests, and from when', () => {
  const holidays = aRuleSet({
    id: 'holidays',
    replaces: true,
    firstDate: '2026-12-20',
    lastDate: '2026-12-22',
    quotas: [quota('free', 'all', 300)],
  });
  const child = childWith({ quotas: [quota('day', 'all', 60)], ruleSets: [holidays] });
  expect(conflictsOf(child, monday)).toEqual([
    {
      kind: 'replaced',
      wins: { kind: 'rule-set', id: 'holidays' },
      loses: { kind: 'quota', id: 'day', setId: null },
      scope: 'all',
      days: ['mon', 'tue', 'sun'],
      from: '2026-12-20',
    },
  ]);
});

test('a limit on a site that is always open never acts', () => {
  const hostSets = [{ id: 'school', name: 'School', hosts: ['school.test'], alwaysOpen: true }];
  expect(told({ hostSets, quotas: [quota('q', 'host:math.school.test', 30)] })).toEqual([
    ['always-open', 'school', 'q'],
  ]);
});

test('a set that is off disagrees with nobody', () => {
  const off = aRuleSet({ isOff: true, replaces: true, quotas: [quota('free', 'all', 10)] });
  expect(told({ quotas: [quota('day', 'all', 60)], ruleSets: [off] })).toEqual([]);
});

test('for one visit and one date only what it meets is told', () => {
  const child = childWith({
    quotas: [
      quota('all', 'all', 60),
      quota('games', 'category:games', 90),
      quota('video', 'category:video', 90),
    ],
  });
  const found = conflictsAt(child, ['all', 'category:games'], monday);
  expect(found.map(({ loses, days }) => [loses.id, days])).toEqual([['games', ['mon']]]);
});

test('of two limits at most one loses to the other on one and the same weekday', () => {
  const minutes = fc.integer({ min: 0, max: 200 });
  const scope = fc.constantFrom('all', 'category:games', 'host:a.test', 'host:b.a.test');
  fc.assert(
    fc.property(fc.tuple(scope, minutes), fc.tuple(scope, minutes), (a, b) => {
      const quotas = [quota('a', ...a), quota('b', ...b)];
      expect(told({ quotas }).length).toBeLessThanOrEqual(1);
    }),
  );
});
