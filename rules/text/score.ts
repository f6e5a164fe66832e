// The model over a text: every word's part is worked out once and kept, so that a usual text costs one look-up a word.
import { forgetIdeographs, gatherIdeograph, mostIdeographs } from './ideographs.ts';
import { mostRows } from './lanes.ts';
import { scripts, type Script, type TextModel } from './model.ts';
import { closeStretch, createStretch, sumUp, type Scores } from './stretch.ts';
import { walk, type Sink } from './walk.ts';
import { createWordCache, noScript, tablesOf } from './word-cache.ts';

export type TextScores = {
  /** The script of most of its words: where none has one, the first. */
  readonly script: Script;
  /** Empty for a text without words. */
  readonly stretches: readonly Scores[];
};
/** A stretch holds at most so many words; an ideograph counts as one. */
export type Scorer = (text: string, wordsPerStretch: number) => TextScores;

export function createScorer(model: TextModel): Scorer {
  const tables = tablesOf(model);
  const cache = createWordCache(tables);
  const stretch = createStretch(tables, cache);
  const { entries, ideographs } = stretch;
  let stretches: Scores[] = [];
  let most = 0;
  const sink: Sink = {
    word(letters, length, first, second) {
      if (ideographs.count > 0) sumUp(stretch);
      forgetIdeographs(ideographs);
      let entry = cache.find(first, second);
      if (entry === -1) {
        sumUp(stretch);
        entry = cache.add(letters, length, first, second);
      }
      const { gathered } = stretch;
      entries[gathered] = entry;
      stretch.gathered = gathered + 1;
      if (stretch.words + gathered + 1 >= most) stretches.push(closeStretch(stretch));
      else if (gathered + 1 === mostRows) sumUp(stretch);
    },
    ideograph(unit) {
      if (stretch.gathered > 0) sumUp(stretch);
      gatherIdeograph(ideographs, unit);
      if (stretch.words + ideographs.count >= most) stretches.push(closeStretch(stretch));
      else if (ideographs.count === mostIdeographs) sumUp(stretch);
    },
  };
  return (text, wordsPerStretch) => {
    stretches = [];
    most = wordsPerStretch;
    stretch.before = 0;
    stretch.scripts.fill(0);
    forgetIdeographs(ideographs);
    walk(text, 0, text.length, sink);
    sumUp(stretch);
    if (stretch.words > 0) stretches.push(closeStretch(stretch));
    return { script: scriptOf(stretch.scripts), stretches };
  };
}

function scriptOf(counts: Int32Array): Script {
  let best = 0;
  for (let at = 1; at < noScript; at += 1) if ((counts[at] ?? 0) > (counts[best] ?? 0)) best = at;
  return scripts[best] ?? 'latin';
}
