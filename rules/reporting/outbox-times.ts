// When the outbox has something to do, and when an entry is needed no longer.
import type { Instant } from '../policy/verdict.ts';
import { isTimeFor } from './back-off.ts';
import { followTimes } from './intake/follow.ts';
import { type OutboxEntry, undoMs } from './outbox-state.ts';

const dayMs = 24 * 3_600_000;

/** Longer than any request: if the worker dies meanwhile, an alarm this far ahead finds what it left. */
export const safetyMs = 60_000;

/** As much as one look may add to a day of them, however far the clock went meanwhile. */
export const spentLookMs = 6 * 3_600_000;

/** Whether it may be sent now. */
export const isDue = (entry: OutboxEntry, now: Instant): boolean =>
  (entry.state === 'waiting' && isTimeFor(entry.notBefore, now)) ||
  (entry.state === 'queued' && isTimeFor(entry.notBefore, now, undoMs));

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
    const looks = entry.spent === undefined ? [] : [entry.spent.at + spentLookMs];
    if (entry.state !== 'delivered' || entry.follow == null) return looks;
    return [...looks, ...followTimes(entry.follow, entry.receipt.receivedAt)];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether nothing needs it any longer, if the clock is right: what was taken back goes after a day, what a person was to send after a week, what no desk took after a month, a receipt after 90 days. */
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
