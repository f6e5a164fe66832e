import { expect, test } from 'vitest';

import type { ChildProfile, QuietTime, Quota, RuleSet } from '@/rules/policy/schema.ts';
import { weekdays } from '@/rules/policy/schema.ts';
import {
  alwaysOpenHosts,
  countedHosts,
  isSetDue,
  nextTurn,
  rulesInForce,
  type TimeProfile,
} from '@/rules/time/rules-in-force.ts';

import { anOpenChild, aRuleSet } from '../../support/builders.ts';

const quiet = (id: string, days: QuietTime['days'] = [...weekdays]): QuietTime => ({
  id,
  days,
  from: '21:00',
  to: '06:30',
});
const quota = (id: string, scope = 'all'): Quota => ({ id, scope, minutes: { mon: 60 } });
const ordinary: ChildProfile = {
  ...anOpenChild(),
  quietTimes: [quiet('night')],
  quotas: [quota('day')],
};
const withSets = (...ruleSets: RuleSet[]): TimeProfile => ({ ...ordinary, ruleSets });
const idsOn = (profile: TimeProfile, date: string) => {
  const { quietTimes, quotas } = rulesInForce(profile, date);
  return [...quietTimes, ...quotas].map(({ id }) => id);
};

test('without sets the ordinary rules hold, quiet times on their own days', () => {
  const profile = { ...ordinary, quietTimes: [quiet('night'), quiet('fridays', ['fri'])] };
  // 2026-11-27 is a Friday.
  expect(idsOn(profile, '2026-11-27')).toEqual(['night', 'fridays', 'day']);
  expect(idsOn(profile, '2026-11-28')).toEqual(['night', 'day']);
});

test('a set holds beside the ordinary rules, or in their place', () => {
  const beside = aRuleSet({ quotas: [quota('more')] });
  expect(idsOn(withSets(beside), '2026-11-23')).toEqual(['night', 'day', 'more']);
  expect(idsOn(withSets({ ...beside, replaces: true }), '2026-11-23')).toEqual(['more']);
});

test('of two sets that replace both hold, and a set that does not rests with the ordinary rules', () => {
  const sets = withSets(
    aRuleSet({ id: 'a', replaces: true, quotas: [quota('a')] }),
    aRuleSet({ id: 'b', quotas: [quota('b')] }),
    aRuleSet({ id: 'c', replaces: true, quotas: [quota('c')] }),
  );
  expect(idsOn(sets, '2026-11-23')).toEqual(['a', 'c']);
  expect(rulesInForce(sets, '2026-11-23').sets.map(({ id }) => id)).toEqual(['a', 'c']);
});

test('a set that is switched off replaces nothing', () => {
  const off = aRuleSet({ replaces: true, isOff: true, quotas: [quota('more')] });
  expect(idsOn(withSets(off), '2026-11-23')).toEqual(['night', 'day']);
});

test('an empty set that replaces gives a day without time rules', () => {
  expect(idsOn(withSets(aRuleSet({ replaces: true })), '2026-11-23')).toEqual([]);
});

test.each([
  ['without dates it always holds', {}, '2026-01-01', true],
  ['from its first day on', { firstDate: '2026-02-18' }, '2026-02-17', false],
  ['on its first day', { firstDate: '2026-02-18' }, '2026-02-18', true],
  ['on its last day', { firstDate: '2026-02-18', lastDate: '2026-03-19' }, '2026-03-19', true],
  ['not after it', { firstDate: '2026-02-18', lastDate: '2026-03-19' }, '2026-03-20', false],
  ['and not a year later', { lastDate: '2026-03-19' }, '2027-03-01', false],
  ['only on its days', { days: ['sat', 'sun'] }, '2026-11-28', true],
  ['not on others', { days: ['sat', 'sun'] }, '2026-11-27', false],
] as const)('a set of certain dates: %s', (_, parts, date, isDue) => {
  const { days, ...dates } = { days: undefined, ...parts };
  const set = aRuleSet({ ...dates, ...(days === undefined ? {} : { days: [...days] }) });
  expect(isSetDue(set, date)).toBe(isDue);
});

test('a yearly set holds in each year, also from December into January and up to 29 February', () => {
  const winter = aRuleSet({ firstDate: '2026-12-20', lastDate: '2027-01-05', isYearly: true });
  for (const date of ['2026-12-20', '2027-01-05', '2031-12-31', '2024-01-01']) {
    expect(isSetDue(winter, date), date).toBe(true);
  }
  expect(isSetDue(winter, '2028-12-19')).toBe(false);
  expect(isSetDue(winter, '2028-01-06')).toBe(false);
  const leap = aRuleSet({ firstDate: '2028-02-01', lastDate: '2028-02-29', isYearly: true });
  expect(isSetDue(leap, '2029-02-28')).toBe(true);
  expect(isSetDue(leap, '2029-03-01')).toBe(false);
  expect(isSetDue(leap, '2032-02-29')).toBe(true);
});

test('from the eighteenth birthday on no time rule holds', () => {
  const profile = { ...withSets(aRuleSet({ quotas: [quota('more')] })), born: '2008-11-23' };
  expect(idsOn(profile, '2026-11-22')).not.toEqual([]);
  expect(rulesInForce(profile, '2026-11-23')).toEqual({ quietTimes: [], quotas: [], sets: [] });
});

test('the next turn is the first day of a set, the day after its last or the birthday', () => {
  const set = aRuleSet({ firstDate: '2027-02-18', lastDate: '2027-03-19' });
  expect(nextTurn(withSets(set), '2026-11-23')).toBe('2027-02-18');
  expect(nextTurn(withSets(set), '2027-02-18')).toBe('2027-03-20');
  expect(nextTurn(withSets(set), '2027-03-20')).toBeNull();
  expect(nextTurn(withSets({ ...set, isYearly: true }), '2027-03-20')).toBe('2028-02-18');
  expect(nextTurn(withSets({ ...set, isOff: true }), '2026-11-23')).toBeNull();
  expect(nextTurn({ ...withSets(set), born: '2009-01-01' }, '2026-11-23')).toBe('2027-01-01');
  // Who was born on 29 February is of age on 1 March.
  expect(nextTurn({ ...ordinary, born: '2008-02-29' }, '2026-01-01')).toBe('2026-03-01');
});

test('the hosts whose counts matter are those of quotas, of sets’ quotas and of host sets', () => {
  const profile: TimeProfile = {
    ...withSets(aRuleSet({ quotas: [quota('q', 'host:b.test')] })),
    quotas: [quota('day'), quota('site', 'host:a.test')],
    hostSets: [
      { id: 'fun', name: 'Fun', hosts: ['c.test'] },
      { id: 'school', name: 'School', hosts: ['d.test'], alwaysOpen: true },
    ],
  };
  expect(countedHosts(profile)).toEqual(['a.test', 'b.test', 'c.test', 'd.test']);
  expect(alwaysOpenHosts(profile)).toEqual(['d.test']);
});
