// Age labels a page gives itself: RTA and others in rating metas, and PICS labels (ICRA, RSACi).
import { allThat, own } from './document.ts';

export const labelTags =
  'meta[name=rating i],meta[http-equiv=rating i],meta[http-equiv=pics-label i]';
const mostLabels = 10;
const longestLabel = 300;

const seen = new Set<string>();

/** What the label tags of this page said when last looked at, or once before: a page can not take a label back. */
export const labelsSeen = (): string[] => [...seen];

/** Looks for label tags. True: there is one that was not there before. */
export function lookForLabels(): boolean {
  const before = seen.size;
  // Most pages have none, and no list of them is made.
  if (own('querySelector').call(document, labelTags) === null) return false;
  for (const tag of allThat(labelTags)) {
    const label = labelOf(tag);
    if (label !== '' && seen.size < mostLabels) seen.add(label);
  }
  return seen.size > before;
}

/** A PICS label names the rated address before its ratings: without it, the ratings fit. */
const labelOf = (tag: Element): string =>
  (tag.getAttribute('content') ?? '')
    .replaceAll(/(?:\s|\bfor\s+"[^"]*")+/gi, ' ')
    .trim()
    .slice(0, longestLabel);
