// One-time codes: a phone is paired once, and what it shows answers a child's request from afar.
import { readPhoneSecret } from '@/rules/codes/otpauth.ts';
import { stepMs } from '@/rules/codes/totp.ts';
import { phoneDigits, typedDigits } from '@/rules/codes/typed.ts';
import { cardsLeft, viewOfSheet } from '@/rules/codes/voucher.ts';
import { succeed, waitUntil } from '@/rules/guardian/attempts.ts';
import type {
  CodeRedeemed,
  CodesState,
  Done,
  GuardianCodes,
  PhonePaired,
  PhoneView,
} from '@/rules/messages/codes-replies.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { RequestView } from '@/rules/messages/replies.ts';
import { overrideFromAnswer, quietScope } from '@/rules/overrides/answer.ts';
import type { Override } from '@/rules/overrides/override.ts';
import {
  answerRequest,
  type ChildRequest,
  endStale,
  viewOfRequest,
  wishOf,
} from '@/rules/overrides/request.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import { happened, needSituation } from '../codes/need.ts';
import {
  codeKeyOf,
  judgeBy,
  mostPhones,
  type Phone,
  readPhones,
  savePhones,
} from '../codes/phones.ts';
import { readSheets } from '../codes/sheets.ts';
import { beginTry, refused } from '../codes/tries.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { addOverrides } from './add-overrides.ts';
import { tell } from './count-time.ts';
import { writeJournal } from './journal.ts';
import { type Loaded, loadSituation } from './situation.ts';
import { refuseInPrivate, requireGuardian } from './unlock.ts';

/** So far the wall clock may stand behind the time that was seen before, as clocks do that are put right. */
const clockToleranceMs = 3 * stepMs;

export async function readCodesState(world: World): Promise<CodesState> {
  const now = world.now();
  const loaded = await loadSituation(world);
  const attempts = await world.stores.codeAttempts.read();
  const state = { waitUntil: waitUntil(attempts, now), now };
  if (loaded === null || world.incognito) {
    return { takesCodes: false, cardsLeft: 0, takesGrants: false, ...state };
  }
  const childId = loaded.profile.id;
  const sheets = (await readSheets(world)).filter((sheet) => sheet.childId === childId);
  const at = loaded.situation.moment.instant;
  return {
    takesCodes: (await readPhones(world)).length > 0,
    cardsLeft: sheets.reduce((sum, sheet) => sum + cardsLeft(sheet, at), 0),
    takesGrants: loaded.policy.grantKeys?.some((key) => key.childId === childId) ?? false,
    ...state,
  };
}

export async function readCodes(
  world: World,
  { token }: Body<'codes.read'>,
): Promise<GuardianCodes> {
  await requireGuardian(world, token);
  return {
    phones: (await readPhones(world)).map(viewOfPhone),
    sheets: (await readSheets(world)).filter(({ isWithdrawn }) => !isWithdrawn).map(viewOfSheet),
  };
}

/** Only a phone that shows the right code is taken: a QR code that was not scanned would be found out too late. */
export async function pairPhone(
  world: World,
  { name, secret, code, token }: Body<'phone.pair'>,
): Promise<PhonePaired> {
  await requireGuardian(world, token);
  const bytes = readPhoneSecret(secret);
  const digits = typedDigits(code, phoneDigits);
  if (bytes === null || digits === null) return { kind: 'refused', why: 'slip' };
  const key = await codeKeyOf(bytes);
  const step = await provenStep(world, key, digits);
  if (step === null) return { kind: 'refused', why: 'wrong' };
  return world.lock('codes', async () => {
    const phones = await readPhones(world);
    if (phones.length >= mostPhones) return { kind: 'refused', why: 'too-many' };
    const phone: Phone = {
      id: world.random.id(),
      name,
      pairedAt: world.now(),
      lastUsedAt: null,
      lastStep: step,
      key,
    };
    await savePhones(world, [...phones, phone]);
    await writeJournal(world, 'guardian', [
      happened('changePhonePaired', { name }, { weakens: true }),
    ]);
    tellPages();
    return { kind: 'paired', phone: viewOfPhone(phone) };
  });
}

/**
 * The step of a code that proves the secret; null: it does not. A phone whose code fits the wall clock, but not the time
 * that was seen before, is a second clock: the wall clock is right, and an earlier one was set ahead.
 */
async function provenStep(world: World, key: CryptoKey, digits: string): Promise<number | null> {
  const { moment } = (await needSituation(world)).situation;
  const unused = { key, lastStep: 0 };
  const judged = await judgeBy(unused, digits, moment.instant);
  if (judged.kind === 'right') return judged.step;
  const byWall = await judgeBy(unused, digits, world.now());
  if (byWall.kind !== 'right') return null;
  await tell(world, { kind: 'clock-confirmed' });
  return byWall.step;
}

export async function removePhone(
  world: World,
  { phoneId, token }: Body<'phone.remove'>,
): Promise<Done> {
  await requireGuardian(world, token);
  await world.lock('codes', async () => {
    const phones = await readPhones(world);
    const phone = phones.find(({ id }) => id === phoneId);
    if (phone === undefined) throw new Refusal('not-found');
    await savePhones(
      world,
      phones.filter(({ id }) => id !== phoneId),
    );
    const { name } = phone;
    await writeJournal(world, 'guardian', [
      happened('changePhoneRemoved', { name }, { weakens: false }),
    ]);
  });
  tellPages();
  return {};
}

/** Six digits answer one request with what it asked for. They are spent before anything is given. */
export async function redeemCode(
  world: World,
  { requestId, code }: Body<'code.redeem'>,
): Promise<CodeRedeemed> {
  refuseInPrivate(world);
  const digits = typedDigits(code, phoneDigits);
  if (digits === null) return refused(world, 'slip');
  // The time of this try is seen, so that nothing older is new again after it.
  await tell(world, { kind: 'tick' });
  const redeemed = await world.lock('codes', async () => {
    const loaded = await needSituation(world);
    const phones = await readPhones(world);
    if (phones.length === 0) return refused(world, 'no-phone');
    const { moment } = loaded.situation;
    const asked = await openAsked(world, requestId, loaded);
    if (asked === null) return refused(world, 'no-request');
    const waiting = await beginTry(world);
    if (waiting !== null) return waiting;
    const judged = await judgeByAll(phones, digits, moment.instant);
    if (judged.kind !== 'right') return refused(world, whyNot(world, judged.kind, moment.instant));
    const { step, phone } = judged;
    const spent = { ...phone, lastStep: step, lastUsedAt: world.now() };
    await savePhones(
      world,
      phones.map((each) => (each.id === phone.id ? spent : each)),
    );
    await world.stores.codeAttempts.update(succeed);
    return { kind: 'allowed' as const, request: await allow(world, loaded, { ...asked, phone }) };
  });
  if (redeemed.kind === 'allowed') {
    await reconcile(world);
    tellPages();
  }
  return redeemed;
}

type Asked = { readonly request: ChildRequest; readonly override: Override };

/** A request that can still be answered, and what it would be given; null: answered, over, or nothing to give. */
async function openAsked(
  world: World,
  id: string,
  { policy, situation: { moment } }: Loaded,
): Promise<Asked | null> {
  const stored = await (await world.database()).requests.read(id);
  const [request] = endStale(stored === null ? [] : [stored], moment);
  if (request?.state !== 'open') return null;
  const asked = { ...request, quietScope: quietScope(policy, request) };
  const given = overrideFromAnswer(wishOf(request), asked, moment, world.random.id());
  return given.kind === 'override' ? { request, override: given.override } : null;
}

async function allow(
  world: World,
  { situation, policy }: Loaded,
  { request, override, phone }: Asked & { readonly phone: Phone },
): Promise<RequestView> {
  const { expiresAt } = override;
  const answer = { answer: wishOf(request), refusal: null, expiresAt };
  const answered = answerRequest(request, answer, situation.moment.instant);
  const view = answered.ok ? viewOfRequest(answered.value) : null;
  if (!answered.ok || view === null) throw new Refusal('not-found');
  await addOverrides(world, [override]);
  await (await world.database()).requests.save(answered.value);
  const child = policy.children.find(({ id }) => id === request.childId)?.nickname ?? '';
  await writeJournal(world, 'guardian', [
    happened('codeUsed', { child, name: phone.name }, { weakens: true, childId: request.childId }),
  ]);
  return view;
}

type JudgedByAll =
  | { readonly kind: 'right'; readonly step: number; readonly phone: Phone }
  | { readonly kind: 'used' | 'old' | 'wrong' };

/** All phones are asked, whatever the first one says. */
async function judgeByAll(
  phones: readonly Phone[],
  digits: string,
  at: Instant,
): Promise<JudgedByAll> {
  const judged = await Promise.all(
    phones.map(async (phone) => ({ phone, by: await judgeBy(phone, digits, at) })),
  );
  for (const { phone, by } of judged) {
    if (by.kind === 'right') return { kind: 'right', step: by.step, phone };
  }
  const kinds = judged.map(({ by }) => by.kind);
  return { kind: (['used', 'old'] as const).find((kind) => kinds.includes(kind)) ?? 'wrong' };
}

const whyNot = (world: World, kind: 'used' | 'old' | 'wrong', judgedAt: Instant) =>
  kind === 'wrong' && world.now() < judgedAt - clockToleranceMs ? 'clock' : kind;

const viewOfPhone = ({ id, name, pairedAt, lastUsedAt }: Phone): PhoneView => ({
  id,
  name,
  pairedAt,
  lastUsedAt,
});
