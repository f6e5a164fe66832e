// Writes a saved report in the format that a desk's own system reads. docs/exports.md tells what becomes what.
//   npm run -s export -- report.json --to misp
//   npm run -s export -- report.json --to xarf --sender "National intake <intake@cert.example>" --out report.xarf.json
//   npm run -s export -- --to text --language ur < report.json
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import {
  exportFormats,
  exportTo,
  type ExportFormat,
  type ExportOptions,
  type NotExported,
} from '../rules/exports/export.ts';
import { readSender } from '../rules/exports/sender.ts';
// Bad members are shown to a person, in words.
import '../rules/parse-words.ts';
import { parseWith } from '../rules/parse.ts';
import { languageSchema } from '../rules/policy/schema.ts';
import { hashedForm } from '../rules/reporting/report.ts';
import { additionSchema, reportSchema, type Letter } from '../rules/reporting/schema.ts';
import { fail, ok, type Result } from '../rules/result.ts';

export type ExportIo = {
  /** null: standard input. */
  readonly read: (path: string | null) => string;
  /** null: standard output. */
  readonly write: (path: string | null, text: string) => void;
  readonly complain: (line: string) => void;
};
type Wish = ExportOptions & {
  readonly from: string | null;
  readonly to: ExportFormat;
  readonly out: string | null;
  readonly takesChanged: boolean;
};

const usage = `npm run -s export -- [report.json] --to ${exportFormats.join('|')}
  without a file, the report is read from standard input
  --sender "NAME <MAIL>"  the organisation that passes it on; xarf and iodef want one
  --queue NAME            of Request Tracker, for rt (Child Protection)
  --language en|ur        of the plain text, for text (en)
  --out FILE              instead of standard output
  --changed               also a report that is not what its SHA-256 says`;

/** Answers the exit code: 0 written, 1 no report or not for that format, 2 not understood. */
export function run(args: readonly string[], io: ExportIo): number {
  const wish = wishOf(args);
  if (!wish.ok) {
    io.complain(`${wish.failure}\n\n${usage}`);
    return 2;
  }
  const done = exported(wish.value, io);
  if (done.ok) return 0;
  for (const line of done.failure) io.complain(line);
  return 1;
}

function exported(wish: Wish, io: ExportIo): Result<null, readonly string[]> {
  const letter = readLetter(wish, io);
  if (!letter.ok) return letter;
  const document = exportTo(wish.to, letter.value, wish);
  if (!document.ok) return fail([`Not written: ${reasonOf(document.failure)}`]);
  try {
    io.write(wish.out, document.value);
    return ok(null);
  } catch (error) {
    return fail([messageOf(error)]);
  }
}

function readLetter(wish: Wish, io: ExportIo): Result<Letter, readonly string[]> {
  const name = wish.from ?? 'standard input';
  const untrusted = readValue(name, () => io.read(wish.from));
  if (!untrusted.ok) return untrusted;
  const isAddition = schemaOf(untrusted.value) === 'child-report-addition/1';
  if (!isAddition && schemaOf(untrusted.value) !== 'child-report/1') {
    return fail([`${name} is no report: its member "schema" does not say child-report/1.`]);
  }
  const letter = isAddition
    ? parseWith(additionSchema, untrusted.value)
    : parseWith(reportSchema, untrusted.value);
  if (!letter.ok) {
    return fail([
      `${name} is no good report:`,
      ...letter.failure.map(({ path, message }) => `  ${path || 'the whole'}: ${message}`),
    ]);
  }
  if (isAsHashed(letter.value) || wish.takesChanged) return letter;
  return fail([
    `integrity.hash in ${name} is not the SHA-256 of the rest: it was changed after it was made.`,
    'With --changed it is exported all the same.',
  ]);
}

function readValue(name: string, read: () => string): Result<unknown, readonly string[]> {
  try {
    const text = read();
    if (text.length > 262_144) return fail([`${name} is too long for a report.`]);
    return ok(JSON.parse(text));
  } catch (error) {
    const isFound = error instanceof SyntaxError;
    return fail([isFound ? `${name} is not JSON: ${error.message}` : messageOf(error)]);
  }
}

const schemaOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null;

/** A report that was saved before it was sent has no hash yet. */
const isAsHashed = (letter: Letter): boolean =>
  letter.integrity.hash === null ||
  letter.integrity.hash === createHash('sha256').update(hashedForm(letter)).digest('hex');

const reasons: Readonly<Record<Exclude<NotExported['reason'], 'no-time'>, string>> = {
  'no-type': 'XARF has no type for what this report is about, or nobody has sorted it yet.',
  'no-address': 'it has no web address, and this format is about one.',
  'not-for-hotline':
    'a hotline with SCART takes csam, grooming and sextortion; this is sorted otherwise, or not yet.',
  'no-sender': 'this format wants an organisation that passes it on: --sender "NAME <MAIL>".',
  addition: 'it is an addition to a report, and goes to rt or text alone.',
};
const reasonOf = (failure: NotExported): string =>
  failure.reason === 'no-time'
    ? `${failure.path} is no time between 1970 and 9999 in ISO 8601 with its offset.`
    : reasons[failure.reason];

function wishOf(args: readonly string[]): Result<Wish, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    });
    const to = exportFormats.find((format) => format === values.to);
    if (to === undefined) return fail(`--to names one of ${exportFormats.join(', ')}.`);
    const language = parseWith(languageSchema, values.language);
    if (!language.ok) return fail('--language is en or ur.');
    const sender = values.sender === undefined ? null : readSender(values.sender);
    if (values.sender !== undefined && sender === null) {
      return fail('--sender looks like this: "National intake <intake@cert.example>".');
    }
    const [from = '-', ...more] = positionals;
    if (more.length > 0) return fail('One report at a time.');
    return ok({
      from: from === '-' ? null : from,
      to,
      sender,
      language: language.value,
      queue: values.queue,
      out: values.out ?? null,
      takesChanged: values.changed,
    });
  } catch (error) {
    return fail(messageOf(error));
  }
}

const options = {
  to: { type: 'string' },
  sender: { type: 'string' },
  queue: { type: 'string', default: 'Child Protection' },
  language: { type: 'string', default: 'en' },
  out: { type: 'string' },
  changed: { type: 'boolean', default: false },
} as const;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

if (import.meta.main) {
  process.exitCode = run(process.argv.slice(2), {
    read: (path) => readFileSync(path ?? 0, 'utf8'),
    write: (path, text) => {
      if (path === null) process.stdout.write(text);
      // What a child has told is not for everybody on the machine.
      else writeFileSync(path, text, { mode: 0o600 });
    },
    complain: console.error,
  });
}
