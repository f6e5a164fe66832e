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
  return (
    <svg class="hour-columns" role="img" aria-label={name}>
      <Patterns id={id} />
      <Closed id={id} closed={closed} />
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
      <Columns hours={hours} />
      {nowMinute !== null && (
        <line class="chart-now" x1={across(nowMinute)} x2={across(nowMinute)} y1="0" y2="100%" />
      )}
    </svg>
  );
}

const across = (minute: number): string => `${percentOf(minute, minutesOfDay)}%`;

function Closed({ id, closed }: { id: string; closed: readonly ClosedSpan[] }) {
  return (
    <>
      {closed.map(({ fromMinute, toMinute }) => {
        const place = {
          x: across(fromMinute),
          width: across(toMinute - fromMinute),
          height: '100%',
        };
        return (
          <g key={fromMinute} data-closed={`${fromMinute}-${toMinute}`}>
            <rect class="chart-closed-ground" {...place} />
            <rect {...place} fill={fillOf(id, 'closed')} />
          </g>
        );
      })}
    </>
  );
}

function Columns({ hours }: Pick<HourColumnsProps, 'hours'>) {
  const columns = hours
    .map((seconds, hour) => ({ hour, tall: percentOf(seconds, hourSeconds) }))
    .filter(({ tall }) => tall > 0);
  return (
    <>
      {columns.map(({ hour, tall }) => (
        <rect
          key={hour}
          class="hour-column"
          data-hour={hour}
          x={across(hour * 60 + 6)}
          width={across(48)}
          y={`${100 - tall}%`}
          height={`${tall}%`}
        />
      ))}
    </>
  );
}
