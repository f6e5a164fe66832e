import { westernDigits } from '@/rules/guardian/secret.ts';

export const mostADay = 1440;
export const mostAWeek = 7 * mostADay;

/** null: no limit; undefined: not a number up to `most`. Arabic and Urdu digits are digits. */
export function minutesIn(typed: string, most = mostADay): number | null | undefined {
  const digits = westernDigits(typed.trim());
  if (digits === '') return null;
  if (!/^\d{1,5}$/.test(digits)) return undefined;
  const minutes = Number(digits);
  return minutes <= most ? minutes : undefined;
}
