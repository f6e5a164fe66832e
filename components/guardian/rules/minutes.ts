import { westernDigits } from '@/rules/guardian/secret.ts';

/** null: no limit; undefined: not a number of minutes in a day. Arabic and Urdu digits are digits. */
export function minutesIn(typed: string): number | null | undefined {
  const digits = westernDigits(typed.trim());
  if (digits === '') return null;
  if (!/^\d{1,4}$/.test(digits)) return undefined;
  const minutes = Number(digits);
  return minutes <= 1440 ? minutes : undefined;
}
