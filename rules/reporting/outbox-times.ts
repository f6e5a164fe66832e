// When the outbox has something to do, and when an entry is needed no longer.
import type { Instant } from '../policy/verdict.ts';
import { followTimes } from './intake/follow.ts';
import { type OutboxEntry, undoMs } from './outbox-state.ts';

const dayMs = 24 * 3_600_000;
/** Longest wait that is ever planned; anything further ahead means that the clock went back. */
export const longestPauseMs = dayMs;

/** Longer than any request: if the worker dies meanwhile, an alarm this far ahead finds what it left. */
export const safetyMs = 60_000;

/** Whether it may be sent now. A clock that went back does not lock a report away. */
export const isDue = (entry: OutboxEntry, now: Instant): boolean =>
  (entry.state === 'waiting' &&
    (now >= entry.notBefore || entry.notBefore - now > longestPauseMs)) ||
  (entry.state === 'queued' && (now >= entry.notBefore || entry.notBefore - now > undoMs));

/** Danger first, for a desk that is silent is tried with one alone; then as they came, each with what was added behind it. */
export function inSendingOrder(due: readonly OutboxEntry[]): OutboxEntry[] {
  const urgent = new Set(
    due.flatMap((entry) =>
      'letter' in entry && entry.letter.urgency === 'now' ? [entry.reportId] : [],
    ),
  );
  return [
    ...due.filter(({ reportId }) => urgent.has(reportId)),
    ...due.filter(({ reportId }) => !urgent.has(reportId)),
  ];
}

/** When to look again; null: nothing waits for a time. */
export function nextWake(entries: readonly OutboxEntry[]): Instant | null {
  const times = entries.flatMap((entry) => {
    if (entry.state === 'queued' || entry.state === 'waiting') return [entry.notBefore];
    if (entry.state === 'sending') return [entry.startedAt + safetyMs];
    if (entry.state !== 'delivered' || entry.follow == null) return [];
    return followTimes(entry.follow, entry.receipt.receivedAt);
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether nothing needs it any longer: drafts go after a day or a month, receipts after 90 days. */
export function isSpent(entry: OutboxEntry, now: Instant): boolean {
  switch (entry.state) {
    case 'undone':
      return now - entry.undoneAt > dayMs;
    case 'withdrawn':
      return now - entry.withdrawnAt > dayMs;
    case 'by-hand':
      return now - (entry.since ?? entry.filedAt) > 7 * dayMs;
    case 'refused':
      return now - entry.refusedAt > 30 * dayMs;
    case 'delivered':
      return now - entry.receipt.receivedAt > 90 * dayMs;
    case 'queued':
    case 'waiting':
    case 'sending':
    default:
      return false;
  }
}
