// Sends what is due, danger first, else oldest first, one at a time across all workers; then goes on with the desks that answer.
import { toBase64url } from '@/rules/lists/feed/base64url.ts';
import type { MachineDesk } from '@/rules/policy/desk-schema.ts';
import { afterLook } from '@/rules/reporting/letting-go.ts';
import { type OutboxEntry, type OutboxEvent, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { inSendingOrder, isDue, safetyMs } from '@/rules/reporting/outbox-times.ts';
import { isForAnother } from '@/rules/reporting/whose.ts';

import type { DeliveryDeps } from './delivery.ts';
import { failure, refused } from './failure.ts';
import { followDue, isFollowDue, wasWithdrawn } from './follow.ts';
import type { Outbox } from './outbox.ts';
import { type Sent, sendToIntake } from './to-intake.ts';
import { sendToRt } from './to-rt.ts';
import { whereAdditionGoes } from './where-addition-goes.ts';

const deskUnknownMs = 5 * 60_000;
/** Consent that comes sooner is heard as an event; this is for one that was missed. */
const consentMs = 10 * 60_000;

export const sendDue = (deps: DeliveryDeps, outbox: Outbox): Promise<void> =>
  deps.lock('outbox-sending', async () => {
    await tidy(deps, outbox);
    const entries = await outbox.list();
    const due = inSendingOrder(entries.filter((entry) => isDue(entry, deps.now())));
    const following = entries.filter((entry) => isFollowDue(entry, deps.now()));
    if (due.length + following.length === 0) return;
    const held = (ms: number) => hold(outbox, [...due, ...following], deps.now() + ms);
    if (!(await deps.maySend())) return held(consentMs);
    const desk = await deskNow(deps);
    if (desk === 'unknown') return held(deskUnknownMs);
    if (desk === null) {
      await changeAll(outbox, due, { kind: 'desk-gone', at: deps.now() });
    } else if (due.length > 0) {
      await deps.wakeAt(deps.now() + safetyMs);
      await sendAll(deps, outbox, due, desk);
    }
    await followDue(deps, outbox, desk);
  });

/** Whoever holds the sending lock is the only sender: an entry that still says "sending" lost its worker. */
async function tidy(deps: DeliveryDeps, outbox: Outbox): Promise<void> {
  const entries = await outbox.list();
  const now = deps.now();
  const looked = entries.map((entry) => ({ entry, after: afterLook(entry, now) }));
  const spent = looked.filter(({ after }) => after === null);
  if (spent.length > 0) {
    await outbox.alone(() => outbox.remove(spent.map(({ entry }) => entry.entryId)));
  }
  for (const { entry, after } of looked) {
    if (after === null || after === entry) continue;
    await outbox.change(entry.entryId, (current) => afterLook(current, now) ?? current);
  }
  const orphans = entries.filter(({ state }) => state === 'sending');
  await changeAll(outbox, orphans, { kind: 'worker-started', at: deps.now() });
}

async function deskNow({ deskOf }: DeliveryDeps): Promise<MachineDesk | null | 'unknown'> {
  try {
    return await deskOf();
  } catch {
    // The policy can not be read at this moment. That is no reason to give up what waits.
    return 'unknown';
  }
}

async function sendAll(
  deps: DeliveryDeps,
  outbox: Outbox,
  due: readonly OutboxEntry[],
  desk: MachineDesk,
): Promise<void> {
  for (const [at, { entryId }] of due.entries()) {
    const sent = await sendOne(deps, outbox, entryId, desk);
    // The desk is silent: the others wait with this one, without a try being counted against them.
    if (sent?.state === 'waiting' && sent.problem !== 'refused' && sent.problem !== 'held') {
      return hold(outbox, due.slice(at + 1), sent.notBefore);
    }
  }
}

async function sendOne(
  deps: DeliveryDeps,
  outbox: Outbox,
  entryId: string,
  desk: MachineDesk,
): Promise<OutboxEntry | null> {
  const way = await wayOf(deps, outbox, entryId, desk);
  if (way.kind !== 'go') return change(outbox, entryId, way);
  const { token } = way;
  // Saved as "sending" before the first byte leaves. Taken back or forgotten meanwhile: nothing leaves.
  const route = { kind: 'desk', name: desk.name } as const;
  const started = await change(outbox, entryId, {
    kind: 'send-started',
    at: deps.now(),
    token,
    route,
    endpoint: desk.endpoint,
  });
  if (started?.state !== 'sending') return started;
  const event =
    desk.kind === 'intake'
      ? await sendToIntake(deps, started.letter, desk, started.token ?? token)
      : await sendToRt(deps, started.letter, desk);
  return end(deps, outbox, started, event);
}

/** Its secret, or why it does not go now. What belongs to a report goes behind it, and where it went; nothing goes to a desk that stands elsewhere than the one that was named. */
async function wayOf(deps: DeliveryDeps, outbox: Outbox, entryId: string, desk: MachineDesk) {
  const entry = await outbox.read(entryId);
  const fresh = { kind: 'go', token: newToken() } as const;
  if (entry?.state !== 'queued' && entry?.state !== 'waiting') return fresh;
  const own = isForAnother(entry, desk) ? ({ kind: 'desk-gone', at: deps.now() } as const) : fresh;
  if (entry.entryId === entry.reportId) return own;
  const report = await outbox.read(entry.reportId);
  return whereAdditionGoes(report, desk, deps.now()) ?? own;
}

async function end(
  deps: DeliveryDeps,
  outbox: Outbox,
  sending: Extract<OutboxEntry, { state: 'sending' }>,
  sent: Sent,
): Promise<OutboxEntry | null> {
  const { entryId, reportId, letter } = sending;
  if (sent.kind === 'gone' && entryId !== reportId) await wasWithdrawn(deps, outbox, reportId);
  // Where nobody here took it back it is refused, like any other; where somebody did, nothing of it is left here.
  if (sent.kind === 'gone') return change(outbox, entryId, failure(deps, refused));
  if (sent.kind !== 'accepted' || entryId === reportId) return change(outbox, entryId, sent);
  // First the report knows of it, then its row goes: a worker that dies in between sends it once more.
  const last = { version: letter.version, hash: letter.integrity.hash ?? '' };
  await change(outbox, reportId, { kind: 'addition-accepted', last });
  await outbox.alone(() => outbox.remove([entryId]));
  return null;
}

const newToken = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

const hold = async (
  outbox: Outbox,
  entries: readonly OutboxEntry[],
  until: number,
): Promise<void> => {
  await changeAll(outbox, entries, { kind: 'held', until });
  await changeAll(outbox, entries, { kind: 'follow-held', until });
};

const change = (outbox: Outbox, entryId: string, event: OutboxEvent): Promise<OutboxEntry | null> =>
  outbox.change(entryId, (entry) => reduceEntry(entry, event));

async function changeAll(
  outbox: Outbox,
  entries: readonly OutboxEntry[],
  event: OutboxEvent,
): Promise<void> {
  for (const { entryId } of entries) await change(outbox, entryId, event);
}
