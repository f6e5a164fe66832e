// What scams of every story are made of: a bait (a lure or a threat), an ask that honest people do not make that way, a push, and
// a way that hides. Each part is a few words that stand in one sentence; no part is a sign, parts of several families are.
import { createCueFinder, type CueFinder, folded, type Hit } from './cue-finder.ts';
import type { Idea } from './scam-ideas.ts';
import { type Family, ofIdeas, parts, type Word, words } from './scam-parts.ts';

/** At -1: over the whole page. */
type Found = { readonly family: Family; readonly weight: number; readonly at: number };
export type Anatomy = Readonly<Record<Family, number>>;

let wordsCache: CueFinder<Word> | null = null;
const findWords: CueFinder<Word> = (plain) => (wordsCache ??= createCueFinder(words))(plain);

/** Longer ones are lists, and would hold everything. */
const longestSentence = 260;

/** `text`: as `marked` leaves it. What one sentence begins, the next may end. */
export function partsOf(text: string, isOverAll = false): Found[] {
  const found: Found[] = [];
  let begun = 0;
  let before = new Set<Word>();
  let sentence = new Set<Word>();
  const end = (): void => {
    if (sentence.size === 0) return;
    // "No cash on delivery" is no cash on delivery.
    if (sentence.has('noReturn')) sentence.delete('inOpen');
    for (const [family, weight, ...all] of parts) {
      if (!all.every((word) => sentence.has(word) || before.has(word))) continue;
      found.push({ family, weight, at: isOverAll ? -1 : begun });
    }
    before = sentence;
    sentence = new Set();
  };
  for (const { idea, at } of findWords(folded(text))) {
    if (idea === 'stop' || at - begun > longestSentence) {
      end();
      begun = at;
    }
    if (idea !== 'stop') sentence.add(idea);
  }
  end();
  return found;
}

export const ideaPartsAt = (hits: readonly Hit<Idea>[]): Found[] =>
  hits.flatMap(({ idea, at }) => {
    const part = ofIdeas[idea];
    return part === undefined ? [] : [{ family: part[0], weight: part[1], at }];
  });
export const ideaParts = (ideas: ReadonlySet<Idea>): Found[] =>
  ideaPartsAt([...ideas].map((idea) => ({ idea, at: -1 })));

/** The breath whose parts weigh most; `over`: what counts in each of them. What is done in the open counts for all of the page. */
export function strongestBreath(
  over: readonly Found[],
  body: readonly Found[],
  breath: number,
): Anatomy {
  const sum = ({ lure, threat, ask, push, way }: Anatomy): number =>
    lure + threat + ask + push + way;
  const ordered = body.toSorted((left, right) => left.at - right.at);
  let best = weighed(over);
  for (const [index, { at }] of ordered.entries()) {
    const within = ordered.slice(index).filter((part) => part.at - at <= breath);
    const here = weighed([...over, ...within]);
    if (sum(here) > sum(best)) best = here;
    if (index + within.length === ordered.length) break;
  }
  return { ...best, open: weighed([...over, ...body]).open };
}

function weighed(found: readonly Found[]): Anatomy {
  const most = { lure: 0, threat: 0, ask: 0, push: 0, way: 0, open: 0 };
  for (const { family, weight } of found) most[family] = Math.max(most[family], weight);
  return most;
}

/** How sure the parts make it. `wants`: the page asks for something secret in a form. */
export function strengthOf(
  found: Anatomy,
  { wants, isShort }: { readonly wants: boolean; readonly isShort: boolean },
): 'none' | 'likely' | 'clear' {
  const { lure, threat, push, way, open } = found;
  const ask = Math.max(found.ask, wants ? 1 : 0);
  const bait = Math.max(lure, threat);
  if (open === 0 && (isPlain(found) || (lure === 2 && way === 2 && ask > 0))) return 'clear';
  if (bait + way < 1 || ask + way < 1) return 'none';
  const sum = bait + ask + push + way - open;
  const least = isShort && Math.max(bait, ask, way) > 1 ? 3 : 4;
  return sum >= least ? 'likely' : 'none';
}

/** Bills and offices threaten too, and rightly: a threat needs more beside it than a lure does. */
const isPlain = ({ lure, threat, ask, push, way }: Anatomy): boolean =>
  (lure === 2 && ask > 1) ||
  (lure > 0 && ask > 1 && way === 2) ||
  (lure > 0 && ask === 3) ||
  (lure === 2 && ask > 0 && push > 0) ||
  (threat === 2 && ask === 3 && push + way > 0) ||
  (threat === 2 && ask > 1 && way === 2);
