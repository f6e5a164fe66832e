import { useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { parsePattern, type Pattern } from '@/rules/hosts/pattern.ts';

export type AddSiteProps = {
  readonly label: string;
  /** Patterns that are on the list already. */
  readonly there: readonly string[];
  readonly onAdd: (pattern: Pattern) => void;
};

export function AddSite({ label, there, onAdd }: AddSiteProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const read = parsePattern(typed);
  const add = () => {
    if (!read.ok) return setError(text(`pattern-${read.failure}`));
    if (there.includes(read.value.text)) {
      return setError(text('rulesSiteThere', { pattern: read.value.text }));
    }
    onAdd(read.value);
    setError(undefined);
    setTyped('');
  };
  return (
    <Form onSubmit={add}>
      <Field
        label={label}
        hint={text('rulesSiteHint')}
        value={typed}
        onInput={(next) => {
          setTyped(next);
          setError(undefined);
        }}
        error={error}
        dir="ltr"
        inputMode="url"
        after={<SubmitButton icon="plus">{text('add')}</SubmitButton>}
      />
      {read.ok && read.value.text !== typed.trim() && (
        <p class="soft small">{text('rulesSiteRead', { pattern: read.value.text })}</p>
      )}
    </Form>
  );
}
