// What the text model says of many messages together. Each is weak evidence; several of them, close together, are not.
import type { TextClass, TextGrade } from '../text/judge.ts';

/** "some": enough to stand beside a phrase. "much": enough by itself for a card, never for more. */
export type Leaning = 'none' | 'some' | 'much';
/** `counts`: 1, or less where nobody knows who wrote it. */
export type Weighed = { readonly text: string; readonly counts: number };

/** No message counts for more, however plain: there are always two at the least. */
const mostOfOne = 2;
/** What an ordinary message takes away, so that the length of a chat adds up to nothing. */
const leastOfOne = -1;
const some = 2.2;
const much = 3.6;

export function leaningOf(messages: readonly Weighed[], grade: TextGrade, of: TextClass): Leaning {
  let [sum, highest] = [0, 0];
  const seen = new Set<string>();
  for (const { text, counts } of messages) {
    // Said again, it is no further evidence.
    if (seen.has(text)) continue;
    seen.add(text);
    const over = grade(text, of);
    if (over === null || Number.isNaN(over)) continue;
    sum = Math.max(0, sum + counts * Math.max(leastOfOne, Math.min(mostOfOne, over)));
    highest = Math.max(highest, sum);
  }
  if (highest >= much) return 'much';
  return highest >= some ? 'some' : 'none';
}
