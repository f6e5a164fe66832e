// The life of one report on this device. Pure: times and jitter are passed in. No state is a dead end except the last
// ones: by-hand, undone, refused, withdrawn, and delivered, which only learns what the desk says of it.
import type { ReportTopic } from '../messages/contract.ts';
import type { ReportRoute } from '../messages/report-replies.ts';
import type { Instant } from '../policy/verdict.ts';
import { pauseAfter, type Problem } from './back-off.ts';
import { deliveredFrom, reduceDelivered } from './delivered.ts';
import { baseOf } from './entry-base.ts';
import type { Follow, FollowEvent } from './intake/follow.ts';
import type { Receipt } from './receipt.ts';
import type { Letter, Report } from './schema.ts';

export const undoMs = 10_000;
const maxAgeMs = 14 * 24 * 3_600_000;
/** A jump of the clock alone must not give up a report: it has really been tried this often before. */
const leastTries = 5;
/** "I can not take this" from a desk is believed when it says so this often: its set-up may be repaired meanwhile. */
const refusalsBelieved = 3;

type FormRoute = Extract<ReportRoute, { kind: 'form' }>;
export type DeskRoute = Extract<ReportRoute, { kind: 'desk' }>;
/** An official form that a person opens, and the mail address beside it if there is one. */
export type FormDoor = { readonly form: FormRoute; readonly email: string | null };
export type RefusalReason = 'too-old' | 'desk-refused';
/** Why a person has to send it; rows from before it was kept have none. */
export type ByHandWhy = 'no-desk' | 'many-today' | 'many-this-week' | 'outbox-full';
/** The newest letter that the desk has: the next one points to it. */
export type LastLetter = { readonly version: number; readonly hash: string };

type Base = {
  /** The report's id, which is also its idempotency key; an addition has its version behind it. */
  readonly entryId: string;
  readonly reportId: string;
  readonly filedAt: Instant;
  /** A keyed hash of the address: tells the same page again without keeping the page. */
  readonly addressMark: string | null;
};
type Pending = Base & {
  readonly letter: Letter;
  readonly route: DeskRoute;
  /** The door a person can open if the desk stays silent; null for an addition. */
  readonly otherwise: FormDoor | null;
  readonly attempts: number;
  readonly refusals: number;
  /** Made up here before the first try and known to the desk alone; the same on every try. */
  readonly token?: string;
  /** A try ended without an answer: the desk may have this letter, so it never changes again. */
  readonly mayHaveArrived?: true;
};
type Wiped = Base & { readonly topic: ReportTopic | null; readonly route: ReportRoute };

export type OutboxEntry =
  /** Held back so that the child can take it back. */
  | (Pending & { readonly state: 'queued'; readonly notBefore: Instant })
  | (Pending & {
      readonly state: 'waiting';
      readonly notBefore: Instant;
      readonly problem: Problem | 'worker-stopped' | 'held';
    })
  | (Pending & { readonly state: 'sending'; readonly startedAt: Instant })
  | (Wiped & {
      readonly state: 'delivered';
      readonly receipt: Receipt;
      /** Letters sent or being sent under this report's id. */
      readonly versions: number;
      /** The version of the report itself; later ones are additions. */
      readonly first?: number;
      /** Not in rows from before it was kept. */
      readonly last?: LastLetter;
      /** How to go on with a desk that answers; none: it does not, or did not when the row was written. */
      readonly follow?: Follow;
    })
  | (Base & {
      readonly state: 'by-hand';
      readonly letter: Report;
      readonly door: FormDoor;
      readonly why?: ByHandWhy;
      /** Since when a person has to send it, if a desk was waited for until then. */
      readonly since?: Instant;
    })
  | (Wiped & { readonly state: 'undone'; readonly undoneAt: Instant })
  /** It had arrived, and was taken back before anybody there had read it. */
  | (Wiped & { readonly state: 'withdrawn'; readonly withdrawnAt: Instant })
  | (Base & {
      readonly state: 'refused';
      readonly letter: Letter;
      readonly route: DeskRoute;
      readonly otherwise: FormDoor | null;
      readonly reason: RefusalReason;
      readonly refusedAt: Instant;
      readonly attempts: number;
    });

export type OutboxEvent =
  | { readonly kind: 'undone'; readonly at: Instant }
  /** `door`: the form that fits the topic now. */
  | { readonly kind: 'details-added'; readonly letter: Letter; readonly door: FormDoor | null }
  /** `token`: for a desk that answers, should it have none yet. `route`: to the desk in force now. */
  | {
      readonly kind: 'send-started';
      readonly at: Instant;
      readonly token?: string;
      readonly route?: DeskRoute;
    }
  /** `endpoint`: of a desk that answers. */
  | { readonly kind: 'accepted'; readonly receipt: Receipt; readonly endpoint?: string }
  /** For the report that has arrived: so has what was added to it. */
  | { readonly kind: 'addition-accepted'; readonly last: LastLetter }
  | { readonly kind: 'withdrawn'; readonly at: Instant }
  | FollowEvent
  | {
      readonly kind: 'failed';
      readonly at: Instant;
      readonly problem: Problem;
      readonly retryAfterMs: number | null;
      /** 0 to 1. */
      readonly jitter: number;
    }
  /** Another report just found the desk silent: no try is counted. */
  | { readonly kind: 'held'; readonly until: Instant }
  /** The worker began anew: what was "sending" may or may not have arrived. */
  | { readonly kind: 'worker-started'; readonly at: Instant }
  /** The policy names no desk any more. */
  | { readonly kind: 'desk-gone'; readonly at: Instant };

/** The next state. An event that does not belong to the state changes nothing, so repeated events are harmless. */
export function reduceEntry(entry: OutboxEntry, event: OutboxEvent): OutboxEntry {
  switch (entry.state) {
    case 'queued':
    case 'waiting':
      return reduceHeld(entry, event);
    case 'sending':
      return reduceSending(entry, event);
    case 'by-hand':
      if (event.kind === 'undone') return undone(entry, event.at);
      return event.kind === 'details-added' && event.letter.schema === 'child-report/1'
        ? { ...entry, letter: event.letter, door: event.door ?? entry.door }
        : entry;
    case 'refused':
      if (event.kind === 'undone') return undone(entry, event.at);
      return event.kind === 'details-added' ? withLetter(entry, event) : entry;
    case 'delivered':
      return reduceDelivered(entry, event);
    case 'undone':
    case 'withdrawn':
    default:
      return entry;
  }
}

type Held = Extract<OutboxEntry, { state: 'queued' | 'waiting' }>;
type Sending = Extract<OutboxEntry, { state: 'sending' }>;

function reduceHeld(entry: Held, event: OutboxEvent): OutboxEntry {
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

function reduceSending(entry: Sending, event: OutboxEvent): OutboxEntry {
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

const withLetter = <E extends Extract<OutboxEntry, { readonly otherwise: FormDoor | null }>>(
  entry: E,
  event: Extract<OutboxEvent, { kind: 'details-added' }>,
): E => ({ ...entry, letter: event.letter, otherwise: event.door ?? entry.otherwise });

/** Only that there was one remains, so that the page can say "taken back". */
const undone = (
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
  ...(entry.token === undefined ? {} : { token: entry.token }),
  ...(entry.mayHaveArrived === undefined ? {} : { mayHaveArrived: entry.mayHaveArrived }),
});
