// Kindness to the desk: the same page once a day, ten reports a day. Never for someone in danger now.
import type { Instant } from '../policy/verdict.ts';
import type { OutboxEntry } from './outbox-state.ts';
import type { Report } from './schema.ts';

const reportsPerDay = 10;
const outboxRows = 200;
const dayMs = 24 * 3_600_000;

export type Admission =
  | { readonly kind: 'new' }
  /** The page was reported within a day: that report is shown again. */
  | { readonly kind: 'same'; readonly reportId: string }
  /** Enough for today, or the outbox is full: the official doors stay open. */
  | { readonly kind: 'by-hand'; readonly why: 'many-today' | 'outbox-full' };

/** `addressMark` is the keyed hash under which entries remember their address. */
export function admit(
  entries: readonly OutboxEntry[],
  wish: { readonly addressMark: string | null; readonly urgency: Report['urgency'] },
  now: Instant,
): Admission {
  const own = entries.filter(({ entryId, reportId }) => entryId === reportId);
  const recent = own.filter(({ filedAt }) => Math.abs(now - filedAt) < dayMs);
  const same = recent.find(
    (entry) =>
      wish.addressMark !== null &&
      entry.addressMark === wish.addressMark &&
      entry.state !== 'undone',
  );
  if (same !== undefined) return { kind: 'same', reportId: same.reportId };
  const counted = recent.filter(({ state }) => state !== 'undone' && state !== 'by-hand');
  if (wish.urgency !== 'now' && counted.length >= reportsPerDay) {
    return { kind: 'by-hand', why: 'many-today' };
  }
  const pending = entries.filter(
    ({ state }) => state === 'queued' || state === 'waiting' || state === 'sending',
  );
  return pending.length >= outboxRows ? { kind: 'by-hand', why: 'outbox-full' } : { kind: 'new' };
}
