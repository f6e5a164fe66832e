import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { changeWords } from '@/rules/policy/change-words.ts';
import { policyChanges } from '@/rules/policy/changes.ts';
import { languages, weekdays } from '@/rules/policy/schema.ts';
import { wordsFor } from '@/rules/words/text.ts';

import { growingCases } from '../../support/growing-changes.ts';
import {
  base,
  cases as otherCases,
  day,
  withChild,
  withFilter,
  zara,
} from '../../support/policy-changes.ts';
import { timeCases } from '../../support/time-changes.ts';

const cases = [...otherCases, ...timeCases, ...growingCases];

test('every change has words in every language, with nothing left to fill in', () => {
  for (const language of languages) {
    const catalogue = JSON.parse(
      readFileSync(`public/texts/${language}/journal.json`, 'utf8'),
    ) as Record<string, string>;
    const text = (key: string, values = {}) => {
      expect(Object.hasOwn(catalogue, key), key).toBe(true);
      return wordsFor(catalogue, { language, band: null }, key, values);
    };
    const all = [
      ...policyChanges(null, base),
      ...cases.flatMap(({ before, after }) => policyChanges(before, after)),
    ];
    for (const change of all) expect(changeWords(text, change, String)).not.toMatch(/[{}]/);
  }
});

test('a change reads as a sentence', () => {
  const catalogue = JSON.parse(readFileSync('public/texts/en/journal.json', 'utf8')) as Record<
    string,
    string
  >;
  const text = (key: string, values = {}) =>
    wordsFor(catalogue, { language: 'en', band: null }, key, values);
  const games = { ...zara().filter.categories, games: 'block' as const };
  const [category] = policyChanges(base, withFilter({ categories: games }));
  const [quota] = policyChanges(
    base,
    withChild({ quotas: [{ ...day(90), minutes: { ...day(90).minutes, sat: 60, sun: 120 } }] }),
  );
  const read = [category, quota].map((change) =>
    change === undefined ? '' : changeWords(text, change, String),
  );
  expect(read.map((words) => words.replaceAll(/[\u2068\u2069]/g, ''))).toStrictEqual([
    'Zara: games went from “open” to “closed”.',
    'Zara: the limit for all browsing went from 120 to 60 minutes (Saturday).',
  ]);
});

test('times are said as clocks say them, a whole week as "every day", and names stay as they were given', () => {
  const text = (key: string, values = {}) => JSON.stringify({ key, ...values });
  const values = {
    child: '12:30',
    from: '20:30',
    to: '07:00',
    daysKeys: weekdays.map((name) => `changeValueDay_${name}`).join(' '),
  };
  const change = { childId: 'zara', key: 'changeQuietTimeAdded', values, weakens: false };
  expect(JSON.parse(changeWords(text, change, (time) => `clock ${time}`))).toStrictEqual({
    key: 'changeQuietTimeAdded',
    child: '12:30',
    from: 'clock 20:30',
    to: 'clock 07:00',
    days: '{"key":"changeValueEveryDay"}',
  });
});
