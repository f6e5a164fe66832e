// A report as plain text in the desk's language: for paper, for a mail, for a system that knows none of the formats.
import type { Language } from '../policy/schema.ts';
import { seenAtText } from '../reporting/facts.ts';
import { topicOf, type Letter, type Report } from '../reporting/schema.ts';
import { beforeText, madeByText } from '../reporting/ticket.ts';
import { tidyLetter } from './tidy.ts';
import { deskTexts, type DeskWords } from './words.ts';

type Line = readonly [label: string, value: string | null];

/** Labels begin a line, values are indented under them: what a report says can never pass for a label. */
export function toText(untidy: Letter, language: Language): string {
  const letter = tidyLetter(untidy);
  const words = deskTexts[language];
  const isReport = letter.schema === 'child-report/1';
  const lines = isReport ? reportLines(letter, words) : additionLines(letter, words);
  return [
    isReport ? words.heading : words.additionHeading,
    words.notVerified,
    '',
    ...lines.flatMap(([label, value]) =>
      value === null || value === '' ? [] : [`${label}:`, `  ${value.replaceAll('\n', '\n  ')}`],
    ),
    '',
  ].join('\n');
}

const reportLines = (report: Report, words: DeskWords): readonly Line[] => [
  [words.urgency, words.urgencies[report.urgency]],
  [words.category, categoryText(report, words)],
  [words.address, report.where.url ?? words.none],
  [words.removed, report.handling.removedFromAddress.join(', ')],
  [words.shortened, report.handling.addressShortened ? words.yes : null],
  [words.platform, report.where.platform],
  [words.account, report.who.accountName],
  [words.profile, report.who.profileUrl],
  [words.title, report.where.pageTitle],
  [words.seen, seenAtText(report.when.seenAt, report.timeZone)],
  [words.words, report.what],
  [words.age, report.reporter.ageBand === null ? null : words.ages[report.reporter.ageBand]],
  [words.country, report.country],
  [words.language, report.language],
  [words.rule, report.matchedRule],
  ...identityLines(report, words),
  [words.madeBy, madeByText(report)],
];

const additionLines = (addition: Exclude<Letter, Report>, words: DeskWords): readonly Line[] => [
  [words.urgency, words.urgencies[addition.urgency]],
  [words.category, categoryText(addition, words)],
  [words.words, addition.what],
  [words.written, addition.createdAt],
  ...identityLines(addition, words),
];

const identityLines = (letter: Letter, words: DeskWords): readonly Line[] => [
  [words.reportId, letter.reportId],
  [words.version, String(letter.version)],
  [words.hash, letter.integrity.hash],
  [words.before, beforeText(letter)],
];

function categoryText(letter: Letter, words: DeskWords): string {
  const topic = topicOf(letter);
  if (topic === null) return words.topics['not-sorted'];
  return [words.topics[topic], `[${topic}]`, ...letter.tags].join(' ');
}
