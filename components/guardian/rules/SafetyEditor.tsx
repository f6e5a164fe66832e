import { useServices } from '@/components/services.ts';
import { Switch } from '@/components/ui/Switch.tsx';

import { ActionSelect } from './ActionSelect.tsx';
import type { FilterEditorProps } from './CategoryEditor.tsx';

const pages = [
  { field: 'unknown', key: 'rulesUnknown' },
  { field: 'ageLabels', key: 'rulesAgeLabels' },
  { field: 'lookalikes', key: 'rulesLookalikes' },
] as const;
const switches = [
  { field: 'safeSearch', key: 'rulesSafeSearch' },
  { field: 'preferSafe', key: 'rulesPreferSafe' },
] as const;

/** Everything about the filter that is neither a category nor a list of sites. */
export function SafetyEditor({ filter, onChange, disabled = false }: FilterEditorProps) {
  const { text } = useServices();
  return (
    <ul class="settings">
      {pages.map(({ field, key }) => (
        <li key={field}>
          <ActionSelect
            label={text(key)}
            hint={text(`${key}Hint`)}
            value={filter[field]}
            disabled={disabled}
            onChange={(action) => onChange({ ...filter, [field]: action })}
          />
        </li>
      ))}
      {switches.map(({ field, key }) => (
        <li key={field}>
          <Switch
            label={text(key)}
            hint={text(`${key}Hint`)}
            checked={filter[field]}
            disabled={disabled}
            onChange={(on) => onChange({ ...filter, [field]: on })}
          />
        </li>
      ))}
    </ul>
  );
}
