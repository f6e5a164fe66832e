// What a child adds: into the report while it is here, behind it once it has left.
import type { OutboxEntry } from '@/rules/reporting/outbox-state.ts';
import { addDetails, composeAddition, type Details } from '@/rules/reporting/report.ts';
import { topicOf } from '@/rules/reporting/schema.ts';
import type { Report } from '@/rules/reporting/schema.ts';

/** The report with the details in it; null if it is on its way, arrived or taken back. */
export const withDetails = (entry: OutboxEntry, details: Details): Report | null =>
  entry.state !== 'sending' && 'letter' in entry && entry.letter.schema === 'child-report/1'
    ? addDetails(entry.letter, details)
    : null;

/** The newest addition that has not arrived. One that did leaves no row. */
export const pendingAddition = (
  entries: readonly OutboxEntry[],
  reportId: string,
): OutboxEntry | null =>
  entries.findLast((entry) => entry.reportId === reportId && entry.entryId !== reportId) ?? null;

/** A new letter behind the report, or the one that still waits, with the new details in it. */
export function additionTo(
  entry: Extract<OutboxEntry, { state: 'delivered' | 'sending' }>,
  entries: readonly OutboxEntry[],
  details: Details,
  at: { readonly instant: number; readonly timeZone: string },
): Extract<OutboxEntry, { state: 'queued' | 'waiting' }> {
  const { reportId } = entry;
  const before = pendingAddition(entries, reportId);
  const open = before !== null && (before.state === 'queued' || before.state === 'waiting');
  const version = versionOf(before ?? entry) + (open ? 0 : 1);
  const topic = details.topic ?? topicFrom(before) ?? topicFrom(entry);
  const words = details.words ?? (open ? before.letter.what : null);
  const letter = composeAddition(
    { reportId, version },
    { ...(topic === null ? {} : { topic }), ...(words === null ? {} : { words }) },
    at,
  );
  if (open) return { ...before, letter };
  return {
    entryId: `${reportId}.${version}`,
    reportId,
    filedAt: at.instant,
    addressMark: null,
    letter,
    route: entry.route.kind === 'desk' ? entry.route : { kind: 'desk', name: entry.route.operator },
    otherwise: null,
    attempts: 0,
    refusals: 0,
    state: 'queued',
    notBefore: at.instant,
  };
}

const versionOf = (entry: OutboxEntry): number =>
  'letter' in entry ? entry.letter.version : entry.state === 'delivered' ? entry.versions : 1;

const topicFrom = (entry: OutboxEntry | null) => {
  if (entry === null) return null;
  return 'letter' in entry ? topicOf(entry.letter) : entry.topic;
};
