// Whether somebody presses or tricks a child in a chat. Shown to the child alone: nothing of it is kept, nobody is told.
import { parseAddress } from '@/rules/hosts/address.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { CardAction, ReceivedReply } from '@/rules/messages/help-replies.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import { chatPlanOf } from '@/rules/received/chat-plan.ts';
import { judgeReceived, type Noticed, type Sign } from '@/rules/received/pressure.ts';

import type { HelpWorld } from '../help-handlers.ts';
import type { Sender } from '../sender.ts';
import { answerCard, type CardWanted, noCard } from './card-words.ts';
import { judge } from './judge.ts';
import { unheard } from './unheard.ts';

type Messages = Body<'received.check'>['messages'];

const nothing: ReceivedReply = { ...noCard, level: 0, plan: null };

export async function checkReceived(
  world: HelpWorld,
  from: Sender,
  messages: Messages,
): Promise<ReceivedReply> {
  if (from.tabId === null || from.isInactive) return nothing;
  const judged = await judge(world, { url: from.url });
  if (judged === null || unheard.has(judged.verdict.reason.kind)) return nothing;
  const { loaded } = judged;
  if (!helpsOf(loaded.profile).pressure) return nothing;
  const plan = chatPlanOf(hostOf(from.url));
  if (messages.length === 0) return { ...nothing, plan };
  const textJudge = await world.textJudge();
  const noticed = judgeReceived(plan.list === '' ? ofAnyLayout(messages) : messages, textJudge);
  if (noticed === null) return { ...nothing, isUnchecked: textJudge === null };
  const reply = await answerCard(world, loaded, from, cardFor(noticed));
  return { ...nothing, ...reply, level: reply.card === null ? 0 : noticed.level };
}

/** Where everybody writes at the start of the line, the side says nothing of who it was. */
const ofAnyLayout = (messages: Messages): Messages =>
  messages.every(({ from }) => from === messages[0]?.from)
    ? messages.map(({ text }) => ({ from: 'unknown', text }))
    : messages;

const hostOf = (url: string): string => parseAddress(url)?.host ?? '';

const ways: readonly (readonly [string, CardAction])[] = [
  ['receivedLeave', 'leave'],
  ['cardUnderstood', 'understood'],
];

function cardFor({ kind, level, signs }: Noticed): CardWanted {
  const key = kind === 'scam' ? 'receivedScam' : level === 2 ? 'receivedGrave' : 'receivedPressure';
  return {
    kind,
    part: 'received',
    key,
    signs: [...new Set(signs.map((sign) => wordsOf(sign, kind)))],
    steps: steps[kind],
    actions: ways,
  };
}

const steps = {
  pressure: ['receivedStepStop', 'receivedStepKeep', 'receivedStepTell'],
  scam: ['receivedStepNoCode', 'receivedStepNoPay', 'receivedStepAsk'],
} as const;

const wordsOf = (sign: Sign, kind: Noticed['kind']): string =>
  sign === 'model' ? `receivedSign_model_${kind}` : `receivedSign_${sign}`;
