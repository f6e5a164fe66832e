import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { grantKeyFrom, readChildCard, readPublicKey, writeChildCard } from '@/rules/codes/keys.ts';
import { toBase64url } from '@/rules/lists/feed/base64url.ts';
import { parseWith } from '@/rules/parse.ts';
import { grantKeySchema } from '@/rules/policy/schema.ts';

import { anyText } from '../../support/any-text.ts';

const publicKey = toBase64url(Uint8Array.from({ length: 32 }, (_, at) => at * 5));
const random = Uint8Array.from({ length: 16 }, (_, at) => at);
const key = grantKeyFrom({ name: 'Ammi’s laptop', childId: 'child-1', publicKey }, random);

test('an accepted key fits the policy, under an id that was drawn', () => {
  expect(parseWith(grantKeySchema, key)).toEqual({ ok: true, value: key });
  expect(key.id).toBe('000102030405060708090a0b0c0d0e0f');
});

describe('a public key', () => {
  test('is read with the line breaks and marks of a paste', () => {
    expect(readPublicKey(`\u200f ${publicKey.slice(0, 20)}\r\n${publicKey.slice(20)} `)).toBe(
      publicKey,
    );
  });

  test.each([
    '',
    publicKey.slice(1),
    `${publicKey}A`,
    `${publicKey.slice(0, -1)}+`,
    'x'.repeat(43),
  ])('is not read out of "%s"', (pasted) => {
    expect(readPublicKey(pasted)).toBeNull();
  });
});

describe('the card of a child’s browser', () => {
  const card = writeChildCard(key, 'زارا');

  test('is one line and says which key, child and browser', () => {
    expect(card).toMatch(/^saathi-child-1\.[A-Za-z0-9_-]+$/);
    expect(readChildCard(`\n${card.slice(0, 40)}\n${card.slice(40)}\n`)).toEqual({
      keyId: key.id,
      childId: 'child-1',
      nickname: 'زارا',
      publicKey,
    });
  });

  test('is not read if a part is missing', () => {
    for (const cut of [card.slice(0, -3), card.slice(1), card.slice(0, 30), publicKey]) {
      expect(readChildCard(cut)).toBeNull();
    }
  });

  test('is read out of no other text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readChildCard(text)).toBeNull();
        expect(readChildCard(`saathi-child-1.${text}`)).toBeNull();
      }),
    );
  });
});
