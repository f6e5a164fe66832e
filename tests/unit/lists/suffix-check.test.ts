import fc from 'fast-check';
import { getPublicSuffix } from 'tldts';
import { expect, test } from 'vitest';

import { isPublicSuffix } from '@/rules/hosts/registrable-domain.ts';
import { createSuffixCheck, suffixesByName } from '@/rules/lists/suffix-check.ts';
import { readSuffixRules } from '@/scripts/suffix-rules.ts';

const isSuffix = createSuffixCheck();
const truth = (host: string): boolean =>
  getPublicSuffix(host, { allowPrivateDomains: true }) === host;

test('BYP-216 every rule of the suffix list, bare and with one name before it, gets the answer of the list', async () => {
  const { rules } = await readSuffixRules();
  for (const { name } of rules) {
    const bare = name.replace(/^(?:!|\*\.)/, '');
    for (const host of [bare, `owner.${bare}`, `www.owner.${bare}`]) {
      if (isSuffix(host) !== truth(host)) expect.fail(host);
    }
  }
});

test('any host gets the answer of the list', () => {
  const label = fc.oneof(
    fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/),
    fc.constantFrom('com', 'co', 'uk', 'ck', 'www', 'kobe', 'jp', 'github', 'io', 'compute', 'aws'),
  );
  const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
  fc.assert(
    fc.property(host, (name) => {
      expect(isSuffix(name)).toBe(truth(name));
    }),
    { numRuns: 1000 },
  );
});

test('a name that the packed form takes for a suffix by chance is none', () => {
  const foreign = ['site259947.com', 'site342839.com', 'site653358.com'];
  expect(foreign.map(isPublicSuffix)).toEqual([true, true, true]);
  expect(foreign.map(isSuffix)).toEqual([false, false, false]);
});

test('an address number and nothing at all are none', () => {
  expect(['', '127.0.0.1', '[::1]'].map(isSuffix)).toEqual([false, false, false]);
});

test('suffixes by name are suffixes, with the usual ones of a country that hands out any', () => {
  const names = [...suffixesByName()];
  expect(names.length).toBeGreaterThan(8000);
  expect(names).toEqual(expect.arrayContaining(['co.uk', 'github.io', 'com.bd', 'com.np']));
  expect(names.filter((name) => !isSuffix(name) || !name.includes('.'))).toEqual([]);
});
