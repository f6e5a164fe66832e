import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  isWellFormed,
  normaliseRecoveryCode,
  recoveryBytes,
  recoveryCodeFrom,
} from '@/rules/guardian/recovery.ts';

const bytes = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes });
const codeOf = (random: Uint8Array): string => {
  const made = recoveryCodeFrom(random);
  return made.ok ? made.value : '';
};

test('a code is five groups of five that nobody misreads, and carries 120 random bits', () => {
  fc.assert(
    fc.property(bytes, bytes, (random, other) => {
      const code = codeOf(random);
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(isWellFormed(code)).toBe(true);
      expect(codeOf(other) === code).toBe(other.every((byte, at) => byte === random[at]));
    }),
  );
});

test('too little randomness makes no code', () => {
  expect(recoveryCodeFrom(new Uint8Array(14))).toStrictEqual({
    ok: false,
    failure: 'too-few-bytes',
  });
});

test('a code is read as people type it: small letters, spaces, other dashes, O for 0, I and L for 1, other digits', () => {
  const code = codeOf(Uint8Array.from({ length: 15 }, (_, at) => at * 17));
  const bare = code.replaceAll('-', '');
  const typed = [
    code.toLowerCase(),
    bare,
    ` ${code.replaceAll('-', ' – ')} `,
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
    code.replaceAll('0', 'o').replaceAll('1', 'I'),
    code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  ];
  expect(code).toMatch(/[01]/);
  for (const each of typed) {
    expect(normaliseRecoveryCode(each)).toBe(bare);
    expect(isWellFormed(each)).toBe(true);
  }
});

test('any one wrong character and any two swapped neighbours are noticed', () => {
  fc.assert(
    fc.property(
      bytes,
      fc.nat(24),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
      (random, place, letter) => {
        const bare = codeOf(random).replaceAll('-', '');
        const wrong = bare.slice(0, place) + letter + bare.slice(place + 1);
        expect(isWellFormed(wrong)).toBe(wrong === bare);
        const [a = '', b = ''] = [bare[place], bare[place + 1]];
        const swapped = bare.slice(0, place) + b + a + bare.slice(place + 2);
        if (place < 24) expect(isWellFormed(swapped)).toBe(swapped === bare);
      },
    ),
  );
});

test('what is no code is not well formed, and nothing throws', () => {
  for (const typed of [
    '',
    '12345',
    'U'.repeat(25),
    'A'.repeat(24),
    'A'.repeat(26),
    'x'.repeat(1_000_000),
  ]) {
    expect(isWellFormed(typed)).toBe(false);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => typeof isWellFormed(typed) === 'boolean'),
  );
});
