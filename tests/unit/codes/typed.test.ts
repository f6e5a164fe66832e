import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { kindOfCode, typedDigits } from '@/rules/codes/typed.ts';

import { anyText } from '../../support/any-text.ts';

describe('six digits', () => {
  test.each([
    ['as the phone shows them', '123 456'],
    ['without a space', '123456'],
    ['in Arabic-Indic digits', '١٢٣٤٥٦'],
    ['in the digits of Urdu', '۱۲۳ ۴۵۶'],
    ['in full-width digits', '１２３４５６'],
    ['in mixed digits', '1۲٣4５6'],
    ['with spaces around and dashes between', '  12-34–56\n'],
    ['with marks of direction around, as a paste brings them', '\u200f\u2067123456\u2069'],
    ['with a no-break space', '123\u00a0456'],
  ])('are read %s', (_, typed) => {
    expect(typedDigits(typed, 6)).toBe('123456');
  });

  test.each(['', '12345', '1234567', '12345a', '12345²x', 'abcdef', '१२३४५६', '-1e5.0', '½23456'])(
    'are not read out of "%s"',
    (typed) => {
      expect(typedDigits(typed, 6)).toBeNull();
    },
  );

  test('leading zeros stay', () => {
    expect(typedDigits('٠٠٠ ٠٠٧', 6)).toBe('000007');
  });
});

test('the length says whether it is a code or a card', () => {
  expect(kindOfCode('۱۲۳ ۴۵۶')).toBe('phone');
  expect(kindOfCode('12345 67890')).toBe('card');
  expect(kindOfCode('1234567')).toBeNull();
});

test('any text gives digits of that length or nothing', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(6, 10), (typed, length) => {
      const digits = typedDigits(typed, length);
      expect(digits === null || new RegExp(`^\\d{${length}}$`).test(digits)).toBe(true);
    }),
  );
});
