import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import type { Quota } from '@/rules/policy/schema.ts';

import { useScopeOptions } from '../time/scope-options.ts';
import { newId } from './new-id.ts';
import { readNewQuota, type NewQuotaProblem, type NewQuotaTyped } from './read-new-quota.ts';

export type NewQuotaProps = {
  readonly quotas: readonly Quota[];
  readonly onAdd: (quota: Quota) => void;
};

const start: NewQuotaTyped = { scope: 'all', host: '', minutes: '60', per: 'day' };

/** Adds a limit: for what, and how many minutes. The days can differ afterwards. */
export function NewQuota({ quotas, onAdd }: NewQuotaProps) {
  const { text, random } = useServices();
  const [typed, setTyped] = useState<NewQuotaTyped>(start);
  const [problem, setProblem] = useState<NewQuotaProblem | null>(null);
  const add = () => {
    const read = readNewQuota(typed, quotas);
    setProblem(read.ok ? null : read.failure);
    if (!read.ok) return;
    setTyped({ ...typed, host: '' });
    onAdd({ id: newId('limit', random), ...read.value });
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

function NewQuotaFields({ typed, onChange, problem }: NewQuotaFieldsProps) {
  const { text } = useServices();
  const scopes = useScopeOptions();
  const errorAt = (field: NewQuotaProblem['field']) =>
    problem?.field === field ? text(problem.key) : undefined;
  return (
    <>
      <div class="pair">
        <Select
          label={text('rulesQuotaFor')}
          value={typed.scope}
          onChange={(scope) => onChange({ ...typed, scope })}
          options={[...scopes(), { value: 'host', label: text('rulesScopeHost') }]}
        />
        <Select
          label={text('quotaPer')}
          value={typed.per}
          onChange={(per) => onChange({ ...typed, per })}
          options={[
            { value: 'day', label: text('quotaPerDay') },
            { value: 'week', label: text('quotaPerWeek') },
          ]}
        />
        <Field
          label={text(typed.per === 'week' ? 'quotaWeekly' : 'rulesQuotaDaily')}
          value={typed.minutes}
          inputMode="numeric"
          dir="ltr"
          maxLength={5}
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
