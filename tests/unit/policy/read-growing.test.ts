import { expect, test } from 'vitest';

import { readPolicy } from '@/rules/policy/read.ts';
import type { PlanStep } from '@/rules/policy/schema.ts';

import { withChild } from '../../support/policy-changes.ts';

const step: PlanStep = {
  id: 'step-1',
  kind: 'more-minutes',
  ruleId: 'day',
  minutes: 15,
  on: '2027-01-01',
};
const problemsOf = (...steps: PlanStep[]) => {
  const read = readPolicy(withChild({ plan: { steps } }));
  return read.ok ? [] : read.failure.map(({ path, message }) => `${path}: ${message}`);
};
const at = 'children.0.plan.steps.0';

test('a whole plan is read as it is', () => {
  expect(
    problemsOf(
      step,
      { id: 'step-2', kind: 'next-band', afterCalmWeeks: 8 },
      { id: 'step-3', kind: 'open-category', category: 'social', on: '2028-02-29' },
    ),
  ).toEqual([]);
});

test.each<[string, PlanStep, string]>([
  [
    'without minutes',
    { ...step, minutes: undefined },
    `${at}: a step "more-minutes" needs "minutes"`,
  ],
  [
    'without its rule',
    { ...step, ruleId: undefined },
    `${at}: a step "more-minutes" needs "ruleId"`,
  ],
  [
    'without its topic',
    { id: 'step-1', kind: 'open-category', on: '2027-01-01' },
    `${at}: a step "open-category" needs "category"`,
  ],
  [
    'that has no time to come',
    { ...step, on: undefined },
    `${at}: needs a date ("on") or calm weeks ("afterCalmWeeks")`,
  ],
  [
    'on a day there is not',
    { ...step, on: '2027-02-30' },
    `${at}.on: there is no 2027-02-30 in the calendar`,
  ],
])('a step %s is refused with a sentence', (_, wrong, sentence) => {
  expect(problemsOf(wrong)).toEqual([sentence]);
});

test('two steps under one id are refused', () => {
  expect(problemsOf(step, step)).toEqual(['children.0.plan.steps.1.id: "step-1" is there twice']);
});

test('a step whose rule has gone is kept: the pages say that it can not come', () => {
  expect(problemsOf({ ...step, ruleId: 'gone' })).toEqual([]);
});
