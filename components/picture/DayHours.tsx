import '@/components/charts/charts.css';
import './picture.css';
import { HourColumns } from '@/components/charts/HourColumns.tsx';
import { Legend, type LegendEntry } from '@/components/charts/Legend.tsx';
import { clockName, dateName, durationName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import { Table } from '@/components/ui/Table.tsx';
import type { PicturedDay } from '@/rules/time/history.ts';

export type DayHoursProps = {
  readonly day: Pick<PicturedDay, 'date' | 'totalSeconds' | 'byHour' | 'closed'>;
  /** Minutes since midnight where the day is today; null: it is over. */
  readonly nowMinute: number | null;
};

const labelledHours = [0, 6, 12, 18, 24];

/** One day by the hour, with its quiet times, and the same as a table. */
export function DayHours({ day, nowMinute }: DayHoursProps) {
  const services = useServices();
  const { text, language } = services;
  if (day.byHour.length === 0) return <p class="soft">{text('pictureHoursUnknown')}</p>;
  const legend: LegendEntry[] = [
    ...(day.closed.length > 0 ? [{ kind: 'closed', words: text('pictureQuiet') } as const] : []),
    ...(nowMinute === null ? [] : [{ kind: 'now', words: text('pictureNow') } as const]),
  ];
  return (
    <figure class="stack-tight">
      <div class="hours-frame">
        <div class="hours-scale" aria-hidden="true">
          {[60, 30, 0].map((minutes) => (
            <span key={minutes}>{durationName(language, minutes * 60)}</span>
          ))}
        </div>
        <HourColumns
          hours={day.byHour}
          closed={day.closed}
          nowMinute={nowMinute}
          name={text('pictureHoursName', {
            day: dateName(language, day.date),
            time: durationName(language, day.totalSeconds),
          })}
        />
        <div class="hour-ticks" aria-hidden="true">
          {labelledHours.map((hour) => (
            <span key={hour}>{text(`pictureHour-${hour}`)}</span>
          ))}
        </div>
      </div>
      {legend.length > 0 && <Legend entries={legend} />}
      <HoursTable day={day} />
    </figure>
  );
}

function HoursTable({ day }: Pick<DayHoursProps, 'day'>) {
  const { text, language } = useServices();
  const clock = (minute: number) => {
    const parts = [Math.floor(minute / 60), minute % 60];
    return clockName(language, parts.map((part) => String(part).padStart(2, '0')).join(':'));
  };
  const between = (from: number, to: number) =>
    text('pictureFromTo', { from: clock(from), to: clock(to) });
  const used = day.byHour.flatMap((seconds, hour) =>
    seconds > 0
      ? [
          {
            key: `used ${hour}`,
            at: hour * 60,
            cells: [between(hour * 60, hour * 60 + 60), durationName(language, seconds)],
          },
        ]
      : [],
  );
  const quiet = day.closed.map(({ fromMinute, toMinute }) => ({
    key: `quiet ${fromMinute}`,
    at: fromMinute,
    cells: [between(fromMinute, toMinute), text('pictureQuiet')],
  }));
  const rows = [...used, ...quiet].toSorted((a, b) => a.at - b.at);
  if (rows.length === 0) return <p class="soft">{text('pictureNothing')}</p>;
  return (
    <More label={text('pictureAsTable')} about={dateName(language, day.date)}>
      <div class="numbers">
        <Table
          caption={text('pictureHoursTable', { day: dateName(language, day.date) })}
          head={[text('pictureHours'), text('pictureTime')]}
          rows={rows}
        />
      </div>
    </More>
  );
}
