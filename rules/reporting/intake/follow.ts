// What goes on between a child and a desk that answers, after a report has arrived. Pure, like the entry it is part of.
import type { DeskMessage, ReportProgress } from '../../messages/report-replies.ts';
import type { Instant } from '../../policy/verdict.ts';
import { isTimeFor, pauseAfter, type Problem } from '../back-off.ts';

/** Sealed with the rest of the row and gone with it: whoever has the token may read the desk's answers. */
export type Follow = {
  /** The desk that has the report; another one is never asked. */
  readonly endpoint: string;
  readonly token: string;
  readonly progress: ReportProgress;
  readonly mayWithdraw: boolean;
  /** Oldest first. */
  readonly messages: readonly DeskMessage[];
  /** null: never. */
  readonly askedAt: Instant | null;
  /** When it is asked without anybody looking. */
  readonly nextAskAt: Instant;
  /** Tries to bring the oldest waiting reply. */
  readonly attempts: number;
  readonly refusals: number;
  readonly nextReplyAt: Instant;
  /** The child wants it back, and the desk was or is being asked: only then its "it was taken back" is believed. */
  readonly withdrawAskedAt?: Instant;
  /** The desk says that it was taken back, and nobody here did that: the receipt stays. */
  readonly isGone?: true;
};

export type FollowEvent =
  /** The desk told how it stands; `messages` are its own, all of them. */
  | {
      readonly kind: 'progress';
      readonly at: Instant;
      readonly progress: ReportProgress;
      readonly mayWithdraw: boolean;
      readonly messages: readonly DeskMessage[];
      /** 0 to 1. */
      readonly jitter: number;
    }
  /** It was asked, and nothing came that can be read. */
  | { readonly kind: 'no-progress'; readonly at: Instant; readonly jitter: number }
  /** Durable before the desk is asked to give it back. */
  | { readonly kind: 'withdraw-asked'; readonly at: Instant }
  /** Nothing may leave, or it is not known where to: no try is counted. */
  | { readonly kind: 'follow-held'; readonly until: Instant }
  | { readonly kind: 'reply-written'; readonly message: DeskMessage }
  | { readonly kind: 'reply-arrived'; readonly id: string }
  | {
      readonly kind: 'reply-failed';
      readonly id: string;
      readonly at: Instant;
      readonly problem: Problem;
      readonly retryAfterMs: number | null;
      readonly jitter: number;
    };

const hourMs = 3_600_000;
const askEveryMs = 12 * hourMs;
const askForMs = 30 * 24 * hourMs;
/** Somebody who looks again and again asks no more often than this. */
const lookEveryMs = 10_000;
const refusalsBelieved = 3;
/** Of the desk's. */
const mostMessages = 200;
/** A desk takes at least so many. */
const mostReplies = 50;

export const beginFollow = (
  desk: { readonly endpoint: string; readonly token: string },
  at: Instant,
): Follow => ({
  ...desk,
  progress: 'received',
  mayWithdraw: true,
  messages: [],
  askedAt: null,
  nextAskAt: at + askEveryMs,
  attempts: 0,
  refusals: 0,
  nextReplyAt: at,
});

export function reduceFollow(follow: Follow, event: FollowEvent): Follow {
  switch (event.kind) {
    case 'progress':
      return progressed(follow, event);
    case 'no-progress':
      return { ...follow, ...asked(event) };
    case 'withdraw-asked':
      return { ...follow, withdrawAskedAt: event.at };
    case 'follow-held':
      return {
        ...follow,
        nextAskAt: Math.max(follow.nextAskAt, event.until),
        nextReplyAt: Math.max(follow.nextReplyAt, event.until),
      };
    case 'reply-written':
      return follow.messages.filter(isReply).length >= mostReplies
        ? follow
        : {
            ...follow,
            messages: [...follow.messages, { ...event.message, from: 'you', state: 'waiting' }],
          };
    case 'reply-arrived':
      return { ...follow, ...fresh, messages: withState(follow, event.id, null) };
    case 'reply-failed':
    default:
      return replyFailed(follow, event);
  }
}

const fresh = { attempts: 0, refusals: 0 } as const;

const asked = (event: { readonly at: Instant; readonly jitter: number }) => ({
  askedAt: event.at,
  // Never sooner than half a day; later by up to two hours, so that no hour of the day tells who it is.
  nextAskAt: event.at + askEveryMs + Math.round(2 * hourMs * event.jitter),
});

const order: readonly ReportProgress[] = ['received', 'read', 'done'];

/** What has been read does not become unread again, whatever the desk says. */
function progressed(follow: Follow, event: Extract<FollowEvent, { kind: 'progress' }>): Follow {
  const at = Math.max(order.indexOf(follow.progress), order.indexOf(event.progress));
  const progress = order[at] ?? follow.progress;
  const news = event.messages.filter(
    ({ id }, place) =>
      !follow.messages.some((known) => known.id === id) &&
      event.messages.findIndex((same) => same.id === id) === place,
  );
  // It is there, so a wish to take it back was not heard, or not granted.
  const { withdrawAskedAt: _asked, isGone: _gone, ...there } = follow;
  return {
    ...there,
    ...asked(event),
    progress,
    mayWithdraw: event.mayWithdraw && progress === 'received',
    messages: newest(
      [
        ...follow.messages,
        ...news.map((message) => ({ ...message, from: 'desk' as const })),
      ].toSorted((a, b) => a.at - b.at),
    ),
  };
}

/** However much a desk writes, what the child wrote stays: some of it may not have arrived. */
function newest(messages: readonly DeskMessage[]): readonly DeskMessage[] {
  const theirs = new Set(messages.filter((message) => !isReply(message)).slice(-mostMessages));
  return messages.filter((message) => isReply(message) || theirs.has(message));
}

function replyFailed(
  follow: Follow,
  event: Extract<FollowEvent, { kind: 'reply-failed' }>,
): Follow {
  const refusals = event.problem === 'refused' ? follow.refusals + 1 : follow.refusals;
  const attempts = follow.attempts + 1;
  // "I can not take this", said often enough: the child hears that it did not arrive.
  if (refusals >= refusalsBelieved) {
    return { ...follow, ...fresh, messages: withState(follow, event.id, 'failed') };
  }
  const pause = pauseAfter(event.problem, {
    attempts,
    ageMs: 0,
    retryAfterMs: event.retryAfterMs,
    jitter: event.jitter,
  });
  return { ...follow, attempts, refusals, nextReplyAt: event.at + pause };
}

function withState(
  { messages }: Follow,
  id: string,
  state: 'failed' | null,
): readonly DeskMessage[] {
  return messages.map((message) => {
    if (message.id !== id || message.state !== 'waiting') return message;
    const { state: _, ...arrived } = message;
    return state === null ? arrived : { ...arrived, state };
  });
}

const isReply = ({ from }: DeskMessage): boolean => from === 'you';

/** The oldest words to the desk that have not arrived; null: none. */
export const waitingReply = ({ messages }: Follow): DeskMessage | null =>
  messages.find((message) => message.state === 'waiting') ?? null;

export const isReplyDue = (follow: Follow, now: Instant): boolean =>
  waitingReply(follow) !== null && isTimeFor(follow.nextReplyAt, now);

/** Whether the desk is asked without anybody looking: twice a day at most, for a month, until it is done. */
export const isAskDue = (follow: Follow, receivedAt: Instant, now: Instant): boolean =>
  isAskedByItself(follow, receivedAt, now) && isTimeFor(follow.nextAskAt, now);

const isAskedByItself = (follow: Follow, receivedAt: Instant, now: Instant): boolean =>
  follow.progress !== 'done' && now - receivedAt <= askForMs;

/** Whether somebody who looks may have the desk asked. */
export const mayLook = ({ askedAt }: Follow, now: Instant): boolean =>
  askedAt === null || Math.abs(now - askedAt) >= lookEveryMs;

/** When something is to be done without anybody looking; none: never. */
export function followTimes(follow: Follow, receivedAt: Instant): readonly Instant[] {
  const replies = waitingReply(follow) === null ? [] : [follow.nextReplyAt];
  const asks = isAskedByItself(follow, receivedAt, follow.nextAskAt) ? [follow.nextAskAt] : [];
  return [...replies, ...asks];
}
