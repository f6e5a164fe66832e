import { twinLetter } from '../lookalike/looks.ts';
// Words that a guardian closes wherever they stand in an address: host, path, query or behind the hash.
// A word is a whole word: "sex" is neither in essex.gov.uk nor in "sextant", and "rapist" not in "therapist".
//
//   casino          /casino, ?q=online+casino, casinos, c-a-s-i-n-o, c%61sino, CAS1NO, ｃａｓｉｎｏ, саsinо (foreign letters)
//   free games      the words one after the other, with anything or nothing between them
//   casino*         also what begins with it: casinoroyal.com; "*casino" what ends, "*casino*" what has it inside
//
// Out of reach: base64 and other codings, misspellings, and words a page shows but does not name in its address.
import { fail, ok, type Result } from '../result.ts';
import type { Address } from './address.ts';
import { unicodeHost } from './punycode.ts';

export type WordFailure = 'empty' | 'too-long' | 'too-short' | 'too-wide' | 'star-inside';
/** Which of the words an address holds; null for none. */
export type WordFinder = (address: Address) => string | null;

const longestWord = 60;
/** Addresses are as long as a page likes; the host always comes first. */
const longestRead = 32_768;
/** In most addresses, whatever they are about. */
const everywhere = /^(?:com|net|org|edu|gov|www|https?|html?|php|aspx?|index|search|watch)$/;
/** Written without spaces between words: there a word is looked for inside of others. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const leet: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't' };

/** A word in the form in which it is kept and shown. */
export function parseWord(untrusted: string): Result<string, WordFailure> {
  if (untrusted.length > longestWord) return fail('too-long');
  const word = untrusted.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
  const bare = word.replace(/^\*+|\*+$/g, '');
  if (bare.includes('*')) return fail('star-inside');
  const letters = tokensOf(bare).join('');
  if (!/\p{L}/u.test(letters)) return fail('empty');
  if (everywhere.test(letters)) return fail('too-wide');
  const isLatin = /^[a-z\d]*$/.test(letters);
  // With a star three letters are in every other word: "art*", "*ass*".
  const shortest = (isLatin ? 3 : 2) + (isLatin && bare !== word ? 1 : 0);
  return letters.length < shortest ? fail('too-short') : ok(word.replaceAll(/\*+/g, '*'));
}

/** Words that parseWord refuses find nothing. */
export function createWordFinder(words: readonly string[]): WordFinder {
  const wanted = words.flatMap((text) => {
    const word = parseWord(text);
    return word.ok ? [{ word: word.value, marks: marksOf(word.value) }] : [];
  });
  if (wanted.length === 0) return () => null;
  return (address) => {
    const read = readable(address);
    return wanted.find(({ marks }) => marks.some((mark) => read.includes(mark)))?.word ?? null;
  };
}

/** What to look for in readable text, where every word stands between spaces. */
function marksOf(word: string): string[] {
  const tokens = tokensOf(word.replaceAll('*', ' '));
  const isUnspaced = unspaced.test(word);
  const before = isUnspaced || word.startsWith('*') ? '' : ' ';
  const after = isUnspaced || word.endsWith('*') ? '' : ' ';
  return [...new Set([tokens.join(' '), tokens.join('')])].flatMap((text) => [
    `${before}${text}${after}`,
    ...(after === '' ? [] : [`${before}${text}s${after}`]),
  ]);
}

/** The words of an address between spaces, and after them the other ways to read them. */
function readable({ href, host, kind, search, hash }: Address): string {
  if (kind !== 'web') return '';
  // `path` is folded but still escaped; a blob's href has its maker's address inside.
  const { pathname } = new URL(href);
  const page = `${pathname} ${search.replaceAll('+', ' ')} ${hash}`.slice(0, longestRead);
  const text = folded(`${unicodeHost(host)} ${decoded(decoded(page))}`);
  const tokens = wordsIn(text);
  const spelled = (text.match(spelledOut) ?? []).map((letters) => wordsIn(letters).join(''));
  const others = [...tokens, ...spelled].flatMap(otherReadings);
  return ` ${tokens.join(' ')}  ${[...spelled, ...others].join('  ')} `;
}

const tokensOf = (text: string): string[] => wordsIn(folded(text));

/** Accents go; the vowel signs of Hindi or Thai belong to their own script and stay: they make another word. */
const folded = (text: string): string =>
  Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[\p{sc=Zinh}\p{Cf}\u115f\u1160\u3164]/gu, ''),
    twinLetter,
  )
    .join('')
    // Arabic letters that Urdu keyboards write differently are one letter here.
    .replaceAll(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک');

const wordsIn = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');

/** "c-a-s-i-n-o": letters that stand alone, one after the other, are one word. */
const spelledOut =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s._~*-]{1,3}){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

/** "cas1no" and "casino24": digits as letters, and digits as the end of a word. */
const otherReadings = (token: string): string[] =>
  /\d/.test(token) && /\p{L}/u.test(token)
    ? [
        ...token.split(/\d+/),
        ...['i', 'l'].map((one) =>
          token.replaceAll(/\d/g, (digit) => (digit === '1' ? one : (leet[digit] ?? digit))),
        ),
      ]
    : [];

const decoded = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch (reason) {
      // Bytes that are no letters part words as a space does.
      if (reason instanceof URIError) return ' ';
      throw reason;
    }
  });
