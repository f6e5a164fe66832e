// One click's facts become a report. Only what is listed here leaves; everything else never gets in.
import { canonicalJson } from '../canonical.ts';
import type { ReportTopic } from '../messages/contract.ts';
import type { AgeBand, Language } from '../policy/schema.ts';
import type { Instant, Reason } from '../policy/verdict.ts';
import { cleanLine, cleanText } from './clean.ts';
import { localTime } from './local-time.ts';
import { mappingOf, type PackMapping } from './mapping.ts';
import { placeOf } from './platform.ts';
import { redactAddress, type Redacted } from './redact.ts';
import { limits, mostEvents, topicOf } from './schema.ts';
import type { Addition, Letter, Report } from './schema.ts';
import { cleanTitle } from './title.ts';

export type ReportFacts = {
  readonly reportId: string;
  /** As the browser has it; null where there is none. */
  readonly address: string | null;
  readonly title: string | null;
  readonly instant: Instant;
  readonly timeZone: string;
  readonly country: string;
  readonly language: Language;
  readonly ageBand: AgeBand | null;
  /** "Chromium 156", "Firefox 153". */
  readonly browser: string;
  /** "Linux", "Windows". */
  readonly system: string;
  readonly toolVersion: string;
  readonly reason: Reason | null;
  readonly topic: ReportTopic | null;
  readonly words: string | null;
  /** "now" is never held back by a limit. Otherwise it follows from the topic. */
  readonly urgency?: Report['urgency'];
  readonly mapping?: PackMapping | undefined;
};
export type Details = {
  readonly topic?: ReportTopic;
  readonly words?: string;
  /** In danger now. */
  readonly danger?: true;
};
/** When something was added, and how the country counts. */
export type Change = {
  readonly instant: Instant;
  readonly timeZone: string;
  readonly mapping?: PackMapping | undefined;
};

/** Nearest band of child-report/1. Ours start elsewhere: most of 9-12 are 10 or older, most of 13-15 are 14 or older. */
const reporterBands: Readonly<Record<AgeBand, Report['reporter']['ageBand']>> = {
  '5-8': 'under10',
  '9-12': '10-13',
  '13-15': '14-17',
  '16-17': '14-17',
};

const soonTopics = new Set<ReportTopic>([
  'csam',
  'grooming',
  'sextortion',
  'self-harm',
  'violence',
]);

const unhashed = { alg: 'SHA-256', canonical: 'RFC8785', hash: null } as const;

/** The report of what was seen. Never a picture, never page content; no title where it could describe abuse. */
export function composeReport(facts: ReportFacts): Report {
  const redacted = redactAddress(facts.address ?? '');
  const seenAt = localTime(facts.instant, facts.timeZone);
  return {
    schema: 'child-report/1',
    reportId: facts.reportId,
    version: 1,
    receiptHint: null,
    createdAt: seenAt.text,
    timeZone: seenAt.zone,
    country: facts.country,
    language: facts.language,
    reporter: {
      role: 'child',
      ageBand: facts.ageBand === null ? null : reporterBands[facts.ageBand],
      wantsContact: false,
      safeContact: null,
    },
    urgency: facts.urgency ?? urgencyOf(facts.topic),
    ...categoryOf(facts.topic, facts.mapping),
    ...placeFacts(facts, redacted.address),
    when: { seenAt: seenAt.text, firstContact: null, ongoing: null },
    what: wordsOrNull(facts.words),
    textExcerpt: null,
    askedFor: [],
    paymentAsked: null,
    matchedRule: ruleOf(facts.reason),
    handling: handlingOf(redacted),
    events: [{ at: seenAt.text, what: 'created' }],
    previous: null,
    integrity: unhashed,
    tool: {
      name: 'Saathi',
      version: cleanLine(facts.toolVersion, 40),
      browser: cleanLine(facts.browser, 80),
      system: cleanLine(facts.system, 80),
    },
  };
}

function placeFacts(facts: ReportFacts, address: string | null): Pick<Report, 'where' | 'who'> {
  const place = placeOf(address);
  // Without a web address the title may name a file of the family.
  const titleless = address === null || hidesTitle(facts);
  return {
    where: {
      platform: place.platform,
      kind: place.kind,
      url: address,
      referrer: null,
      pageTitle: titleless || facts.title === null ? null : cleanTitle(facts.title),
      messageId: null,
    },
    who: {
      accountName: place.account,
      profileUrl: place.profileAddress,
      knownInRealLife: 'unsure',
    },
  };
}

const handlingOf = ({ removed, shortened }: Redacted): Report['handling'] => ({
  imagesCaptured: false,
  shared: false,
  reportedToPlatform: false,
  removedFromAddress: [...removed],
  addressShortened: shortened,
  verified: false,
});

/** A new version with what the child chose to add, pointing to the one before. With the topic csam the title goes. */
export function addDetails(report: Report, details: Details, change: Change): Report {
  const topic = details.topic ?? topicOf(report);
  const { version, integrity } = report;
  return {
    ...report,
    version: version + 1,
    urgency: isNow(report, details) ? 'now' : urgencyOf(topic),
    ...categoryOf(topic, change.mapping),
    where: topic === 'csam' ? { ...report.where, pageTitle: null } : report.where,
    what: details.words === undefined ? report.what : wordsOrNull(details.words),
    events: withEdit(report.events, change),
    previous: integrity.hash === null ? report.previous : { version, hash: integrity.hash },
    integrity: unhashed,
  };
}

const isNow = ({ urgency }: Pick<Report, 'urgency'>, { danger }: Details): boolean =>
  urgency === 'now' || danger === true;

/** The beginning is kept, and the newest changes. */
function withEdit(events: Report['events'], { instant, timeZone }: Change): Report['events'] {
  const [first, ...later] = events;
  const edit = { at: localTime(instant, timeZone).text, what: 'edited' } as const;
  return [...(first === undefined ? [] : [first]), ...later.slice(2 - mostEvents), edit];
}

/** What is added once the report itself has left. `previous`: the newest letter before it; null: it is not known. */
export function composeAddition(
  sent: {
    readonly reportId: string;
    readonly version: number;
    readonly previous: Addition['previous'];
  },
  details: Details,
  { instant, timeZone, mapping }: Change,
): Addition {
  const topic = details.topic ?? null;
  return {
    schema: 'child-report-addition/1',
    reportId: sent.reportId,
    version: sent.version,
    createdAt: localTime(instant, timeZone).text,
    urgency: details.danger === true ? 'now' : urgencyOf(topic),
    ...categoryOf(topic, mapping),
    what: wordsOrNull(details.words ?? null),
    previous: sent.previous,
    integrity: unhashed,
  };
}

/** What the hash is taken over: the canonical form without the hash itself. */
export function hashedForm(letter: Letter): string {
  const { integrity: _, ...rest } = letter;
  return canonicalJson(rest);
}

export const withHash = <L extends Letter>(letter: L, hash: string): L => ({
  ...letter,
  integrity: { ...letter.integrity, hash },
});

const categoryOf = (
  topic: ReportTopic | null,
  mapping: PackMapping | undefined,
): Pick<Report, 'category' | 'subcategory' | 'tags'> => ({
  category: topic ?? 'other',
  subcategory: topic === null ? 'not-chosen' : null,
  tags: [mappingOf(topic, mapping).rsit],
});

const urgencyOf = (topic: ReportTopic | null): Report['urgency'] =>
  topic !== null && soonTopics.has(topic) ? 'soon' : 'info';

/** A title on such a page may itself describe the abuse: when in doubt, the address is enough. */
const hidesTitle = ({ topic, reason }: ReportFacts): boolean =>
  topic === 'csam' ||
  reason?.kind === 'age-label' ||
  (reason?.kind === 'category' && reason.category === 'adult') ||
  (reason?.kind === 'risk' && reason.topic === 'adult');

/** The kind of rule, never the family's own pattern. */
function ruleOf(reason: Reason | null): string | null {
  if (reason === null || reason.kind === 'help' || reason.kind === 'browser-page') return null;
  if (reason.kind === 'category') return `category:${reason.category}`;
  if (reason.kind === 'age-label') return `age-label:${cleanLine(reason.label, 200)}`;
  if (reason.kind === 'lookalike') return `lookalike:${cleanLine(reason.imitated, 200)}`;
  if (reason.kind === 'risk') return `risk:${reason.topic}`;
  return reason.kind;
}

const wordsOrNull = (words: string | null): string | null =>
  words === null ? null : cleanText(words, limits.words) || null;
