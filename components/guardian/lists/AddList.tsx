import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { categories, type OwnList } from '@/rules/policy/schema.ts';

import { newId } from '../rules/new-id.ts';
import { readNewList, type NewListProblem, type NewListTyped } from './read-new-list.ts';

export type AddListProps = {
  /** Addresses that are asked already. */
  readonly there: readonly string[];
  readonly onAdd: (list: OwnList) => void;
};

const nothing: NewListTyped = { name: '', url: '', category: 'adult' };

/** A list that somebody publishes, by its address. */
export function AddList({ there, onAdd }: AddListProps) {
  const { text, random } = useServices();
  const [typed, setTyped] = useState(nothing);
  const [problem, setProblem] = useState<NewListProblem | null>(null);
  const add = () => {
    const read = readNewList(typed, there);
    setProblem(read.ok ? null : read.failure);
    if (!read.ok) return;
    onAdd({ id: newId('own', random), ...read.value });
    setTyped(nothing);
  };
  const errorAt = (field: NewListProblem['field']) =>
    problem?.field === field ? text(problem.key) : undefined;
  return (
    <Form onSubmit={add}>
      <Field
        label={text('listName')}
        value={typed.name}
        maxLength={80}
        dir="auto"
        onInput={(name) => setTyped({ ...typed, name })}
        error={errorAt('name')}
      />
      <Field
        label={text('listAddress')}
        hint={text('listAddressHint')}
        value={typed.url}
        dir="ltr"
        inputMode="url"
        onInput={(url) => setTyped({ ...typed, url })}
        error={errorAt('url')}
      />
      <Select
        label={text('listTopic')}
        value={typed.category}
        options={categories.map((value) => ({ value, label: text(`category-${value}`) }))}
        onChange={(category) => setTyped({ ...typed, category })}
      />
      <div>
        <SubmitButton icon="plus">{text('listAdd')}</SubmitButton>
      </div>
    </Form>
  );
}
