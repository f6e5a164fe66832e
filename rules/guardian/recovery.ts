// The printed recovery code: 120 random bits and a check character, in Crockford's base32.
import { fail, ok, type Result } from '../result.ts';
import { westernDigits } from './secret.ts';

// No I, L, O, U: nothing on paper is read as something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataLength = 24;
/** Random bytes needed: 24 characters of 5 bits. */
export const recoveryBytes = 15;

/** "ABCDE-FGHJK-…": five groups of five, the last character checks the others. */
export function recoveryCodeFrom(random: Uint8Array): Result<string, 'too-few-bytes'> {
  if (random.length < recoveryBytes) return fail('too-few-bytes');
  const values = fiveBitsOf(random.subarray(0, recoveryBytes));
  const code = [...values, checkOf(values)].map((value) => alphabet[value]).join('');
  return ok((code.match(/.{5}/g) ?? []).join('-'));
}

/** The 25 characters as they are hashed: no dashes or spaces, capitals, O as 0, I and L as 1. */
export function normaliseRecoveryCode(typed: string): string {
  return westernDigits(typed.slice(0, 256).normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}.,_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Whether a typed code has the right length and characters and its check character agrees: a slip is seen before a try is spent. */
export function isWellFormed(typed: string): boolean {
  const values = Array.from(normaliseRecoveryCode(typed)).map((character) =>
    alphabet.indexOf(character),
  );
  if (values.length !== dataLength + 1 || values.includes(-1)) return false;
  return checkOf(values.slice(0, dataLength)) === values[dataLength];
}

function fiveBitsOf(bytes: Uint8Array): number[] {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2));
}

// A polynomial over GF(32): any one wrong character and any two swapped ones change it.
const checkOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => timesAlpha(sum ^ value), 0);

const timesAlpha = (value: number): number => {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
};
