import { describe, expect, test } from 'vitest';

import { takeStep } from '@/rules/growing/take-step.ts';
import { policyChanges } from '@/rules/policy/changes.ts';
import { createChild } from '@/rules/policy/presets.ts';
import { ageBands, type ChildProfile, type PlanStep } from '@/rules/policy/schema.ts';

import { aPolicy } from '../../support/builders.ts';

const child = createChild('zara', 'Zara', '9-12');
const step = (parts: Omit<PlanStep, 'id'>): PlanStep => ({ id: 'step', ...parts });
const after = (parts: Omit<PlanStep, 'id'>, from: ChildProfile = child): ChildProfile => {
  const taken = takeStep(from, step(parts));
  if (!taken.ok) throw new Error(taken.failure);
  return taken.value;
};
const failureOf = (parts: Omit<PlanStep, 'id'>, from: ChildProfile = child) => {
  const taken = takeStep(from, step(parts));
  return taken.ok ? null : taken.failure;
};
const quietAs = (from: string, to: string, days: ChildProfile['quietTimes'][number]['days']) => ({
  ...child,
  quietTimes: [{ id: 'night', from, to, days }],
});

describe('more minutes', () => {
  test('are given on every day that has a limit', () => {
    const [quota] = after({ kind: 'more-minutes', ruleId: 'day', minutes: 15 }).quotas;
    expect(quota?.minutes).toMatchObject({ mon: 105, fri: 105, sat: 135 });
  });

  test('make the week longer by as much', () => {
    const weekly = { id: 'w', scope: 'all', minutes: { sat: 60, sun: 60 }, perWeek: 100 };
    const [quota] = after(
      { kind: 'more-minutes', ruleId: 'w', minutes: 15 },
      { ...child, quotas: [weekly] },
    ).quotas;
    expect(quota).toEqual({ ...weekly, minutes: { sat: 75, sun: 75 }, perWeek: 130 });
  });

  test('are given to a week without days as a whole', () => {
    const weekly = { id: 'w', scope: 'all', minutes: {}, perWeek: 100 };
    const [quota] = after(
      { kind: 'more-minutes', ruleId: 'w', minutes: 30 },
      { ...child, quotas: [weekly] },
    ).quotas;
    expect(quota?.perWeek).toBe(130);
  });

  test('never make a day longer than a day', () => {
    const long = { id: 'l', scope: 'all', minutes: { mon: 1430 } };
    const taken = after(
      { kind: 'more-minutes', ruleId: 'l', minutes: 60 },
      { ...child, quotas: [long] },
    );
    expect(taken.quotas[0]?.minutes.mon).toBe(1440);
    expect(failureOf({ kind: 'more-minutes', ruleId: 'l', minutes: 60 }, taken)).toBe(
      'nothing-to-give',
    );
  });

  test('reach a limit that stands in a set for certain dates', () => {
    const holidays = {
      id: 'h',
      name: 'Holidays',
      replaces: true,
      quietTimes: [],
      quotas: [{ id: 'free', scope: 'all', minutes: { mon: 200 } }],
    };
    const taken = after(
      { kind: 'more-minutes', ruleId: 'free', minutes: 20 },
      { ...child, ruleSets: [holidays] },
    );
    expect(taken.ruleSets?.[0]?.quotas[0]?.minutes.mon).toBe(220);
  });
});

describe('a later quiet time', () => {
  const later = (minutes: number) =>
    ({ kind: 'later-quiet-time', ruleId: 'night', minutes }) as const;

  test('starts later and ends as before', () => {
    expect(after(later(30)).quietTimes[0]).toMatchObject({ from: '21:00', to: '06:30' });
  });

  test('belongs to the next day once it starts after midnight', () => {
    const taken = after(later(60), quietAs('23:30', '06:00', ['fri', 'sun']));
    expect(taken.quietTimes[0]).toMatchObject({ from: '00:30', days: ['sat', 'mon'] });
  });

  test('stays where it is if after midnight it would stand on a day that its set does not hold', () => {
    const schoolNights = (days: ChildProfile['quietTimes'][number]['days']) => ({
      ...child,
      quietTimes: [],
      ruleSets: [{ id: 's', name: 'School nights', replaces: false, days, quotas: [] }].map(
        (set) => ({ ...set, quietTimes: quietAs('23:00', '06:00', ['sun', 'mon']).quietTimes }),
      ),
    });
    expect(failureOf(later(60), schoolNights(['sun', 'mon']))).toBe('nothing-to-give');
    expect(failureOf(later(45), schoolNights(['sun', 'mon']))).toBeNull();
    expect(failureOf(later(60), schoolNights(['sun', 'mon', 'tue']))).toBeNull();
  });

  test('always keeps a quarter of an hour of itself', () => {
    expect(after(later(45), quietAs('16:00', '17:00', ['mon'])).quietTimes[0]?.from).toBe('16:45');
    expect(failureOf(later(46), quietAs('16:00', '17:00', ['mon']))).toBe('nothing-to-give');
  });
});

test('a topic opens, and only that one', () => {
  const taken = after({ kind: 'open-category', category: 'social' });
  expect(taken.filter.categories).toEqual({ ...child.filter.categories, social: 'allow' });
  expect(failureOf({ kind: 'open-category', category: 'social' }, taken)).toBe('nothing-to-give');
});

describe('the next age group', () => {
  test('brings its rules where those of the last one stand', () => {
    expect(after({ kind: 'next-band' })).toEqual(createChild('zara', 'Zara', '13-15'));
  });

  test('leaves what the family chose for itself', () => {
    const own = {
      ...child,
      filter: {
        ...child.filter,
        allowlist: ['school.test'],
        words: ['casino'],
        categories: { ...child.filter.categories, social: 'block' as const },
      },
      quotas: [{ id: 'mine', scope: 'all', minutes: { mon: 10 } }],
    };
    const taken = after({ kind: 'next-band' }, own);
    expect(taken.ageBand).toBe('13-15');
    expect(taken.filter).toMatchObject({
      allowlist: ['school.test'],
      words: ['casino'],
      unknown: 'warn',
    });
    expect(taken.filter.categories).toMatchObject({ social: 'block', shopping: 'allow' });
    expect(taken.quotas).toEqual(own.quotas);
    expect(taken.quietTimes[0]?.from).toBe('21:30');
  });

  test('is not there after the last one', () => {
    expect(failureOf({ kind: 'next-band' }, createChild('z', 'Z', '16-17'))).toBe(
      'nothing-to-give',
    );
  });
});

test('a step about a rule that is gone can not be taken, nor one that lacks what it needs', () => {
  expect(failureOf({ kind: 'more-minutes', ruleId: 'gone', minutes: 15 })).toBe('no-rule');
  expect(failureOf({ kind: 'later-quiet-time', ruleId: 'gone', minutes: 15 })).toBe('no-rule');
  expect(failureOf({ kind: 'more-minutes', ruleId: 'day' })).toBe('incomplete');
  expect(failureOf({ kind: 'later-quiet-time', minutes: 15 })).toBe('incomplete');
  expect(failureOf({ kind: 'open-category' })).toBe('incomplete');
});

test.each(ageBands)('no step ever tightens anything for a child of %s', (band) => {
  const from = createChild('zara', 'Zara', band);
  const steps: Omit<PlanStep, 'id'>[] = [
    { kind: 'more-minutes', ruleId: 'day', minutes: 30 },
    { kind: 'later-quiet-time', ruleId: 'night', minutes: 30 },
    { kind: 'open-category', category: 'social' },
    { kind: 'next-band' },
  ];
  for (const parts of steps) {
    const taken = takeStep(from, step(parts));
    if (!taken.ok) continue;
    const back = policyChanges(aPolicy(taken.value), aPolicy(from));
    // Whatever loosens tightens on the way back; a change that loosens both ways would hide a tightening.
    const there = policyChanges(aPolicy(from), aPolicy(taken.value));
    expect(there.some(({ weakens }) => weakens)).toBe(true);
    expect(back.filter(({ weakens }) => weakens).map(({ key }) => key)).toEqual([]);
  }
});
