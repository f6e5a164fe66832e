import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';

export type AddEntryProps = {
  readonly label: string;
  readonly hint: string;
  /** Answers what is wrong with it, in words; null: it was added. */
  readonly onAdd: (typed: string) => string | null | Promise<string | null>;
};

/** One line to type in, and a button that adds it; what is wrong stays there to be put right. */
export function AddEntry({ label, hint, onAdd }: AddEntryProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const add = async () => {
    const problem = await onAdd(typed);
    setError(problem ?? undefined);
    if (problem === null) setTyped('');
  };
  return (
    <Form onSubmit={() => void add()}>
      <Field
        label={label}
        hint={hint}
        value={typed}
        dir="auto"
        onInput={(next) => {
          setTyped(next);
          setError(undefined);
        }}
        error={error}
        after={<SubmitButton icon="plus">{text('add')}</SubmitButton>}
      />
    </Form>
  );
}
