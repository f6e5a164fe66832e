import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readSender } from '@/rules/exports/sender.ts';
import { sha1 } from '@/rules/exports/sha1.ts';
import { ourUuid, reportUuid, uuidV5 } from '@/rules/exports/uuid.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('SHA-1 is what Node makes of the same bytes, also around the ends of its blocks', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha1(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'));
    }),
  );
  for (const length of [0, 54, 55, 56, 63, 64, 65, 119, 120]) {
    const bytes = new Uint8Array(length).fill(0xff);
    expect(hex(sha1(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'));
  }
});

test('a UUID made of a name is the one that RFC 9562 shows', () => {
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test("a report's own UUID is kept, and any other id gives one that is always the same", () => {
  expect(reportUuid('5B0F7C1E-0000-4000-8000-000000000001')).toBe(
    '5b0f7c1e-0000-4000-8000-000000000001',
  );
  expect(reportUuid('r-1')).toBe(reportUuid('r-1'));
  expect(reportUuid('r-1')).not.toBe(reportUuid('r-2'));
  expect(reportUuid('')).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  expect(ourUuid('x')).not.toBe(reportUuid('x'));
});

test('an organisation is a name and a mail address, as in the header of a mail', () => {
  expect(readSender('National intake <intake@CERT.example>')).toEqual({
    org: 'National intake',
    contact: 'intake@CERT.example',
    domain: 'cert.example',
  });
  expect(readSender('پاکستان <a.b+c@pk.example>')).toMatchObject({ org: 'پاکستان' });
});

test.each([
  'intake@cert.example',
  'National intake',
  ' <a@cert.example>',
  'X <a@localhost>',
  'X <.a@cert.example>',
  'X <a..b@cert.example>',
  'X <a@cert.example> <b@cert.example>extra',
  'X <a@cert.example\r\nBcc: b@evil.example>',
  'X <a b@cert.example>',
  '<<>>',
  '',
])('%j is no organisation', (text) => {
  expect(readSender(text)).toBeNull();
});
