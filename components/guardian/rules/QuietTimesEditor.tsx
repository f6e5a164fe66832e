import { clockName, weekdayList } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { weekdays, type QuietTime } from '@/rules/policy/schema.ts';
import { wallMinutes } from '@/rules/time/schedule.ts';

import { DayPicker } from './DayPicker.tsx';
import { newId } from './new-id.ts';

export type QuietTimesEditorProps = {
  readonly quietTimes: readonly QuietTime[];
  readonly onChange: (quietTimes: QuietTime[]) => void;
  readonly disabled?: boolean;
};

const most = 20;
/** What most families add first, and what they add next. */
const night = { days: [...weekdays], from: '21:00', to: '07:00' };
const homework = {
  days: weekdays.filter((day) => day !== 'sat' && day !== 'sun'),
  from: '16:00',
  to: '17:30',
};

export function QuietTimesEditor(props: QuietTimesEditorProps) {
  const { text, random } = useServices();
  const { quietTimes, onChange, disabled = false } = props;
  const add = () => {
    const usual = quietTimes.length === 0 ? night : homework;
    onChange([...quietTimes, { id: newId('quiet', random), ...usual }]);
  };
  return (
    <div class="stack">
      <p class="soft">{text('rulesQuietMeaning')}</p>
      {quietTimes.length === 0 && <p>{text('rulesQuietNone')}</p>}
      <ul class="stack">
        {quietTimes.map((quietTime) => (
          <li class="panel" key={quietTime.id}>
            <QuietTimeEditor
              quietTime={quietTime}
              disabled={disabled}
              onChange={(changed) =>
                onChange(quietTimes.map((other) => (other.id === changed.id ? changed : other)))
              }
              onRemove={() => onChange(quietTimes.filter((other) => other.id !== quietTime.id))}
            />
          </li>
        ))}
      </ul>
      {!disabled && quietTimes.length < most && (
        <div>
          <Button icon="plus" onPress={add}>
            {text('rulesQuietAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}

type QuietTimeEditorProps = {
  readonly quietTime: QuietTime;
  readonly onChange: (quietTime: QuietTime) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
};

function QuietTimeEditor({ quietTime, onChange, onRemove, disabled }: QuietTimeEditorProps) {
  const { text } = useServices();
  return (
    <div class="stack">
      <p class="strong">{useQuietTimeWords(quietTime)}</p>
      <DayPicker
        label={text('rulesQuietDays')}
        days={quietTime.days}
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
      </div>
      {!disabled && (
        <div>
          <Button kind="plain" icon="trash" onPress={onRemove}>
            {text('rulesQuietRemove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The whole rule in one sentence, so that a wrong one is noticed before it matters. */
function useQuietTimeWords(quietTime: QuietTime): string {
  const { text, language } = useServices();
  const values = {
    days:
      quietTime.days.length === 7 ? text('rulesEveryDay') : weekdayList(language, quietTime.days),
    from: clockName(language, quietTime.from),
    to: clockName(language, quietTime.to),
  };
  if (wallMinutes(quietTime) === 1440) return text('rulesQuietWholeDay', values);
  return text(quietTime.to < quietTime.from ? 'rulesQuietNight' : 'rulesQuietSentence', values);
}

// A time box can not show "24:00", the end of the day.
const asTyped = (time: string): string => (time === '24:00' ? '00:00' : time);
