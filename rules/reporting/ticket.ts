// A letter as a ticket of Request Tracker's REST 2.0, and what counts as its receipt.
import { canonicalJson } from '../canonical.ts';
import { toBase64 } from '../guardian/bytes.ts';
import type { ReportTopic } from '../messages/contract.ts';
import type { RtDesk } from '../policy/desk-schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { fail, ok, type Result } from '../result.ts';
import { retryAfterMs, type Problem } from './back-off.ts';
import { type DeskAnswer, type Failed, jsonFrom } from './desk-answer.ts';
import { seenAtText } from './facts.ts';
import type { Receipt } from './receipt.ts';
import { topicOf } from './schema.ts';
import type { Letter, Report } from './schema.ts';

/** Words for a desk officer, by the Terminology Guidelines; in English like the rest of the ticket. */
export const deskWords: Readonly<Record<ReportTopic, string>> = {
  csam: 'child sexual abuse material',
  grooming: 'solicitation of a child for sexual purposes (grooming)',
  sextortion: 'sexual extortion of a child',
  cyberbullying: 'bullying, harassment',
  hate: 'hate speech',
  'self-harm': 'self-harm, suicide',
  violence: 'violent content, threats',
  phishing: 'phishing, fraud',
  'identity-theft': 'impersonation, identity theft',
  other: 'other',
};

export type TicketRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const ticketAddress = (desk: RtDesk): string =>
  `${desk.endpoint.replace(/\/+$/, '')}/REST/2.0/ticket`;

/** What is posted to /REST/2.0/ticket. */
export const ticketOf = (letter: Letter, queue: string) => ({
  Queue: queue,
  Subject: subjectOf(letter),
  Content: contentOf(letter),
  ContentType: 'text/plain',
  CustomFields: { 'Report ID': letter.reportId, Category: topicOf(letter) ?? 'not sorted' },
});

export function ticketRequest(letter: Letter, desk: RtDesk): TicketRequest {
  return {
    url: ticketAddress(desk),
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      Authorization: `Basic ${toBase64(new TextEncoder().encode(`${desk.user}:${desk.password}`))}`,
    },
    body: JSON.stringify(ticketOf(letter, desk.queue)),
  };
}

/** Only 201 with a ticket's number, from the desk's own origin, is a receipt. A welcome page is not. */
export function readTicketReply(
  answer: DeskAnswer,
  desk: RtDesk,
  now: Instant,
): Result<Receipt, Failed> {
  const ticket = answer.status === 201 ? ticketNumber(jsonFrom(answer, desk.endpoint)) : null;
  if (ticket !== null) return ok({ ticket, desk: desk.name, receivedAt: now });
  return fail({
    problem: problemOf(answer.status),
    retryAfterMs: retryAfterMs(answer.retryAfter, now),
  });
}

function problemOf(status: number): Problem {
  if (status === 429 || status === 503) return 'busy';
  return [400, 413, 415, 422].includes(status) ? 'refused' : 'broken';
}

function ticketNumber(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null || !('id' in reply)) return null;
  const { id } = reply;
  const text = typeof id === 'number' || typeof id === 'string' ? String(id) : '';
  // RT's own idea of its host (_url) may differ behind a proxy; what it says of the kind may not.
  const isTicket = !('type' in reply) || reply.type === 'ticket';
  return isTicket && /^[1-9]\d{0,17}$/.test(text) ? text : null;
}

function subjectOf(letter: Letter): string {
  const topic = topicOf(letter);
  const words = topic === null ? 'not sorted yet' : deskWords[topic];
  const urgent = letter.urgency === 'now' ? '[NOW] ' : '';
  if (letter.schema !== 'child-report/1') return `${urgent}Addition to a child's report: ${words}`;
  return `${urgent}Child's report: ${words} - ${letter.where.platform ?? 'no address'}`.slice(
    0,
    200,
  );
}

type Line = readonly [label: string, value: string | null];

function contentOf(letter: Letter): string {
  const lines = letter.schema === 'child-report/1' ? reportLines(letter) : additionLines(letter);
  return [
    letter.schema === 'child-report/1'
      ? 'Seen by a young person, not verified. No picture was taken, kept or attached.'
      : 'What the young person added after the first report. Same Report ID.',
    '',
    ...lines.flatMap(([label, value]) =>
      value === null || value === '' ? [] : [`${label}: ${indented(value)}`],
    ),
    '',
    'The same, for machines (RFC 8785):',
    canonicalJson(letter),
  ].join('\n');
}

const reportLines = (report: Report): readonly Line[] => [
  ['Address', report.where.url],
  ['Removed from the address', report.handling.removedFromAddress.join(', ')],
  ['Address cut at 2048 characters', report.handling.addressShortened ? 'yes' : null],
  ['Platform', report.where.platform],
  ['Account', report.who.accountName],
  ['Profile', report.who.profileUrl],
  ['Page title', report.where.pageTitle],
  ['Seen', seenAtText(report.when.seenAt, report.timeZone)],
  ['Category', categoryText(report)],
  ['Urgency', report.urgency],
  ['In their own words', report.what],
  ['Age of the reporter', report.reporter.ageBand],
  ['Country', report.country],
  ['Language', report.language],
  ['Rule that matched', report.matchedRule],
  ['Report ID', report.reportId],
  ['Version', String(report.version)],
  ['SHA-256', report.integrity.hash],
  ['Version before', beforeText(report)],
  ['Made by', madeByText(report)],
];

const additionLines = (addition: Exclude<Letter, Report>): readonly Line[] => [
  ['Category', categoryText(addition)],
  ['Urgency', addition.urgency],
  ['In their own words', addition.what],
  ['Written', addition.createdAt],
  ['Report ID', addition.reportId],
  ['Version', String(addition.version)],
  ['SHA-256', addition.integrity.hash],
  ['Version before', beforeText(addition)],
];

export const madeByText = ({ tool: { version, browser, system } }: Report): string =>
  `Saathi ${version}, ${browser}, ${system}`;

export const beforeText = ({ previous }: Letter): string | null =>
  previous === null ? null : `${previous.version}, SHA-256 ${previous.hash}`;

function categoryText(letter: Letter): string {
  const topic = topicOf(letter);
  return topic === null ? 'not sorted' : `${deskWords[topic]} [${topic}] ${letter.tags.join(' ')}`;
}

/** A second line of a child's words must not look like a label of ours. */
const indented = (value: string): string => value.replaceAll('\n', '\n  ');
