import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cleanLine, cleanText, cutOnGrapheme } from '@/rules/reporting/clean.ts';

test('BYP-227 text travels as NFC without controls, overrides or halves of a letter', () => {
  expect(cleanText('cafe\u0301', 100)).toBe('café');
  expect(cleanText('a\u202Eb\u2066c\u2069\u0000d\uFEFF', 100)).toBe('abcd');
  expect(cleanText('half \uD800 pair', 100)).toBe('half \uFFFD pair');
  expect(cleanText('میں نے دیکھا\nدو', 100)).toBe('میں نے دیکھا\nدو');
  expect(cleanText('👨‍👩‍👧', 100)).toBe('👨‍👩‍👧');
  expect(cleanText(`z${'\u0335'.repeat(200)}`, 100)).toBe(`z${'\u0335'.repeat(8)}`);
});

test('a separator of lines or paragraphs is a line break, whatever shows the text', () => {
  expect(cleanText('one\u2028Address: x\u2029two\r\nthree', 100)).toBe(
    'one\nAddress: x\ntwo\nthree',
  );
});

test('text that was cleaned stays as it is', () => {
  expect(cleanText('e\u0000\u0301', 100)).toBe('é');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(cleanText(cleanText(text, 40), 40)).toBe(cleanText(text, 40));
    }),
  );
});

test('a cut never falls inside a letter that is made of several', () => {
  expect(cutOnGrapheme('ab👨‍👩‍👧', 4)).toBe('ab');
  expect(cutOnGrapheme('کتابیں', 3)).toBe('کتا');
});

test('a line has no line breaks', () => {
  expect(cleanLine(' one\r\n two\tthree ', 100)).toBe('one two three');
});

test('BYP-219 a title of a megabyte is cut', () => {
  expect(cleanLine('long '.repeat(200_000), 300).length).toBeLessThanOrEqual(300);
});

test('whatever comes in, what goes out is well-formed, short and clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(200), (text, max) => {
      const cleaned = cleanText(text, max);
      expect(cleaned.length).toBeLessThanOrEqual(max);
      expect(cleaned.isWellFormed()).toBe(true);
      expect(cleaned).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|(?!\n|\t)\p{Cc}/u);
    }),
  );
});
