// What a page says of itself, wherever it is kept or told: cut, cleaned, and never more than text.
import { expect, test } from 'vitest';

import { openRequest, viewOfRequest } from '@/rules/overrides/request.ts';
import { mailtoFor } from '@/rules/reporting/mailto.ts';
import { ticketRequest } from '@/rules/reporting/ticket.ts';
import { readAgeLabel } from '@/rules/risk/age-label.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { filedAt, someDesk, someReport } from './builders.ts';

const titles = [
  ['direction overrides', 'Safe\u202Egnihtemos\u2066\u2069\u202C'],
  ['broken halves and controls', 'a\uD800b\u0000c\u0007\u009Bd\uFFFF'],
  ['script tags', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  [
    'lines that look like ours',
    'x\r\nReport ID: 00000000-0000-4000-8000-000000000000\nUrgency: now',
  ],
  ['a megabyte', 'ü'.repeat(1_000_000)],
  ['bytes read in the wrong encoding', 'Ø²Ø§Ø±Ø§ \uFFFD\uFFFD \uFEFF'],
] as const;

const unseen = /[\u202A-\u202E\u2066-\u2069\uFEFF]|(?!\n|\t)\p{Cc}/u;

test.each(titles)('BYP-251 a title with %s travels in a report as one clean line', (_, title) => {
  const report = someReport({ title });
  const kept = report.where.pageTitle ?? '';
  expect(kept.length).toBeLessThanOrEqual(300);
  expect(kept.isWellFormed()).toBe(true);
  expect(kept).not.toMatch(unseen);
  const { body } = ticketRequest(report, someDesk);
  const { Content } = JSON.parse(body) as { Content: string };
  expect(Content.match(/^Report ID: .*$/gm)).toEqual([`Report ID: ${report.reportId}`]);
  expect(Content.match(/^Urgency: .*$/gm)).toEqual([`Urgency: ${report.urgency}`]);
  const mail = decodeURIComponent(mailtoFor(report, { email: 'desk@police.example' }) ?? '');
  expect(mail.match(/^Report ID: .*$/gm)?.map((line) => line.trim())).toEqual([
    `Report ID: ${report.reportId}`,
  ]);
});

test.each(titles)('BYP-251 a title with %s is one clean line in a question, too', (_, title) => {
  const request = openRequest(
    {
      id: 'r-1',
      childId: 'zara',
      host: 'wiki.test',
      url: 'https://wiki.test/',
      reason: { kind: 'unknown' },
      why: 'school',
      words: title,
      title,
    },
    momentAt(filedAt, 'Asia/Karachi'),
  );
  const view = viewOfRequest(request);
  const [shown, words] = [view?.title ?? 'missing\n', view?.words ?? ''];
  expect(shown.length).toBeLessThanOrEqual(200);
  expect(shown).not.toMatch(unseen);
  expect(shown).not.toContain('\n');
  expect(shown.isWellFormed()).toBe(true);
  expect(words.length).toBeLessThanOrEqual(140);
  expect(words).not.toMatch(unseen);
});

test.each(titles)('BYP-251 a label with %s is no adult label', (_, label) => {
  expect(readAgeLabel([label])).toBeNull();
});

test('BYP-251 a label that is one is told short, whatever stands around it', () => {
  const rta = `RTA-5042-1996-1400-1577-RTA ${'<script>'.repeat(100)}`;
  const read = readAgeLabel([rta]);
  expect(read?.system).toBe('rta');
  expect(read?.label.length).toBeLessThanOrEqual(81);
});
