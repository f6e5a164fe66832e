import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createCueFinder, folded } from '@/rules/lookalike/cue-finder.ts';
import { findIdeas } from '@/rules/lookalike/scam-ideas.ts';

import { anyText } from '../../support/any-text.ts';

const find = createCueFinder({
  prize: 'you won|premio*|انعام جیت|奖品',
  word: 'won|reg*|انعا',
});
const ideas = (text: string): string[] => find(folded(text)).map(({ idea }) => idea);

test.each([
  ['You WON!', ['prize', 'word']],
  ['you  won', ['prize', 'word']],
  ['you wonder', []],
  ['los Prémios', ['prize']],
  ['my regards', ['word']],
  ['والانعام جیت', ['prize']],
  ['恭喜您，奖品在此', ['prize']],
  ['یہ انعا ہے', ['word']],
  ['یہ وانعا ہے', ['word']],
  ['انعامات', []],
  ['', []],
])('"%s" holds %j', (text, expected) => {
  expect(ideas(text).toSorted()).toEqual(expected);
});

test('"*" stands for any ending of the first word, of the last, or of both', () => {
  const findStems = createCueFinder({ stem: 'подароч* карт*', phrase: 'gift* card' });
  const found = (text: string): string[] => findStems(folded(text)).map(({ idea }) => idea);
  expect(found('подарочная карта')).toEqual(['stem']);
  expect(found('подарочная коробка и карта')).toEqual([]);
  expect(found('gifted card')).toEqual(['phrase']);
  expect(found('gift cards')).toEqual([]);
});

test('the short words of French stand alone, and an apostrophe inside of an English one joins', () => {
  expect(folded("l'argent d’abord, aujourd'hui qu'il")).toBe('l argent d abord aujourd hui qu il');
  expect(folded("don't, you've")).toBe('dont youve');
});

test('tells where an idea stands, in order', () => {
  const hits = find(folded('you won, then won, and again you won'));
  expect(hits.map(({ idea }) => idea)).toEqual(['prize', 'word', 'word', 'prize', 'word']);
  const places = hits.map(({ at }) => at);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});

test('the letters of Arabic and Urdu keyboards are one', () => {
  expect(folded('كتاب يہ')).toBe(folded('کتاب یہ'));
});

test('Free Fire is the name of a game, and says nothing of a price', () => {
  expect(findIdeas(folded('Free Fire')).map(({ idea }) => idea)).not.toContain('free');
});

test('no text makes finding throw, and no text has hits without end', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(findIdeas(folded(text)).length).toBeLessThan(1000);
    }),
  );
  expect(findIdeas(folded('won prize claim '.repeat(20_000))).length).toBeLessThan(1000);
});
