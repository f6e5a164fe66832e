// Differences in what was agreed about growing up. A step that is new, sooner or bigger loosens one day; one that is
// taken away, later or done does not.
import { everyQuietTime, everyQuota } from '../growing/take-step.ts';
import { scopeWords, type Difference } from './changes-time.ts';
import type { ChildProfile, PlanStep } from './schema.ts';

export function planDifferences(before: ChildProfile, after: ChildProfile): Difference[] {
  const [old, now] = [stepsOf(before), stepsOf(after)];
  return [
    ...old
      .filter(({ id }) => !now.some((step) => step.id === id))
      .map((step) => ({
        key: 'changeStepRemoved',
        values: { stepKey: `changeValueStep_${step.kind}` },
        weakens: false,
      })),
    ...now.flatMap((step) => {
      const was = old.find(({ id }) => id === step.id);
      return was === undefined ? stepAdded(after, step) : stepDifferences(was, step);
    }),
    ...(isSame(doublesIn(old), doublesIn(now)) ? [] : doublesIn(now).map(doubled)),
  ];
}

/** Without a day of birth the controls never end by themselves; an earlier one ends them sooner. */
export function bornDifferences(
  { born: before }: Pick<ChildProfile, 'born'>,
  { born: after }: Pick<ChildProfile, 'born'>,
): Difference[] {
  if (before === after) return [];
  // The date itself stays out of the journal.
  return after === undefined
    ? [{ key: 'changeBornRemoved', values: {}, weakens: false }]
    : [{ key: 'changeBorn', values: {}, weakens: before === undefined || after < before }];
}

const stepsOf = ({ plan }: ChildProfile): readonly PlanStep[] => plan?.steps ?? [];

function stepDifferences(was: PlanStep, step: PlanStep): Difference[] {
  if (isSame(was, step)) return [];
  const { takenOn, ...rest } = step;
  if (was.takenOn === undefined && takenOn !== undefined && isSame(was, rest)) {
    const values = { stepKey: `changeValueStep_${step.kind}` };
    return [{ key: 'changeStepTaken', values, weakens: false }];
  }
  return [
    {
      key: 'changeStepChanged',
      values: { stepKey: `changeValueStep_${step.kind}` },
      weakens: !isOnlyLater(was, step),
    },
  ];
}

/** The same step, to come at the same time or later, giving as much or less. */
function isOnlyLater(was: PlanStep, step: PlanStep): boolean {
  const { on, afterCalmWeeks = 0, agreedOn = '', minutes = 0, ...rest } = step;
  const { on: onBefore, afterCalmWeeks: weeksBefore = 0, ...wasRest } = was;
  const { agreedOn: agreedBefore = '', minutes: minutesBefore = 0, ...others } = wasRest;
  return (
    isSame(rest, others) &&
    (on ?? '') >= (onBefore ?? '') &&
    afterCalmWeeks >= weeksBefore &&
    agreedOn >= agreedBefore &&
    minutes <= minutesBefore
  );
}

function stepAdded(profile: ChildProfile, step: PlanStep): Difference[] {
  // Already taken when it came: it changes nothing any more.
  const weakens = step.takenOn === undefined;
  const kind = `changeStep_${step.kind}`;
  const { on, afterCalmWeeks } = step;
  const values = aboutStep(profile, step);
  if (on !== undefined) return [{ key: `${kind}_on`, values: { ...values, on }, weakens }];
  const weeks = String(afterCalmWeeks ?? 0);
  return [{ key: `${kind}_calm`, values: { ...values, weeks }, weakens }];
}

function aboutStep(profile: ChildProfile, step: PlanStep): Record<string, string> {
  const { ruleId, minutes = 0, category } = step;
  if (step.kind === 'more-minutes') {
    const quota = everyQuota(profile).find(({ id }) => id === ruleId);
    return { minutes: String(minutes), ...scopeWords(quota?.scope ?? 'all') };
  }
  if (step.kind === 'later-quiet-time') {
    const quietTime = everyQuietTime(profile).find(({ id }) => id === ruleId);
    return { minutes: String(minutes), from: quietTime?.from ?? '' };
  }
  return category === undefined ? {} : { categoryKey: `changeValueCategory_${category}` };
}

/** Two steps under one id: which one comes is not for a child to arrange. */
const doublesIn = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  steps.filter(({ id }, at) => steps.findIndex((step) => step.id === id) !== at);

const doubled = ({ kind }: PlanStep): Difference => ({
  key: 'changeStepChanged',
  values: { stepKey: `changeValueStep_${kind}` },
  weakens: true,
});

const isSame = (a: object, b: object): boolean => {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};
