import { useId } from 'preact/hooks';

import type { ClosedSpan } from '@/rules/time/history.ts';

import { fillOf, Patterns } from './Patterns.tsx';
import { percentOf } from './scales.ts';

export type HourColumnsProps = {
  /** Seconds in each of 24 hours. */
  readonly hours: readonly number[];
  readonly closed: readonly ClosedSpan[];
  /** null: the day is over. */
  readonly nowMinute: number | null;
  /** What the picture says, in one sentence. */
  readonly name: string;
};

const minutesOfDay = 1440;
const hourSeconds = 3600;

/** A day from midnight to midnight: a column for each hour, what was closed behind them. Holds no words, so that right-to-left is its mirror. */
export function HourColumns({ hours, closed, nowMinute, name }: HourColumnsProps) {
  const id = useId();
  const across = (minute: number) => `${percentOf(minute, minutesOfDay)}%`;
  return (
    <svg class="hour-columns" role="img" aria-label={name}>
      <Patterns id={id} />
      {closed.map(({ fromMinute, toMinute }) => (
        <g key={fromMinute} data-closed={`${fromMinute}-${toMinute}`}>
          {['chart-closed-ground', 'chart-closed'].map((look) => (
            <rect
              key={look}
              class={look}
              x={across(fromMinute)}
              width={across(toMinute - fromMinute)}
              y="0"
              height="100%"
              {...(look === 'chart-closed' && { fill: fillOf(id, 'closed') })}
            />
          ))}
        </g>
      ))}
      {[0, 50, 100].map((height) => (
        <line
          key={height}
          class="chart-line"
          x1="0"
          x2="100%"
          y1={`${height}%`}
          y2={`${height}%`}
        />
      ))}
      {hours.map((seconds, hour) => {
        const tall = percentOf(seconds, hourSeconds);
        return tall === 0 ? null : (
          <rect
            // An hour has no other name than its place.
            // oxlint-disable-next-line react/no-array-index-key
            key={hour}
            class="hour-column"
            data-hour={hour}
            x={across(hour * 60 + 6)}
            width={across(48)}
            y={`${100 - tall}%`}
            height={`${tall}%`}
          />
        );
      })}
      {nowMinute !== null && (
        <line class="chart-now" x1={across(nowMinute)} x2={across(nowMinute)} y1="0" y2="100%" />
      )}
    </svg>
  );
}
