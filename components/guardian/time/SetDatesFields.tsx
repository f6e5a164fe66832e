import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Field } from '@/components/ui/Field.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import type { RuleSet } from '@/rules/policy/schema.ts';

import { useRules } from './rules-context.ts';
import { nextRamadan } from './set-presets.ts';

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
  const { isYearly, ...plain } = set;
  const { first, last } = typed ?? { first: set.firstDate ?? '', last: set.lastDate ?? '' };
  const ramadan = nextRamadan(useRules().today);
  const isCalculated = first === ramadan.first && last === ramadan.last;
  const take = (next: Typed) => {
    const isReversed = next.first !== '' && next.last !== '' && next.last < next.first;
    setTyped(isReversed ? next : null);
    if (!isReversed) onChange(withDates(set, next));
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
          error={typed === null ? undefined : text('setReversed')}
          onInput={(date) => take({ first, last: date })}
        />
      </div>
      <p class="soft small">{text(isCalculated ? 'setDatesMoon' : 'setDatesHint')}</p>
      {first !== '' && last !== '' && (
        <Switch
          label={text('setYearly')}
          checked={isYearly === true}
          disabled={disabled}
          onChange={(isOn) => onChange(isOn ? { ...plain, isYearly: true } : plain)}
        />
      )}
    </>
  );
}

/** An empty box is no date; "every year" needs both. */
function withDates(set: RuleSet, { first, last }: Typed): RuleSet {
  const { firstDate: _, lastDate: __, isYearly, ...rest } = set;
  return {
    ...rest,
    ...(first !== '' && { firstDate: first }),
    ...(last !== '' && { lastDate: last }),
    ...(first !== '' && last !== '' && isYearly === true && { isYearly }),
  };
}
