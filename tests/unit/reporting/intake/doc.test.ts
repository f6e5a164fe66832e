// docs/intake-protocol.md says what the code does.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  challengeSchema,
  configSchema,
  intakeErrors,
  intakeLimits,
  statusSchema,
} from '@/rules/reporting/intake/protocol.ts';

import { checks } from '../../../../scripts/conformance/run.ts';

const text = readFileSync('docs/intake-protocol.md', 'utf8');
const exampleUnder = (heading: string): unknown => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(text.slice(text.indexOf(heading))) ?? [];
  return JSON.parse(json);
};

test('every error of the protocol stands in its table, and no other', () => {
  const table = text.slice(text.indexOf('| status | `error`'), text.indexOf('A client counts 400'));
  const rows = table.split('\n').slice(2);
  const named = rows.flatMap((row) =>
    [...(row.split('|')[2] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code),
  );
  expect(new Set(named)).toEqual(new Set(intakeErrors));
});

test('the limits are those of the code', () => {
  expect(text).toContain('**24,576 bytes**');
  expect(text).toContain('canonical JSON (RFC 8785) at most **16,384**');
  expect(text).toContain('a message at most **2,000**');
  expect(text).toContain('**At most 18 bits**');
  expect(text).toContain('at least 20 versions');
  expect(text).toContain('MUST take at least 50.');
  expect(intakeLimits).toEqual({
    requestBytes: 24_576,
    letterBytes: 16_384,
    messageLength: 2000,
    workBits: 18,
    versions: 20,
    messages: 50,
  });
});

test('the examples of answers are answers', () => {
  const status = exampleUnder('## `GET /v1/reports/{receipt}`');
  expect(parseWith(configSchema, exampleUnder('## `GET /v1/config`')).ok).toBe(true);
  expect(parseWith(challengeSchema, exampleUnder('## `GET /v1/challenge`')).ok).toBe(true);
  expect(parseWith(statusSchema, status).ok).toBe(true);
});

test('the number of checks is the one it tells', () => {
  expect(text).toContain(`\n${checks.length} checks, `);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});
