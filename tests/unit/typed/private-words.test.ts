import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { privateWordsSchema } from '@/rules/policy/helps-schema.ts';
import {
  hasPrivateWord,
  makePrivateWords,
  mostPrivateWords,
  privateWordOf,
  tokensOf,
} from '@/rules/typed/private-words.ts';

const sha256 = (bytes: Uint8Array): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
const salt = 'c2FsdHNhbHRzYWx0c2FsdA';
const finds = async (word: string, text: string): Promise<boolean> =>
  hasPrivateWord(text, (await makePrivateWords([word], salt, sha256)).privateWords, sha256);

describe('a private word is found', () => {
  test.each([
    ['Ayesha', 'my name is AYESHA!'],
    ['Zoë', 'hi, zoe here'],
    ['عائشہ', 'میرا نام عائشہ ہے'],
    ['علي', 'اس کا نام علی ہے'],
    ['House 12 Gulberg', 'come to house-12, gulberg'],
    ['Gulberg', 'in Gul\u200bberg now'],
    ['0300 1234567', 'call 0300-123 45 67'],
    ['0300-1234567', '+92 300 1234567'],
    ['+92 300 1234567', '03001234567'],
    ['۰۳۰۰۱۲۳۴۵۶۷', 'my no 03001234567'],
    ['王小明', '我叫王小明你呢'],
  ])('%s in "%s"', async (word, text) => {
    expect(await finds(word, text)).toBe(true);
  });

  test.each([
    ['Ali', 'I am alive'],
    ['Gulberg Block C', 'gulberg is nice, block d'],
    ['0300 1234567', '0300 1234568'],
  ])('but not %s in "%s"', async (word, text) => {
    expect(await finds(word, text)).toBe(false);
  });
});

test('what is kept fits the policy and holds none of the words', async () => {
  const { privateWords, refused } = await makePrivateWords(
    ['Ayesha', 'ayesha ', 'Lahore Street', 'ab', 'one two three four five'],
    salt,
    sha256,
  );
  expect(privateWordsSchema.safeParse(privateWords).success).toBe(true);
  expect(privateWords.hashes).toHaveLength(2);
  expect(refused).toEqual(['ab', 'one two three four five']);
  expect(JSON.stringify(privateWords).toLowerCase()).not.toMatch(/ayesha|lahore|street/);
});

test('another salt makes every hash another one', async () => {
  const one = await makePrivateWords(['Ayesha'], salt, sha256);
  const other = await makePrivateWords(['Ayesha'], 'b'.repeat(22), sha256);
  expect(one.privateWords.hashes).not.toEqual(other.privateWords.hashes);
});

test('more than a policy has room for is refused, not dropped in silence', async () => {
  const words = Array.from({ length: mostPrivateWords + 3 }, (_, index) => `secret${index}`);
  const { privateWords, refused } = await makePrivateWords(words, salt, sha256);
  expect(privateWords.hashes).toHaveLength(mostPrivateWords);
  expect(refused).toEqual(words.slice(-3));
});

test('every word that is kept is found wherever it stands alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[a-zа-яا-ی]{3,12}$/u), async (word) => {
      fc.pre(privateWordOf(word) !== null);
      expect(await finds(word, `well, ${word.toUpperCase()}? yes`)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a text of any length is cut before it is read', () => {
  expect(tokensOf('a '.repeat(100_000)).length).toBeLessThanOrEqual(500);
});
