import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import { childDifferences } from '@/rules/policy/changes-child.ts';
import { weakens } from '@/rules/policy/changes.ts';
import {
  createChild,
  createPolicy,
  presetFor,
  presetLines,
  seesBlockedAddresses,
} from '@/rules/policy/presets.ts';
import { ageBands, languages, policySchema } from '@/rules/policy/schema.ts';
import { wordsFor } from '@/rules/words/text.ts';

const wordsOf = (language: 'en' | 'ur'): Record<string, string> =>
  JSON.parse(readFileSync(`public/texts/${language}/presets.json`, 'utf8')) as Record<
    string,
    string
  >;
const chosen = {
  language: 'ur',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  nickname: 'Zara',
  childId: 'child-1',
} as const;

test.each(ageBands)('the policy made for %s fits the schema', (band) => {
  const policy = createPolicy({ ...chosen, band });
  expect(parseWith(policySchema, JSON.parse(JSON.stringify(policy)))).toStrictEqual({
    ok: true,
    value: policy,
  });
  expect(policy).toMatchObject({
    activeChild: 'child-1',
    language: 'ur',
    children: [{ nickname: 'Zara', ageBand: band }],
  });
});

test('a younger band is never milder than an older one, in any dimension', () => {
  const children = ageBands.map((band) => createChild('child-1', 'Zara', band));
  children.slice(1).forEach((older, at) => {
    const younger = children[at];
    if (younger !== undefined)
      expect(weakens(childDifferences(older, younger, 'Zara'))).toBe(false);
  });
});

test('unknown sites are closed, asked about, warned about and open, from young to old', () => {
  expect(ageBands.map((band) => presetFor(band).filter.unknown)).toStrictEqual([
    'block',
    'ask',
    'warn',
    'allow',
  ]);
});

test('what harms is closed for the three younger bands, and safe search is on for everyone', () => {
  for (const band of ['5-8', '9-12', '13-15'] as const) {
    const { categories, preferSafe } = presetFor(band).filter;
    for (const category of ['adult', 'gambling', 'self-harm', 'drugs', 'scam', 'bypass'] as const) {
      expect(categories[category]).toBe('block');
    }
    expect(preferSafe).toBe(true);
  }
  expect(presetFor('16-17').filter).toMatchObject({
    preferSafe: false,
    categories: { adult: 'block', scam: 'block', bypass: 'warn' },
  });
  expect(ageBands.every((band) => presetFor(band).filter.safeSearch)).toBe(true);
});

test('nights and daily minutes grow with age', () => {
  expect(
    ageBands.map((band) => presetFor(band).quietTimes.map(({ from, to }) => `${from}-${to}`)),
  ).toStrictEqual([['20:00-06:30'], ['20:30-06:30'], ['21:30-06:00'], ['23:00-05:30']]);
  expect(
    ageBands.map((band) => presetFor(band).quotas.map(({ minutes }) => [minutes.mon, minutes.sat])),
  ).toStrictEqual([[[60, 90]], [[90, 120]], [[150, 210]], []]);
});

test('a preset is the family’s own: changing one does not change the next', () => {
  presetFor('5-8').filter.blocklist.push('x.test');
  presetFor('5-8').quietTimes[0]?.days.pop();
  expect(presetFor('5-8').filter.blocklist).toStrictEqual([]);
  expect(presetFor('5-8').quietTimes[0]?.days).toHaveLength(7);
});

test('from 13 on a guardian sees counts, not addresses, and the card says so', () => {
  expect(ageBands.map(seesBlockedAddresses)).toStrictEqual([true, true, false, false]);
  expect(ageBands.map((band) => presetLines(band)[2].key)).toStrictEqual([
    'presetSeesAddresses',
    'presetSeesAddresses',
    'presetSeesCounts',
    'presetSeesCounts',
  ]);
});

test('the card of every band has its three lines in every language, with nothing left to fill in', () => {
  for (const language of languages) {
    for (const band of ageBands) {
      for (const { key, values } of presetLines(band)) {
        const words = wordsFor(wordsOf(language), { language, band: null }, key, values);
        expect(words).not.toBe(key);
        expect(words).not.toMatch(/[{}]/);
      }
    }
  }
});
