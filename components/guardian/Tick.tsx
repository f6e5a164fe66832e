import { useId } from 'preact/hooks';

export type TickProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly error?: string | undefined;
};

/** One thing to confirm. */
export function Tick({ label, checked, onChange, error }: TickProps) {
  const id = useId();
  return (
    <div class="stack-tight">
      <label class="tick">
        <input
          type="checkbox"
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <p class="field-error" id={id} role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}
