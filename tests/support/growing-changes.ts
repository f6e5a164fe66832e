// The part of the table of policy changes that is about growing up.
import type { PlanStep, Policy } from '@/rules/policy/schema.ts';

import { base, bothWays, type Case, loosens, tightens, withChild } from './policy-changes.ts';

const agreed: PlanStep = {
  id: 'step-1',
  kind: 'open-category',
  category: 'social',
  on: '2027-01-01',
};
const planWith = (...steps: PlanStep[]): Policy => withChild({ plan: { steps } });
const agreements: readonly Omit<PlanStep, 'id'>[] = [
  { kind: 'more-minutes', ruleId: 'day', minutes: 15 },
  { kind: 'later-quiet-time', ruleId: 'night', minutes: 30 },
  { kind: 'open-category', category: 'social' },
  { kind: 'next-band' },
];
/** Every way a growing-up plan and the day of birth can be loosened or tightened. */
export const growingCases: readonly Case[] = [
  ...agreements.flatMap((step) => [
    ...bothWays(
      'child.plan',
      [`changeStep_${step.kind}_on`, 'changeStepRemoved'],
      [base, planWith({ ...step, id: 'step-1', on: '2027-01-01' })],
    ),
    loosens('child.plan', 'a step after calm weeks', `changeStep_${step.kind}_calm`, [
      base,
      planWith({ ...step, id: 'step-1', afterCalmWeeks: 4 }),
    ]),
  ]),
  ...bothWays(
    'child.plan',
    ['changeStepChanged', 'changeStepChanged'],
    [planWith(agreed), planWith({ ...agreed, on: '2026-12-01' })],
  ),
  tightens('child.plan', 'a step that came', 'changeStepTaken', [
    planWith(agreed),
    planWith({ ...agreed, takenOn: '2027-01-01' }),
  ]),
  ...bothWays(
    'child.born',
    ['changeBorn', 'changeBornRemoved'],
    [base, withChild({ born: '2015-05-01' })],
  ),
];
