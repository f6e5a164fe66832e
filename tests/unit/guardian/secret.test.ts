import fc from 'fast-check';
import { expect, test } from 'vitest';

import { checkSecret, normaliseSecret } from '@/rules/guardian/secret.ts';

const about = { nicknames: ['Zara', 'علی'] };
const failureOf = (typed: string) => {
  const checked = checkSecret(typed, about);
  return checked.ok ? null : checked.failure;
};

test('BYP-159 digits of every script and full-width ones are one secret, white space around is nothing', () => {
  for (const typed of [
    '493175',
    ' 493175\t',
    '٤٩٣١٧٥',
    '۴۹۳۱۷۵',
    '４９３１７５',
    '\u00a0493175\u3000',
  ]) {
    expect(normaliseSecret(typed)).toBe('493175');
  }
  expect(normaliseSecret('Blue Kite')).toBe('Blue Kite');
});

test('normalising a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(normaliseSecret(normaliseSecret(typed))).toBe(normaliseSecret(typed));
    }),
  );
});

test('BYP-157 four digits, which fall in half an hour to anyone who copied the record, are refused', () => {
  expect(failureOf('4931')).toBe('too-short');
});

test('BYP-159 six to 128 characters, counted after normalising', () => {
  expect(failureOf('49317')).toBe('too-short');
  expect(failureOf('  4931  ')).toBe('too-short');
  expect(failureOf('🦊🐢🐙🦉🐝')).toBe('too-short');
  expect(failureOf('🦊🐢🐙🦉🐝🐳')).toBeNull();
  expect(failureOf('violet river 7'.padEnd(128, 'qx!'))).toBeNull();
  expect(failureOf('violet river 7'.padEnd(129, 'qx!'))).toBe('too-long');
  expect(failureOf('x'.repeat(10_000_000))).toBe('too-long');
});

test.each([
  '000000',
  '111111',
  '123456',
  '654321',
  '890123',
  '234567',
  '246802',
  '121212',
  '123123',
  '112112',
  '147258',
  '258046',
  '159357',
  '741852',
  '963852',
  '112233',
  '786786',
  '123456789',
  '987654321',
  'aaaaaa',
  'abcdef',
  'fedcba',
  'abcabc',
  'qwerty',
  'asdfgh',
  'poiuyt',
  '1q2w3e',
  'password',
  'Password1',
  'Pakistan!',
  'bismillah',
  'bismillah786',
  'iloveyou',
  'letmein',
  '1234-56',
  '12 34 56',
  '١٢٣٤٥٦',
  '198507',
  '071985',
  '140885',
  '081485',
  '14081985',
  '19850814',
  '2014-03-09',
])('BYP-159 "%s" is too easy to guess', (typed) => {
  expect(failureOf(typed)).toBe('too-common');
});

test.each(['Zara', 'zara12', 'ZaraZara', 'z.a.r.a.99', 'علی۱۲۳'])(
  '"%s" is refused: it is the name of a child',
  (typed) => {
    expect(failureOf(typed.padEnd(6, '7'))).toBe('same-as-name');
  },
);

test.each(['493175', '860392', 'violet river', 'Zara likes tea', 'نیلا دریا', 'q7!mT2', '50719386'])(
  '"%s" is a fair secret',
  (typed) => {
    expect(failureOf(typed)).toBeNull();
  },
);

test('a random PIN is rarely refused, so that the advice stays worth following', () => {
  const refused = Array.from({ length: 5000 }, (_, at) =>
    String((at * 199_933) % 1_000_000).padStart(6, '0'),
  ).filter((pin) => failureOf(pin) !== null);
  expect(refused.length / 5000).toBeLessThan(0.1);
});

test('nothing typed makes the check throw, and what passes is normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const checked = checkSecret(typed, { nicknames: [typed.slice(0, 5), ''] });
      if (checked.ok) expect(checked.value).toBe(normaliseSecret(typed));
      else
        expect(['too-short', 'too-long', 'too-common', 'same-as-name']).toContain(checked.failure);
    }),
  );
});

test('BYP-248 a null byte inside a secret is a sign like any other: nothing ends there', () => {
  expect(normaliseSecret('mango\u0000tree')).not.toBe(normaliseSecret('mango'));
  expect(checkSecret('mango\u0000tree-27', { nicknames: [] })).toEqual({
    ok: true,
    value: 'mango\u0000tree-27',
  });
  expect(checkSecret('\u0000'.repeat(8), { nicknames: [] }).ok).toBe(false);
});
