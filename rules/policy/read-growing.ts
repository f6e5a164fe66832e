// What can be wrong in a growing-up plan that comes from outside: a step that could never come is refused by name. One
// whose rule has gone since is not: it says so on both pages, and a limit can be removed without asking the plan first.
import type { ParseFailure } from '../parse.ts';
import { tidyDate } from '../time/dates.ts';
import { doubles, problem } from './read-problems.ts';
import type { ChildProfile, PlanStep } from './schema.ts';

export function growingProblems({ plan }: ChildProfile, path: string): ParseFailure[] {
  const steps = plan?.steps ?? [];
  return [
    ...doubles(steps, `${path}.plan.steps`),
    ...steps.flatMap((step, at) => stepProblems(step, `${path}.plan.steps.${at}`)),
  ];
}

const stepProblems = (step: PlanStep, path: string): ParseFailure[] => [
  ...missing(step).map((field) => problem(path, `a step "${step.kind}" needs "${field}"`)),
  ...(step.on === undefined && step.afterCalmWeeks === undefined
    ? [problem(path, 'needs a date ("on") or calm weeks ("afterCalmWeeks")')]
    : []),
  ...(step.on === undefined || tidyDate(step.on) === step.on
    ? []
    : [problem(`${path}.on`, `there is no ${step.on} in the calendar`)]),
];

function missing({ kind, ruleId, minutes, category }: PlanStep): readonly string[] {
  if (kind === 'next-band') return [];
  if (kind === 'open-category') return category === undefined ? ['category'] : [];
  return [
    ...(ruleId === undefined ? ['ruleId'] : []),
    ...(minutes === undefined ? ['minutes'] : []),
  ];
}
