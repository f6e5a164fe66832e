import { expect, test } from 'vitest';

import { isOfAge } from '@/rules/growing/age.ts';

const isAdultOn = (born: string | undefined, date: string): boolean =>
  isOfAge(born === undefined ? {} : { born }, { date });

test('the controls hold to the end of the day before the 18th birthday, and end with it', () => {
  expect(isAdultOn('2009-05-14', '2027-05-13')).toBe(false);
  expect(isAdultOn('2009-05-14', '2027-05-14')).toBe(true);
  expect(isAdultOn('2009-05-14', '2031-01-01')).toBe(true);
});

test('who was born on 29 February comes of age on 1 March of a year that has no 29th', () => {
  expect(isAdultOn('2008-02-29', '2026-02-28')).toBe(false);
  expect(isAdultOn('2008-02-29', '2026-03-01')).toBe(true);
});

test('without a day of birth nobody comes of age', () => {
  expect(isAdultOn(undefined, '9999-12-31')).toBe(false);
});
