import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';

import { minutesIn, mostADay } from './minutes.ts';

export type MinutesFieldProps = {
  readonly label: string;
  /** null: no limit. */
  readonly minutes: number | null;
  readonly onChange: (minutes: number | null) => void;
  readonly disabled?: boolean;
  readonly hint?: string;
  /** Of a day, if nothing else is said. */
  readonly most?: number;
};

/** A number of minutes. Empty means no limit; what is not yet a number is kept as typed and changes nothing. */
export function MinutesField(props: MinutesFieldProps) {
  const { label, minutes, onChange, disabled = false, hint, most = mostADay } = props;
  const { text } = useServices();
  const [typed, setTyped] = useState(wordsOf(minutes));
  const read = minutesIn(typed, most);
  const wrongWords = most === mostADay ? text('rulesMinutesWrong') : text('minutesWrong', { most });
  // Changed from outside (undo, "same for every day"): what was typed no longer speaks.
  const value = read !== undefined && read !== minutes ? wordsOf(minutes) : typed;
  return (
    <Field
      label={label}
      value={value}
      inputMode="numeric"
      dir="ltr"
      maxLength={5}
      {...(hint !== undefined && { hint })}
      placeholder={text('rulesNoLimitShort')}
      disabled={disabled}
      error={read === undefined ? wrongWords : undefined}
      onInput={(next) => {
        setTyped(next);
        const changed = minutesIn(next, most);
        if (changed !== undefined) onChange(changed);
      }}
    />
  );
}

const wordsOf = (minutes: number | null): string => (minutes === null ? '' : String(minutes));
