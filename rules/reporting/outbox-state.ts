// The life of one report on this device. Pure: times and jitter are passed in. No state is a dead end except the last
// ones: by-hand, undone, refused, withdrawn, and delivered, which only learns what the desk says of it.
import type { ReportTopic } from '../messages/contract.ts';
import type { ReportRoute } from '../messages/report-replies.ts';
import type { Instant } from '../policy/verdict.ts';
import type { Problem } from './back-off.ts';
import { reduceDelivered } from './delivered.ts';
import type { Follow, FollowEvent } from './intake/follow.ts';
import { reduceHeld, reduceSending, undone, withLetter } from './pending.ts';
import type { Receipt } from './receipt.ts';
import type { Letter, Report } from './schema.ts';

export const undoMs = 10_000;

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
  /** Its time is over by the clock; `seenMs`: of a day that has to agree before it goes. */
  readonly spent?: { readonly at: Instant; readonly seenMs: number };
};
export type Pending = Base & {
  readonly letter: Letter;
  readonly route: DeskRoute;
  /** Of that desk: no other gets it. Not in rows from before it was kept. */
  readonly endpoint?: string;
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
      /** Of the desk that has it. Not in rows from before it was kept. */
      readonly endpoint?: string;
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
  /** `token`: for a desk that answers, should it have none yet. `route`, `endpoint`: of the desk in force now. */
  | {
      readonly kind: 'send-started';
      readonly at: Instant;
      readonly token?: string;
      readonly route?: DeskRoute;
      readonly endpoint?: string;
    }
  /** `endpoint`: of a desk that answers. */
  | { readonly kind: 'accepted'; readonly receipt: Receipt; readonly endpoint?: string }
  /** For the report that has arrived: so has what was added to it. */
  | { readonly kind: 'addition-accepted'; readonly last: LastLetter }
  /** The desk says that it was taken back. */
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
