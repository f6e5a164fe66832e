import './growing.css';
import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { StepState } from '@/rules/growing/plan.ts';
import type { ChildProfile, PlanStep } from '@/rules/policy/schema.ts';

import { stateWords, stepWords } from './step-words.ts';

export type AgreementProps = {
  readonly child: ChildProfile;
  /** By the step's id. A step without one is not saved yet. */
  readonly states: ReadonlyMap<string, StepState>;
  readonly onRemove?: (stepId: string) => void;
};

/** What was agreed, as a way with a stone for each step. Both read the same words. */
export function Agreement({ child, states, onRemove }: AgreementProps) {
  return (
    <ol class="growing-way">
      {(child.plan?.steps ?? []).map((step) => (
        <Stone
          key={step.id}
          child={child}
          step={step}
          state={states.get(step.id) ?? null}
          onRemove={onRemove && (() => onRemove(step.id))}
        />
      ))}
    </ol>
  );
}

type StoneProps = {
  readonly child: ChildProfile;
  readonly step: PlanStep;
  readonly state: StepState | null;
  readonly onRemove: (() => void) | undefined;
};

function Stone({ child, step, state, onRemove }: StoneProps) {
  const services = useServices();
  const { text } = services;
  const isTaken = state?.kind === 'taken';
  const words = stepWords(services, child, step);
  const how = state === null ? text('growingNotSaved') : stateWords(services, state);
  return (
    <li class={isTaken ? 'growing-stone growing-stone-taken' : 'growing-stone'}>
      <span class="growing-mark" aria-hidden="true">
        <Icon name={isTaken ? 'check' : 'grow'} />
      </span>
      <div class="growing-words">
        <p>{words}</p>
        {state?.kind === 'waits-for-calm' && <Weeks calm={state.calmWeeks} of={state.of} />}
        {how !== null && <p class="soft small">{how}</p>}
      </div>
      {onRemove && (
        <Button
          kind="plain"
          icon="trash"
          label={text('growingRemoveStep', { step: words })}
          onPress={onRemove}
        />
      )}
    </li>
  );
}

const mostDots = 12;

/** A leaf for each calm week. Only for the eye: the words beside it say the same. */
function Weeks({ calm, of }: { calm: number; of: number }) {
  if (of > mostDots) return null;
  return (
    <span class="growing-weeks" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <span key={at} class={at < calm ? 'growing-week growing-week-calm' : 'growing-week'} />
      ))}
    </span>
  );
}
