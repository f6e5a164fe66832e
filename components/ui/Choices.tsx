import './choices.css';
import { useId } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
  /** Of the label, where it is not the page's own: a language in its own name. */
  readonly lang?: string;
};

export type ChoicesProps<Value extends string> = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly Choice<Value>[];
  /** null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** "chips": small, in one flowing line. "pictures": the icon above its words. */
  readonly look?: 'cards' | 'chips' | 'pictures';
};

/** One of several, each a card as big as a finger. Native radios: arrows move, Tab leaves. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, options, value, onChange, look = 'cards' } = props;
  const id = useId();
  return (
    <fieldset class={`choices choices-${look}`}>
      <legend class={props.hideLabel ? 'visually-hidden' : 'choices-label'}>{label}</legend>
      <div class="choices-list">
        {options.map((option) => (
          <label class="choice" key={option.value}>
            <input
              class="choice-radio"
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
              onChange={() => onChange(option.value)}
            />
            {option.icon && (
              <Icon name={option.icon} {...(look === 'pictures' ? { size: 'big' } : {})} />
            )}
            <span class="choice-words">
              <span class="choice-label" lang={option.lang}>
                {option.label}
              </span>
              {option.hint && (
                <span class="choice-hint" id={`${id}-${option.value}`} aria-hidden="true">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
