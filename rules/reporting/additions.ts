// What a child adds: into the report while it is certainly still here, behind it once it may have left. A letter that may
// have arrived never changes again: the desk knows it by its id and would take a change for a repeat.
import type { ReportTopic } from '../messages/contract.ts';
import type { Instant } from '../policy/verdict.ts';
import { isGoneThere } from './delivered.ts';
import { type DeskRoute, type OutboxEntry, undoMs } from './outbox-state.ts';
import { addDetails, type Change, composeAddition, type Details } from './report.ts';
import { type Addition, type Report, topicOf } from './schema.ts';

/** Letters behind one report. */
const mostAdditions = 5;
/** Danger goes through all the same, but not without any end. */
const mostUrgentAdditions = 20;

type Held = Extract<OutboxEntry, { state: 'queued' | 'waiting' }>;
type Left = Extract<OutboxEntry, { state: 'waiting' | 'sending' | 'delivered' }>;
type Before = { readonly version: number; readonly previous: Addition['previous'] };

export type Added =
  /** The report with the details in it, not hashed yet. */
  | { readonly kind: 'inside'; readonly letter: Report }
  /** A letter of its own, not hashed yet. */
  | { readonly kind: 'behind'; readonly entry: Held & { readonly letter: Addition } }
  /** Taken back, gone, or enough was added. */
  | { readonly kind: 'closed' };

/** The newest addition that has not arrived. One that did leaves no row. */
export const pendingAddition = (
  entries: readonly OutboxEntry[],
  reportId: string,
): OutboxEntry | null =>
  entries.findLast((entry) => entry.reportId === reportId && entry.entryId !== reportId) ?? null;

/** `addition`: pendingAddition() of the same report. */
export function added(
  entry: OutboxEntry,
  addition: OutboxEntry | null,
  details: Details,
  change: Change,
): Added {
  const report = reportInside(entry);
  if (report !== null && addition === null) {
    return { kind: 'inside', letter: addDetails(report, details, change) };
  }
  if (!hasLeft(entry)) return { kind: 'closed' };
  const open = openAddition(addition);
  if (open !== null) return { kind: 'behind', entry: changed(open, details, change) };
  return roomFor(entry, addition, details.danger === true)
    ? { kind: 'behind', entry: begun(entry, addition, details, change) }
    : { kind: 'closed' };
}

/** Whether words can still be added. */
export const mayAdd = (entry: OutboxEntry, addition: OutboxEntry | null): boolean =>
  (reportInside(entry) !== null && addition === null) ||
  (hasLeft(entry) && (openAddition(addition) !== null || roomFor(entry, addition, false)));

/** The report, as long as nobody else can have it and nothing will be sent of it that somebody has. */
const reportInside = (entry: OutboxEntry): Report | null =>
  'letter' in entry &&
  entry.state !== 'sending' &&
  entry.letter.schema === 'child-report/1' &&
  !mayHaveArrived(entry)
    ? entry.letter
    : null;

/** It waits, and an answer to it was lost. */
export const mayHaveArrived = (entry: OutboxEntry): boolean =>
  (entry.state === 'queued' || entry.state === 'waiting') && entry.mayHaveArrived === true;

const hasLeft = (entry: OutboxEntry): entry is Left =>
  entry.state === 'sending' ||
  (entry.state === 'delivered' && !isGoneThere(entry)) ||
  mayHaveArrived(entry);

const openAddition = (addition: OutboxEntry | null): (Held & { letter: Addition }) | null =>
  addition !== null &&
  (addition.state === 'queued' || addition.state === 'waiting') &&
  addition.letter.schema === 'child-report-addition/1' &&
  !mayHaveArrived(addition)
    ? { ...addition, letter: addition.letter }
    : null;

function changed(
  open: Held & { readonly letter: Addition },
  details: Details,
  change: Change,
): Held & { readonly letter: Addition } {
  const { letter } = open;
  const topic = details.topic ?? topicOf(letter);
  const words = details.words ?? letter.what;
  const isUrgent = details.danger === true || letter.urgency === 'now';
  return { ...open, letter: composeAddition(letter, detailsOf(topic, words, isUrgent), change) };
}

function begun(
  entry: Left,
  addition: OutboxEntry | null,
  details: Details,
  change: Change,
): Held & { readonly letter: Addition } {
  const { reportId } = entry;
  const before = beforeNext(entry, addition);
  const topic = details.topic ?? topicOn(addition) ?? topicOn(entry);
  const letter = composeAddition(
    { reportId, version: before.version + 1, previous: before.previous },
    detailsOf(topic, details.words ?? null, details.danger === true),
    change,
  );
  return {
    entryId: `${reportId}.${letter.version}`,
    reportId,
    // Always behind what it belongs to, whatever the clock says now.
    filedAt: Math.max(change.instant, entry.filedAt + 1, (addition?.filedAt ?? 0) + 1),
    addressMark: null,
    letter,
    route: entry.route.kind === 'desk' ? entry.route : { kind: 'desk', name: entry.route.operator },
    ...(entry.endpoint === undefined ? {} : { endpoint: entry.endpoint }),
    otherwise: null,
    attempts: 0,
    refusals: 0,
    state: 'queued',
    notBefore: entry.state === 'waiting' ? entry.notBefore : change.instant,
  };
}

const detailsOf = (
  topic: ReportTopic | null,
  words: string | null,
  isUrgent: boolean,
): Details => ({
  ...(topic === null ? {} : { topic }),
  ...(words === null ? {} : { words }),
  ...(isUrgent ? { danger: true } : {}),
});

const roomFor = (entry: Left, addition: OutboxEntry | null, isUrgent: boolean): boolean =>
  beforeNext(entry, addition).version - firstVersion(entry) <
  (isUrgent ? mostUrgentAdditions : mostAdditions);

const firstVersion = (entry: Left): number =>
  entry.state === 'delivered' ? (entry.first ?? 1) : entry.letter.version;

/** The newest letter under this report's id that has left or is about to: the next one points to it. */
function beforeNext(entry: Left, addition: OutboxEntry | null): Before {
  const newest = addition !== null && 'letter' in addition ? addition : entry;
  if ('letter' in newest) {
    const { version, integrity } = newest.letter;
    return {
      version,
      previous: integrity.hash === null ? null : { version, hash: integrity.hash },
    };
  }
  return { version: newest.versions, previous: newest.last ?? null };
}

const topicOn = (entry: OutboxEntry | null): ReportTopic | null => {
  if (entry === null) return null;
  return 'letter' in entry ? topicOf(entry.letter) : entry.topic;
};

/** Danger waits for no pause and no limit: what a limit kept here goes to the desk after all, if there is one. */
export function hurried(
  entry: OutboxEntry,
  desk: DeskRoute | null,
  now: Instant,
  endpoint?: string,
): OutboxEntry {
  if (entry.state === 'waiting') {
    return { ...entry, notBefore: Math.min(entry.notBefore, now) };
  }
  const isHeldBack =
    entry.state === 'by-hand' && entry.why !== undefined && entry.why !== 'no-desk';
  if (!isHeldBack || desk === null) return entry;
  const { why: _, door, ...kept } = entry;
  return {
    ...kept,
    state: 'queued',
    route: desk,
    ...(endpoint === undefined ? {} : { endpoint }),
    otherwise: door,
    attempts: 0,
    refusals: 0,
    notBefore: now + undoMs,
  };
}
