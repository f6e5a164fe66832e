// What a guardian may type as a PIN or passphrase, in the one form that is hashed.
import { fail, ok, type Result } from '../result.ts';
import { isEasyToGuess } from './guessable.ts';

export const shortestSecret = 6;
const longestSecret = 128;
/** Longer input is not even normalised: it is refused before any work is done. */
const longestTyped = 1024;

/** NFKC, every kind of digit as 0-9, no white space around. Upper and lower case stay different. */
export function normaliseSecret(typed: string): string {
  return westernDigits(typed.slice(0, longestTyped).normalize('NFKC')).trim();
}

export type SecretFailure = 'too-short' | 'too-long' | 'too-common' | 'same-as-name';

/** A secret fit to be set, normalised, or why it is not. */
export function checkSecret(
  typed: string,
  about: { readonly nicknames: readonly string[] },
): Result<string, SecretFailure> {
  if (typed.length > longestTyped) return fail('too-long');
  const secret = normaliseSecret(typed);
  const { length } = Array.from(secret);
  if (length < shortestSecret) return fail('too-short');
  if (length > longestSecret) return fail('too-long');
  if (about.nicknames.some((nickname) => isName(secret, nickname))) return fail('same-as-name');
  return isEasyToGuess(secret) ? fail('too-common') : ok(secret);
}

/** Arabic-Indic (U+0660-9) and Extended Arabic-Indic (U+06F0-9) digits as 0-9: NFKC leaves them as they are. */
export const westernDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );

/** The name itself, also with digits, marks or another copy of it around. */
function isName(secret: string, nickname: string): boolean {
  const name = lettersOf(nickname);
  return name !== '' && lettersOf(secret).split(name).join('') === '' && lettersOf(secret) !== '';
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]/gu, '');
