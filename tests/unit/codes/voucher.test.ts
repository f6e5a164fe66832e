import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  cardBytes,
  cardCodeFrom,
  cardInGroups,
  cardsLeft,
  makeSheet,
  mostCards,
  readCard,
  type Sheet,
  sheetsSchema,
  spendCard,
  viewOfSheet,
  withoutSheet,
  withSheet,
} from '@/rules/codes/voucher.ts';
import { parseWith } from '@/rules/parse.ts';

import { anyText } from '../../support/any-text.ts';

const noon = Date.parse('2026-11-18T12:00:00+05:00');
const day = 86_400_000;
const zara = { id: 'sheet-1', childId: 'zara', minutes: 15 } as const;
const aSheet = (about: Partial<Sheet> = {}): Sheet => ({
  ...makeSheet(zara, ['mark-1', 'mark-2', 'mark-3'], noon),
  ...about,
});
const code = fc.uint8Array({ minLength: cardBytes, maxLength: cardBytes }).map(cardCodeFrom);

describe('the ten digits of a card', () => {
  test('follow Damm: 572 is checked by 4', () => {
    // 572 as drawn, with leading zeros, which change nothing.
    expect(cardCodeFrom(Uint8Array.of(0, 0, 0, 0, 2, 60))).toBe('0000005724');
  });

  test('are read as printed, as typed and in other digits', () => {
    expect(cardInGroups('0000005724')).toBe('00000 05724');
    for (const typed of ['00000 05724', '0000005724', '۰۰۰۰۰ ۰۵۷۲۴', '٠٠٠٠٠-٠٥٧٢٤']) {
      expect(readCard(typed)).toBe('0000005724');
    }
  });

  test('show any one wrong digit', () => {
    fc.assert(
      fc.property(code, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = (Number(digits[at]) + by) % 10;
        expect(readCard(digits)).toBe(digits);
        expect(readCard(`${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`)).toBeNull();
      }),
    );
  });

  test('show any two different neighbours that were swapped', () => {
    fc.assert(
      fc.property(code, fc.nat(8), (digits, at) => {
        const [a, b] = [digits[at], digits[at + 1]];
        fc.pre(a !== b);
        expect(readCard(`${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`)).toBeNull();
      }),
    );
  });

  test('are read out of no other text', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const digits = readCard(typed);
        expect(digits === null || /^\d{10}$/.test(digits)).toBe(true);
      }),
    );
  });

  test('differ from card to card', () => {
    const drawn = Array.from({ length: 200 }, (_, seed) =>
      cardCodeFrom(Uint8Array.of(0, 0, seed, 101, 7, 9)),
    );
    expect(new Set(drawn).size).toBe(200);
  });
});

describe('a card', () => {
  test('gives its minutes once', () => {
    const first = spendCard([aSheet()], { mark: 'mark-2', childId: 'zara' }, noon);
    if (!first.ok) throw new Error(first.failure);
    expect(first.value.minutes).toBe(15);
    const again = spendCard(first.value.sheets, { mark: 'mark-2', childId: 'zara' }, noon + day);
    expect(again).toEqual({ ok: false, failure: 'used' });
    expect(first.value.sheets.map((sheet) => cardsLeft(sheet, noon))).toEqual([2]);
    expect(viewOfSheet(first.value.sheets[0] ?? aSheet())).toMatchObject({ made: 3, used: 1 });
  });

  test.each([
    ['wrong', { mark: 'mark-9', childId: 'zara' }, noon, {}],
    ['other-child', { mark: 'mark-1', childId: 'ali' }, noon, {}],
    ['old', { mark: 'mark-1', childId: 'zara' }, noon + 365 * day, {}],
    ['withdrawn', { mark: 'mark-1', childId: 'zara' }, noon, { isWithdrawn: true }],
  ] as const)('is refused as "%s"', (failure, about, at, sheet) => {
    expect(spendCard([aSheet(sheet)], about, at)).toEqual({ ok: false, failure });
  });

  test('of a sheet that was withdrawn is worth nothing', () => {
    const [sheet] = withoutSheet([aSheet(), aSheet({ id: 'sheet-2' })], 'sheet-1');
    expect(cardsLeft(sheet ?? aSheet(), noon)).toBe(0);
  });

  test('is worth nothing from the end of its year', () => {
    expect(cardsLeft(aSheet(), noon + 365 * day - 1)).toBe(3);
    expect(cardsLeft(aSheet(), noon + 365 * day)).toBe(0);
  });

  test('no order of uses gives more minutes than were printed', () => {
    const uses = fc.array(fc.constantFrom('mark-1', 'mark-2', 'mark-3', 'mark-4'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(uses, (marks) => {
        let sheets: readonly Sheet[] = [aSheet()];
        let minutes = 0;
        for (const mark of marks) {
          const used = spendCard(sheets, { mark, childId: 'zara' }, noon);
          if (used.ok) ({ sheets } = used.value);
          minutes += used.ok ? used.value.minutes : 0;
        }
        const right = new Set(marks.filter((mark) => mark !== 'mark-4'));
        expect(minutes).toBe(15 * right.size);
      }),
    );
  });
});

describe('sheets', () => {
  test('are kept and read again', () => {
    const kept = withSheet([aSheet()], aSheet({ id: 'sheet-2' }), noon);
    if (!kept.ok) throw new Error(kept.failure);
    expect(parseWith(sheetsSchema, JSON.parse(JSON.stringify(kept.value)))).toEqual(kept);
  });

  test('hold two hundred unused cards at most', () => {
    const marks = Array.from({ length: mostCards }, (_, at) => `m-${at}`);
    const full = makeSheet(zara, marks, noon);
    expect(withSheet([full], makeSheet(zara, ['one'], noon), noon)).toEqual({
      ok: false,
      failure: 'too-many',
    });
    expect(
      withSheet(withoutSheet([full], 'sheet-1'), makeSheet(zara, ['one'], noon), noon).ok,
    ).toBe(true);
  });

  test('long over are forgotten when a new one is made', () => {
    const kept = withSheet([aSheet()], aSheet({ id: 'sheet-2' }), noon + 500 * day);
    expect(kept.ok && kept.value.map(({ id }) => id)).toEqual(['sheet-2']);
  });
});
