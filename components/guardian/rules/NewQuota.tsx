import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { categories, weekdays, type Quota } from '@/rules/policy/schema.ts';

import { newId } from './new-id.ts';
import { readNewQuota, type NewQuotaProblem, type NewQuotaTyped } from './read-new-quota.ts';
import { useScopeWords } from './scope-words.ts';

export type NewQuotaProps = {
  readonly quotas: readonly Quota[];
  readonly onAdd: (quota: Quota) => void;
};

/** Adds a limit: for what, and how many minutes a day. The days can differ afterwards. */
export function NewQuota({ quotas, onAdd }: NewQuotaProps) {
  const { text, random } = useServices();
  const [typed, setTyped] = useState<NewQuotaTyped>({ scope: 'all', host: '', minutes: '60' });
  const [problem, setProblem] = useState<NewQuotaProblem | null>(null);
  const add = () => {
    const read = readNewQuota(typed, quotas);
    setProblem(read.ok ? null : read.failure);
    if (!read.ok) return;
    const { scope, minutes } = read.value;
    setTyped({ ...typed, host: '' });
    onAdd({
      id: newId('limit', random),
      scope,
      minutes: Object.fromEntries(weekdays.map((day) => [day, minutes])),
    });
  };
  return (
    <Form look="panel stack" onSubmit={add}>
      <h3>{text('rulesQuotaNew')}</h3>
      <NewQuotaFields typed={typed} onChange={setTyped} problem={problem} />
      <div>
        <SubmitButton icon="plus">{text('rulesQuotaAdd')}</SubmitButton>
      </div>
    </Form>
  );
}

type NewQuotaFieldsProps = {
  readonly typed: NewQuotaTyped;
  readonly onChange: (typed: NewQuotaTyped) => void;
  readonly problem: NewQuotaProblem | null;
};

const scopes = ['all', ...categories.map((category) => `category:${category}`)];

function NewQuotaFields({ typed, onChange, problem }: NewQuotaFieldsProps) {
  const { text } = useServices();
  const scopeWords = useScopeWords();
  const errorAt = (field: NewQuotaProblem['field']) =>
    problem?.field === field ? text(problem.key) : undefined;
  return (
    <>
      <div class="pair">
        <Select
          label={text('rulesQuotaFor')}
          value={typed.scope}
          onChange={(scope) => onChange({ ...typed, scope })}
          options={[
            ...scopes.map((value) => ({ value, label: scopeWords(value) })),
            { value: 'host', label: text('rulesScopeHost') },
          ]}
        />
        <Field
          label={text('rulesQuotaDaily')}
          value={typed.minutes}
          inputMode="numeric"
          dir="ltr"
          maxLength={4}
          onInput={(minutes) => onChange({ ...typed, minutes })}
          error={errorAt('minutes')}
        />
      </div>
      {typed.scope === 'host' && (
        <Field
          label={text('rulesQuotaHost')}
          value={typed.host}
          dir="ltr"
          inputMode="url"
          placeholder="youtube.com"
          onInput={(host) => onChange({ ...typed, host })}
          error={errorAt('host')}
        />
      )}
    </>
  );
}
