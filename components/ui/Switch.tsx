import './switch.css';
import { useId } from 'preact/hooks';

export type SwitchProps = {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <label class="switch-line" for={id}>
        <span class="switch-label">{label}</span>
        <input
          class="switch-box"
          id={id}
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      {hint && (
        <p class="switch-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
