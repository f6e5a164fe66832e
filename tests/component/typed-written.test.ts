// What of a field's words is the child's own: a page that fills a field itself is not told whether a family knows its words.
import { beforeEach, expect, test } from 'vitest';

import { beginWriting, hasWritten, writtenIn } from '@/entrypoints/typed-parts/written.ts';

const names = Array.from({ length: 100 }, (_, index) => `name${index}`).join(' ');
const event = (type: string, data?: string): Event & { readonly data?: string } =>
  Object.assign(new Event(type), data === undefined ? {} : { data });
const types = (words: string): void => {
  for (const letter of words) hasWritten(event('input', letter));
};

beforeEach(() => {
  beginWriting();
  writtenIn('', '');
});

test('what is typed, however long, is the child’s own', () => {
  const words = 'my friends are in gulberg today and '.repeat(8);
  types(words);
  expect(writtenIn('', words)).toBe(words);
});

test('what a page puts into the field is not, and what is typed into it is', () => {
  types('a');
  expect(writtenIn('', names)).toBe('');
  types(' call me');
  expect(writtenIn(names, `${names} call me`)).toBe(' call me');
  expect(writtenIn(`${names} call me`, `${names} call me now`)).toBe(' call me now');
});

test('words that take the place of as many others are put there too', () => {
  types('a');
  writtenIn('', names);
  expect(writtenIn(names, names.replaceAll('name', 'nema'))).toBe('');
});

test('what is pasted is the child’s own, once', () => {
  hasWritten(event('paste'));
  expect(writtenIn('', names)).toBe(names);
  expect(writtenIn(names, names.replaceAll('name', 'nema'))).toBe('');
});

test('a word that a keyboard suggests, or an address that a browser fills in, is the child’s own', () => {
  hasWritten(event('input'));
  expect(writtenIn('', 'House 12, Block C, Gulberg, Lahore')).toBe(
    'House 12, Block C, Gulberg, Lahore',
  );
});
