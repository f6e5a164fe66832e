import './field.css';
import type { ComponentChildren, InputHTMLAttributes, TargetedInputEvent } from 'preact';
import { useId, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

import { Button } from './Button.tsx';

type Writable = HTMLInputElement | HTMLTextAreaElement;

export type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number' | 'time' | 'date' | 'search' | 'url';
  /** More than one line. */
  readonly rows?: number;
  readonly name?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'url' | 'search';
  readonly placeholder?: string;
  /** Addresses, codes and PINs read left to right in every language. */
  readonly dir?: 'ltr' | 'auto';
  /** Words or a button that stand after the box, such as a unit. */
  readonly after?: ComponentChildren;
};

/** One question with its box. A password can be shown, pasted and filled by a password manager. */
export function Field(props: FieldProps) {
  const { text } = useServices();
  const [shown, setShown] = useState(false);
  const id = useId();
  const { label, hint, error, rows, after, type = 'text' } = props;
  const notes = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const shared = {
    id,
    class: 'field-box',
    'aria-describedby': notes || undefined,
    'aria-invalid': error ? true : undefined,
    ...writable(props),
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="field-line">
        {rows === undefined ? (
          <input {...typed(type === 'password' && shown ? 'text' : type)} {...shared} />
        ) : (
          <textarea rows={rows} {...shared} />
        )}
        {type === 'password' && (
          <Button
            icon={shown ? 'eye-off' : 'eye'}
            label={text(shown ? 'hideTyped' : 'showTyped')}
            onPress={() => setShown(!shown)}
          />
        )}
        {after}
      </div>
      <p class="field-error" id={`${id}-error`} role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}

// Preact's types tie `role` to each literal `type`; ours is chosen at run time and has no role.
const typed = (type: FieldProps['type']) => ({ type }) as InputHTMLAttributes;

function writable(props: FieldProps) {
  return {
    value: props.value,
    name: props.name,
    dir: props.dir,
    min: props.min,
    max: props.max,
    step: props.step,
    maxlength: props.maxLength,
    required: props.required,
    disabled: props.disabled,
    autofocus: props.autoFocus,
    autocomplete: props.autoComplete ?? 'off',
    inputmode: props.inputMode,
    placeholder: props.placeholder,
    onInput: (event: TargetedInputEvent<Writable>) => props.onInput(event.currentTarget.value),
  };
}
