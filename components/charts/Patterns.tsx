import { seriesNames, type SeriesName } from './series.ts';

/** Over the colour, in the colour of the paper: parts can be told apart without any colour. */
const marks: Readonly<Record<SeriesName, string>> = {
  known: '',
  video: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  games: 'M2 2h.01M6 6h.01',
  social: 'M0 4h8',
  unknown: 'M0 0l8 8M8 0l-8 8',
  rest: 'M4 0v8',
  'always-open': 'M0 2h8M0 6h8M2 0v8M6 0v8',
};

/** The fills of one SVG. Ids are the page's, so each SVG has its own. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {seriesNames.map((name) => (
        <pattern
          key={name}
          id={`${id}-${name}`}
          class={`series series-${name}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" class="series-colour" />
          <path d={marks[name]} class="series-mark" />
        </pattern>
      ))}
      <pattern id={`${id}-closed`} width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" class="closed-mark" />
      </pattern>
    </defs>
  );
}

export const fillOf = (id: string, name: SeriesName | 'closed'): string => `url(#${id}-${name})`;
