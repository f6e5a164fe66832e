// Age labels a page gives itself: RTA and others in rating metas, and PICS labels (ICRA, RSACi).
import { allThat } from './document.ts';

const tags = 'meta[name=rating i],meta[http-equiv=rating i],meta[http-equiv=pics-label i]';
const mostLabels = 10;
const longestLabel = 300;

/** What the label tags say, in the order of the page, each once. */
export function readLabels(): string[] {
  const labels = [...allThat(tags)].map(labelOf).filter((label) => label !== '');
  return [...new Set(labels)].slice(0, mostLabels);
}

/** A PICS label names the rated address before its ratings: without it, the ratings fit. */
const labelOf = (tag: Element): string =>
  (tag.getAttribute('content') ?? '')
    .replaceAll(/(?:\s|\bfor\s+"[^"]*")+/gi, ' ')
    .trim()
    .slice(0, longestLabel);
