// When a row is let go. A clock that stands far ahead must not take drafts and receipts with it, so one look is not enough.
import type { Instant } from '../policy/verdict.ts';
import type { OutboxEntry } from './outbox-state.ts';
import { isSpent, spentLookMs } from './outbox-times.ts';

const dayMs = 24 * 3_600_000;

/** The row as it stands after somebody looked at it; null: let it go. */
export function afterLook(entry: OutboxEntry, now: Instant): OutboxEntry | null {
  const { spent, ...unmarked } = entry;
  if (!isSpent(entry, now)) return spent === undefined ? entry : unmarked;
  // Of what was taken back nothing is left that anybody could miss.
  if (entry.state === 'undone' || entry.state === 'withdrawn') return null;
  if (spent === undefined || now < spent.at) return { ...entry, spent: { at: now, seenMs: 0 } };
  const seenMs = spent.seenMs + Math.min(now - spent.at, spentLookMs);
  return seenMs >= dayMs ? null : { ...entry, spent: { at: now, seenMs } };
}
