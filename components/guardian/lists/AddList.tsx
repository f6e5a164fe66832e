import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { categories, type OwnList } from '@/rules/policy/schema.ts';

import { newId } from '../rules/new-id.ts';
import { readNewList, type NewListTyped } from './read-new-list.ts';
import { useNewEntry } from './use-new-entry.ts';

export type AddListProps = {
  /** Addresses that are asked already. */
  readonly there: readonly string[];
  readonly onAdd: (list: OwnList) => void;
};

const nothing: NewListTyped = { name: '', url: '', category: 'adult' };

/** A list that somebody publishes, by its address. */
export function AddList({ there, onAdd }: AddListProps) {
  const { text, random } = useServices();
  const { typed, type, errorAt, add } = useNewEntry(
    nothing,
    (entry) => readNewList(entry, there),
    (entry) => onAdd({ id: newId('own', random), ...entry }),
  );
  return (
    <Form onSubmit={add}>
      <Field
        label={text('listName')}
        value={typed.name}
        maxLength={80}
        dir="auto"
        onInput={(name) => type({ name })}
        error={errorAt('name')}
      />
      <Field
        label={text('listAddress')}
        hint={text('listAddressHint')}
        value={typed.url}
        dir="ltr"
        inputMode="url"
        onInput={(url) => type({ url })}
        error={errorAt('url')}
      />
      <Select
        label={text('listTopic')}
        value={typed.category}
        options={categories.map((value) => ({ value, label: text(`category-${value}`) }))}
        onChange={(category) => type({ category })}
      />
      <div>
        <SubmitButton icon="plus">{text('listAdd')}</SubmitButton>
      </div>
    </Form>
  );
}
