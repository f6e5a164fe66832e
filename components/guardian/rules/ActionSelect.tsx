import { useServices } from '@/components/services.ts';
import { Select } from '@/components/ui/Select.tsx';
import { actions, type Action } from '@/rules/policy/schema.ts';

export type ActionSelectProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: Action;
  readonly onChange: (action: Action) => void;
  readonly disabled?: boolean;
};

/** One kind of page, and what happens there: open, warn first, ask first, closed. */
export function ActionSelect({
  label,
  hint,
  value,
  onChange,
  disabled = false,
}: ActionSelectProps) {
  const { text } = useServices();
  return (
    <div class="setting">
      <div class="setting-words">
        <span class="strong" aria-hidden="true">
          {label}
        </span>
        {hint && <span class="soft small">{hint}</span>}
      </div>
      <Select
        label={label}
        hideLabel
        options={actions.map((action) => ({ value: action, label: text(`action-${action}`) }))}
        value={value}
        onChange={onChange}
        disabled={disabled}
      />
    </div>
  );
}
