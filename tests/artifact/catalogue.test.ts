// The words of the product: the same in every language, all there, all used, and fit for the age they speak to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { ageBands, languages } from '../../rules/policy/schema.ts';
import { root } from '../../scripts/commands.ts';
import { filesIn, ownSources } from './built.ts';

type Entry = { readonly part: string; readonly key: string; readonly words: string };

const entriesOf = (language: string): Entry[] =>
  filesIn(join(root, 'public', 'texts', language)).flatMap((part) => {
    const file = join(root, 'public', 'texts', language, part);
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    return Object.entries(texts).map(([key, words]) => ({ part, key, words }));
  });
const catalogues = new Map(languages.map((language) => [language, entriesOf(language)] as const));
const english = catalogues.get('en') ?? [];
const placesOf = (entries: readonly Entry[]): string[] =>
  entries.map(({ part, key }) => `${part} ${key}`).toSorted();
const bands = ageBands.join('|');
/** "minutesLeft.5-8_one" is a form of "minutesLeft". */
const baseOf = (key: string): string =>
  key
    .replace(new RegExp(`\\.(?:${bands})(?=_|$)`), '')
    .replace(/_(?:zero|one|two|few|many|other)$/, '');

describe.each(languages)('the catalogue in "%s"', (language) => {
  const entries = catalogues.get(language) ?? [];

  test('has the same keys in the same files as the English one', () => {
    expect(placesOf(entries)).toEqual(placesOf(english));
  });

  test('names no key twice', () => {
    const keys = entries.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has no empty words, and space around none but a joiner such as ", "', () => {
    const wrong = entries.filter(
      ({ words }) => words.trim() === '' || (words.trim() !== words && /\p{L}/u.test(words)),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('has the placeholders of the English words', () => {
    const wrong = entries.filter(({ key, words }) => {
      const model = english.find((entry) => entry.key === key);
      return model !== undefined && placeholders(words) !== placeholders(model.words);
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('has the plain "other" form of every plural', () => {
    const keys = new Set(entries.map(({ key }) => key));
    const lonely = [...keys].filter(
      (key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
  });

  test('never uses a word that blames a child or makes little of a crime', () => {
    expect(entries.filter(({ words }) => forbidden.test(words)).map(({ key }) => key)).toEqual([]);
  });

  test('says two short sentences at most to a child of 5 to 8', () => {
    const long = entries
      .filter(({ key }) => /\.5-8(?:_|$)/.test(key))
      .filter(({ words }) => {
        const sentences = sentencesOf(words);
        return sentences.length > 2 || sentences.some((sentence) => sentence.length > 8);
      });
    expect(long.map(({ key, words }) => `${key}: ${words}`)).toEqual([]);
  });
});

test('every word the code asks for is in the catalogue', () => {
  const known = new Set(english.flatMap(({ key }) => [key, baseOf(key)]));
  const missing = ownSources().flatMap(({ path, code }) =>
    keysAskedFor(code)
      .filter((key) => !known.has(key))
      .map((key) => `${path}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('every word in the catalogue is asked for somewhere', () => {
  const sources = ownSources().map(({ code }) => code);
  const literals = new Set(sources.flatMap(literalsIn));
  const patterns = sources.flatMap(templatesIn);
  const endings = sources.flatMap(endingsIn);
  const isUsed = (key: string): boolean =>
    literals.has(key) ||
    patterns.some((pattern) => pattern.test(key)) ||
    endings.some((end) => key.endsWith(end) && literals.has(key.slice(0, -end.length))) ||
    // `${key}${isOn ? 'On' : 'Off'}`: both halves stand as literals.
    (/(?:On|Off)$/.test(key) && literals.has(key.replace(/(?:On|Off)$/, '')));
  const idle = [...new Set(english.map(({ key }) => baseOf(key)))].filter((key) => !isUsed(key));
  expect(idle).toEqual([]);
});

const placeholders = (words: string): string =>
  [...new Set(words.match(/\{\w+\}/g) ?? [])].toSorted().join(' ');

/** Lists of words. A placeholder is one word; what stands in quotes or after a colon is part of its sentence. */
const sentencesOf = (words: string): string[][] =>
  words
    .split(/[.!?۔؟…]+(?:\s|$)/)
    .map((sentence) =>
      sentence
        .trim()
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}{]/u.test(word)),
    )
    .filter((sentence) => sentence.length > 0);

const forbidden =
  /child porn|kiddie|child prostitut|revenge porn|commit(?:ted|s)? suicide|چائلڈ پورن|\billegal\b|\bbad (?:child|boy|girl)\b/i;

/** The literal keys of text('key'), text(a ? 'key' : 'other'), and of the same calls under other names. */
function keysAskedFor(code: string): string[] {
  return [...code.matchAll(/\b(?:text|words)\(\s*([^()`]*?)\s*[,)]/g)].flatMap(([, first = '']) =>
    [...first.matchAll(/(?:^|[?:]\s*)'([\w.-]+)'/g)].map(([, key = '']) => key),
  );
}

const literalsIn = (code: string): string[] =>
  [...code.matchAll(/(['"])((?:(?!\1)[^\\\n])*)\1/g)].map(([, , words = '']) => words);

const templatesOf = (code: string): string[][] =>
  [...code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
    .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.every((part) => /^[\w.-]*$/.test(part)));

/** `topic${name}` as a pattern. One that has next to nothing fixed would match everything, and does not count. */
const templatesIn = (code: string): RegExp[] =>
  templatesOf(code)
    .filter((parts) => parts.join('').length >= 3)
    .map((parts) => parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+'))
    .map((pattern) => new RegExp(`^${pattern}$`));

/** The endings of `${key}On`: used together with a key that stands elsewhere as a literal. */
const endingsIn = (code: string): string[] =>
  templatesOf(code).flatMap(([before, after, ...more]) =>
    before === '' && after !== undefined && after !== '' && more.length === 0 ? [after] : [],
  );
