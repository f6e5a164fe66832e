import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { stepKinds, type ChildProfile } from '@/rules/policy/schema.ts';

import {
  firstTyped,
  type NewStepProblem,
  type NewStepTyped,
  readNewStep,
  type StepDraft,
  stepSubjects,
} from './read-new-step.ts';
import { stepWords } from './step-words.ts';

export type NewStepProps = {
  readonly child: ChildProfile;
  readonly today: string;
  readonly onAdd: (step: StepDraft) => void;
  readonly onCancel: () => void;
};

/** One more step: what changes, and when. Read back as the sentence both will see. */
export function NewStep({ child, today, onAdd, onCancel }: NewStepProps) {
  const services = useServices();
  const { text } = services;
  const [typed, setTyped] = useState<NewStepTyped>(() => firstTyped(services, child));
  const [problem, setProblem] = useState<NewStepProblem | null>(null);
  const read = readNewStep(typed, child, today);
  const change = (parts: Partial<NewStepTyped>) => {
    setTyped({ ...typed, ...parts });
    setProblem(null);
  };
  const errorAt = (field: NewStepProblem['field']) =>
    problem?.field === field ? text(problem.key) : undefined;
  return (
    <Form
      look="panel stack"
      onSubmit={() => {
        if (read.ok) onAdd(read.value);
        else setProblem(read.failure);
      }}
    >
      <h3>{text('growingAddStep')}</h3>
      <What child={child} typed={typed} change={change} errorAt={errorAt} />
      <When typed={typed} change={change} errorAt={errorAt} today={today} />
      {read.ok && <p class="growing-quote strong">{stepWords(services, child, read.value)}</p>}
      <div class="row">
        <SubmitButton kind="main" icon="plus">
          {text('growingStepAdd')}
        </SubmitButton>
        <Button onPress={onCancel}>{text('cancel')}</Button>
      </div>
    </Form>
  );
}

type PartProps = {
  readonly typed: NewStepTyped;
  readonly change: (parts: Partial<NewStepTyped>) => void;
  readonly errorAt: (field: NewStepProblem['field']) => string | undefined;
};

function What({ child, typed, change, errorAt }: PartProps & { readonly child: ChildProfile }) {
  const services = useServices();
  const { text } = services;
  const subjects = stepSubjects(services, child, typed.kind);
  const kinds = stepKinds.filter(
    (kind) => kind === 'next-band' || stepSubjects(services, child, kind).length > 0,
  );
  const hasMinutes = typed.kind === 'more-minutes' || typed.kind === 'later-quiet-time';
  return (
    <>
      <Choices
        label={text('growingStepKind')}
        options={kinds.map((kind) => ({ value: kind, label: text(`growingKind-${kind}`) }))}
        value={typed.kind}
        onChange={(kind) =>
          change({ kind, subject: stepSubjects(services, child, kind)[0]?.value ?? '' })
        }
      />
      {(subjects.length > 0 || hasMinutes) && (
        <div class="pair">
          {subjects.length > 0 && (
            <Select
              label={text(`growingSubject-${typed.kind}`)}
              options={subjects}
              value={typed.subject}
              onChange={(subject) => change({ subject })}
            />
          )}
          {hasMinutes && (
            <Field
              label={text('growingMinutesMore')}
              value={typed.minutes}
              inputMode="numeric"
              dir="ltr"
              maxLength={3}
              error={errorAt('minutes')}
              onInput={(minutes) => change({ minutes })}
            />
          )}
        </div>
      )}
      <p class="field-error" role="alert" hidden={errorAt('subject') === undefined}>
        {errorAt('subject')}
      </p>
    </>
  );
}

function When({ typed, change, errorAt, today }: PartProps & { readonly today: string }) {
  const { text } = useServices();
  return (
    <div class="stack">
      <Choices
        label={text('growingStepWhen')}
        look="chips"
        options={[
          { value: 'calm', label: text('growingWhen-calm') },
          { value: 'date', label: text('growingWhen-date') },
        ]}
        value={typed.when}
        onChange={(when) => change({ when })}
      />
      {typed.when === 'calm' ? (
        <Field
          label={text('growingWeeks')}
          value={typed.weeks}
          inputMode="numeric"
          dir="ltr"
          maxLength={2}
          error={errorAt('weeks')}
          onInput={(weeks) => change({ weeks })}
        />
      ) : (
        <Field
          label={text('growingDate')}
          type="date"
          value={typed.date}
          hint={today === '' ? '' : text('growingDateHint')}
          error={errorAt('date')}
          onInput={(date) => change({ date })}
        />
      )}
    </div>
  );
}
