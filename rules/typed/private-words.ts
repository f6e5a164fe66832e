// The family's own private words: names, a phone, a street. Only salted hashes are kept, so that nobody who reads the
// settings reads the words. Whoever has the settings can still try out guesses: a phone number has only so many. It keeps
// words from being read, not from being confirmed.
import { toBase64url } from '../lists/feed/base64url.ts';
import type { PrivateWords } from '../policy/schema.ts';
import { plainText } from './plain.ts';

/** SHA-256, from whoever has it: the worker and our pages both can, but neither of them at once. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** Shorter ones stand in too many words. */
export const shortestPrivate = 3;
export const mostPrivateWords = 100;
/** A private word may have this many words in it: "House 12 Gulberg". */
const longestGram = 4;
/** Numbers are written in groups: 0300 123 45 67. */
const longestDigitRun = 8;
const mostTokens = 500;
/** 96 bits in 16 characters: no two of a hundred words meet by chance, and a policy stays small. */
const keptBytes = 12;

const twins: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ة: 'ہ',
  ه: 'ہ',
  ھ: 'ہ',
  ۃ: 'ہ',
  ۂ: 'ہ',
  ۓ: 'ے',
  ё: 'е',
  ß: 'ss',
};

/** Words as they are compared: no case, no marks, one form of each letter, nothing between them. */
export function tokensOf(text: string): string[] {
  const folded = plainText(text)
    .toLowerCase()
    .replaceAll(
      /[\u0622-\u0626\u0643\u0649\u064a\u0629\u0647\u0671\u06be\u06c2\u06c3\u06d3\u00df\u0451]/g,
      (letter) => twins[letter] ?? letter,
    )
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '');
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostTokens);
}

/** All that a private word could be in a text: one to four words, and digits however they are grouped. Each once. */
function gramsOf(text: string): Set<string> {
  const tokens = tokensOf(text);
  const grams = new Set<string>();
  tokens.forEach((token, start) => {
    let gram = '';
    for (let count = 1; count <= longestDigitRun && start + count <= tokens.length; count += 1) {
      gram += tokens[start + count - 1] ?? '';
      const isGram = count <= longestGram || /^\d+$/.test(gram);
      if (isGram && gram.length >= shortestPrivate) grams.add(gram);
    }
    for (const part of hanParts(token)) grams.add(part);
  });
  // Written with the country's code, kept as it is dialled at home.
  for (const gram of Array.from(grams)) {
    const own = /^(?:00)?92(3\d{9})$/.exec(gram)?.[1];
    if (own !== undefined) grams.add(`0${own}`);
  }
  return grams;
}

/** Chinese has no spaces: a name of two to four signs can stand anywhere in a run of them. */
function hanParts(token: string): string[] {
  if (!/\p{Script=Han}/u.test(token)) return [];
  const signs = Array.from(token).slice(0, mostTokens);
  return signs.flatMap((_, start) =>
    [2, 3, 4].flatMap((count) =>
      start + count <= signs.length ? [signs.slice(start, start + count).join('')] : [],
    ),
  );
}

const hashed = async (sha256: Sha256, salt: string, gram: string): Promise<string> =>
  toBase64url((await sha256(new TextEncoder().encode(salt + gram))).slice(0, keptBytes));

export type MadePrivateWords = {
  readonly privateWords: PrivateWords;
  /** Too short, too long, or more than there is room for: as they were given. */
  readonly refused: readonly string[];
};

/** For the guardian's page. `salt`: 16 random bytes in base64url; another one for each child, the same while words are added. */
export async function makePrivateWords(
  words: readonly string[],
  salt: string,
  sha256: Sha256,
): Promise<MadePrivateWords> {
  const hashes = new Set<string>();
  const refused: string[] = [];
  for (const word of words) {
    const kept = privateWordOf(word);
    if (kept === null || hashes.size === mostPrivateWords) refused.push(word);
    else hashes.add(await hashed(sha256, salt, kept));
  }
  return { privateWords: { salt, hashes: [...hashes] }, refused };
}

/** As it is hashed; null: nothing in a text could ever match it. */
export function privateWordOf(word: string): string | null {
  const tokens = tokensOf(word);
  const joined = tokens.join('');
  const own = /^(?:00)?92(3\d{9})$/.exec(joined)?.[1];
  if (own !== undefined) return `0${own}`;
  const isDigits = /^\d+$/.test(joined);
  const fits = tokens.length <= (isDigits ? longestDigitRun : longestGram);
  const least = /\p{Script=Han}/u.test(joined) ? 2 : shortestPrivate;
  return fits && joined.length >= least ? joined : null;
}

export async function hasPrivateWord(
  text: string,
  { salt, hashes }: PrivateWords,
  sha256: Sha256,
): Promise<boolean> {
  if (hashes.length === 0) return false;
  const wanted = new Set(hashes);
  const found = await Promise.all([...gramsOf(text)].map((gram) => hashed(sha256, salt, gram)));
  return found.some((hash) => wanted.has(hash));
}
