import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { exportFormats } from '@/rules/exports/export.ts';
import { hashedForm, withHash } from '@/rules/reporting/report.ts';
import type { Report } from '@/rules/reporting/schema.ts';
import { run } from '@/scripts/export.ts';

import { someReport } from '../reporting/builders.ts';

const hashed = (report: Report): Report =>
  withHash(report, createHash('sha256').update(hashedForm(report)).digest('hex'));
const report = hashed(someReport({ topic: 'grooming', words: 'He asks for pictures.' }));

/** Runs the program over one file, report.json, or the same on standard input. */
function exported(file: unknown, ...args: string[]) {
  const written: [string | null, string][] = [];
  const heard: string[] = [];
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const code = run(args, {
    read: (path) => {
      if (path === null || path === 'report.json') return text;
      throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    },
    write: (path, document) => written.push([path, document]),
    complain: (line) => heard.push(line),
  });
  return { code, written, heard: heard.join('\n') };
}

test('a report is written in the format that was asked for, and nothing is said', () => {
  const { code, written, heard } = exported(report, 'report.json', '--to', 'misp');
  expect([code, heard]).toEqual([0, '']);
  const [[path, document] = [null, '']] = written;
  expect(path).toBeNull();
  expect(JSON.parse(document)).toMatchObject({ Event: { uuid: report.reportId } });
});

test('the example in docs/ is a report as it was made, and every format takes it', () => {
  const example = readFileSync('docs/examples/child-report.json', 'utf8');
  for (const format of exportFormats) {
    const { code, heard } = exported(example, '--to', format, '--sender', 'CERT <a@cert.example>');
    expect([format, code, heard]).toEqual([format, 0, '']);
  }
});

test('a report may come from standard input and go to a file', () => {
  for (const input of [[], ['-']]) {
    const { code, written } = exported(report, ...input, '--to', 'text', '--out', 'report.txt');
    expect(code).toBe(0);
    expect(written[0]?.[0]).toBe('report.txt');
  }
});

test('the plain text comes in the language of the desk', () => {
  const { written } = exported(report, '--to', 'text', '--language', 'ur');
  expect(written[0]?.[1]).toMatch(/^ایک کم عمر فرد کی رپورٹ\n/);
});

test('the queue and the organisation come from the command', () => {
  const ticket = exported(report, '--to', 'rt', '--queue', 'Incident Reports').written[0]?.[1];
  expect(JSON.parse(ticket ?? '')).toMatchObject({ Queue: 'Incident Reports' });
  const xarf = exported(report, '--to', 'xarf', '--sender', 'CERT <a@cert.example>')
    .written[0]?.[1];
  expect(JSON.parse(xarf ?? '')).toMatchObject({ reporter: { domain: 'cert.example' } });
});

test.each([
  ['{"schema": "child-report/1", ', /report\.json is not JSON: .*position/],
  ['[]', /no report: its member "schema" does not say child-report\/1/],
  ['null', /no report/],
  [{ ...report, schema: 'child-report/2' }, /does not say child-report\/1/],
  [{ ...report, where: { ...report.where, url: 'x'.repeat(2049) } }, /  where\.url: Too big.*2048/],
  [{ ...report, picture: 'iVBOR' }, /  the whole: Unrecognized key: "picture"/],
  [
    { ...report, handling: { ...report.handling, imagesCaptured: true } },
    /  handling\.imagesCaptured: /,
  ],
  [' '.repeat(300_000), /too long for a report/],
])('a file that is no report is refused with the place and the reason', (file, reason) => {
  const { code, written, heard } = exported(file, 'report.json', '--to', 'misp');
  expect(code).toBe(1);
  expect(written).toEqual([]);
  expect(heard).toMatch(reason);
});

test('a file that is not there is named', () => {
  const { code, heard } = exported(report, 'elsewhere.json', '--to', 'misp');
  expect(code).toBe(1);
  expect(heard).toContain('elsewhere.json');
});

test('a report that was changed after it was made goes nowhere unless somebody says so', () => {
  const changed = { ...report, what: 'He does nothing.' };
  const { code, heard, written } = exported(changed, '--to', 'misp');
  expect([code, written]).toEqual([1, []]);
  expect(heard).toContain('integrity.hash');
  expect(exported(changed, '--to', 'misp', '--changed').code).toBe(0);
  expect(exported(someReport(), '--to', 'misp').code).toBe(0);
});

test('what a format can not hold is said in words', () => {
  const about = (topic: Parameters<typeof someReport>[0], to: string) =>
    exported(hashed(someReport(topic)), '--to', to).heard;
  expect(about({ topic: 'hate' }, 'xarf')).toContain('--sender');
  expect(about({ topic: 'hate' }, 'scart')).toContain('a hotline with SCART takes');
  expect(about({ topic: 'csam', address: null }, 'scart')).toContain('no web address');
  const sender = ['--sender', 'CERT <a@cert.example>'];
  const hate = exported(hashed(someReport({ topic: 'hate' })), '--to', 'xarf', ...sender);
  expect(hate.heard).toContain('XARF has no type');
  const late = hashed({ ...report, createdAt: 'soon' });
  expect(exported(late, '--to', 'stix').heard).toContain('createdAt is no time');
});

test.each([
  [[]],
  [['--to', 'csv']],
  [['--to', 'text', '--language', 'fr']],
  [['--to', 'xarf', '--sender', 'nobody']],
  [['a.json', 'b.json', '--to', 'misp']],
  [['--to', 'misp', '--verbose']],
])('a command that is not understood shows how it is meant: %j', (args) => {
  const { code, written, heard } = exported(report, ...args);
  expect([code, written]).toEqual([2, []]);
  expect(heard).toContain('npm run -s export');
});
