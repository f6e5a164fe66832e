// Kindness to the desk: the same page once a day, five reports a day, twenty a week. Never for someone in danger now.
import type { Instant } from '../policy/verdict.ts';
import { isGoneThere } from './delivered.ts';
import type { OutboxEntry } from './outbox-state.ts';
import type { Report } from './schema.ts';

const reportsPerDay = 5;
const reportsPerWeek = 20;
/** On their way at once; danger goes beyond. */
const outboxRows = 200;
const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

export type Admission =
  | { readonly kind: 'new' }
  /** The page was reported within a day: that report is shown again. */
  | { readonly kind: 'same'; readonly reportId: string }
  /** Enough for now, or the outbox is full: the official doors stay open. */
  | { readonly kind: 'by-hand'; readonly why: 'many-today' | 'many-this-week' | 'outbox-full' };

/** `addressMark` is the keyed hash under which entries remember their address. */
export function admit(
  entries: readonly OutboxEntry[],
  wish: { readonly addressMark: string | null; readonly urgency: Report['urgency'] },
  now: Instant,
): Admission {
  if (wish.urgency === 'now') return { kind: 'new' };
  const own = entries.filter(({ entryId, reportId }) => entryId === reportId);
  const same = own.find(
    (entry) =>
      wish.addressMark !== null &&
      entry.addressMark === wish.addressMark &&
      isWithin(entry, dayMs, now) &&
      entry.state !== 'undone' &&
      entry.state !== 'withdrawn' &&
      !isGoneThere(entry),
  );
  if (same !== undefined) return { kind: 'same', reportId: same.reportId };
  const burdens = own.filter(burdensDesk);
  const within = (ms: number) => burdens.filter((entry) => isWithin(entry, ms, now)).length;
  if (within(dayMs) >= reportsPerDay) return { kind: 'by-hand', why: 'many-today' };
  if (within(weekMs) >= reportsPerWeek) return { kind: 'by-hand', why: 'many-this-week' };
  const pending = entries.filter(
    ({ state }) => state === 'queued' || state === 'waiting' || state === 'sending',
  );
  return pending.length >= outboxRows ? { kind: 'by-hand', why: 'outbox-full' } : { kind: 'new' };
}

/** Both ways: what a clock that went back calls the future is as near as the past, and what is far away locks nobody out. */
const isWithin = ({ filedAt }: OutboxEntry, ms: number, now: Instant): boolean =>
  Math.abs(now - filedAt) < ms;

/** What never left is no work for anybody there; what was taken back after it had arrived was. */
const burdensDesk = ({ state }: OutboxEntry): boolean => state !== 'undone' && state !== 'by-hand';

/** Rows that nothing of ours sends any more: so many of each are kept, whatever somebody clicks. */
const kept: Readonly<Partial<Record<OutboxEntry['state'], number>>> = {
  'by-hand': 50,
  undone: 20,
  withdrawn: 20,
  refused: 50,
  delivered: 500,
};

/** Ids of the entries to let go before one more is kept: the oldest drafts, and the oldest traces of what is over. */
export function surplus(entries: readonly OutboxEntry[]): string[] {
  const newestFirst = entries.toSorted((a, b) => b.filedAt - a.filedAt);
  const counts = new Map<OutboxEntry['state'], number>();
  const gone = new Set<string>();
  for (const { state, entryId } of newestFirst) {
    const count = (counts.get(state) ?? 0) + 1;
    counts.set(state, count);
    if (count >= (kept[state] ?? Infinity)) gone.add(entryId);
  }
  // What was added to a report goes with it.
  return entries
    .filter(({ entryId, reportId }) => gone.has(entryId) || gone.has(reportId))
    .map(({ entryId }) => entryId);
}
