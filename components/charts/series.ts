// What the colours of a chart stand for. The same topic has the same colour and pattern on every chart of every week.
import type { NamedSeconds, TimeName } from '@/rules/time/history.ts';

/** From the foot of a bar upwards. What uses up no limit stands last, so that a limit's line cuts the rest. */
export const seriesNames = [
  'known',
  'video',
  'games',
  'social',
  'unknown',
  'rest',
  'always-open',
] as const;
export type SeriesName = (typeof seriesNames)[number];

const ownSeries: ReadonlySet<TimeName> = new Set(
  seriesNames.filter((name): name is Exclude<SeriesName, 'rest'> => name !== 'rest'),
);

const seriesOf = (category: TimeName): SeriesName =>
  ownSeries.has(category) ? (category as SeriesName) : 'rest';

/** Seconds by series, in the order of `seriesNames`; only what there is. */
export function inSeries(
  byCategory: readonly NamedSeconds[],
): readonly { readonly name: SeriesName; readonly seconds: number }[] {
  return seriesNames.flatMap((name) => {
    const seconds = byCategory
      .filter(({ category }) => seriesOf(category) === name)
      .reduce((sum, each) => sum + each.seconds, 0);
    return seconds > 0 ? [{ name, seconds }] : [];
  });
}
