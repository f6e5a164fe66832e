import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';

export type NameFieldProps = {
  readonly label: string;
  readonly name: string;
  readonly onChange: (name: string) => void;
  readonly disabled: boolean;
};

const longest = 40;

/** A name of its own. While the box is empty the old name stays. */
export function NameField({ label, name, onChange, disabled }: NameFieldProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState(name);
  // Changed from outside (undo): what was typed no longer speaks.
  const value = typed.trim() === '' || typed.trim() === name ? typed : name;
  return (
    <Field
      label={label}
      value={value}
      maxLength={longest}
      disabled={disabled}
      error={typed.trim() === '' ? text('nameEmpty') : undefined}
      onInput={(next) => {
        setTyped(next);
        if (next.trim() !== '') onChange(next.trim());
      }}
    />
  );
}
