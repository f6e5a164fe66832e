// A report that is still here: it is held, or on its way and may have arrived.
import type { Instant } from '../policy/verdict.ts';
import { pauseAfter, type Problem } from './back-off.ts';
import { deliveredFrom } from './delivered.ts';
import { baseOf } from './entry-base.ts';
import type { FormDoor, OutboxEntry, OutboxEvent, Pending, RefusalReason } from './outbox-state.ts';
import type { Letter } from './schema.ts';

const maxAgeMs = 14 * 24 * 3_600_000;
/** A jump of the clock alone must not give up a report: it has really been tried this often before. */
const leastTries = 5;
/** "I can not take this" from a desk is believed when it says so this often: its set-up may be repaired meanwhile. */
const refusalsBelieved = 3;

type Held = Extract<OutboxEntry, { state: 'queued' | 'waiting' }>;
type Sending = Extract<OutboxEntry, { state: 'sending' }>;

export function reduceHeld(entry: Held, event: OutboxEvent): OutboxEntry {
  switch (event.kind) {
    case 'undone':
      // "Nothing was sent" would not be true.
      return entry.mayHaveArrived === true ? entry : undone(entry, event.at);
    case 'details-added':
      return withLetter(entry, event);
    case 'send-started':
      return {
        ...pending(entry),
        state: 'sending',
        startedAt: event.at,
        attempts: entry.attempts + 1,
        route: event.route ?? entry.route,
        ...endpointOf(event.endpoint ?? entry.endpoint),
        ...tokenOf(entry, event.token),
      };
    case 'held':
      return entry.notBefore >= event.until
        ? entry
        : { ...pending(entry), state: 'waiting', notBefore: event.until, problem: 'held' };
    case 'desk-gone':
      return withoutDesk(entry, event.at);
    case 'accepted':
    case 'failed':
    case 'worker-started':
    case 'addition-accepted':
    case 'withdrawn':
    case 'withdraw-asked':
    case 'progress':
    case 'no-progress':
    case 'follow-held':
    case 'reply-written':
    case 'reply-arrived':
    case 'reply-failed':
    default:
      return entry;
  }
}

export function reduceSending(entry: Sending, event: OutboxEvent): OutboxEntry {
  switch (event.kind) {
    case 'accepted':
      return deliveredFrom(entry, event);
    case 'failed':
      return failed(entry, event);
    case 'worker-started':
      return {
        ...pending(entry),
        mayHaveArrived: true,
        state: 'waiting',
        notBefore: event.at,
        problem: 'worker-stopped',
      };
    // It may be at the desk already: neither taking back nor a change would be true.
    case 'undone':
    case 'details-added':
    case 'send-started':
    case 'held':
    case 'desk-gone':
    case 'addition-accepted':
    case 'withdrawn':
    case 'withdraw-asked':
    case 'progress':
    case 'no-progress':
    case 'follow-held':
    case 'reply-written':
    case 'reply-arrived':
    case 'reply-failed':
    default:
      return entry;
  }
}

function failed(entry: Sending, event: Extract<OutboxEvent, { kind: 'failed' }>): OutboxEntry {
  const refusals = event.problem === 'refused' ? entry.refusals + 1 : entry.refusals;
  const ageMs = Math.max(0, event.at - entry.filedAt);
  if (refusals >= refusalsBelieved) return refused(entry, 'desk-refused', event.at);
  if (ageMs > maxAgeMs && entry.attempts >= leastTries) return refused(entry, 'too-old', event.at);
  const pause = pauseAfter(event.problem, {
    attempts: entry.attempts,
    ageMs,
    retryAfterMs: event.retryAfterMs,
    jitter: event.jitter,
    isUrgent: entry.letter.urgency === 'now',
  });
  return {
    ...pending(entry),
    ...(neverLeft.has(event.problem) ? {} : { mayHaveArrived: true }),
    refusals,
    state: 'waiting',
    notBefore: event.at + pause,
    problem: event.problem,
  };
}

/** Without a network nothing is sent; and what a desk refuses it does not keep. */
const neverLeft: ReadonlySet<Problem> = new Set(['offline', 'refused']);

function withoutDesk(entry: Held, at: Instant): OutboxEntry {
  const { letter, otherwise } = entry;
  return letter.schema === 'child-report/1' && otherwise !== null
    ? { ...baseOf(entry), state: 'by-hand', letter, door: otherwise, why: 'no-desk', since: at }
    : refused(entry, 'desk-refused', at);
}

const refused = (entry: Held | Sending, reason: RefusalReason, at: Instant): OutboxEntry => ({
  ...baseOf(entry),
  state: 'refused',
  letter: entry.letter,
  route: entry.route,
  otherwise: entry.otherwise,
  reason,
  refusedAt: at,
  attempts: entry.attempts,
});

export const withLetter = <E extends Extract<OutboxEntry, { readonly otherwise: FormDoor | null }>>(
  entry: E,
  event: Extract<OutboxEvent, { kind: 'details-added' }>,
): E => ({ ...entry, letter: event.letter, otherwise: event.door ?? entry.otherwise });

/** Only that there was one remains, so that the page can say "taken back". */
export const undone = (
  entry: Extract<OutboxEntry, { readonly letter: Letter }>,
  at: Instant,
): OutboxEntry => ({
  ...baseOf(entry),
  addressMark: null,
  state: 'undone',
  topic: null,
  route: entry.state === 'by-hand' ? entry.door.form : entry.route,
  undoneAt: at,
});

const endpointOf = (endpoint: string | undefined): { readonly endpoint?: string } =>
  endpoint === undefined ? {} : { endpoint };

const tokenOf = (entry: Held, made: string | undefined): { readonly token?: string } => {
  const token = entry.token ?? made;
  return token === undefined ? {} : { token };
};

const pending = (entry: Held | Sending): Pending => ({
  ...baseOf(entry),
  letter: entry.letter,
  route: entry.route,
  otherwise: entry.otherwise,
  attempts: entry.attempts,
  refusals: entry.refusals,
  ...endpointOf(entry.endpoint),
  ...(entry.token === undefined ? {} : { token: entry.token }),
  ...(entry.mayHaveArrived === undefined ? {} : { mayHaveArrived: entry.mayHaveArrived }),
});
