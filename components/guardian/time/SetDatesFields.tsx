import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import type { RuleSet } from '@/rules/policy/schema.ts';

export type SetDatesFieldsProps = {
  readonly set: RuleSet;
  readonly onChange: (set: RuleSet) => void;
  readonly disabled: boolean;
};

type Typed = { readonly first: string; readonly last: string };

/** First and last day. Dates in the wrong order are kept as typed, said, and change nothing. */
export function SetDatesFields({ set, onChange, disabled }: SetDatesFieldsProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState<Typed | null>(null);
  const { firstDate, lastDate, isYearly, ...rest } = set;
  const { first, last } = typed ?? { first: firstDate ?? '', last: lastDate ?? '' };
  const isReversed = typed !== null;
  const yearly = isYearly === true ? { isYearly } : {};
  const take = (next: Typed) => {
    if (next.first !== '' && next.last !== '' && next.last < next.first) return setTyped(next);
    setTyped(null);
    const hasDates = next.first !== '' || next.last !== '';
    onChange({
      ...rest,
      ...(next.first !== '' && { firstDate: next.first }),
      ...(next.last !== '' && { lastDate: next.last }),
      ...(hasDates && yearly),
    });
  };
  return (
    <>
      <div class="pair">
        <Field
          label={text('setFirst')}
          type="date"
          value={first}
          disabled={disabled}
          onInput={(date) => take({ first: date, last })}
        />
        <Field
          label={text('setLast')}
          type="date"
          value={last}
          disabled={disabled}
          error={isReversed ? text('setReversed') : undefined}
          onInput={(date) => take({ first, last: date })}
        />
      </div>
      <p class="soft small">{text('setDatesHint')}</p>
      {(first !== '' || last !== '') && (
        <Switch
          label={text('setYearly')}
          checked={isYearly === true}
          disabled={disabled}
          onChange={(isOn) => {
            const { isYearly: _, ...plain } = set;
            onChange(isOn ? { ...plain, isYearly: true } : plain);
          }}
        />
      )}
    </>
  );
}
