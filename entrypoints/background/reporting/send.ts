// Sends what is due, oldest first, one at a time across all workers.
import type { RtDesk } from '@/rules/policy/schema.ts';
import { type OutboxEntry, type OutboxEvent, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { isDue, isSpent } from '@/rules/reporting/outbox-times.ts';
import { readTicketReply, ticketRequest } from '@/rules/reporting/ticket.ts';

import type { NetworkAnswer } from '../network.ts';
import type { DeliveryDeps } from './delivery.ts';
import type { Outbox } from './outbox.ts';

/** Longer than any request: if the worker dies meanwhile, this alarm finds what it left. */
const safetyMs = 60_000;
const deskUnknownMs = 5 * 60_000;
/** Consent that comes sooner is heard as an event; this is for one that was missed. */
const consentMs = 10 * 60_000;

export const sendDue = (deps: DeliveryDeps, outbox: Outbox): Promise<void> =>
  deps.lock('outbox-sending', async () => {
    await tidy(deps, outbox);
    const due = (await outbox.list()).filter((entry) => isDue(entry, deps.now()));
    if (due.length === 0) return;
    if (!(await deps.maySend())) return hold(outbox, due, deps.now() + consentMs);
    const desk = await deskNow(deps);
    if (desk === 'unknown') return hold(outbox, due, deps.now() + deskUnknownMs);
    if (desk === null) {
      await changeAll(outbox, due, { kind: 'desk-gone', at: deps.now() });
      return;
    }
    await deps.wakeAt(deps.now() + safetyMs);
    await sendAll(deps, outbox, due, desk);
  });

/** Whoever holds the sending lock is the only sender: an entry that still says "sending" lost its worker. */
async function tidy(deps: DeliveryDeps, outbox: Outbox): Promise<void> {
  const entries = await outbox.list();
  const spent = entries.filter((entry) => isSpent(entry, deps.now()));
  if (spent.length > 0) {
    await outbox.alone(() => outbox.remove(spent.map(({ entryId }) => entryId)));
  }
  const orphans = entries.filter(({ state }) => state === 'sending');
  await changeAll(outbox, orphans, { kind: 'worker-started', at: deps.now() });
}

async function deskNow({ deskOf }: DeliveryDeps): Promise<RtDesk | null | 'unknown'> {
  try {
    const desk = await deskOf();
    return desk?.kind === 'rt-rest2' ? desk : null;
  } catch {
    // The policy can not be read at this moment. That is no reason to give up what waits.
    return 'unknown';
  }
}

async function sendAll(
  deps: DeliveryDeps,
  outbox: Outbox,
  due: readonly OutboxEntry[],
  desk: RtDesk,
): Promise<void> {
  for (const [at, { entryId }] of due.entries()) {
    const sent = await sendOne(deps, outbox, entryId, desk);
    // The desk is silent: the others wait with this one, without a try being counted against them.
    if (sent?.state === 'waiting' && sent.problem !== 'refused') {
      return hold(outbox, due.slice(at + 1), sent.notBefore);
    }
  }
}

async function sendOne(
  deps: DeliveryDeps,
  outbox: Outbox,
  entryId: string,
  desk: RtDesk,
): Promise<OutboxEntry | null> {
  // Saved as "sending" before the first byte leaves. Taken back or forgotten meanwhile: nothing leaves.
  const started = await outbox.change(entryId, (entry) =>
    reduceEntry(entry, { kind: 'send-started', at: deps.now() }),
  );
  if (started?.state !== 'sending') return started;
  const { url, headers, body } = ticketRequest(started.letter, desk);
  const event = eventOf(await deps.post(url, { headers, body }), desk, deps);
  const ended = await outbox.change(entryId, (entry) => reduceEntry(entry, event));
  const isAddition = ended !== null && ended.entryId !== ended.reportId;
  if (isAddition && ended.state === 'delivered') {
    await outbox.alone(() => outbox.remove([entryId]));
  }
  return ended;
}

function eventOf(answer: NetworkAnswer, desk: RtDesk, deps: DeliveryDeps): OutboxEvent {
  const at = deps.now();
  const jitter = deps.random();
  if (answer.kind !== 'answered') {
    const problem = answer.kind === 'refused-by-policy' ? 'broken' : answer.kind;
    return { kind: 'failed', at, problem, retryAfterMs: null, jitter };
  }
  const receipt = readTicketReply(answer, desk, at);
  return receipt.ok
    ? { kind: 'accepted', receipt: receipt.value }
    : { kind: 'failed', at, jitter, ...receipt.failure };
}

const hold = (outbox: Outbox, entries: readonly OutboxEntry[], until: number): Promise<void> =>
  changeAll(outbox, entries, { kind: 'held', until });

async function changeAll(
  outbox: Outbox,
  entries: readonly OutboxEntry[],
  event: OutboxEvent,
): Promise<void> {
  for (const { entryId } of entries) {
    await outbox.change(entryId, (entry) => reduceEntry(entry, event));
  }
}
