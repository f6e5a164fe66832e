import { describe, expect, test } from 'vitest';

import type { DayFacts } from '@/rules/growing/calm.ts';
import {
  growUp,
  type PlanFacts,
  stepState,
  suggestSteps,
  withoutStep,
  withStep,
} from '@/rules/growing/plan.ts';
import { createChild } from '@/rules/policy/presets.ts';
import type { ChildProfile, PlanStep } from '@/rules/policy/schema.ts';

const lately: DayFacts[] = ['2026-12-28', '2026-12-30'].map((date) => ({
  date,
  usedSeconds: 900,
  closedPages: 1,
}));
const facts = (today: string, parts: Partial<PlanFacts> = {}): PlanFacts => ({
  today,
  memory: { next: '2027-01-04', calm: [] },
  days: lately,
  ...parts,
});
const newYear: PlanStep = {
  id: 'new-year',
  kind: 'more-minutes',
  ruleId: 'day',
  minutes: 15,
  on: '2027-01-01',
  agreedOn: '2026-11-22',
};
const calm: PlanStep = {
  id: 'calm',
  kind: 'later-quiet-time',
  ruleId: 'night',
  minutes: 30,
  afterCalmWeeks: 2,
  agreedOn: '2026-11-22',
};
const child = (...steps: PlanStep[]): ChildProfile => ({
  ...createChild('zara', 'Zara', '9-12'),
  plan: { steps, agreedOn: '2026-11-22' },
});
const withWeeks = (...mondays: string[]) => ({ memory: { next: '2027-01-04', calm: mondays } });

describe('a step on a date', () => {
  test('waits for it, and comes with it', () => {
    const zara = child(newYear);
    expect(stepState(zara, newYear, facts('2026-12-31'))).toEqual({
      kind: 'waits-for-date',
      on: '2027-01-01',
    });
    expect(stepState(zara, newYear, facts('2027-01-01'))).toEqual({ kind: 'due' });
  });

  test('does not come by a clock that was set ahead', () => {
    const jumped = facts('2028-06-01');
    expect(stepState(child(newYear), newYear, jumped)).toEqual({ kind: 'waits-for-trust' });
    expect(growUp(child(newYear), jumped)).toEqual(child(newYear));
  });

  test('comes late rather than never where the computer was off', () => {
    const days = ['2027-02-03', '2027-02-04'].map((date) => ({
      date,
      usedSeconds: 900,
      closedPages: 0,
    }));
    expect(stepState(child(newYear), newYear, facts('2027-02-05', { days }))).toEqual({
      kind: 'due',
    });
  });
});

describe('a step after calm weeks', () => {
  test('says how many there are', () => {
    expect(
      stepState(child(calm), calm, facts('2026-12-31', withWeeks('2026-11-16', '2026-11-30'))),
    ).toEqual({ kind: 'waits-for-calm', calmWeeks: 1, of: 2 });
  });

  test('comes when there are enough', () => {
    const weeks = withWeeks('2026-11-23', '2026-11-30');
    const grown = growUp(child(calm), facts('2026-12-31', weeks));
    expect(grown.quietTimes[0]?.from).toBe('21:00');
    expect(grown.plan?.steps[0]?.takenOn).toBe('2026-12-31');
  });
});

test('a step is taken once', () => {
  const once = growUp(child(newYear), facts('2027-01-01'));
  expect(once.quotas[0]?.minutes.mon).toBe(105);
  expect(growUp(once, facts('2027-01-02'))).toBe(once);
});

test('steps that are due together are all taken, each on what the last one left', () => {
  const both = [newYear, { ...newYear, id: 'second' }];
  expect(growUp(child(...both), facts('2027-01-01')).quotas[0]?.minutes.mon).toBe(120);
});

test('a step with a date and calm weeks waits for both', () => {
  const careful = { ...newYear, afterCalmWeeks: 1 };
  const weeks = withWeeks('2026-12-07');
  expect(stepState(child(careful), careful, facts('2026-12-31', weeks)).kind).toBe(
    'waits-for-date',
  );
  expect(stepState(child(careful), careful, facts('2027-01-01')).kind).toBe('waits-for-calm');
  expect(stepState(child(careful), careful, facts('2027-01-01', weeks)).kind).toBe('due');
});

test('a step whose rule is gone stays untaken and says so', () => {
  const orphan = { ...newYear, ruleId: 'gone' };
  expect(stepState(child(orphan), orphan, facts('2027-01-01'))).toEqual({
    kind: 'stuck',
    why: 'no-rule',
  });
  expect(growUp(child(orphan), facts('2027-01-01'))).toEqual(child(orphan));
});

test('a child without a plan stays as it is', () => {
  const zara = createChild('zara', 'Zara', '9-12');
  expect(growUp(zara, facts('2027-01-01'))).toBe(zara);
});

describe('the agreement', () => {
  test('says of every step the day it was agreed', () => {
    const zara = withStep(createChild('zara', 'Zara', '9-12'), newYear, '2026-11-25');
    expect(zara.plan).toEqual({
      steps: [{ ...newYear, agreedOn: '2026-11-25' }],
      agreedOn: '2026-11-25',
    });
    expect(withoutStep(zara, 'new-year').plan?.steps).toEqual([]);
  });

  test('makes room by forgetting what has come', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ ...newYear, id: `s${at}` }));
    expect(withStep(child(...many), calm, '2026-11-25')).toEqual(child(...many));
    const [first, ...others] = many;
    const done = first === undefined ? [] : [{ ...first, takenOn: '2026-11-24' }, ...others];
    expect(withStep(child(...done), calm, '2026-11-25').plan?.steps.map(({ id }) => id)).toEqual([
      ...others.map(({ id }) => id),
      'calm',
    ]);
  });
});

test('steps are suggested only where they would give something', () => {
  const kinds = (zara: ChildProfile) => suggestSteps(zara, '2026-11-22').map(({ kind }) => kind);
  expect(kinds(createChild('z', 'Z', '9-12'))).toEqual([
    'more-minutes',
    'later-quiet-time',
    'next-band',
  ]);
  expect(kinds(createChild('z', 'Z', '16-17'))).toEqual(['later-quiet-time']);
});
