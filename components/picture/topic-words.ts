import type { SeriesName } from '@/components/charts/series.ts';
import type { Services } from '@/components/services.ts';
import { categories } from '@/rules/policy/schema.ts';
import type { TimeName } from '@/rules/time/history.ts';

const topics: ReadonlySet<string> = new Set(categories);

/** What time went to: as a heading for a guardian, in the words of the age for a child. */
export function topicWords(
  name: TimeName | SeriesName,
  { text, band }: Pick<Services, 'text' | 'band'>,
): string {
  if (band === null) return text(`category-${name}`);
  return text(topics.has(name) ? `topic-${name}` : `pictureTopic-${name}`);
}
