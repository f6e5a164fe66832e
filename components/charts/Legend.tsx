import { useId } from 'preact/hooks';

import { fillOf, Patterns } from './Patterns.tsx';
import type { SeriesName } from './series.ts';

export type LegendEntry = {
  readonly kind: SeriesName | 'closed' | 'limit' | 'now';
  readonly words: string;
};

/** What the parts of a chart stand for. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul class="legend">
      {entries.map(({ kind, words }) => (
        <li key={kind}>
          <Swatch kind={kind} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ kind }: Pick<LegendEntry, 'kind'>) {
  const id = useId();
  return (
    <svg class="swatch" width="24" height="16" aria-hidden="true">
      {kind === 'limit' || kind === 'now' ? (
        <line class={`chart-${kind}`} x1="12" x2="12" y1="0" y2="16" />
      ) : (
        <>
          <Patterns id={id} />
          {kind === 'closed' && <rect class="chart-closed-ground" width="24" height="16" />}
          <rect class="swatch-fill" width="24" height="16" fill={fillOf(id, kind)} />
        </>
      )}
    </svg>
  );
}
