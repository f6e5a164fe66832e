// An outbox entry as the pages see it.
import type { ReportRoute, ReportState } from '../messages/report-replies.ts';
import type { Instant } from '../policy/verdict.ts';
import { reportFacts } from './facts.ts';
import { mailtoFor } from './mailto.ts';
import type { Door, OutboxEntry } from './outbox-state.ts';
import { isDue } from './outbox-times.ts';
import { topicOf } from './schema.ts';

/** `addition`: what was added after the report had left, if it is still on its way. */
export function reportStateOf(
  entry: OutboxEntry,
  addition: OutboxEntry | null,
  now: Instant,
): ReportState {
  const letter = letterOf(addition) ?? letterOf(entry);
  const isUndoable = entry.state === 'queued' && !isDue(entry, now);
  return {
    reportId: entry.reportId,
    state: stateOf(entry, addition, isUndoable),
    undoUntil: isUndoable ? entry.notBefore : null,
    now,
    route: routeOf(entry),
    receipt: entry.state === 'delivered' ? entry.receipt.ticket : null,
    topic: letter === null ? topicLeft(entry) : topicOf(letter),
    words: letter?.what ?? '',
    facts: letter === null ? [{ key: 'reportId', value: entry.reportId }] : reportFacts(letter),
    mailto: mailtoOf(entry),
    attempts: 'attempts' in entry ? entry.attempts : 0,
    ...followState(entry),
    byHandWhy: byHandWhy(entry, addition),
  };
}

type FollowState = Pick<ReportState, 'progress' | 'mayWithdraw' | 'messages'>;

/** A desk that does not answer has told one thing: that it has the report. */
function followState(entry: OutboxEntry): FollowState {
  if (entry.state !== 'delivered') return { progress: null, mayWithdraw: false, messages: [] };
  const { follow } = entry;
  return {
    progress: follow?.progress ?? 'received',
    mayWithdraw: follow?.mayWithdraw ?? false,
    messages: follow?.messages ?? [],
  };
}

function byHandWhy(entry: OutboxEntry, addition: OutboxEntry | null): ReportState['byHandWhy'] {
  const refused = [entry, addition].find((one) => one?.state === 'refused');
  if (refused?.state === 'refused') return refused.reason === 'too-old' ? 'too-old' : 'refused';
  return entry.state === 'by-hand' ? (entry.why ?? 'no-desk') : null;
}

function stateOf(
  entry: OutboxEntry,
  addition: OutboxEntry | null,
  isUndoable: boolean,
): ReportState['state'] {
  if (entry.state === 'queued') return isUndoable ? 'undoable' : 'waiting';
  // What was added did not arrive: the person must hear of it, or the words would be lost in silence.
  return addition?.state === 'refused' ? 'refused' : entry.state;
}

const letterOf = (entry: OutboxEntry | null) =>
  entry !== null && 'letter' in entry ? entry.letter : null;
const topicLeft = (entry: OutboxEntry) => ('topic' in entry ? entry.topic : null);

/** While a desk may still take it, the desk; then the door a person can open. */
function routeOf(entry: OutboxEntry): ReportRoute {
  const door = doorOf(entry);
  if (door !== null) return door.form;
  return entry.state === 'by-hand' ? entry.door.form : entry.route;
}

function doorOf(entry: OutboxEntry): Door | null {
  if (entry.state === 'by-hand') return entry.door;
  return entry.state === 'refused' ? entry.otherwise : null;
}

function mailtoOf(entry: OutboxEntry): string | null {
  const email = doorOf(entry)?.email ?? null;
  const letter = letterOf(entry);
  return email === null || letter?.schema !== 'child-report/1'
    ? null
    : mailtoFor(letter, { email });
}
