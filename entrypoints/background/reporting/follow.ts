// After a report has arrived at a desk that answers: how it stands, what is said, and taking it back.
import type { IntakeDesk, MachineDesk } from '@/rules/policy/desk-schema.ts';
import { cleanText } from '@/rules/reporting/clean.ts';
import type { Failed } from '@/rules/reporting/desk-answer.ts';
import {
  type Follow,
  isAskDue,
  isReplyDue,
  mayLook,
  waitingReply,
} from '@/rules/reporting/intake/follow.ts';
import { readDone, readStatus } from '@/rules/reporting/intake/replies.ts';
import {
  type Claim,
  messageContents,
  messageRequest,
  statusRequest,
  withdrawRequest,
} from '@/rules/reporting/intake/requests.ts';
import { type OutboxEntry, type OutboxEvent, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { limits } from '@/rules/reporting/schema.ts';

import type { DeliveryDeps } from './delivery.ts';
import { broken, failure, refused, unanswered } from './failure.ts';
import type { Outbox } from './outbox.ts';
import { encloseFor } from './seal-to-desk.ts';
import { ask } from './to-intake.ts';

type Delivered = Extract<OutboxEntry, { state: 'delivered' }>;
type Followed = Delivered & { readonly follow: Follow };

const isFollowed = (entry: OutboxEntry | null): entry is Followed =>
  entry?.state === 'delivered' && entry.follow !== undefined;

export const isFollowDue = (entry: OutboxEntry, now: number): boolean =>
  isFollowed(entry) &&
  (isReplyDue(entry.follow, now) || isAskDue(entry.follow, entry.receipt.receivedAt, now));

/** Under the sending lock: brings what the child wrote back, and asks where it is time to. `desk`: the one in force. */
export async function followDue(
  deps: DeliveryDeps,
  outbox: Outbox,
  desk: MachineDesk | null,
): Promise<void> {
  for (const entry of await outbox.list()) {
    if (!isFollowed(entry) || !isFollowDue(entry, deps.now())) continue;
    if (isReplyDue(entry.follow, deps.now())) await bringReply(deps, outbox, entry, desk);
    if (isAskDue(entry.follow, entry.receipt.receivedAt, deps.now())) {
      await askAbout(deps, outbox, entry, desk);
    }
  }
}

/** Somebody looks. Asks the desk at most every few seconds; what it does not tell stays as it was. */
export async function refresh(deps: DeliveryDeps, outbox: Outbox, reportId: string): Promise<void> {
  const entry = await outbox.read(reportId);
  if (!isFollowed(entry) || !mayLook(entry.follow, deps.now())) return;
  const desk = await reachable(deps);
  if (desk !== null) await askAbout(deps, outbox, entry, desk);
}

/** Durable before it answers. False: it was not taken, since nobody there answers or enough was written. */
export async function writeReply(
  deps: DeliveryDeps,
  outbox: Outbox,
  reportId: string,
  words: string,
): Promise<boolean> {
  const text = cleanText(words, limits.words);
  if (text === '') return false;
  const message = { id: crypto.randomUUID(), at: deps.now(), from: 'you', text } as const;
  return outbox.alone(async () => {
    const entry = await outbox.read(reportId);
    if (!isFollowed(entry)) return false;
    const written = reduceEntry(entry, { kind: 'reply-written', message });
    // First the alarm: a worker that dies before it is saved leaves an idle alarm, not forgotten words.
    await deps.wakeAt(deps.now());
    if (written !== entry) await outbox.save(written);
    return isFollowed(written) && written.follow.messages.some(({ id }) => id === message.id);
  });
}

/** Takes it back where nobody has read it; otherwise nothing changes, or the page hears that it was read. */
export const withdraw = (deps: DeliveryDeps, outbox: Outbox, reportId: string): Promise<void> =>
  // Nothing else of this report is on its way meanwhile.
  deps.lock('outbox-sending', async () => {
    const entry = await outbox.read(reportId);
    if (!isFollowed(entry) || !entry.follow.mayWithdraw) return;
    const desk = await reachable(deps);
    if (!isDeskOf(desk, entry)) return;
    // First that: what a desk says of it unasked is not believed.
    await change(outbox, reportId, { kind: 'withdraw-asked', at: deps.now() });
    const answer = await ask(deps, withdrawRequest(claimOf(entry)));
    if (answer.kind !== 'answered') return;
    const done = readDone(answer, desk.endpoint, deps.now());
    if (done.ok || done.failure.error === 'withdrawn') {
      await wasWithdrawn(deps, outbox, reportId);
    } else if (done.failure.error === 'already-read') {
      await askAbout(deps, outbox, entry, desk);
    }
  });

/** The desk says that it was taken back. If so, what was added goes with it, and first, so that no dead worker leaves it behind alone. */
export const wasWithdrawn = (
  deps: DeliveryDeps,
  outbox: Outbox,
  reportId: string,
): Promise<OutboxEntry | null> =>
  outbox.alone(async () => {
    const own = (await outbox.list()).filter((entry) => entry.reportId === reportId);
    const report = own.find(({ entryId }) => entryId === reportId);
    const now =
      report === undefined ? null : reduceEntry(report, { kind: 'withdrawn', at: deps.now() });
    const added = own.filter((entry) => entry !== report);
    if (now?.state === 'withdrawn' && added.length > 0) {
      await outbox.remove(added.map(({ entryId }) => entryId));
    }
    if (now !== null) await outbox.save(now);
    return now;
  });

async function askAbout(
  deps: DeliveryDeps,
  outbox: Outbox,
  entry: Followed,
  desk: MachineDesk | null,
): Promise<void> {
  const silent = { kind: 'no-progress', at: deps.now(), jitter: deps.random() } as const;
  // Another desk is in force now: the secret of this one is not for it.
  if (!isDeskOf(desk, entry)) return void (await change(outbox, entry.reportId, silent));
  const answer = await ask(deps, statusRequest(claimOf(entry)));
  if (answer.kind !== 'answered') return void (await change(outbox, entry.reportId, silent));
  const told = readStatus(
    answer,
    { endpoint: desk.endpoint, receipt: entry.receipt.ticket },
    deps.now(),
  );
  if (told.ok) {
    await change(outbox, entry.reportId, { ...silent, ...told.value, kind: 'progress' });
  } else {
    await change(outbox, entry.reportId, silent);
    if (told.failure.error === 'withdrawn') await wasWithdrawn(deps, outbox, entry.reportId);
  }
}

async function bringReply(
  deps: DeliveryDeps,
  outbox: Outbox,
  entry: Followed,
  desk: MachineDesk | null,
): Promise<void> {
  const { reportId } = entry;
  for (let now: OutboxEntry | null = entry; isFollowed(now); now = await outbox.read(reportId)) {
    const reply = waitingReply(now.follow);
    if (reply === null) return;
    const answer = await replyEvent(deps, now, desk, reply);
    if (answer === 'withdrawn') await wasWithdrawn(deps, outbox, reportId);
    // Where nobody here took it back, the desk refuses what it says it has not.
    const event = answer === 'withdrawn' ? failedReply(deps, reply.id, refused) : answer;
    await change(outbox, reportId, event);
    if (event.kind !== 'reply-arrived') return;
  }
}

async function replyEvent(
  deps: DeliveryDeps,
  entry: Followed,
  desk: MachineDesk | null,
  reply: { readonly id: string; readonly at: number; readonly text: string },
): Promise<OutboxEvent | 'withdrawn'> {
  const failed = (how: Failed) => failedReply(deps, reply.id, how);
  if (!isDeskOf(desk, entry)) return failed(refused);
  const contents = messageContents({
    messageId: reply.id,
    receipt: entry.receipt.ticket,
    writtenAt: new Date(reply.at).toISOString(),
    text: reply.text,
  });
  const enclosed = await encloseFor(desk, contents).catch(() => null);
  // A key that is none: nothing can be sealed, and nothing leaves unsealed.
  if (enclosed === null) return failed(broken);
  const answer = await ask(deps, messageRequest(claimOf(entry), reply.id, enclosed));
  if (answer.kind !== 'answered') return failed(unanswered(answer));
  const done = readDone(answer, desk.endpoint, deps.now());
  if (done.ok) return { kind: 'reply-arrived', id: reply.id };
  return done.failure.error === 'withdrawn' ? 'withdrawn' : failed(done.failure);
}

const failedReply = (deps: DeliveryDeps, id: string, how: Failed) =>
  ({ ...failure(deps, how), kind: 'reply-failed', id }) as const;

const claimOf = ({ follow, receipt }: Followed): Claim => ({
  endpoint: follow.endpoint,
  receipt: receipt.ticket,
  token: follow.token,
});

const isDeskOf = (desk: MachineDesk | null, { follow }: Followed): desk is IntakeDesk =>
  desk?.kind === 'intake' && desk.endpoint === follow.endpoint;

/** The desk in force, if anything may leave for it at this moment. */
async function reachable(deps: DeliveryDeps): Promise<MachineDesk | null> {
  try {
    return (await deps.maySend()) ? await deps.deskOf() : null;
  } catch {
    // The policy can not be read at this moment; whoever looks again asks again.
    return null;
  }
}

const change = (outbox: Outbox, entryId: string, event: OutboxEvent): Promise<OutboxEntry | null> =>
  outbox.change(entryId, (entry) => reduceEntry(entry, event));
