// Differences in what was agreed about growing up. A step that is new, sooner or bigger loosens one day; one that is
// taken away, later or done does not.
import { everyQuietTime, everyQuota } from '../growing/take-step.ts';
import { ruleSetDifferences } from './changes-sets.ts';
import {
  type Difference,
  isClosedIn,
  isTighter,
  quietTimeDifferences,
  quotaDifferences,
  scopeWords,
} from './changes-time.ts';
import type { ChildProfile, PlanStep, QuietTime, Quota } from './schema.ts';

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
    ...(isSame(doublesIn(old), doublesIn(now)) ? [] : doublesIn(now).map(changed)),
    ...now.filter((step) => isMoved(before, after, step)).map(changed),
  ];
}

/** A step names its rule by the id: were another, milder one to be found under it, the step would open that. */
function isMoved(before: ChildProfile, after: ChildProfile, step: PlanStep): boolean {
  const was = stepsOf(before).find(({ id }) => id === step.id);
  const isWaiting = was !== undefined && step.takenOn === undefined && was.ruleId === step.ruleId;
  if (!isWaiting || step.ruleId === undefined) return false;
  const isOther =
    step.kind === 'more-minutes'
      ? isOtherQuota(ruleOf(everyQuota(before), step), ruleOf(everyQuota(after), step))
      : isOtherQuietTime(ruleOf(everyQuietTime(before), step), ruleOf(everyQuietTime(after), step));
  // Where the rule itself was made milder, that is told.
  return isOther && !isTimeWeaker(before, after);
}

const ruleOf = <Rule extends { readonly id: string }>(
  rules: readonly Rule[],
  { ruleId }: PlanStep,
): Rule | undefined => rules.find(({ id }) => id === ruleId);

const isOtherQuota = (was: Quota | undefined, is: Quota | undefined): boolean =>
  is !== undefined && (was?.scope !== is.scope || !isTighter(is, was));

const isOtherQuietTime = (was: QuietTime | undefined, is: QuietTime | undefined): boolean =>
  is !== undefined &&
  (was === undefined || (was.scope ?? 'all') !== (is.scope ?? 'all') || !isClosedIn([is], was));

const isTimeWeaker = (before: ChildProfile, after: ChildProfile): boolean =>
  [
    ...quotaDifferences(before.quotas, after.quotas),
    ...quietTimeDifferences(before.quietTimes, after.quietTimes),
    ...ruleSetDifferences(before, after),
  ].some(({ weakens }) => weakens);

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

const changed = ({ kind }: PlanStep): Difference => ({
  key: 'changeStepChanged',
  values: { stepKey: `changeValueStep_${kind}` },
  weakens: true,
});

const isSame = (a: object, b: object): boolean => {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};
