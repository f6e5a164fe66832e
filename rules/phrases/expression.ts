// Phrases of a table made into one expression over folded text.
import { foldLetters } from './fold.ts';

/** Between words: a space, or nothing where a language writes none. */
export type Between = ' ' | '';

/** "~" becomes up to three words (six signs without spaces), "*" any ending. */
export const foldPhrase = (phrase: string): string => foldLetters(phrase).replaceAll('*', '[^ ]*');

/** Matches nothing for an empty table. */
export function expressionOf(phrases: readonly string[], between: Between): RegExp {
  const gap = between === '' ? '[^ ]{0,6}' : '(?:[^ ]+ ){0,3}';
  const all = phrases
    .map((phrase) => foldPhrase(phrase).replaceAll('~ ', '~').replaceAll('~', gap))
    .join('|');
  if (all === '') return /(?!)/u;
  return between === ''
    ? new RegExp(`(?:${all})`, 'u')
    : new RegExp(`(?<= |^)(?:${all})(?= |$)`, 'u');
}
