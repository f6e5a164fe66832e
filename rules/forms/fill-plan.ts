// Which facts go into which boxes. Unsure means: not filled.
import type { Fact } from '../reporting/facts.ts';
import { type Box, isFillable } from './box.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { plain } from './plain.ts';

export type Filling = { readonly at: number; readonly key: Fact['key']; readonly value: string };
type Meant = { readonly box: Box; readonly meaning: Meaning };

/** At most one box for each fact that the form is known to ask for, in the form's own order. */
export function fillPlan(
  boxes: readonly Box[],
  facts: readonly { readonly key: string; readonly value: string }[],
  asks: readonly Fact['key'][],
): Filling[] {
  const meant = boxes.flatMap((box): Meant[] => {
    const meaning = isFillable(box) ? meaningOf(box) : null;
    return meaning === null ? [] : [{ box, meaning }];
  });
  return [...new Set(asks)].flatMap((key) => {
    const value = facts.find((fact) => fact.key === key)?.value;
    const box = value === undefined ? null : theBoxFor(meant, key);
    return value !== undefined && box !== null && fits(box, value)
      ? [{ at: box.at, key, value }]
      : [];
  });
}

function theBoxFor(meant: readonly Meant[], key: Fact['key']): Box | null {
  const own = meant.filter(({ meaning }) => meaning.key === key);
  const best = Math.max(...own.map(({ meaning }) => meaning.strength));
  const [first, ...others] = own.filter(({ meaning }) => meaning.strength === best);
  if (first === undefined) return null;
  return others.every(({ box }) => isOneOfAList(first.box, box)) ? first.box : null;
}

/** "Link 1", "Link 2": the first is meant. Two boxes that ask the same in other words are a riddle. */
const isOneOfAList = (first: Box, other: Box): boolean =>
  unnumbered(first.label) === unnumbered(other.label) &&
  unnumbered(first.placeholder) === unnumbered(other.placeholder);
const unnumbered = (words: string): string => plain(words.replaceAll(/\p{N}+/gu, ' '));

const fits = ({ tag, type, maxLength }: Box, value: string): boolean =>
  (maxLength === null || value.length <= maxLength) &&
  (type !== 'url' || /^https?:\/\//.test(value)) &&
  (tag === 'textarea' || !value.includes('\n'));
