import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { weekdays, type QuietTime, type RuleSet, type Weekday } from '@/rules/policy/schema.ts';
import { gridOf } from '@/rules/time/grid.ts';

import { RulePanel } from '../time/RulePanel.tsx';
import { quietRef } from '../time/rules-context.ts';
import { useScopeOptions } from '../time/scope-options.ts';
import { WeekPicture } from '../time/WeekPicture.tsx';
import { DayPicker } from './DayPicker.tsx';
import { newId } from './new-id.ts';

export type QuietTimesEditorProps = {
  readonly quietTimes: readonly QuietTime[];
  readonly onChange: (quietTimes: QuietTime[]) => void;
  /** The set these times stand in; null: the ordinary ones. */
  readonly set: RuleSet | null;
  readonly disabled?: boolean;
};

const most = 100;
/** What most families add first, and what they add next: the first that is not closed already. */
const workDays = weekdays.filter((day) => day !== 'sat' && day !== 'sun');
const usualTimes = [
  { days: weekdays, from: '21:00', to: '07:00' },
  { days: workDays, from: '16:00', to: '17:30' },
  { days: weekdays, from: '13:00', to: '14:00' },
  { days: weekdays, from: '18:30', to: '19:30' },
];

/** A new one for these days. Where all the usual ones are closed already, the guardian says which hour is meant. */
function nextUsual(there: readonly QuietTime[], among: readonly Weekday[]): Omit<QuietTime, 'id'> {
  const closed = gridOf(there.filter(({ scope }) => scope === undefined || scope === 'all'));
  const offers = usualTimes.map(({ days, ...times }) => {
    const usual = days.filter((day) => among.includes(day));
    return { days: usual.length > 0 ? usual : [...among], ...times };
  });
  const isFree = (offer: Omit<QuietTime, 'id'>): boolean =>
    gridOf([offer]).every((row, day) =>
      row.every((is, cell) => !is || closed[day]?.[cell] !== true),
    );
  return offers.find(isFree) ?? { days: [...among], from: '12:00', to: '12:15' };
}

export function QuietTimesEditor(props: QuietTimesEditorProps) {
  const { text, random } = useServices();
  const { quietTimes, onChange, set, disabled = false } = props;
  const [added, setAdded] = useState<string | null>(null);
  const add = () => {
    const id = newId('quiet', random);
    setAdded(id);
    onChange([...quietTimes, { id, ...nextUsual(quietTimes, set?.days ?? weekdays) }]);
  };
  return (
    <div class="stack">
      {set === null && <p class="soft">{text('rulesQuietMeaning')}</p>}
      {quietTimes.length === 0 && <p>{text('rulesQuietNone')}</p>}
      <ul class="stack-tight">
        {quietTimes.map((quietTime) => (
          <RulePanel
            key={quietTime.id}
            rule={quietRef(quietTime, set)}
            startsOpen={quietTime.id === added}
            disabled={disabled}
          >
            <QuietTimeEditor
              quietTime={quietTime}
              among={set?.days ?? weekdays}
              disabled={disabled}
              onChange={(changed) =>
                onChange(quietTimes.map((other) => (other.id === changed.id ? changed : other)))
              }
              onRemove={() => onChange(quietTimes.filter((other) => other.id !== quietTime.id))}
            />
          </RulePanel>
        ))}
      </ul>
      {!disabled && quietTimes.length < most && (
        <div>
          <Button icon="plus" onPress={add}>
            {text('rulesQuietAdd')}
          </Button>
        </div>
      )}
      <WeekPicture quietTimes={quietTimes} onChange={onChange} disabled={disabled} />
    </div>
  );
}

type QuietTimeEditorProps = {
  readonly quietTime: QuietTime;
  /** Days that can be chosen: of a set of rules those it is in force on. */
  readonly among: readonly Weekday[];
  readonly onChange: (quietTime: QuietTime) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
};

function QuietTimeEditor(props: QuietTimeEditorProps) {
  const { quietTime, among, onChange, onRemove, disabled } = props;
  const { text } = useServices();
  const scopes = useScopeOptions();
  return (
    <>
      <DayPicker
        label={text('rulesQuietDays')}
        days={quietTime.days}
        among={among}
        disabled={disabled}
        onChange={(days) => onChange({ ...quietTime, days })}
      />
      <div class="pair">
        <Field
          label={text('rulesQuietFrom')}
          type="time"
          value={asTyped(quietTime.from)}
          disabled={disabled}
          onInput={(from) => {
            if (from !== '') onChange({ ...quietTime, from });
          }}
        />
        <Field
          label={text('rulesQuietTo')}
          type="time"
          value={asTyped(quietTime.to)}
          disabled={disabled}
          onInput={(to) => {
            if (to !== '') onChange({ ...quietTime, to: to === '00:00' ? '24:00' : to });
          }}
        />
        <Select
          label={text('quietWhat')}
          value={quietTime.scope ?? 'all'}
          disabled={disabled}
          onChange={(scope) => onChange(withScope(quietTime, scope))}
          options={scopes(quietTime.scope)}
        />
      </div>
      {!disabled && (
        <div>
          <Button kind="plain" icon="trash" onPress={onRemove}>
            {text('rulesQuietRemove')}
          </Button>
        </div>
      )}
    </>
  );
}

const withScope = ({ id, days, from, to }: QuietTime, scope: string): QuietTime => ({
  id,
  days,
  from,
  to,
  ...(scope !== 'all' && { scope }),
});

// A time box can not show "24:00", the end of the day.
const asTyped = (time: string): string => (time === '24:00' ? '00:00' : time);
