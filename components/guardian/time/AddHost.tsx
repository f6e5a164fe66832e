import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';

import { Form, SubmitButton } from '../Form.tsx';
import { wholeHost } from '../rules/read-new-quota.ts';

export type AddHostProps = {
  readonly there: readonly string[];
  readonly onAdd: (host: string) => void;
};

const most = 200;

/** A whole site for a set: time is counted by sites, not by their pages. */
export function AddHost({ there, onAdd }: AddHostProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    const host = wholeHost(typed);
    if (!host.ok) return setError(text(host.failure));
    if (there.includes(host.value)) {
      return setError(text('rulesSiteThere', { pattern: host.value }));
    }
    if (there.length >= most) return setError(text('sitesFull', { most }));
    onAdd(host.value);
    setError(undefined);
    setTyped('');
  };
  return (
    <Form onSubmit={add}>
      <Field
        label={text('sitesAddHost')}
        value={typed}
        dir="ltr"
        inputMode="url"
        placeholder="school.example"
        error={error}
        onInput={(next) => {
          setTyped(next);
          setError(undefined);
        }}
        after={<SubmitButton icon="plus">{text('add')}</SubmitButton>}
      />
    </Form>
  );
}
