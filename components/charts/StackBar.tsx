import { useId } from 'preact/hooks';

import { fillOf, Patterns } from './Patterns.tsx';
import { percentOf, stacked, type TimeAxis } from './scales.ts';
import type { SeriesName } from './series.ts';

export type StackBarProps = {
  readonly axis: TimeAxis;
  readonly parts: readonly { readonly name: SeriesName; readonly seconds: number }[];
  readonly total: number;
  /** null: no limit. */
  readonly limit: number | null;
};

/** One lying bar over the lines of its axis. Only for the eye: the words stand beside it and in the table. */
export function StackBar({ axis, parts, total, limit }: StackBarProps) {
  const id = useId();
  const place = (seconds: number) => `${percentOf(seconds, axis.top)}%`;
  return (
    <svg class="stack-bar" aria-hidden="true">
      <Patterns id={id} />
      {axis.ticks.map((tick) => (
        <line key={tick} class="chart-line" x1={place(tick)} x2={place(tick)} y1="0" y2="100%" />
      ))}
      {stacked(parts, total).map(({ name, from, to }) => (
        <rect
          key={name}
          class="chart-part"
          data-series={name}
          x={place(from)}
          width={`${percentOf(to - from, axis.top)}%`}
          y="20%"
          height="60%"
          fill={fillOf(id, name)}
        />
      ))}
      {limit !== null && limit <= axis.top && (
        <line class="chart-limit" x1={place(limit)} x2={place(limit)} y1="4%" y2="96%" />
      )}
    </svg>
  );
}
