// What a guardian typed about a step, read strictly: a step that could never come is not agreed.
import { takeStep } from '@/rules/growing/take-step.ts';
import { westernDigits } from '@/rules/guardian/secret.ts';
import { categories, type ChildProfile, type PlanStep } from '@/rules/policy/schema.ts';
import { fail, ok, type Result } from '@/rules/result.ts';

import {
  limitSubjects,
  quietTimeSubjects,
  type Speaking,
  type Subject,
  topicSubjects,
} from './subjects.ts';

export type StepDraft = Omit<PlanStep, 'id'>;
export type NewStepTyped = {
  readonly kind: PlanStep['kind'];
  /** Id of a rule, or a topic. */
  readonly subject: string;
  readonly minutes: string;
  readonly when: 'calm' | 'date';
  readonly weeks: string;
  readonly date: string;
};
export type NewStepProblem = {
  readonly field: 'subject' | 'minutes' | 'weeks' | 'date';
  readonly key: string;
};

export const firstTyped = (speaking: Speaking, child: ChildProfile): NewStepTyped => {
  const kind =
    (['more-minutes', 'later-quiet-time', 'open-category'] as const).find(
      (each) => stepSubjects(speaking, child, each).length > 0,
    ) ?? 'next-band';
  const subject = stepSubjects(speaking, child, kind)[0]?.value ?? '';
  return { kind, subject, minutes: '15', when: 'calm', weeks: '4', date: '' };
};

/** What a step of this kind can be about. */
export function stepSubjects(
  speaking: Speaking,
  child: ChildProfile,
  kind: PlanStep['kind'],
): readonly Subject[] {
  if (kind === 'more-minutes') return limitSubjects(speaking, child);
  if (kind === 'later-quiet-time') return quietTimeSubjects(speaking, child);
  return kind === 'open-category'
    ? topicSubjects(
        speaking,
        categories.filter((category) => child.filter.categories[category] !== 'allow'),
      )
    : [];
}

export function readNewStep(
  typed: NewStepTyped,
  child: ChildProfile,
  today: string,
): Result<StepDraft, NewStepProblem> {
  const about = readWhat(typed);
  if (!about.ok) return about;
  const when = readWhen(typed, today);
  if (!when.ok) return when;
  const step = { ...about.value, ...when.value };
  const tried = takeStep(child, { ...step, id: 'tried' });
  return tried.ok ? ok(step) : fail({ field: 'subject', key: `growingStuck-${tried.failure}` });
}

function readWhat({ kind, subject, minutes }: NewStepTyped): Result<StepDraft, NewStepProblem> {
  if (kind === 'next-band') return ok({ kind });
  if (kind === 'open-category') {
    const category = categories.find((each) => each === subject);
    return category === undefined
      ? fail({ field: 'subject', key: 'growingStuck-incomplete' })
      : ok({ kind, category });
  }
  const read = wholeNumber(minutes, 5, 240);
  return read === null
    ? fail({ field: 'minutes', key: 'growingMinutesWrong' })
    : ok({ kind, ruleId: subject, minutes: read });
}

function readWhen(
  { when, weeks, date }: NewStepTyped,
  today: string,
): Result<Pick<PlanStep, 'on' | 'afterCalmWeeks'>, NewStepProblem> {
  if (when === 'calm') {
    const read = wholeNumber(weeks, 1, 52);
    return read === null
      ? fail({ field: 'weeks', key: 'growingWeeksWrong' })
      : ok({ afterCalmWeeks: read });
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return fail({ field: 'date', key: 'growingDateMissing' });
  return date <= today ? fail({ field: 'date', key: 'growingDatePast' }) : ok({ on: date });
}

/** Digits of any script a keyboard writes, within bounds; null for anything else. */
function wholeNumber(typed: string, least: number, most: number): number | null {
  const digits = westernDigits(typed.trim());
  const value = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
