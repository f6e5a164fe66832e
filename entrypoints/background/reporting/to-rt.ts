// One letter to Request Tracker.
import type { RtDesk } from '@/rules/policy/schema.ts';
import type { OutboxEvent } from '@/rules/reporting/outbox-state.ts';
import type { Letter } from '@/rules/reporting/schema.ts';
import { readTicketReply, ticketRequest } from '@/rules/reporting/ticket.ts';

import type { NetworkAnswer } from '../network.ts';
import type { DeliveryDeps } from './delivery.ts';

export type Answered = Extract<NetworkAnswer, { kind: 'answered' }>;
type Failure = Extract<OutboxEvent, { kind: 'failed' }>;

export async function sendToRt(
  deps: DeliveryDeps,
  letter: Letter,
  desk: RtDesk,
): Promise<OutboxEvent> {
  const { url, headers, body } = ticketRequest(letter, desk);
  const answer = await deps.post(url, { headers, body });
  if (answer.kind !== 'answered') return unanswered(deps, answer);
  const at = deps.now();
  const receipt = readTicketReply(answer, desk, at);
  return receipt.ok
    ? { kind: 'accepted', receipt: receipt.value }
    : { kind: 'failed', at, jitter: deps.random(), ...receipt.failure };
}

/** Nothing came back: it may or may not have arrived. */
export function unanswered(
  deps: DeliveryDeps,
  { kind }: Exclude<NetworkAnswer, Answered>,
): Failure {
  const problem = kind === 'refused-by-policy' ? 'broken' : kind;
  return { kind: 'failed', at: deps.now(), problem, retryAfterMs: null, jitter: deps.random() };
}
