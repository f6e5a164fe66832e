// Writes public/schemas/child-report-1.json, the JSON Schema (2020-12) of what a desk receives, from the Zod schemas in
// rules/reporting/schema.ts. Run `npm run report-schema` after a change there; a unit test notices a forgotten run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as z from 'zod/mini';

import { additionSchema, reportSchema } from '../rules/reporting/schema.ts';

export const reportSchemaPath = 'public/schemas/child-report-1.json';

export type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly [keyword: string]: unknown;
};

/** What a member means, by its path; "[]" stands for the items of an array. Those of both letters stand once. */
export const meanings: Readonly<Record<string, string>> = {
  schema: 'The kind of letter and the version of its format.',
  reportId:
    'The same in a report and in everything that belongs to it; a repeat is the same letter.',
  version: 'One more with each change. The newest counts.',
  createdAt: 'ISO 8601 with offset, by the clock of the device.',
  timeZone: 'IANA name of the zone the times are written in.',
  country: 'ISO 3166-1 alpha-2, as the family chose it; ZZ: none.',
  language: 'Language the child reads.',
  reporter: 'Never a name, a contact or an address.',
  'reporter.ageBand': 'The nearest band; null: an adult or not known.',
  urgency: '"now": somebody said that they are in danger now.',
  category: 'What the child chose; see subcategory.',
  subcategory: '"not-chosen": nobody chose, so the category is "other".',
  'where.platform': 'The service, or the host of an unknown one; null: there was no web address.',
  'where.url': 'As the browser had it, without what opens an account.',
  'where.pageTitle': 'Null for sexual images of a child, and where it could describe them.',
  'who.accountName': 'As far as the address says so.',
  when: 'When the page was in front, not when anything happened there.',
  what: 'In the own words of the child. The only free text.',
  matchedRule: 'What the extension took the page for; of rules of the family only the kind.',
  handling: 'What was done, and what never is.',
  'handling.removedFromAddress': 'Names of what was taken out of the address, never the values.',
  'handling.verified': 'Seen by a user, verified by nobody.',
  tags: 'One value of the Reference Security Incident Taxonomy.',
  events: 'What happened to it on the device, oldest first: the beginning and the newest.',
  previous: 'The version before this one, whether or not it ever left the device.',
  integrity: 'SHA-256 over the RFC 8785 form of everything but this member.',
  'integrity.hash': 'Lower-case hex.',
};

/** Either letter; docs/desk.md and docs/intake-protocol.md say how they come. */
export const reportJsonSchema = (): Shape => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'child-report/1',
  description:
    'A report of what a child saw, or what was added to it later. Facts only: there is no member for a picture, a file or the content of a page.',
  oneOf: [{ $ref: '#/$defs/report' }, { $ref: '#/$defs/addition' }],
  $defs: { report: shapeOf(reportSchema), addition: shapeOf(additionSchema) },
});

function shapeOf(schema: z.ZodMiniType): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema) as Shape;
  return described(shape, '');
}

function described(shape: Shape, path: string): Shape {
  const description = meanings[path];
  return {
    ...(description === undefined ? {} : { description }),
    ...shape,
    ...(shape.items && { items: described(shape.items, `${path}[]`) }),
    ...(shape.properties && {
      properties: Object.fromEntries(
        Object.entries(shape.properties).map(([key, inner]) => [
          key,
          described(inner, path === '' ? key : `${path}.${key}`),
        ]),
      ),
    }),
  };
}

function write(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  mkdirSync(dirname(`${root}${reportSchemaPath}`), { recursive: true });
  writeFileSync(`${root}${reportSchemaPath}`, JSON.stringify(reportJsonSchema()));
  execFileSync(`${root}node_modules/.bin/oxfmt`, [reportSchemaPath], { cwd: root });
  console.log(`wrote ${reportSchemaPath}`);
}

if (import.meta.main) write();
