// An agreed plan against the calendar: what has come, what comes today, and what is still waited for.
import type { ChildProfile, PlanStep } from '../policy/schema.ts';
import { addDays } from '../time/dates.ts';
import { type CalmMemory, calmWeeksSince, type DayFacts, isBelieved } from './calm.ts';
import { nextBand, takeStep, type StepFailure } from './take-step.ts';

export type StepState =
  | { readonly kind: 'taken'; readonly on: string }
  /** It comes the next time the background looks. */
  | { readonly kind: 'due' }
  | { readonly kind: 'waits-for-date'; readonly on: string }
  | { readonly kind: 'waits-for-calm'; readonly calmWeeks: number; readonly of: number }
  /** Its date has come, but the computer's clock may be wrong: it waits for a few days of ordinary use. */
  | { readonly kind: 'waits-for-trust' }
  /** It can not be done any more; a person has to look at it. */
  | { readonly kind: 'stuck'; readonly why: StepFailure };

/** What is known of a child's calendar. */
export type PlanFacts = {
  /** The local date by the clock that is behind the other: the ledger's, or the computer's. */
  readonly today: string;
  readonly memory: CalmMemory;
  /** The last weeks, today not among them. */
  readonly days: readonly DayFacts[];
};

/** A step with both conditions waits for both; one with neither is due at once. */
export function stepState(child: ChildProfile, step: PlanStep, facts: PlanFacts): StepState {
  if (step.takenOn !== undefined) return { kind: 'taken', on: step.takenOn };
  const tried = takeStep(child, step);
  if (!tried.ok) return { kind: 'stuck', why: tried.failure };
  const { on, afterCalmWeeks } = step;
  if (on !== undefined && facts.today < on) return { kind: 'waits-for-date', on };
  if (afterCalmWeeks !== undefined) {
    const calmWeeks = calmWeeksSince(facts.memory, step.agreedOn ?? '');
    if (calmWeeks < afterCalmWeeks) {
      return { kind: 'waits-for-calm', calmWeeks, of: afterCalmWeeks };
    }
  }
  return isBelieved(facts.today, facts.days) ? { kind: 'due' } : { kind: 'waits-for-trust' };
}

/** The child's rules with every step taken that is due, one after the other; the same object if none is. */
export function growUp(child: ChildProfile, facts: PlanFacts): ChildProfile {
  return (child.plan?.steps ?? []).reduce((grown, step) => {
    if (stepState(grown, step, facts).kind !== 'due') return grown;
    const taken = takeStep(grown, step);
    return taken.ok ? markTaken(taken.value, step, facts.today) : grown;
  }, child);
}

function markTaken(child: ChildProfile, step: PlanStep, today: string): ChildProfile {
  const { plan } = child;
  if (plan === undefined) return child;
  const steps = plan.steps.map((each) =>
    each.id === step.id ? { ...each, takenOn: today } : each,
  );
  return { ...child, plan: { ...plan, steps } };
}

export const stepCap = 20;

/** A plan with one more step, agreed today. The oldest step that was taken makes room. */
export function withStep(child: ChildProfile, step: PlanStep, today: string): ChildProfile {
  const steps = [...(child.plan?.steps ?? [])];
  if (steps.length >= stepCap) {
    const taken = steps.findIndex(({ takenOn }) => takenOn !== undefined);
    if (taken < 0) return child;
    steps.splice(taken, 1);
  }
  return { ...child, plan: { steps: [...steps, { ...step, agreedOn: today }], agreedOn: today } };
}

export const withoutStep = (child: ChildProfile, stepId: string): ChildProfile =>
  child.plan === undefined
    ? child
    : {
        ...child,
        plan: { ...child.plan, steps: child.plan.steps.filter(({ id }) => id !== stepId) },
      };

type Suggested = Omit<PlanStep, 'id'>;

/** Where a family without a plan can start: small steps, each after some calm weeks, the next age group in half a year. */
export function suggestSteps(child: ChildProfile, today: string): readonly Suggested[] {
  const [quota] = child.quotas;
  const [quietTime] = child.quietTimes;
  const offered: readonly Suggested[] = [
    ...(quota === undefined
      ? []
      : [{ kind: 'more-minutes', ruleId: quota.id, minutes: 15, afterCalmWeeks: 4 } as const]),
    ...(quietTime === undefined
      ? []
      : [
          {
            kind: 'later-quiet-time',
            ruleId: quietTime.id,
            minutes: 30,
            afterCalmWeeks: 8,
          } as const,
        ]),
    ...(nextBand(child.ageBand) === null
      ? []
      : [{ kind: 'next-band', on: addDays(today, 182) } as const]),
  ];
  return offered.filter((step) => takeStep(child, { ...step, id: 'offered' }).ok);
}
