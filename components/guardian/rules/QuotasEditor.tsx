import { useState } from 'preact/hooks';

import { weekdayName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { weekdays, type Quota, type RuleSet, type Weekday } from '@/rules/policy/schema.ts';

import { QuotaMore } from '../time/QuotaMore.tsx';
import { RulePanel } from '../time/RulePanel.tsx';
import { quotaRef } from '../time/rules-context.ts';
import { MinutesField } from './MinutesField.tsx';
import { NewQuota } from './NewQuota.tsx';
import { useScopeWords } from './scope-words.ts';

export type QuotasEditorProps = {
  readonly quotas: readonly Quota[];
  readonly onChange: (quotas: Quota[]) => void;
  /** The set these limits stand in; null: the ordinary ones. */
  readonly set: RuleSet | null;
  readonly disabled?: boolean;
};

const most = 20;

export function QuotasEditor({ quotas, onChange, set, disabled = false }: QuotasEditorProps) {
  const { text } = useServices();
  const [added, setAdded] = useState<string | null>(null);
  return (
    <div class="stack">
      {set === null && <p class="soft">{text('rulesQuotaMeaning')}</p>}
      {quotas.length === 0 && <p>{text('rulesQuotaNone')}</p>}
      <ul class="stack-tight">
        {quotas.map((quota) => (
          <RulePanel
            key={quota.id}
            rule={quotaRef(quota, set)}
            startsOpen={quota.id === added}
            disabled={disabled}
          >
            <QuotaEditor
              quota={quota}
              among={set?.days ?? weekdays}
              disabled={disabled}
              onChange={(changed) =>
                onChange(quotas.map((other) => (other.id === changed.id ? changed : other)))
              }
              onRemove={() => onChange(quotas.filter((other) => other.id !== quota.id))}
            />
          </RulePanel>
        ))}
      </ul>
      {!disabled && quotas.length < most && (
        <NewQuota
          quotas={quotas}
          onAdd={(quota) => {
            setAdded(quota.id);
            onChange([...quotas, quota]);
          }}
        />
      )}
    </div>
  );
}

type QuotaEditorProps = {
  readonly quota: Quota;
  /** Days the limit can be about: of a set of rules those it is in force on. */
  readonly among: readonly Weekday[];
  readonly onChange: (quota: Quota) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
};

function QuotaEditor({ quota, among, onChange, onRemove, disabled }: QuotaEditorProps) {
  const { text, language } = useServices();
  const scope = useScopeWords()(quota.scope);
  const days = weekdays.filter((day) => among.includes(day));
  const [first = 'mon'] = days;
  return (
    <>
      <fieldset class="minutes">
        <legend class="field-label">{text('rulesQuotaMinutes', { scope })}</legend>
        {days.map((day) => (
          <MinutesField
            key={day}
            label={weekdayName(language, day)}
            minutes={quota.minutes[day] ?? null}
            disabled={disabled}
            onChange={(minutes) => onChange(withMinutes(quota, [day], minutes))}
          />
        ))}
      </fieldset>
      {!disabled && days.length > 1 && (
        <div>
          <Button
            kind="plain"
            icon="copy"
            onPress={() => onChange(withMinutes(quota, days, quota.minutes[first] ?? null))}
          >
            {text('rulesQuotaSame', { day: weekdayName(language, first, 'long') })}
          </Button>
        </div>
      )}
      <QuotaMore quota={quota} onChange={onChange} disabled={disabled} />
      {!disabled && (
        <div>
          <Button kind="plain" icon="trash" onPress={onRemove}>
            {text('rulesQuotaRemove')}
          </Button>
        </div>
      )}
    </>
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
