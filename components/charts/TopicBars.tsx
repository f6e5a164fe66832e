import { useId } from 'preact/hooks';

import type { TimeName } from '@/rules/time/history.ts';

import { fillOf, Patterns } from './Patterns.tsx';
import { percentOf } from './scales.ts';
import { inSeries } from './series.ts';

export type TopicBar = {
  readonly name: TimeName;
  readonly seconds: number;
  readonly label: string;
  readonly words: string;
};

/** One bar a topic, in the topic's own colour. Each says the same in words, so the bar is only for the eye. */
export function TopicBars({ bars, total }: { bars: readonly TopicBar[]; total: number }) {
  const id = useId();
  return (
    <ul class="bars">
      {bars.map(({ name, seconds, label, words }) => {
        const [series] = inSeries([{ category: name, seconds: 1 }]);
        return (
          <li class="bar" key={name}>
            <span class="bar-label topic-name">{label}</span>{' '}
            <span class="bar-words soft">{words}</span>
            <svg class="topic-bar" aria-hidden="true">
              <Patterns id={`${id}-${name}`} />
              <rect class="topic-bar-track" width="100%" height="100%" rx="6" />
              <rect
                class="chart-part"
                width={`${percentOf(seconds, total)}%`}
                height="100%"
                rx="6"
                fill={fillOf(`${id}-${name}`, series?.name ?? 'rest')}
              />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
