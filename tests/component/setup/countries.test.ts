import { expect, test } from 'vitest';

import { countryChoices, guessCountry } from '@/components/setup/countries.ts';

const countries = ['AE', 'GB', 'IN', 'PK', 'US'];
const guess = (timeZone: string, ...languages: string[]) =>
  guessCountry(countries, { languages, timeZone });

test('the clock says more than the language: many read English outside of England', () => {
  expect(guess('Asia/Karachi', 'en-US', 'en')).toBe('PK');
});

test('where the clock belongs to no country we know, the language decides', () => {
  expect(guess('Etc/UTC', 'ur', 'ur-PK')).toBe('PK');
});

test('neither the clock nor the language saying anything is no guess', () => {
  expect(guess('Etc/UTC', 'en')).toBeNull();
  expect(guess('Nowhere/Never', '')).toBeNull();
  expect(guess('Etc/UTC', 'fr-FR')).toBeNull();
});

test('countries stand in the alphabet of the reader, and "anywhere" is none of them', () => {
  const codes = [...countries, 'ZZ'];
  const labels = (language: 'en' | 'ur') =>
    countryChoices(codes, language).map(({ label }) => label);
  expect(labels('en')).toEqual([
    'India',
    'Pakistan',
    'United Arab Emirates',
    'United Kingdom',
    'United States',
  ]);
  expect(labels('ur')).toContain('پاکستان');
  expect(labels('ur')).toHaveLength(5);
});
