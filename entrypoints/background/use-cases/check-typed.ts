// Words before they are sent: one card, or none. Nothing of them is kept.
import { createAddressJudge } from '@/rules/lookalike/address-score.ts';
import { judgeAddress } from '@/rules/lookalike/lookalike.ts';
import { judgePasswordPlace, type PasswordSign } from '@/rules/lookalike/scam-page.ts';
import { type Bucket, spend } from '@/rules/messages/bucket.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { CardReply } from '@/rules/messages/help-replies.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import { closesPage, type Reason } from '@/rules/policy/verdict.ts';
import { toneOf } from '@/rules/typed/kindness.ts';
import { isOutOfPlace, placeOf, type Standing } from '@/rules/typed/place.ts';
import { findPrivate } from '@/rules/typed/privacy.ts';
import { hasPrivateWord } from '@/rules/typed/private-words.ts';

import type { HelpWorld } from '../help-handlers.ts';
import type { Sender } from '../sender.ts';
import { answerCard, type CardWanted, noCard } from './card-words.ts';
import { judge, type Judged } from './judge.ts';
import { unheard } from './unheard.ts';

type Typed = Body<'typed.check'>;
type Here = Judged & { readonly standing: Standing; readonly imitated: string };

const unchecked: ReadonlySet<Reason['kind']> = new Set([
  'unknown',
  'carries',
  'risk',
  'age-label',
  'word',
]);

export async function checkTyped(world: HelpWorld, from: Sender, typed: Typed): Promise<CardReply> {
  const judged = await judge(world, { url: from.url });
  if (judged === null || from.tabId === null || closesPage(judged.verdict)) return noCard;
  const { loaded, address } = judged;
  if (address?.kind !== 'web' || unheard.has(judged.verdict.reason.kind)) return noCard;
  if (from.frameId !== 0 && (await isInUnheard(world, from.tabId))) return noCard;
  const here = withStanding(judged);
  const wanted =
    (await passwordCard(world, here, typed, from.url)) ?? (await privacyCard(world, here, typed));
  if (wanted !== null) return answerCard(world, loaded, from, wanted);
  return checkTone(world, from, here, typed);
}

/** A helpline's chat is often somebody else's frame in its page. A page that is gone is not read either. */
async function isInUnheard(world: HelpWorld, tabId: number): Promise<boolean> {
  const tab = await world.tabs.get(tabId);
  const around = tab === null ? null : await judge(world, { url: tab.shown });
  return around === null || unheard.has(around.verdict.reason.kind);
}

function withStanding(judged: Judged): Here {
  const { reason } = judged.verdict;
  const imitation =
    reason.kind === 'allowlist' || judged.address === null
      ? null
      : reason.kind === 'lookalike'
        ? reason
        : judgeAddress(judged.address.host, judged.loaded.brands);
  const known = unchecked.has(reason.kind) ? 'unknown' : 'known';
  return {
    ...judged,
    standing: imitation === null ? known : 'imitates',
    imitated: imitation?.imitated ?? '',
  };
}

/** What stands in a password's field is never read: it is enough to know where it stands. */
async function passwordCard(
  world: HelpWorld,
  { standing, imitated, address, verdict, loaded }: Here,
  { place, rested }: Typed,
  url: string,
): Promise<CardWanted | null> {
  if (place !== 'password' || address === null || rested.includes('password')) return null;
  if (!helpsOf(loaded.profile).privacy) return null;
  if (standing === 'imitates') return passwordIn(address.host, 'scamImitatedAddress', imitated);
  // What somebody has checked is not doubted for the looks of its address.
  if (!unchecked.has(verdict.reason.kind)) return null;
  const model = await world.addressModel();
  const known = {
    brands: loaded.brands,
    judge: model === null ? null : createAddressJudge(model, loaded.brands),
  };
  const told = judgePasswordPlace(address, known, loaded.riskOf(url));
  return told === null ? null : passwordIn(address.host, told.sign, told.imitated);
}

const passwordIn = (host: string, sign: PasswordSign['sign'], imitated: string): CardWanted => ({
  kind: 'password',
  part: 'typed',
  // Without a name that is imitated there is no other page to compare with; then the sign says why.
  ...(imitated === ''
    ? { key: 'typedPasswordPlace', signs: [`typedSign_${sign}`] }
    : { key: 'typedPassword' }),
  values: { host, imitated },
  actions: [
    ['cardLeave', 'leave'],
    ['typedSendPassword', 'send'],
  ],
});

async function privacyCard(
  world: HelpWorld,
  { loaded, standing, address }: Here,
  { text, place, hint, rested }: Typed,
): Promise<CardWanted | null> {
  if (!helpsOf(loaded.profile).privacy || rested.includes('privacy')) return null;
  const where = { place: placeOf(place, hint), standing, hint };
  const kinds = findPrivate(text).filter((kind) => isOutOfPlace(kind, where));
  const { privateWords } = loaded.profile;
  // A family's word is nobody's business in front of others; in a form of a known site it may be what is asked for.
  const mayBeAsked = where.place === 'search' || (standing === 'known' && !isOpen(where.place));
  const hasOwn =
    privateWords !== undefined &&
    !mayBeAsked &&
    mayLook(world, address) &&
    (await hasPrivateWord(text, privateWords, world.sha256));
  if (kinds.length === 0 && !hasOwn) return null;
  return {
    kind: 'privacy',
    part: 'typed',
    key: 'typedPrivacy',
    signs: [...(hasOwn ? ['typedSign_own'] : []), ...kinds.map((kind) => `typedSign_${kind}`)],
    actions: [
      ['typedTakeOut', 'reword'],
      ['typedSend', 'send'],
    ],
  };
}

/** Faster than a child writes only a page asks, which tries out names until a card comes up at the right one. */
const pace = { atOnce: 40, perSecond: 0.3 };
const mostHosts = 50;
const looksCache = new Map<string, Bucket>();

function mayLook(world: HelpWorld, address: Judged['address']): boolean {
  const host = address?.host ?? '';
  const { bucket, passes } = spend(looksCache.get(host), world.steady().ms, pace);
  looksCache.delete(host);
  looksCache.set(host, bucket);
  if (looksCache.size > mostHosts) looksCache.delete(looksCache.keys().next().value ?? host);
  return passes;
}

const isOpen = (place: Typed['place']): boolean =>
  place === 'chat' || place === 'comment' || place === 'profile';

async function checkTone(
  world: HelpWorld,
  from: Sender,
  { loaded }: Here,
  { text, place, hint, rested }: Typed,
): Promise<CardReply> {
  const where = placeOf(place, hint);
  // Who searches is not speaking to anybody; the search help is for that.
  if (where === 'search' || where === 'password' || text.trim() === '') return noCard;
  if (!helpsOf(loaded.profile).kindness) return noCard;
  const judgeText = await world.textJudge();
  const tone = toneOf(text, judgeText?.(text, 'message') ?? []);
  const wanted = tone === 'unkind' ? kindnessCard : hurtingCard;
  if (tone === null || rested.some((kind) => kind === wanted.kind))
    return { card: null, isUnchecked: judgeText === null };
  return answerCard(world, loaded, from, wanted);
}

const kindnessCard: CardWanted = {
  kind: 'kindness',
  part: 'typed',
  key: 'typedKindness',
  actions: [
    ['typedReword', 'reword'],
    ['typedSendUnkind', 'send'],
    ['typedNotNow', 'not-now'],
  ],
};

/** As the help above a search: the lines stand in the card itself, and nothing is asked. */
const hurtingCard: CardWanted = {
  kind: 'search',
  part: 'typed',
  key: 'typedHurting',
  need: 'self-harm',
  steps: ['typedHurtingTell'],
  actions: [['cardUnderstood', 'understood']],
};
