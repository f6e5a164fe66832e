import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import { type RuleSet, weekdays } from '@/rules/policy/schema.ts';

import { DayPicker } from '../rules/DayPicker.tsx';
import { QuietTimesEditor } from '../rules/QuietTimesEditor.tsx';
import { QuotasEditor } from '../rules/QuotasEditor.tsx';
import { NameField } from './NameField.tsx';
import { SetDatesFields } from './SetDatesFields.tsx';

export type RuleSetEditorProps = {
  readonly set: RuleSet;
  readonly onChange: (set: RuleSet) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
};

/** When the set holds, whether the ordinary rules rest meanwhile, and its own rules. */
export function RuleSetEditor({ set, onChange, onRemove, disabled }: RuleSetEditorProps) {
  const { text } = useServices();
  const { isOff: _, ...on } = set;
  return (
    <>
      <WhenFields set={set} onChange={onChange} disabled={disabled} />
      <h3>{text('rulesQuiet')}</h3>
      <QuietTimesEditor
        quietTimes={set.quietTimes}
        set={set}
        disabled={disabled}
        onChange={(quietTimes) => onChange({ ...set, quietTimes })}
      />
      <h3>{text('rulesQuotas')}</h3>
      <QuotasEditor
        quotas={set.quotas}
        set={set}
        disabled={disabled}
        onChange={(quotas) => onChange({ ...set, quotas })}
      />
      <Switch
        label={text('setIsOn')}
        hint={text('setIsOnHint')}
        checked={set.isOff !== true}
        disabled={disabled}
        onChange={(isOn) => onChange(isOn ? on : { ...on, isOff: true })}
      />
      {!disabled && (
        <div>
          <Button kind="plain" icon="trash" onPress={onRemove}>
            {text('setRemove')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Name, dates and days, and what happens to the ordinary rules meanwhile. */
function WhenFields({ set, onChange, disabled }: Omit<RuleSetEditorProps, 'onRemove'>) {
  const { text } = useServices();
  const { days, ...rest } = set;
  return (
    <>
      <NameField
        label={text('setName')}
        name={set.name}
        disabled={disabled}
        onChange={(name) => onChange({ ...set, name })}
      />
      <SetDatesFields set={set} onChange={onChange} disabled={disabled} />
      <DayPicker
        label={text('setDays')}
        days={days ?? weekdays}
        disabled={disabled}
        onChange={(chosen) => {
          onChange({ ...rest, ...(chosen.length < weekdays.length && { days: chosen }) });
        }}
      />
      <Switch
        label={text('setReplaces')}
        hint={text(set.replaces ? 'setReplacesOn' : 'setReplacesOff')}
        checked={set.replaces}
        disabled={disabled}
        onChange={(replaces) => onChange({ ...set, replaces })}
      />
    </>
  );
}
