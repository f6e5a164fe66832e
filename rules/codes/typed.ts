// What a child types from a phone, a card or a voice: any of the family's digits, with the spaces a person leaves.
import { westernDigits } from '../guardian/secret.ts';

export const phoneDigits = 6;
export const cardDigits = 10;

/** The digits 0-9 of a typed code of that length; null if it can not be one. */
export function typedDigits(typed: string, length: number): string | null {
  const bare = westernDigits(typed.slice(0, 64).normalize('NFKC')).replaceAll(
    /[\s\p{Dash}\p{Cf}.,،]/gu,
    '',
  );
  return bare.length === length && /^\d+$/.test(bare) ? bare : null;
}

/** Which kind of code it is by its length, for one field that takes both. */
export function kindOfCode(typed: string): 'phone' | 'card' | null {
  if (typedDigits(typed, phoneDigits) !== null) return 'phone';
  return typedDigits(typed, cardDigits) === null ? null : 'card';
}
