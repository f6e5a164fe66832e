import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import type { Feed } from '@/rules/policy/schema.ts';

import { newId } from '../rules/new-id.ts';
import { readNewFeed, type NewFeedTyped, type NewListProblem } from './read-new-list.ts';

export type AddFeedProps = {
  readonly there: readonly string[];
  readonly onAdd: (feed: Feed) => void;
};

const nothing: NewFeedTyped = { name: '', url: '', root: '' };

/** A signed feed of a school or a national body: the code that comes with its address tells it from a forged one. */
export function AddFeed({ there, onAdd }: AddFeedProps) {
  const { text, random } = useServices();
  const [typed, setTyped] = useState(nothing);
  const [problem, setProblem] = useState<NewListProblem | null>(null);
  const add = () => {
    const read = readNewFeed(typed, there);
    setProblem(read.ok ? null : read.failure);
    if (!read.ok) return;
    onAdd({ id: newId('feed', random), ...read.value });
    setTyped(nothing);
  };
  const errorAt = (field: NewListProblem['field']) =>
    problem?.field === field ? text(problem.key) : undefined;
  return (
    <Form onSubmit={add}>
      <Field
        label={text('feedName')}
        value={typed.name}
        maxLength={80}
        dir="auto"
        onInput={(name) => setTyped({ ...typed, name })}
        error={errorAt('name')}
      />
      <Field
        label={text('feedAddress')}
        value={typed.url}
        dir="ltr"
        inputMode="url"
        onInput={(url) => setTyped({ ...typed, url })}
        error={errorAt('url')}
      />
      <Field
        label={text('feedRoot')}
        hint={text('feedRootHint')}
        value={typed.root}
        dir="ltr"
        onInput={(root) => setTyped({ ...typed, root })}
        error={errorAt('root')}
      />
      <div>
        <SubmitButton icon="plus">{text('feedAdd')}</SubmitButton>
      </div>
    </Form>
  );
}
