import '@/components/charts/charts.css';

export type TimeBar = {
  readonly key: string;
  readonly label: string;
  readonly seconds: number;
  /** What the full length stands for. */
  readonly of: number;
  readonly words: string;
};

/** Time as bars; each says the same in words, so the bar itself is only for the eye. */
export function TimeBars({ bars }: { bars: readonly TimeBar[] }) {
  if (bars.length === 0) return null;
  return (
    <ul class="bars">
      {bars.map(({ key, label, seconds, of, words }) => (
        <li class="bar" key={key}>
          <span class="bar-label">{label}</span>
          <span class="bar-words soft">{words}</span>
          <span class="bar-track" aria-hidden="true">
            <span
              class={seconds >= of && of > 0 ? 'bar-fill bar-full' : 'bar-fill'}
              style={{ inlineSize: `${of > 0 ? Math.min(100, (seconds / of) * 100) : 0}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
