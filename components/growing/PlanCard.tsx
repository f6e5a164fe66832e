import { useState } from 'preact/hooks';

import { newId } from '@/components/guardian/rules/new-id.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { stepCap, suggestSteps, withoutStep, withStep } from '@/rules/growing/plan.ts';
import type { ChildGrowing } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile, PlanStep } from '@/rules/policy/schema.ts';

import { Agreement } from './Agreement.tsx';
import { CalmWeeks } from './CalmWeeks.tsx';
import { NewStep } from './NewStep.tsx';

export type PlanCardProps = {
  readonly child: ChildProfile;
  /** null: not read yet. */
  readonly own: ChildGrowing | null;
  readonly today: string;
  readonly readOnly: boolean;
  readonly onChange: (child: ChildProfile) => void;
};

/** The agreement, step by step, and the steps that could be added. */
export function PlanCard({ child, own, today, readOnly, onChange }: PlanCardProps) {
  const { text, random } = useServices();
  const [adding, setAdding] = useState(false);
  const steps = child.plan?.steps ?? [];
  const states = new Map((own?.steps ?? []).map(({ step, state }) => [step.id, state]));
  return (
    <Card heading={text('growingPlan')} icon="grow">
      <p class="soft">{text(steps.length === 0 ? 'growingNoPlan' : 'growingPlanMeaning')}</p>
      {steps.length > 0 && (
        <Agreement
          child={child}
          states={states}
          {...(!readOnly && {
            onRemove: (stepId: string) => onChange(withoutStep(child, stepId)),
          })}
        />
      )}
      <CalmWeeks />
      {adding && (
        <NewStep
          child={child}
          today={today}
          onCancel={() => setAdding(false)}
          onAdd={(step) => {
            onChange(withStep(child, { ...step, id: newId('step', random) }, today));
            setAdding(false);
          }}
        />
      )}
      {!adding && !readOnly && (
        <Adding
          steps={steps}
          onAdd={() => setAdding(true)}
          onSuggest={() => onChange(withSuggestions(child, today, random))}
        />
      )}
    </Card>
  );
}

type AddingProps = {
  readonly steps: readonly PlanStep[];
  readonly onAdd: () => void;
  readonly onSuggest: () => void;
};

function Adding({ steps, onAdd, onSuggest }: AddingProps) {
  const { text } = useServices();
  // One that has come makes room for another.
  if (steps.length >= stepCap && steps.every(({ takenOn }) => takenOn === undefined)) return null;
  return (
    <div class="row">
      <Button icon="plus" onPress={onAdd}>
        {text('growingAddStep')}
      </Button>
      {steps.length === 0 && (
        <Button icon="grow" onPress={onSuggest}>
          {text('growingSuggest')}
        </Button>
      )}
    </div>
  );
}

const withSuggestions = (
  child: ChildProfile,
  today: string,
  random: Parameters<typeof newId>[1],
): ChildProfile =>
  suggestSteps(child, today).reduce(
    (planned, step) => withStep(planned, { ...step, id: newId('step', random) }, today),
    child,
  );
