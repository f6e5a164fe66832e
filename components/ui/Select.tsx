import './select.css';
import { useId } from 'preact/hooks';

export type SelectProps<Value extends string> = {
  readonly label: string;
  readonly hint?: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, options, value, onChange, disabled = false } = props;
  const id = useId();
  return (
    <div class="select">
      <label class={props.hideLabel ? 'visually-hidden' : 'select-label'} for={id}>
        {label}
      </label>
      {hint && (
        <p class="select-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        class="select-box"
        id={id}
        value={value}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
