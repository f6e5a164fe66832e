// What every format is written from: the report made fit, its times as instants, its address as a URI.
import type { ReportTopic } from '../messages/contract.ts';
import type { Instant } from '../policy/verdict.ts';
import { cutOnGrapheme } from '../reporting/clean.ts';
import { topicOf, type Report } from '../reporting/schema.ts';
import { beforeText, deskWords, madeByText } from '../reporting/ticket.ts';
import { fail, ok, type Result } from '../result.ts';
import { hostOf, instantOf, tidyLetter, uriOf } from './tidy.ts';
import { reportUuid } from './uuid.ts';

export type ExportFacts = {
  readonly report: Report;
  readonly uuid: string;
  readonly seenAt: Instant;
  readonly createdAt: Instant;
  /** When this version was made: a receiver takes a later one for the newer. */
  readonly modifiedAt: Instant;
  /** null: nobody has sorted it yet. */
  readonly topic: ReportTopic | null;
  /** What it is about, in one line for an officer. */
  readonly summary: string;
  /** Taxonomy values, each once. */
  readonly tags: readonly string[];
  readonly uri: string | null;
  readonly host: string | null;
  readonly profileUri: string | null;
};
export type NoTime = { readonly reason: 'no-time'; readonly path: string };

export function exportFacts(untidy: Report): Result<ExportFacts, NoTime> {
  const report = tidyLetter(untidy);
  const seenAt = instantOf(report.when.seenAt);
  if (seenAt === null) return fail({ reason: 'no-time', path: 'when.seenAt' });
  const createdAt = instantOf(report.createdAt);
  if (createdAt === null) return fail({ reason: 'no-time', path: 'createdAt' });
  const uri = uriOf(report.where.url);
  const topic = topicOf(report);
  return ok({
    report,
    uuid: reportUuid(report.reportId),
    seenAt,
    createdAt,
    modifiedAt: modifiedAt(report, createdAt),
    topic,
    summary: summaryOf(report, topic),
    tags: [...new Set(report.tags)].filter((tag) => tag !== ''),
    uri,
    host: uri === null ? null : hostOf(uri),
    profileUri: uriOf(report.who.profileUrl),
  });
}

/** Times are kept to the second, so a version counts as one more millisecond. */
function modifiedAt(report: Report, createdAt: Instant): Instant {
  const latest = Math.max(createdAt, ...report.events.map(({ at }) => instantOf(at) ?? createdAt));
  return latest + Math.min(report.version - 1, 999);
}

function summaryOf({ urgency, where }: Report, topic: ReportTopic | null): string {
  const urgent = urgency === 'now' ? '[NOW] ' : '';
  const what = topic === null ? 'not sorted yet' : deskWords[topic];
  const place = where.platform ?? 'no address';
  return cutOnGrapheme(`${urgent}Child's report, not verified: ${what} - ${place}`, 200);
}

/** Labelled lines for a format that has no field of its own for them: only what is there, in an officer's order. */
export function plainFacts(facts: ExportFacts): readonly (readonly [string, string])[] {
  const { report, uri, profileUri } = facts;
  const lines: readonly (readonly [string, string | null])[] = [
    // As it was written, where it is no web address.
    ['address', uri === null ? report.where.url : null],
    ['profile', profileUri === null ? report.who.profileUrl : null],
    ['platform', report.where.platform],
    ['kind of place', report.where.kind],
    ['account', report.who.accountName],
    ['page title', report.where.pageTitle],
    ['seen, local time', report.when.seenAt],
    ['time zone', report.timeZone],
    ['category', report.subcategory === 'not-chosen' ? 'not sorted' : report.category],
    ['urgency', report.urgency],
    ['age of the reporter', report.reporter.ageBand],
    ['country', report.country],
    ['language', report.language],
    ['rule that matched', report.matchedRule],
    ['removed from the address', report.handling.removedFromAddress.join(', ')],
    ['address cut at 2048 characters', report.handling.addressShortened ? 'yes' : null],
    ['report id', report.reportId],
    ['version', String(report.version)],
    ['sha-256 of the report', report.integrity.hash],
    ['version before', beforeText(report)],
    ['made by', madeByText(report)],
  ];
  return lines.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
}
