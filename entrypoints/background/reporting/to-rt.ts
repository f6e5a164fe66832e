// One letter to Request Tracker.
import type { RtDesk } from '@/rules/policy/desk-schema.ts';
import type { OutboxEvent } from '@/rules/reporting/outbox-state.ts';
import type { Letter } from '@/rules/reporting/schema.ts';
import { readTicketReply, ticketRequest } from '@/rules/reporting/ticket.ts';

import type { DeliveryDeps } from './delivery.ts';
import { failure, unanswered } from './failure.ts';

export async function sendToRt(
  deps: DeliveryDeps,
  letter: Letter,
  desk: RtDesk,
): Promise<OutboxEvent> {
  const { url, headers, body } = ticketRequest(letter, desk);
  const answer = await deps.post(url, { headers, body });
  if (answer.kind !== 'answered') return failure(deps, unanswered(answer));
  const receipt = readTicketReply(answer, desk, deps.now());
  return receipt.ok ? { kind: 'accepted', receipt: receipt.value } : failure(deps, receipt.failure);
}
