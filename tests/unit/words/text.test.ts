import { expect, test } from 'vitest';

import { wordsFor } from '@/rules/words/text.ts';

const catalogue = {
  heading: 'Closed',
  'heading.5-8': 'This place is closed',
  minutesLeft_one: '{count} minute left',
  minutesLeft_other: '{count} minutes left',
  where: 'You were on {host}',
};
const words = (key: string, band: '5-8' | '9-12' | null, values = {}) =>
  wordsFor(catalogue, { language: 'en', band }, key, values);

test('words of the age band come first, the plain ones otherwise', () => {
  expect(words('heading', '5-8')).toBe('This place is closed');
  expect(words('heading', '9-12')).toBe('Closed');
  expect(words('heading', null)).toBe('Closed');
});

test('a count picks the plural form of the language', () => {
  expect(words('minutesLeft', '5-8', { count: 1 })).toBe('1 minute left');
  expect(words('minutesLeft', '5-8', { count: 15 })).toBe('15 minutes left');
});

test('a value is isolated so that its direction does not disturb the sentence', () => {
  expect(words('where', null, { host: 'games.test' })).toBe('You were on \u2068games.test\u2069');
});

test('a missing value stays visible, a missing key names itself', () => {
  expect(words('where', null)).toBe('You were on {host}');
  expect(words('nowhere', null)).toBe('nowhere');
});
