import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromBase64url, toBase64url } from '@/rules/lists/feed/base64url.ts';
import { correctionsAddress, plainText, time, timeOf } from '@/rules/lists/feed/fields.ts';
import { parseWith } from '@/rules/parse.ts';

test('bytes have one spelling in base64url', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(fromBase64url(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
  // The last character has bits to spare, and a signature must not be spelled in four ways.
  expect(fromBase64url('AA')).not.toBeNull();
  expect(fromBase64url('AB')).toBeNull();
  expect(fromBase64url('AA==')).toBeNull();
  expect(fromBase64url('A/+A')).toBeNull();
});

test.each([
  ['2026-11-22T06:00:00Z', true],
  ['2028-02-29T00:00:00Z', true],
  ['2026-02-29T00:00:00Z', false],
  ['2026-13-01T00:00:00Z', false],
  ['2026-11-22T24:00:00Z', false],
  ['2026-11-22T06:00:60Z', false],
  ['2026-11-22T06:00:00+05:00', false],
  ['2026-11-22', false],
])('%s is a time: %j', (text, isTime) => {
  expect(parseWith(time, text).ok).toBe(isTime);
});

test('an instant becomes a time, and what is none becomes nothing', () => {
  expect(timeOf(Date.parse('2026-11-22T06:00:00.750Z'))).toBe('2026-11-22T06:00:00Z');
  expect(timeOf(Number.NaN)).toBe('');
  expect(timeOf(Infinity)).toBe('');
});

test.each([
  ['mailto:lists@example.org', true],
  ['https://lists.example.org/wrong', true],
  ['https://lists.example.org:8443/a%20b/', true],
  ['https://lists.example.org/?q=1', false],
  ['https://lists.example.org/#a', false],
  ['http://lists.example.org/', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['mailto:a@example.org,b@example.org', false],
  ['mailto:a@example.org?cc=b@example.org', false],
])('BYP-209 %s as an address for corrections: %j', (text, isGood) => {
  expect(parseWith(correctionsAddress, text).ok).toBe(isGood);
});

test('BYP-209 plain text is one line without markup or hidden marks', () => {
  const text = plainText(20);
  for (const good of ['Bets', 'فہرست', 'a & b', "it's", 'می\u200Cخواهم']) {
    expect([good, parseWith(text, good).ok]).toEqual([good, true]);
  }
  for (const bad of [
    '',
    ' a',
    'a ',
    'a\nb',
    'a\u0000b',
    '<b>',
    'a\u202Eb',
    'a\u2028b',
    '\uD800',
    'a\uFEFFb',
    'x'.repeat(21),
  ]) {
    expect([bad, parseWith(text, bad).ok]).toEqual([bad, false]);
  }
});
