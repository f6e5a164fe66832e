// What was agreed, or is proposed, as a sentence: the same for the one who asks and the one who answers.
import { clockName, dateWithYear } from '@/components/page/formats.ts';
import type { Services } from '@/components/services.ts';
import type { StepState } from '@/rules/growing/plan.ts';
import type { Proposed } from '@/rules/growing/proposed.ts';
import { everyQuietTime, everyQuota, nextBand } from '@/rules/growing/take-step.ts';
import { categories, type ChildProfile, type PlanStep } from '@/rules/policy/schema.ts';

type Speaking = Pick<Services, 'text' | 'language'>;
type Step = Pick<
  PlanStep,
  'ruleId' | 'minutes' | 'category' | 'on' | 'afterCalmWeeks' | 'takenOn'
> & {
  readonly kind: PlanStep['kind'] | Proposed['kind'];
};

/** "After 4 calm weeks: 15 more minutes a day for games." */
export function stepWords(speaking: Speaking, child: ChildProfile, step: Step): string {
  const { text } = speaking;
  return text('growingStep', {
    when: whenOfStep(speaking, step),
    what: whatOfStep(speaking, child, step),
  });
}

/** Without its time: what changes. */
function whatOfStep({ text, language }: Speaking, child: ChildProfile, step: Step): string {
  const { ruleId, minutes = 0, category = '' } = step;
  const topic = text(`changeValueCategory_${category === '' ? 'games' : category}`);
  switch (step.kind) {
    case 'more-minutes': {
      const scope = everyQuota(child).find(({ id }) => id === ruleId)?.scope;
      return scope === undefined
        ? text('growingWhatMinutesAny', { minutes })
        : text('growingWhatMinutes', { minutes, scope: scopeName(text, child, scope) });
    }
    case 'later-quiet-time': {
      const from = everyQuietTime(child).find(({ id }) => id === ruleId)?.from;
      // Once it has come, the quiet time starts at another hour.
      return from === undefined || step.takenOn !== undefined
        ? text('growingWhatQuietAny', { minutes })
        : text('growingWhatQuiet', { minutes, from: clockName(language, from) });
    }
    case 'open-category':
      return text('growingWhatTopic', { topic });
    case 'own-limit':
      return text('growingWhatLimit', { minutes, topic });
    case 'next-band': {
      const band = nextBand(child.ageBand);
      return band === null || step.takenOn !== undefined
        ? text('growingWhatBandAny')
        : text('growingWhatBand', { band });
    }
    default:
      return step.kind satisfies never;
  }
}

function whenOfStep({ text, language }: Speaking, { on, afterCalmWeeks }: Step): string {
  const weeks = afterCalmWeeks ?? null;
  if (on === undefined) {
    return weeks === null ? text('growingWhenNow') : text('growingWhenCalm', { count: weeks });
  }
  const date = dateWithYear(language, on);
  return weeks === null
    ? text('growingWhenDate', { date })
    : text('growingWhenBoth', { date, count: weeks });
}

/** How far a step is; null: there is nothing to say but the step itself. */
export function stateWords({ text, language }: Speaking, state: StepState): string | null {
  switch (state.kind) {
    case 'taken':
      return text('growingTaken', { date: dateWithYear(language, state.on) });
    case 'due':
      return text('growingDue');
    case 'waits-for-date':
      return null;
    case 'waits-for-calm':
      return text('growingCalmSoFar', { weeks: state.calmWeeks, of: state.of });
    case 'waits-for-trust':
      return text('growingWaitsForTrust');
    case 'stuck':
      return text(`growingStuck-${state.why}`);
    default:
      return state satisfies never;
  }
}

/** "all browsing", "games", a site, or a set of sites by its name. */
export function scopeName(
  text: Services['text'],
  { hostSets = [] }: Pick<ChildProfile, 'hostSets'>,
  scope: string,
): string {
  if (scope === 'all') return text('scopeAll');
  const name = scope.slice(scope.indexOf(':') + 1);
  if (scope.startsWith('category:') && categories.some((each) => each === name)) {
    return text(`changeValueCategory_${name}`);
  }
  return scope.startsWith('set:') ? (hostSets.find(({ id }) => id === name)?.name ?? name) : name;
}
