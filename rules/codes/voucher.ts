// Cards of paper: ten digits that are worth 15 or 30 minutes, once. Nine are drawn, the last one checks them, so that a
// slip is seen before a try is spent. Only a keyed mark of each is kept.
import * as z from 'zod/mini';

import { voucherMinutes } from '../messages/codes-contract.ts';
import type { SheetView } from '../messages/codes-replies.ts';
import type { Instant } from '../policy/verdict.ts';
import { fail, ok, type Result } from '../result.ts';
import { cardDigits, typedDigits } from './typed.ts';

/** Random bytes for one card: of 48 bits the remainder by a thousand million is even to a few millionths. */
export const cardBytes = 6;
export const mostCards = 200;
const validMs = 365 * 86_400_000;
/** A sheet that is over is remembered, to tell an old card from a wrong one. */
const rememberedMs = 90 * 86_400_000;

const text = (max: number) => z.string().check(z.maxLength(max));
const sheetSchema = z.strictObject({
  id: text(64),
  childId: text(64),
  minutes: z.literal([...voucherMinutes]),
  madeAt: z.number(),
  expiresAt: z.number(),
  isWithdrawn: z.boolean(),
  cards: z
    .array(z.strictObject({ mark: text(64), usedAt: z.nullable(z.number()) }))
    .check(z.maxLength(mostCards)),
});
export const sheetsSchema = z.array(sheetSchema).check(z.maxLength(500));
export type Sheet = z.infer<typeof sheetSchema>;

/** Ten digits out of six random bytes. */
export function cardCodeFrom(random: Uint8Array): string {
  const drawn = random.subarray(0, cardBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  const digits = String(drawn % 10 ** (cardDigits - 1)).padStart(cardDigits - 1, '0');
  return digits + checkDigit(digits);
}

/** "12345 67890", as it stands on the card. */
export const cardInGroups = (code: string): string => (code.match(/.{1,5}/g) ?? []).join(' ');

/** The ten digits of a typed card; null if a digit is wrong, missing or swapped with its neighbour. */
export function readCard(typed: string): string | null {
  const digits = typedDigits(typed, cardDigits);
  return digits !== null && checkDigit(digits) === '0' ? digits : null;
}

export function makeSheet(
  about: Pick<Sheet, 'id' | 'childId' | 'minutes'>,
  marks: readonly string[],
  at: Instant,
): Sheet {
  return {
    ...about,
    madeAt: at,
    expiresAt: at + validMs,
    isWithdrawn: false,
    cards: marks.map((mark) => ({ mark, usedAt: null })),
  };
}

/** The sheets with a new one; those long over are forgotten. */
export function withSheet(
  sheets: readonly Sheet[],
  sheet: Sheet,
  at: Instant,
): Result<readonly Sheet[], 'too-many'> {
  const kept = sheets.filter(({ expiresAt }) => at < expiresAt + rememberedMs);
  const unused = kept.reduce((sum, each) => sum + cardsLeft(each, at), sheet.cards.length);
  return unused > mostCards || kept.length >= 500 ? fail('too-many') : ok([...kept, sheet]);
}

export const withoutSheet = (sheets: readonly Sheet[], id: string): readonly Sheet[] =>
  sheets.map((sheet) => (sheet.id === id ? { ...sheet, isWithdrawn: true } : sheet));

/** Cards of a sheet that are still worth something. */
export const cardsLeft = (sheet: Sheet, at: Instant): number =>
  sheet.isWithdrawn || at >= sheet.expiresAt
    ? 0
    : sheet.cards.filter(({ usedAt }) => usedAt === null).length;

export type CardFailure = 'wrong' | 'used' | 'old' | 'withdrawn' | 'other-child';

/** Uses up the card with this mark. On failure nothing has changed. */
export function spendCard(
  sheets: readonly Sheet[],
  { mark, childId }: { readonly mark: string; readonly childId: string },
  at: Instant,
): Result<{ readonly sheets: readonly Sheet[]; readonly minutes: number }, CardFailure> {
  const sheet = sheets.find(({ cards }) => cards.some((card) => card.mark === mark));
  const card = sheet?.cards.find((each) => each.mark === mark);
  if (sheet === undefined || card === undefined) return fail('wrong');
  if (sheet.childId !== childId) return fail('other-child');
  if (card.usedAt !== null) return fail('used');
  if (sheet.isWithdrawn) return fail('withdrawn');
  if (at >= sheet.expiresAt) return fail('old');
  const cards = sheet.cards.map((each) => (each === card ? { ...each, usedAt: at } : each));
  return ok({
    sheets: sheets.map((each) => (each === sheet ? { ...sheet, cards } : each)),
    minutes: sheet.minutes,
  });
}

/** What the guardian sees: those that still have a worth, and those that had one lately. */
export const viewOfSheet = (sheet: Sheet): SheetView => ({
  id: sheet.id,
  childId: sheet.childId,
  minutes: sheet.minutes,
  madeAt: sheet.madeAt,
  expiresAt: sheet.expiresAt,
  made: sheet.cards.length,
  used: sheet.cards.filter(({ usedAt }) => usedAt !== null).length,
});

// Damm's quasigroup of order 10: any one wrong digit and any two swapped neighbours change the last digit.
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const checkDigit = (digits: string): string =>
  Array.from(digits).reduce((row, digit) => damm[Number(row)]?.[Number(digit)] ?? '0', '0');
