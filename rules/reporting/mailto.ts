// A mail the family's own program opens, filled in. Short enough for every mail program; never with an attachment.
import { canonicalJson } from '../canonical.ts';
import { cutOnGrapheme } from './clean.ts';
import { seenAtText } from './facts.ts';
import { topicOf } from './schema.ts';
import type { Report } from './schema.ts';

const longest = 1800;

/** mailto: address under 1,800 characters, or null if the mechanism takes no mail. Longest parts go first: JSON, title, words, end of the address. */
export function mailtoFor(
  report: Report,
  mechanism: { readonly email?: string | undefined },
): string | null {
  const to = mechanism.email;
  if (to === undefined || !/^[^\s@?&#%<>"]+@[^\s@?&#%<>"]+$/.test(to)) return null;
  const full = { json: true, title: 300, words: 500, address: 2048 };
  const tries = [
    full,
    { ...full, json: false },
    { ...full, json: false, title: 0 },
    { ...full, json: false, title: 0, words: 120 },
    { ...full, json: false, title: 0, words: 120, address: 400 },
    { json: false, title: 0, words: 30, address: 100 },
  ];
  return (
    tries.map((keep) => write(to, report, keep)).find((address) => address.length < longest) ??
    `mailto:${to}`
  );
}

type Keep = {
  readonly json: boolean;
  readonly title: number;
  readonly words: number;
  readonly address: number;
};

function write(to: string, report: Report, keep: Keep): string {
  const subject = `[child-safety][${topicOf(report) ?? 'not sorted'}] ${report.where.platform ?? 'no address'} ${report.when.seenAt}`;
  const body = bodyOf(report, keep).join('\r\n');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function bodyOf(report: Report, keep: Keep): string[] {
  const address = report.where.url?.slice(0, keep.address) ?? null;
  const cut = address !== null && address !== report.where.url;
  const title = cutOnGrapheme(report.where.pageTitle ?? '', keep.title);
  const words = cutOnGrapheme(report.what ?? '', keep.words);
  const lines: readonly (readonly [string, string | null])[] = [
    ['Address', address],
    ['Platform', report.where.platform],
    ['Category', topicOf(report) ?? 'not sorted'],
    ['Seen', seenAtText(report.when.seenAt, report.timeZone)],
    ['Account', report.who.accountName],
    ['Title', title],
    ['In their own words', words],
    ['Country', report.country],
    ['Report ID', report.reportId],
  ];
  return [
    'A young person saw this and asks you to look at it. Not verified. No picture is attached or kept.',
    '',
    ...lines.flatMap(([label, value]) =>
      // Further lines are set in: only ours begin with a label.
      value === null || value === '' ? [] : [`${label}: ${value.replaceAll('\n', '\r\n  ')}`],
    ),
    ...(cut ? ['The address was too long for a mail; the sender can give the rest.'] : []),
    // One line url;referer;note: hotline mailboxes read it by machine, so the address may hold no ";" of its own.
    ...(address === null || cut
      ? []
      : ['', `${address.replaceAll(';', '%3B')};;reported by a child, seen ${report.when.seenAt}`]),
    ...(keep.json ? ['', canonicalJson(report)] : []),
  ];
}
