import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { canonicalJson } from '@/rules/canonical.ts';
import type { DeskAnswer } from '@/rules/reporting/desk-answer.ts';
import { protocol, intakeLimits } from '@/rules/reporting/intake/protocol.ts';
import {
  isReceiptFor,
  readChallenge,
  readDone,
  readSignedReceipt,
  readStatus,
  readSubmitted,
} from '@/rules/reporting/intake/replies.ts';
import { leadingZeroBits, letterContents } from '@/rules/reporting/intake/requests.ts';
import { addDetails, withHash } from '@/rules/reporting/report.ts';

import { filedAt, someReport } from '../builders.ts';

const endpoint = 'https://desk.example/intake';
const told = {
  protocol,
  receipt: '7F3K-92QX-M4TD',
  reportId: '5b0f7c1e-0000-4000-8000-000000000001',
  version: 1,
  hash: 'a'.repeat(64),
  receivedAt: '2026-11-20T13:05:12.480Z',
};
const answer = (changed: Partial<DeskAnswer> = {}): DeskAnswer => ({
  status: 201,
  url: `${endpoint}/v1/reports`,
  contentType: 'application/json; charset=utf-8',
  retryAfter: null,
  body: JSON.stringify(told),
  ...changed,
});
const submitted = (changed: Partial<DeskAnswer> = {}) =>
  readSubmitted(answer(changed), endpoint, filedAt);

test('a receipt is read with what a later version of a desk adds beside it', () => {
  const body = JSON.stringify({ ...told, signed: 'a.b.c', more: 1 });
  expect(submitted({ body })).toEqual({ ok: true, value: { receipt: told, signed: 'a.b.c' } });
  expect(submitted({ status: 200 })).toMatchObject({ ok: true, value: { signed: null } });
});

describe('what is no receipt', () => {
  const wrong: readonly (readonly [string, Partial<DeskAnswer>])[] = [
    ['another status', { status: 202 }],
    ['a page', { contentType: 'text/html' }],
    ['no type', { contentType: null }],
    ['another origin', { url: 'https://portal.example/intake/v1/reports' }],
    ['the same host without encryption', { url: 'http://desk.example/intake/v1/reports' }],
    ['nothing (too long a body)', { body: '' }],
    ['half of it', { body: JSON.stringify(told).slice(0, 60) }],
    ['another protocol', { body: JSON.stringify({ ...told, protocol: 'saathi-intake/2' }) }],
    ['a number that leads elsewhere', { body: JSON.stringify({ ...told, receipt: '../../x' }) }],
    ['a hash that is none', { body: JSON.stringify({ ...told, hash: 'A'.repeat(64) }) }],
  ];
  test.each(wrong)('%s', (_, changed) => {
    expect(submitted(changed).ok).toBe(false);
  });
});

test('a receipt is for one report, one version and one text', () => {
  const receipt = readSignedReceipt(canonicalJson(told));
  if (receipt === null) throw new Error('not read');
  const expected = { reportId: told.reportId, version: 1, hash: told.hash };
  expect(isReceiptFor(receipt, expected)).toBe(true);
  expect(isReceiptFor(receipt, { ...expected, version: 2 })).toBe(false);
  expect(isReceiptFor(receipt, { ...expected, hash: 'b'.repeat(64) })).toBe(false);
  expect(isReceiptFor(receipt, { ...expected, reportId: 'another-one' })).toBe(false);
  expect(readSignedReceipt(canonicalJson({ ...told, more: 1 }))).toBeNull();
});

test('refused is what the desk itself refuses in the words of the protocol', () => {
  const refused = (status: number, body: object) => {
    const read = submitted({ status, body: JSON.stringify(body) });
    return read.ok ? null : read.failure.problem;
  };
  const said = (error: string) => ({ protocol, error });
  expect(refused(422, said('not-a-letter'))).toBe('refused');
  expect(refused(413, said('too-large'))).toBe('refused');
  expect(refused(422, { message: 'blocked' })).toBe('broken');
  expect(refused(404, said('not-found'))).toBe('broken');
  expect(refused(500, {})).toBe('broken');
  expect(refused(429, {})).toBe('busy');
  expect(refused(503, said('closed'))).toBe('busy');
});

test('no message of a desk comes from the future', () => {
  const body = JSON.stringify({
    protocol,
    receipt: told.receipt,
    progress: 'read',
    withdrawable: false,
    messages: [
      { id: 'message-1', at: '2099-01-01T00:00:00Z', text: 'x' },
      { id: 'message-2', at: 'soon', text: 'y' },
    ],
  });
  const read = readStatus(
    answer({ status: 200, body }),
    { endpoint, receipt: told.receipt },
    filedAt,
  );
  expect(read.ok && read.value.messages.map(({ at }) => at)).toEqual([filedAt, filedAt]);
});

test('a yes is one in the words of the protocol, not whatever has a key of that name', () => {
  const done = (body: unknown) =>
    readDone(answer({ status: 200, body: JSON.stringify(body) }), endpoint, filedAt).ok;
  expect(done({ protocol, more: 1 })).toBe(true);
  expect([{ protocol: 'saathi-intake/2' }, { protocol: null }, {}, [protocol]].map(done)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a challenge that asks for more than a moment of work is none', () => {
  const asked = (bits: number) =>
    readChallenge(
      answer({
        status: 200,
        body: JSON.stringify({ protocol, challenge: 'c', bits, expiresAt: '' }),
      }),
      endpoint,
    );
  expect(asked(intakeLimits.workBits)).toMatchObject({ bits: intakeLimits.workBits });
  expect(asked(intakeLimits.workBits + 1)).toBeNull();
  expect(asked(-1)).toBeNull();
});

test('whatever comes, it is read or refused', () => {
  const any = fc.record({
    status: fc.integer({ min: 0, max: 999 }),
    url: fc.oneof(fc.string(), fc.webUrl(), fc.constant(`${endpoint}/v1/reports`)),
    contentType: fc.option(fc.oneof(fc.string(), fc.constant('application/json'))),
    retryAfter: fc.option(fc.string()),
    body: fc.oneof(fc.string(), fc.json({ maxDepth: 2 })),
  });
  fc.assert(
    fc.property(any, (given) => {
      expect(readSubmitted(given, endpoint, filedAt).ok).toBe(false);
      expect(readStatus(given, { endpoint, receipt: 'X' }, filedAt).ok).toBe(false);
      expect(readChallenge(given, endpoint)).toBeNull();
      expect(typeof readDone(given, endpoint, filedAt).ok).toBe('boolean');
    }),
  );
});

test('the bits that have to be zero are counted from the front', () => {
  expect(leadingZeroBits(Uint8Array.of(0x80))).toBe(0);
  expect(leadingZeroBits(Uint8Array.of(0x01))).toBe(7);
  expect(leadingZeroBits(Uint8Array.of(0, 0x10))).toBe(11);
  expect(leadingZeroBits(Uint8Array.of(0, 0))).toBe(16);
});

test('the largest report there can be fits into the limit, sealed and as it is', () => {
  const report = someReport({
    address: `https://${'a'.repeat(60)}.example/${'ی'.repeat(3000)}?lang=${'ی'.repeat(300)}`,
    title: '漢'.repeat(400),
    words: '漢"'.repeat(400),
    browser: '漢'.repeat(100),
    system: '漢'.repeat(100),
    topic: 'grooming',
  });
  const change = { instant: filedAt, timeZone: 'Asia/Karachi' };
  let letter = withHash(report, 'a'.repeat(64));
  for (let version = 0; version < 60; version += 1) {
    letter = withHash(addDetails(letter, { words: '漢'.repeat(600) }, change), 'a'.repeat(64));
  }
  const bytes = new TextEncoder().encode(letterContents(letter, 'x'.repeat(43))).length;
  expect(bytes).toBeLessThanOrEqual(intakeLimits.letterBytes);
  // JWE in compact form: four thirds, and less than a kilobyte of headers and envelope.
  expect((bytes * 4) / 3 + 1000).toBeLessThan(intakeLimits.requestBytes);
});
