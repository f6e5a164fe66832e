// Cards of paper: printed by the guardian, spent by the child on a quota that ran out. Never on bedtime, never on a rest.
import {
  cardBytes,
  cardCodeFrom,
  cardInGroups,
  makeSheet,
  readCard,
  spendCard,
  viewOfSheet,
  withoutSheet,
  withSheet,
} from '@/rules/codes/voucher.ts';
import { takeBack } from '@/rules/guardian/attempts.ts';
import { voucherMinutes } from '@/rules/messages/codes-contract.ts';
import type { Done, VoucherRedeemed, VouchersMade } from '@/rules/messages/codes-replies.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { Override } from '@/rules/overrides/override.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import { moreMinutes } from '../codes/more-minutes.ts';
import { happened, needSituation } from '../codes/need.ts';
import { markOfCard, readSheets, saveSheets } from '../codes/sheets.ts';
import { beginTry, refused } from '../codes/tries.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { addOverrides } from './add-overrides.ts';
import { writeJournal } from './journal.ts';
import type { Loaded } from './situation.ts';
import { refuseInPrivate, requireGuardian } from './unlock.ts';

const leastMinutes = Math.min(...voucherMinutes);

export async function makeVouchers(
  world: World,
  { childId, minutes, count, token }: Body<'vouchers.make'>,
): Promise<VouchersMade> {
  await requireGuardian(world, token);
  const { policy, situation } = await needSituation(world);
  const child = policy.children.find(({ id }) => id === childId);
  if (child === undefined) throw new Refusal('not-found');
  return world.lock('codes', async () => {
    const sheets = await readSheets(world);
    const taken = new Set(sheets.flatMap(({ cards }) => cards.map(({ mark }) => mark)));
    const codes = new Map<string, string>();
    while (codes.size < count) {
      const code = cardCodeFrom(world.random.bytes(cardBytes));
      const mark = await markOfCard(world, code);
      if (!taken.has(mark)) codes.set(mark, code);
    }
    const at = situation.moment.instant;
    const about = { id: world.random.id(), childId, minutes };
    const sheet = makeSheet(about, [...codes.keys()], at);
    const kept = withSheet(sheets, sheet, at);
    if (!kept.ok) return { kind: 'refused', why: kept.failure };
    await saveSheets(world, kept.value);
    const values = { child: child.nickname, count: String(count), minutes: String(minutes) };
    await writeJournal(world, 'guardian', [
      happened('cardsMade', values, { weakens: true, childId }),
    ]);
    tellPages();
    return {
      kind: 'made',
      sheet: viewOfSheet(sheet),
      codes: [...codes.values()].map(cardInGroups),
    };
  });
}

export async function withdrawVouchers(
  world: World,
  { sheetId, token }: Body<'vouchers.withdraw'>,
): Promise<Done> {
  await requireGuardian(world, token);
  const { policy } = await needSituation(world);
  await world.lock('codes', async () => {
    const sheets = await readSheets(world);
    const sheet = sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined) throw new Refusal('not-found');
    await saveSheets(world, withoutSheet(sheets, sheetId));
    const child = policy.children.find(({ id }) => id === sheet.childId)?.nickname ?? '';
    await writeJournal(world, 'guardian', [
      happened('cardsWithdrawn', { child }, { weakens: false, childId: sheet.childId }),
    ]);
  });
  tellPages();
  return {};
}

/** The card is spent before anything is given, and only where its minutes open the page. */
export async function redeemVoucher(
  world: World,
  { url, code }: Body<'voucher.redeem'>,
): Promise<VoucherRedeemed> {
  refuseInPrivate(world);
  const card = readCard(code);
  if (card === null) return refused(world, 'slip');
  const redeemed = await world.lock('codes', async (): Promise<VoucherRedeemed> => {
    const loaded = await needSituation(world);
    if (moreMinutes(loaded, { url, minutes: leastMinutes }, () => '') === null) {
      return refused(world, 'not-for-this');
    }
    const waiting = await beginTry(world);
    if (waiting !== null) return waiting;
    const { profile, situation } = loaded;
    const mark = await markOfCard(world, card);
    const about = { mark, childId: profile.id };
    const spent = spendCard(await readSheets(world), about, situation.moment.instant);
    if (!spent.ok) return refused(world, spent.failure);
    const { sheets, minutes } = spent.value;
    const given = moreMinutes(loaded, { url, minutes }, world.random.id) ?? [];
    await saveSheets(world, sheets);
    // Not as if none had gone wrong before: with a handful of cards a child could guess at codes all day.
    await world.stores.codeAttempts.update(takeBack);
    await addOverrides(world, given);
    await note(world, loaded, minutes);
    return { kind: 'given', minutes, ...summed(given) };
  });
  if (redeemed.kind === 'given') {
    await reconcile(world);
    tellPages();
  }
  return redeemed;
}

const note = (world: World, { profile }: Loaded, minutes: number): Promise<void> =>
  writeJournal(world, 'guardian', [
    happened(
      'cardUsed',
      { child: profile.nickname, minutes: String(minutes) },
      { weakens: true, childId: profile.id },
    ),
  ]);

const summed = (given: readonly Override[]) => ({
  scopes: given.flatMap(({ covers }) =>
    covers.kind === 'time' && covers.scope !== undefined ? [covers.scope] : [],
  ),
  expiresAt: Math.max(...given.map(({ expiresAt }) => expiresAt)),
});
