// From what the model said, to what the page does with a picture.
import type { AgeBand, Helps } from '../policy/schema.ts';
import { judgeScores, type Scores } from './scores.ts';

export type PictureVerdict = 'safe' | 'unsafe' | 'unchecked';
/** What became of looking at a picture. "none": it could not be fetched, read, or there was no model. */
export type Looked =
  | { readonly kind: 'scores'; readonly scores: Scores }
  | { readonly kind: 'vector' }
  | { readonly kind: 'none' };

/** Where pictures are hidden first, doubt keeps them hidden; where they are only covered, it lets them be. */
export function verdictOf(
  looked: Looked,
  band: AgeBand,
  mode: Exclude<Helps['pictures'], 'off'>,
): PictureVerdict {
  if (looked.kind === 'none') return 'unchecked';
  if (looked.kind === 'vector') return 'safe';
  const judged = judgeScores(looked.scores, band);
  if (judged === 'unsure') return mode === 'hide' ? 'unsafe' : 'safe';
  return judged;
}

/** Unsafe at every age: doubt, or skin, hides a picture from a small child and says nothing of its page. */
export const isUnsafeForAll = (looked: Looked): boolean =>
  looked.kind === 'scores' && judgeScores(looked.scores, '16-17') === 'unsafe';

/** What a press on a covered picture offers, beside help. */
export const revealOffer = (rule: Helps['reveal']): 'reveal' | 'ask' | null =>
  rule === 'tap' ? 'reveal' : rule === 'pin' ? 'ask' : null;

/** Longer than this a picture does not wait for a slow machine or server: it counts as not checked. */
export const patienceMs = 15_000;

/**
 * Whether the line before a picture is too long to wait for. `msEach`: how long the last pictures took; 0: not known yet.
 */
export const isTooSlow = (waitedMs: number, place: number, msEach: number): boolean =>
  waitedMs > patienceMs || (waitedMs > 1000 && waitedMs + place * msEach > 2 * patienceMs);
