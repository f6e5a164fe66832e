// An outbox entry as the pages see it.
import type { ReportRoute, ReportState } from '../messages/report-replies.ts';
import type { Instant } from '../policy/verdict.ts';
import { mayAdd, mayHaveArrived } from './additions.ts';
import { isGoneThere } from './delivered.ts';
import { reportFacts } from './facts.ts';
import { mailtoFor } from './mailto.ts';
import type { FormDoor, OutboxEntry } from './outbox-state.ts';
import { isDue } from './outbox-times.ts';
import { type Letter, topicOf } from './schema.ts';

/** `addition`: what was added after the report had left, if it is still on its way. */
export function reportStateOf(
  entry: OutboxEntry,
  addition: OutboxEntry | null,
  now: Instant,
): ReportState {
  const letter = shownLetter(letterOf(entry), letterOf(addition));
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
    mailto: mailtoOf(entry, letter),
    attempts: 'attempts' in entry ? entry.attempts : 0,
    ...followState(entry),
    ...(mayHaveArrived(entry) ? { mayHaveArrived: true } : {}),
    ...(isGoneThere(entry) ? { deskHasNone: true } : {}),
    mayAdd: mayAdd(entry, addition),
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
    mayWithdraw: follow?.mayWithdraw === true && !isGoneThere(entry),
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

/** What was added behind a report that is still here is shown in it, so that nothing is missing in a form or a mail. */
function shownLetter(report: Letter | null, addition: Letter | null): Letter | null {
  if (report?.schema !== 'child-report/1' || addition === null) return addition ?? report;
  const { category, subcategory, tags, what } = addition;
  const where = topicOf(addition) === 'csam' ? { ...report.where, pageTitle: null } : report.where;
  return { ...report, where, category, subcategory, tags, what: what ?? report.what };
}

const letterOf = (entry: OutboxEntry | null) =>
  entry !== null && 'letter' in entry ? entry.letter : null;
const topicLeft = (entry: OutboxEntry) => ('topic' in entry ? entry.topic : null);

/** While a desk may still take it, the desk; then the door a person can open. */
function routeOf(entry: OutboxEntry): ReportRoute {
  const door = doorOf(entry);
  if (door !== null) return door.form;
  if (entry.state === 'by-hand') return entry.door.form;
  const { route } = entry;
  const host = 'endpoint' in entry ? hostOf(entry.endpoint) : null;
  return route.kind === 'form' || host === null ? route : { ...route, host };
}

const hostOf = (endpoint: string | undefined): string | null =>
  URL.parse(endpoint ?? '')?.host || null;

function doorOf(entry: OutboxEntry): FormDoor | null {
  if (entry.state === 'by-hand') return entry.door;
  return entry.state === 'refused' ? entry.otherwise : null;
}

function mailtoOf(entry: OutboxEntry, letter: Letter | null): string | null {
  const email = doorOf(entry)?.email ?? null;
  return email === null || letter?.schema !== 'child-report/1'
    ? null
    : mailtoFor(letter, { email });
}
