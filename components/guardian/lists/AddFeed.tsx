import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import type { Feed } from '@/rules/policy/schema.ts';

import { newId } from '../rules/new-id.ts';
import { readNewFeed, type NewFeedTyped } from './read-new-list.ts';
import { useNewEntry } from './use-new-entry.ts';

export type AddFeedProps = {
  readonly there: readonly string[];
  readonly onAdd: (feed: Feed) => void;
};

const nothing: NewFeedTyped = { name: '', url: '', root: '' };

/** A signed feed of a school or a national body: the code that comes with its address tells it from a forged one. */
export function AddFeed({ there, onAdd }: AddFeedProps) {
  const { text, random } = useServices();
  const { typed, type, errorAt, add } = useNewEntry(
    nothing,
    (entry) => readNewFeed(entry, there),
    (entry) => onAdd({ id: newId('feed', random), ...entry }),
  );
  return (
    <Form onSubmit={add}>
      <Field
        label={text('feedName')}
        value={typed.name}
        maxLength={80}
        dir="auto"
        onInput={(name) => type({ name })}
        error={errorAt('name')}
      />
      <Field
        label={text('feedAddress')}
        value={typed.url}
        dir="ltr"
        inputMode="url"
        onInput={(url) => type({ url })}
        error={errorAt('url')}
      />
      <Field
        label={text('feedRoot')}
        hint={text('feedRootHint')}
        value={typed.root}
        dir="ltr"
        onInput={(root) => type({ root })}
        error={errorAt('root')}
      />
      <div>
        <SubmitButton icon="plus">{text('feedAdd')}</SubmitButton>
      </div>
    </Form>
  );
}
