import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDetails, composeAddition, composeReport, withHash } from '@/rules/reporting/report.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';
import {
  meanings,
  reportJsonSchema,
  reportSchemaPath,
  type Shape,
} from '@/scripts/report-schema.ts';

import { laterAt, someFacts, someReport } from '../reporting/builders.ts';

const schema = reportJsonSchema();
const fits = new Ajv2020({ strict: true }).compile(schema);
const hash = 'a'.repeat(64);

test('the shipped JSON Schema is the one the Zod schemas give today (npm run report-schema)', () => {
  expect(JSON.parse(readFileSync(reportSchemaPath, 'utf8'))).toEqual(schema);
});

test('whatever is reported, added and changed fits it', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.webUrl());
  const topic = fc.constantFrom(null, ...reportTopics);
  fc.assert(
    fc.property(text, text, text, topic, (address, title, words, chosen) => {
      const report = withHash(composeReport(someFacts({ address, title, topic: chosen })), hash);
      const changed = addDetails(report, { words, danger: true }, laterAt);
      const sent = { reportId: report.reportId, version: 3, previous: { version: 2, hash } };
      for (const letter of [report, changed, composeAddition(sent, { words }, laterAt)]) {
        expect({ ok: fits(letter), errors: fits.errors }).toEqual({ ok: true, errors: null });
      }
    }),
  );
});

test.each([
  ['a picture', { screenshot: 'data:image/png;base64,AAAA' }],
  ['text of the page', { textExcerpt: 'He wrote' }],
  [
    'a picture among the handling',
    { handling: { ...someReport().handling, imagesCaptured: true } },
  ],
  ['a contact', { reporter: { ...someReport().reporter, safeContact: '+923001234567' } }],
  ['something that was asked for', { askedFor: ['picture'] }],
  ['an event of no kind', { events: [{ at: '2026-11-20T18:05:00+05:00', what: 'photographed' }] }],
])('BYP-230 %s does not fit it', (_, added) => {
  expect(fits(someReport())).toBe(true);
  expect(fits({ ...someReport(), ...added })).toBe(false);
});

test('every sentence in it belongs to a member that exists', () => {
  const { report, addition } = schema['$defs'] as Readonly<Record<string, Shape>>;
  const known = new Set([report, addition].flatMap((shape) => (shape ? pathsOf(shape, '') : [])));
  expect(Object.keys(meanings).filter((path) => !known.has(path))).toEqual([]);
});

const pathsOf = (shape: Shape, path: string): string[] =>
  Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [here, ...pathsOf(inner, here)];
  });
