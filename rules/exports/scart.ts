// A mail for the mailbox of a hotline that runs SCART and has agreed to take it: one line url;referer;note.
import type { ReportTopic } from '../messages/contract.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ExportFacts } from './facts.ts';
import { utc } from './tidy.ts';

export type NotScart = { readonly reason: 'not-for-hotline' | 'no-address' };

/** What such a hotline is for. The rest would only take its analysts' time. */
const taken: ReadonlySet<ReportTopic | null> = new Set<ReportTopic>([
  'csam',
  'grooming',
  'sextortion',
]);
/** RFC 5322, section 2.1.1, without CR LF. */
const longestLine = 998;

/** Headers and body, CR LF at each line's end. The subject is a command of SCART's: nothing of the report gets into it. */
export function toScart(facts: ExportFacts): Result<string, NotScart> {
  if (!taken.has(facts.topic)) return fail({ reason: 'not-for-hotline' });
  if (facts.uri === null) return fail({ reason: 'no-address' });
  const line = lineOf(facts, facts.uri);
  const fits = line.length <= longestLine;
  const headers = [
    'Subject: ERT-INPUT-SOURCE saathi',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
    `Content-Transfer-Encoding: ${fits ? '7bit' : 'quoted-printable'}`,
  ];
  return ok([...headers, '', fits ? line : quotedPrintable(line), ''].join('\r\n'));
}

/** Three fields by construction: the address can hold no ";" (it becomes %3B), the note is made of our own words alone. */
function lineOf({ report, seenAt, uuid }: ExportFacts, uri: string): string {
  const age = report.reporter.ageBand;
  const who = age === null ? 'a young person' : `a young person (${age})`;
  return `${uri.replaceAll(';', '%3B')};;reported by ${who}, seen ${utc(seenAt)}, not verified, Saathi ${uuid}`;
}

/** RFC 2045, section 6.7, for a line of printable ASCII: at most 76 characters a line. */
function quotedPrintable(line: string): string {
  const letters = Array.from(line, (letter) => (letter === '=' ? '=3D' : letter));
  const lines = [''];
  for (const letter of letters) {
    const last = lines.at(-1) ?? '';
    if (last.length + letter.length > 75) lines.push(letter);
    else lines[lines.length - 1] = last + letter;
  }
  return lines.join('=\r\n');
}
