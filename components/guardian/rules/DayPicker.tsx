import { weekdayName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { weekdays, type Weekday } from '@/rules/policy/schema.ts';

export type DayPickerProps = {
  readonly label: string;
  readonly days: readonly Weekday[];
  readonly onChange: (days: Weekday[]) => void;
  readonly disabled?: boolean;
  /** Only these can be chosen. */
  readonly among?: readonly Weekday[];
};

/** Days of the week; at least one stays chosen. */
export function DayPicker(props: DayPickerProps) {
  const { label, days, onChange, disabled = false, among = weekdays } = props;
  const { language } = useServices();
  const toggle = (day: Weekday) =>
    weekdays.filter((other) => (other === day ? !days.includes(day) : days.includes(other)));
  return (
    <fieldset class="days">
      <legend class="days-label">{label}</legend>
      <div class="days-list">
        {weekdays
          .filter((day) => among.includes(day) || days.includes(day))
          .map((day) => (
            <label class="day" key={day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                disabled={disabled || (days.length === 1 && days.includes(day))}
                onChange={() => onChange(toggle(day))}
              />
              <span>{weekdayName(language, day)}</span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}
