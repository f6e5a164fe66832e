// What docs/desk.md and docs/exports.md show is what comes out.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { canonicalJson, type Json } from '@/rules/canonical.ts';
import { exportFormats, exportTo } from '@/rules/exports/export.ts';
import type { Report } from '@/rules/reporting/schema.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

import { someReport } from '../reporting/builders.ts';

const example = JSON.parse(readFileSync('docs/examples/child-report.json', 'utf8')) as Report;
const options = {
  sender: { org: 'CERT', contact: 'a@cert.example', domain: 'cert.example' },
  queue: 'Child Protection',
  language: 'en',
} as const;

test('docs/desk.md shows the ticket that the example becomes', () => {
  const ticket = exportTo('rt', example, options);
  const { Subject: subject, Content: content } = JSON.parse(ticket.ok ? ticket.value : '{}') as {
    Subject: string;
    Content: string;
  };
  const shown = readFileSync('docs/desk.md', 'utf8');
  expect(shown).toContain(`Subject:      ${subject}\n`);
  const lines = content.split('\n');
  expect(shown).toContain(lines.slice(0, -1).join('\n'));
  expect(lines.at(-1)).toBe(canonicalJson(example as Json));
});

test('docs/exports.md tells of every format, and which topics XARF and SCART take', () => {
  const told = readFileSync('docs/exports.md', 'utf8');
  for (const format of exportFormats) expect(told).toContain(`| \`${format}\` |`);
  const rows = [...told.matchAll(/^\| ([\w, -]+) \| (none|`content\/\w+`[^|]*) \| (yes|no) \|$/gm)];
  const said = rows.flatMap(([, topics = '', xarf = '', scart = '']) =>
    topics.split(', ').map((topic) => [topic, xarf !== 'none', scart === 'yes'] as const),
  );
  const is = reportTopics.map(
    (topic) =>
      [
        topic,
        exportTo('xarf', someReport({ topic }), options).ok,
        exportTo('scart', someReport({ topic }), options).ok,
      ] as const,
  );
  const sorted = (list: readonly (readonly [string, boolean, boolean])[]) =>
    list.filter(([topic]) => topic !== 'not sorted yet').toSorted(([a], [b]) => a.localeCompare(b));
  expect(sorted(said)).toEqual(sorted(is));
});
