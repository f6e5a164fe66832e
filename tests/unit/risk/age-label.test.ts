import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readAgeLabel } from '@/rules/risk/age-label.ts';

import { anyText } from '../../support/any-text.ts';

const systemOf = (...labels: string[]): string | undefined => readAgeLabel(labels)?.system;
const icra = (ratings: string): string =>
  `(pics-1.1 "http://www.icra.org/ratingsv02.html" l gen true for "http://x.test" r (${ratings}))`;
const rsac = (ratings: string): string =>
  `(PICS-1.1 "http://www.rsac.org/ratingsv01.html" l gen true r (${ratings}))`;
const safeSurf = (ratings: string): string =>
  `(PICS-1.1 "http://www.classify.org/safesurf/" L r (${ratings}))`;

test.each([
  'RTA-5042-1996-1400-1577-RTA',
  'rta-5042-1996-1400-1577-rta',
  '  RTA-5042-1996-1400-1577-RTA \n',
  'RTA–5042–1996–1400–1577–RTA',
  'RTA 5042 1996 1400 1577 RTA',
  'adult, RTA-5042-1996-1400-1577-RTA',
])('%j is the label "restricted to adults"', (label) => {
  expect(systemOf(label)).toBe('rta');
});

test.each([
  'adult',
  'ADULT',
  ' Mature ',
  'Restricted',
  '18',
  '18+',
  '18 +',
  'over 18',
  '18 years',
  'rated 18',
  'ages 18 and over',
  '21+',
  'NC-17',
  'adults-only',
  'Adults Only!',
])('%j is an adult rating', (label) => {
  expect(systemOf(label)).toBe('rating');
});

test.each([
  'general',
  'safe for kids',
  '14 years',
  '12+',
  '16+',
  'everyone',
  'teen',
  'PG-13',
  '',
  'not adult',
  'no adult content',
  'adult education',
  '1800',
  '4.18',
  'RTA',
  'RTA-0000-1996-1400-1577-RTA',
  'under 18',
  '0-18',
  'family',
])('%j is no adult label', (label) => {
  expect(systemOf(label)).toBeUndefined();
});

test.each([
  ['icra', icra('nz 0 na 1 vz 1')],
  ['icra', icra('nc 1 vz 1 lz 1')],
  ['icra', icra('n 3 s 3 v 0 l 3')],
  ['icra', icra('n 0 s 0 v 3')],
  ['icra', icra('nz 1 se 1 vz 1')],
  ['icra', icra('nc 1 sz 1')],
  ['rsac', rsac('n 4 s 4 v 0 l 4')],
  ['rsac', rsac('n 0 s 0 v 4 l 0')],
  ['safesurf', safeSurf('SS~~000 8')],
  ['safesurf', safeSurf('SS~~000 1 SS~~002 8')],
  ['safe-for-kids', '(PICS-1.1 "http://www.weburbia.com/safe/ratings.htm" labels ratings (s 2))'],
])('%s: %s is for adults', (system, label) => {
  expect(systemOf(label)).toBe(system);
  expect(systemOf(label.toUpperCase())).toBe(system);
});

test.each([
  icra('nz 1 vz 1 lz 1 oz 1 cz 1'),
  icra('nb 1 nr 1 vz 1'),
  icra('na 1 sz 1 xb 1'),
  icra('n 0 s 0 v 0 l 0'),
  icra(''),
  rsac('n 0 s 0 v 0 l 0'),
  rsac('n 2 s 2 v 3 l 4'),
  safeSurf('SS~~000 1'),
  safeSurf('SS~~000 5 SS~~009 9'),
  '(PICS-1.1 "http://www.weburbia.com/safe/ratings.htm" labels ratings (s 0))',
])('%s is for everybody', (label) => {
  expect(systemOf(label)).toBeUndefined();
});

test('the first adult label of many counts, and is shown short', () => {
  const label = readAgeLabel(['general', 'adult', icra('na 1')]);
  expect(label).toEqual({ label: 'adult', system: 'rating' });
  expect(readAgeLabel([icra('na 1')])?.label.length).toBeLessThanOrEqual(80);
});

test('no input makes reading throw or slow: long, deep or many', () => {
  expect(systemOf('r ('.repeat(200_000))).toBeUndefined();
  expect(systemOf(icra('n '.repeat(100_000)))).toBeUndefined();
  expect(readAgeLabel(Array(100_000).fill('general'))).toBeNull();
  fc.assert(
    fc.property(fc.array(anyText), (labels) => {
      const label = readAgeLabel(labels);
      expect(label === null || label.label.length <= 80).toBe(true);
    }),
  );
});
