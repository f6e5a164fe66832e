import { expect, test } from 'vitest';

import { ageMark, comesOfAgeOn, isOfAge, withBelievedAge } from '@/rules/growing/age.ts';

import { anOpenChild } from '../../support/builders.ts';

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
  expect(comesOfAgeOn('2008-02-29')).toBe('2026-03-01');
  expect(comesOfAgeOn('2009-05-14')).toBe('2027-05-14');
});

test('without a day of birth nobody comes of age', () => {
  expect(isAdultOn(undefined, '9999-12-31')).toBe(false);
});

test('a birthday that only the clock tells of changes nothing until it is believed', () => {
  const child = { ...anOpenChild(), born: '2009-05-14' };
  const seen = (date: string, believed: readonly string[] = []) =>
    withBelievedAge(child, { date }, believed).born;
  expect(seen('2027-05-13')).toBe('2009-05-14');
  expect(seen('2027-05-14')).toBeUndefined();
  expect(seen('2027-05-14', [ageMark(child)])).toBe('2009-05-14');
  expect(seen('2027-05-14', [ageMark({ ...child, born: '2008-05-14' })])).toBeUndefined();
});
