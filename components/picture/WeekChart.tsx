import { Legend, type LegendEntry } from '@/components/charts/Legend.tsx';
import { axisOfDays, type TimeAxis } from '@/components/charts/scales.ts';
import { inSeries } from '@/components/charts/series.ts';
import { StackBar } from '@/components/charts/StackBar.tsx';
import { dateName, durationName, weekdayName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { weekdayOf } from '@/rules/time/dates.ts';
import type { PicturedDay, PicturedWeek } from '@/rules/time/history.ts';

import { topicWords } from './topic-words.ts';

export type WeekChartProps = {
  readonly week: PicturedWeek;
  /** The day whose hours are shown. */
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
};

/** Seven days below each other, each by topic, with the day's limit drawn on it. A press on a day shows its hours. */
export function WeekChart({ week, chosen, onChoose }: WeekChartProps) {
  const services = useServices();
  const { text } = services;
  const known = week.days.flatMap(({ day }) => day ?? []);
  const limits = known.flatMap(({ limitSeconds }) => limitSeconds ?? []);
  const axis = axisOfDays(
    known.map(({ totalSeconds }) => totalSeconds),
    limits,
  );
  const legend: LegendEntry[] = [
    ...inSeries(week.byCategory).map(({ name }) => ({
      kind: name,
      words: topicWords(name, services),
    })),
    ...(limits.some((limit) => limit <= axis.top)
      ? [{ kind: 'limit', words: text('pictureLimit') } as const]
      : []),
  ];
  return (
    <figure class="stack-tight">
      <div class="week-chart" role="group" aria-label={text('pictureWeekChoose')}>
        {week.days.map(({ date, day }) =>
          day === null ? (
            <Unknown key={date} date={date} />
          ) : (
            <DayRow
              key={date}
              day={day}
              axis={axis}
              isChosen={date === chosen}
              onChoose={() => onChoose(date)}
            />
          ),
        )}
        <Ticks axis={axis} />
      </div>
      <Legend entries={legend} />
    </figure>
  );
}

type DayRowProps = {
  readonly day: PicturedDay;
  readonly axis: TimeAxis;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function DayRow({ day, axis, isChosen, onChoose }: DayRowProps) {
  const { language } = useServices();
  return (
    <button
      type="button"
      class="week-day"
      aria-pressed={isChosen}
      title={dateName(language, day.date)}
      onClick={onChoose}
    >
      <span class="week-name">{weekdayName(language, weekdayOf(day.date))}</span>
      <StackBar
        axis={axis}
        parts={inSeries(day.byCategory)}
        total={day.totalSeconds}
        limit={day.limitSeconds}
      />
      <span class="week-value">{durationName(language, day.totalSeconds)}</span>
    </button>
  );
}

/** A day to come, or one from before anything was kept. */
function Unknown({ date }: { date: string }) {
  const { language } = useServices();
  return (
    <div class="week-day week-unknown">
      <span class="week-name soft">{weekdayName(language, weekdayOf(date))}</span>
    </div>
  );
}

/** Both ends and the middle: more would run into each other in long scripts. */
function Ticks({ axis }: { axis: TimeAxis }) {
  const { language } = useServices();
  const last = axis.ticks.length - 1;
  const shown = axis.ticks.filter((_, index) => index % last === 0 || index * 2 === last);
  return (
    <div class="week-ticks" aria-hidden="true">
      {shown.map((tick) => (
        <span key={tick}>{durationName(language, tick)}</span>
      ))}
    </div>
  );
}
