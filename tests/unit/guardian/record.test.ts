import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromBase64, sameBytes, toBase64 } from '@/rules/guardian/bytes.ts';
import {
  type GuardianRecord,
  guardianRecordSchema,
  isOutdated,
  matchesRecord,
  parseGuardianRecord,
  parseParams,
  presentParams,
  serialiseGuardianRecord,
} from '@/rules/guardian/record.ts';
import { parseWith } from '@/rules/parse.ts';

const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());
const key = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const record: GuardianRecord = {
  params: presentParams,
  salt: toBase64(Uint8Array.from({ length: 16 }, (_, at) => at)),
  verifier: toBase64(sha256(key)),
};

test('a record matches the digest of its key and no other', () => {
  expect(matchesRecord(record, sha256(key))).toBe(true);
  expect(matchesRecord(record, sha256(Uint8Array.from(key).fill(1, 0, 1)))).toBe(false);
  expect(matchesRecord(record, key)).toBe(false);
  expect(matchesRecord(record, new Uint8Array(0))).toBe(false);
});

test('BYP-158 comparing looks at every byte: equal and unequal arrays are told apart wherever they differ', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), (bytes, place) => {
      const other = Uint8Array.from(bytes);
      expect(sameBytes(bytes, other)).toBe(true);
      other[place % bytes.length] = (other[place % bytes.length] ?? 0) ^ 1;
      expect(sameBytes(bytes, other)).toBe(false);
      expect(sameBytes(bytes, bytes.subarray(1))).toBe(false);
    }),
  );
});

test('BYP-158 the time of comparing does not hang on where the first difference is: every byte is read', () => {
  const read: number[] = [];
  const watched = new Proxy(new Uint8Array(32), {
    get: (bytes, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) read.push(Number(name));
      return Reflect.get(bytes, name, bytes) as unknown;
    },
  });
  expect(sameBytes(watched, new Uint8Array(32).fill(255))).toBe(false);
  expect(read).toHaveLength(32);
});

test('bytes survive base64, padded or not, and one value has one spelling', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toStrictEqual(bytes);
      expect(fromBase64(toBase64(bytes).replace(/=+$/, ''))).toStrictEqual(bytes);
    }),
  );
  for (const broken of ['A', 'AB', 'A-B_', 'AAAA====', ' AAA', 'AB==']) {
    expect(fromBase64(broken)).toBeNull();
  }
});

test('a record survives the one string a managed policy carries', () => {
  const text = serialiseGuardianRecord(record);
  expect(text).toMatch(
    /^\$argon2id-sha256\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
  );
  expect(parseGuardianRecord(text)).toStrictEqual(record);
  expect(parseGuardianRecord(` ${text}\n`)).toStrictEqual(record);
});

test.each([
  '',
  'argon2id-sha256$m=19456,t=2,p=1$x$y',
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA',
  '$argon2id-sha256$m=19456,t=2,p=1$AAAA$AAAA',
  '$argon2id-sha256$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '$argon2id-sha256$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$more',
  '$'.repeat(5000),
])('"%.40s" is no record', (text) => {
  expect(parseGuardianRecord(text)).toBeNull();
});

test('BYP-166 parameters weaker than the floor, or heavier than a machine can bear, are refused', () => {
  expect(parseParams(presentParams)).toStrictEqual({ m: 19_456, t: 2, p: 1 });
  for (const params of [
    'm=19455,t=2,p=1',
    'm=19456,t=1,p=1',
    'm=19456,t=2,p=0',
    'm=9999999,t=2,p=1',
    'm=19456,t=99,p=1',
    'm=19456,t=2,p=1,x=1',
    'M=19456,t=2,p=1',
    'm=1e9,t=2,p=1',
  ]) {
    expect(parseParams(params)).toBeNull();
    expect(parseWith(guardianRecordSchema, { ...record, params }).ok).toBe(false);
  }
});

test('a salt or verifier of the wrong length is refused', () => {
  for (const parts of [
    { salt: 'AAAA' },
    { verifier: record.salt },
    { salt: 'not base64 at all !!' },
  ]) {
    expect(parseWith(guardianRecordSchema, { ...record, ...parts }).ok).toBe(false);
  }
});

test('BYP-165 when present parameters grow, an older record still matches and is known to be outdated', () => {
  const grown = 'm=65536,t=3,p=1';
  expect(isOutdated(record)).toBe(false);
  expect(isOutdated(record, grown)).toBe(true);
  expect(isOutdated({ ...record, params: grown })).toBe(false);
  expect(isOutdated({ ...record, params: grown }, grown)).toBe(false);
  expect(matchesRecord(record, sha256(key))).toBe(true);
});
