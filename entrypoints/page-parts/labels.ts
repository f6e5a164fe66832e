// Age labels a page gives itself: RTA and others in rating metas, and PICS labels (ICRA, RSACi).
import { allThat, own } from './document.ts';

export const labelTags =
  'meta[name=rating i],meta[http-equiv=rating i],meta[http-equiv=pics-label i]';
const mostLabels = 10;
const longestLabel = 300;

const seen = new Set<string>();

/** What the label tags of this page say or once said, each once: a page can not take a label back. */
export function readLabels(): readonly string[] {
  // Most pages have none, and no list of them is made.
  if (own('querySelector').call(document, labelTags) === null) return [...seen];
  for (const tag of allThat(labelTags)) {
    const label = labelOf(tag);
    if (label !== '' && seen.size < mostLabels) seen.add(label);
  }
  return [...seen];
}

/** A PICS label names the rated address before its ratings: without it, the ratings fit. */
const labelOf = (tag: Element): string =>
  (tag.getAttribute('content') ?? '')
    .replaceAll(/(?:\s|\bfor\s+"[^"]*")+/gi, ' ')
    .trim()
    .slice(0, longestLabel);
