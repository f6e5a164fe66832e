import { weekdayName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { weekdays, type Quota, type Weekday } from '@/rules/policy/schema.ts';

import { MinutesField } from './MinutesField.tsx';
import { NewQuota } from './NewQuota.tsx';
import { useScopeWords } from './scope-words.ts';

export type QuotasEditorProps = {
  readonly quotas: readonly Quota[];
  readonly onChange: (quotas: Quota[]) => void;
  readonly disabled?: boolean;
};

const most = 20;

export function QuotasEditor({ quotas, onChange, disabled = false }: QuotasEditorProps) {
  const { text } = useServices();
  return (
    <div class="stack">
      <p class="soft">{text('rulesQuotaMeaning')}</p>
      {quotas.length === 0 && <p>{text('rulesQuotaNone')}</p>}
      <ul class="stack">
        {quotas.map((quota) => (
          <li class="panel" key={quota.id}>
            <QuotaEditor
              quota={quota}
              disabled={disabled}
              onChange={(changed) =>
                onChange(quotas.map((other) => (other.id === changed.id ? changed : other)))
              }
              onRemove={() => onChange(quotas.filter((other) => other.id !== quota.id))}
            />
          </li>
        ))}
      </ul>
      {!disabled && quotas.length < most && (
        <NewQuota quotas={quotas} onAdd={(quota) => onChange([...quotas, quota])} />
      )}
    </div>
  );
}

type QuotaEditorProps = {
  readonly quota: Quota;
  readonly onChange: (quota: Quota) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
};

function QuotaEditor({ quota, onChange, onRemove, disabled }: QuotaEditorProps) {
  const { text, language } = useServices();
  const scope = useScopeWords()(quota.scope);
  const monday = quota.minutes.mon ?? null;
  return (
    <div class="stack">
      <h3>{scope}</h3>
      <fieldset class="minutes">
        <legend class="visually-hidden">{text('rulesQuotaMinutes', { scope })}</legend>
        {weekdays.map((day) => (
          <MinutesField
            key={day}
            label={weekdayName(language, day)}
            minutes={quota.minutes[day] ?? null}
            disabled={disabled}
            onChange={(minutes) => onChange(withMinutes(quota, [day], minutes))}
          />
        ))}
      </fieldset>
      {!disabled && (
        <div class="row">
          <Button
            kind="plain"
            icon="copy"
            onPress={() => onChange(withMinutes(quota, weekdays, monday))}
          >
            {text('rulesQuotaSame', { day: weekdayName(language, 'mon', 'long') })}
          </Button>
          <Button kind="plain" icon="trash" onPress={onRemove}>
            {text('rulesQuotaRemove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The same quota with these days' minutes; null takes the limit of the day away. */
export function withMinutes(quota: Quota, days: readonly Weekday[], minutes: number | null): Quota {
  const kept = Object.entries(quota.minutes).filter(
    ([day]) => !days.some((other) => other === day),
  );
  const set = minutes === null ? [] : days.map((day): [Weekday, number] => [day, minutes]);
  return { ...quota, minutes: Object.fromEntries([...kept, ...set]) };
}
