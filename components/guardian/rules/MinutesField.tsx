import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';

import { minutesIn } from './minutes.ts';

export type MinutesFieldProps = {
  readonly label: string;
  /** null: no limit. */
  readonly minutes: number | null;
  readonly onChange: (minutes: number | null) => void;
  readonly disabled?: boolean;
};

/** Minutes of one day. Empty means no limit; what is not yet a number is kept as typed and changes nothing. */
export function MinutesField({ label, minutes, onChange, disabled = false }: MinutesFieldProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState(wordsOf(minutes));
  const read = minutesIn(typed);
  // Changed from outside (undo, "same for every day"): what was typed no longer speaks.
  const value = read !== undefined && read !== minutes ? wordsOf(minutes) : typed;
  return (
    <Field
      label={label}
      value={value}
      inputMode="numeric"
      dir="ltr"
      maxLength={4}
      placeholder={text('rulesNoLimitShort')}
      disabled={disabled}
      error={read === undefined ? text('rulesMinutesWrong') : undefined}
      onInput={(next) => {
        setTyped(next);
        const changed = minutesIn(next);
        if (changed !== undefined) onChange(changed);
      }}
    />
  );
}

const wordsOf = (minutes: number | null): string => (minutes === null ? '' : String(minutes));
