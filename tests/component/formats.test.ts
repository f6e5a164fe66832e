import { expect, test } from 'vitest';

import { minutesIn } from '@/components/guardian/rules/minutes.ts';
import { withMinutes } from '@/components/guardian/rules/QuotasEditor.tsx';
import {
  clockName,
  countryName,
  dateName,
  durationName,
  weekdayList,
  weekdayName,
} from '@/components/page/formats.ts';

test('a policy time is said as a clock says it', () => {
  expect(clockName('en', '21:30').replaceAll('\u202f', ' ')).toBe('9:30 PM');
  expect(clockName('en', '24:00').replaceAll('\u202f', ' ')).toBe('12:00 AM');
  expect(clockName('ur', '21:30')).toContain('9:30');
});

test('days stand in the order of the week, whatever order they were chosen in', () => {
  expect(weekdayList('en', ['sun', 'mon', 'wed'])).toBe('Mon, Wed, and Sun');
  expect(weekdayName('ur', 'fri', 'long')).toBe('جمعہ');
});

test.each([
  [0, '0 min'],
  [1, '1 min'],
  [60, '1 min'],
  [4320, '1 hr, 12 min'],
  [7200, '2 hr'],
])('%i seconds are "%s"', (seconds, words) => {
  expect(durationName('en', seconds)).toBe(words);
});

test('dates and countries are named in the reader’s language', () => {
  expect(dateName('en', '2026-11-21')).toBe('Saturday, November 21');
  expect(countryName('ur', 'PK')).toBe('پاکستان');
  expect(countryName('en', 'QX')).toBe('QX');
});

test.each([
  ['', null],
  [' 45 ', 45],
  ['۹۰', 90],
  ['٩٠', 90],
  ['1440', 1440],
  ['1441', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['an hour', undefined],
])('"%s" minutes are read as %s', (typed, minutes) => {
  expect(minutesIn(typed)).toBe(minutes);
});

test('minutes of some days change nothing about the others', () => {
  const quota = { id: 'q', scope: 'all', minutes: { mon: 30, tue: 30 } };
  expect(withMinutes(quota, ['tue', 'sat'], 60).minutes).toEqual({ mon: 30, tue: 60, sat: 60 });
  expect(withMinutes(quota, ['mon'], null).minutes).toEqual({ tue: 30 });
});
