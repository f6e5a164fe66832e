// A report that has arrived: only a receipt is left, and what the desk says of it.
import type { Instant } from '../policy/verdict.ts';
import { baseOf } from './entry-base.ts';
import { beginFollow, reduceFollow } from './intake/follow.ts';
import type { OutboxEntry, OutboxEvent } from './outbox-state.ts';
import { topicOf } from './schema.ts';

type Sending = Extract<OutboxEntry, { state: 'sending' }>;
type Delivered = Extract<OutboxEntry, { state: 'delivered' }>;

export function deliveredFrom(
  entry: Sending,
  { receipt, endpoint }: Extract<OutboxEvent, { kind: 'accepted' }>,
): Delivered {
  const { letter, token } = entry;
  const { version, integrity } = letter;
  return {
    ...baseOf(entry),
    state: 'delivered',
    topic: topicOf(letter),
    route: entry.route,
    receipt,
    ...(entry.endpoint === undefined ? {} : { endpoint: entry.endpoint }),
    versions: version,
    first: version,
    ...(integrity.hash === null ? {} : { last: { version, hash: integrity.hash } }),
    ...(endpoint === undefined || token === undefined
      ? {}
      : { follow: beginFollow({ endpoint, token }, receipt.receivedAt) }),
  };
}

export function reduceDelivered(entry: Delivered, event: OutboxEvent): OutboxEntry {
  switch (event.kind) {
    case 'addition-accepted':
      return event.last.version <= entry.versions
        ? entry
        : { ...entry, versions: event.last.version, last: event.last };
    case 'withdrawn':
      return goneFrom(entry, event.at);
    case 'withdraw-asked':
    case 'progress':
    case 'no-progress':
    case 'follow-held':
    case 'reply-written':
    case 'reply-arrived':
    case 'reply-failed':
      return entry.follow === undefined
        ? entry
        : { ...entry, follow: reduceFollow(entry.follow, event) };
    case 'undone':
    case 'details-added':
    case 'send-started':
    case 'accepted':
    case 'failed':
    case 'held':
    case 'worker-started':
    case 'desk-gone':
    default:
      return entry;
  }
}

/** A desk can not wipe what nobody took back: its receipt may be all that proves that there was a report. */
function goneFrom(entry: Delivered, at: Instant): OutboxEntry {
  const { follow } = entry;
  if (follow === undefined) return entry;
  return follow.withdrawAskedAt === undefined
    ? { ...entry, follow: { ...follow, isGone: true } }
    : withdrawn(entry, at);
}

/** Whether its desk says that it has it no more, though nobody took it back. */
export const isGoneThere = (entry: OutboxEntry): boolean =>
  entry.state === 'delivered' && entry.follow?.isGone === true;

/** As little as of one that never left: neither the receipt nor what the desk said. */
const withdrawn = (entry: Delivered, at: Instant): OutboxEntry => ({
  ...baseOf(entry),
  addressMark: null,
  state: 'withdrawn',
  topic: null,
  route: entry.route,
  withdrawnAt: at,
});
