import { createHash } from 'node:crypto';

import { argon2id } from 'hash-wasm';
import { expect, test } from 'vitest';

import { fromBase64 } from '@/rules/guardian/bytes.ts';
import { matchesRecord, parseGuardianRecord, parseParams } from '@/rules/guardian/record.ts';
import { isWellFormed, normaliseRecoveryCode } from '@/rules/guardian/recovery.ts';
import { managedGuardian } from '@/scripts/guardian-secret.ts';

const digest = (data: string | Uint8Array) =>
  Uint8Array.from(createHash('sha256').update(data).digest());

/** What a page does with a typed secret, and the background with the key it gets. */
async function opens(guardianSecret: string, typed: string): Promise<boolean> {
  const record = parseGuardianRecord(guardianSecret);
  const params = record && parseParams(record.params);
  if (!record || !params) return false;
  const key = await argon2id({
    password: typed,
    salt: fromBase64(record.salt) ?? new Uint8Array(16),
    memorySize: params.m,
    iterations: params.t,
    parallelism: params.p,
    hashLength: 32,
    outputType: 'binary',
  });
  return matchesRecord(record, digest(key));
}

test('a managed guardian secret opens with its PIN and with no other', async () => {
  const { keys } = await managedGuardian('blue-kite-7');
  expect(await opens(keys.guardianSecret, 'blue-kite-7')).toBe(true);
  expect(await opens(keys.guardianSecret, 'blue-kite-8')).toBe(false);
});

test('the recovery code is well formed and its verifier is the hash of its normal form', async () => {
  const { keys, recoveryCode } = await managedGuardian('blue-kite-7');
  expect(isWellFormed(recoveryCode)).toBe(true);
  expect(fromBase64(keys.recoveryVerifier)).toEqual(digest(normaliseRecoveryCode(recoveryCode)));
});

test('two guardians with the same PIN have different secrets', async () => {
  const [one, other] = [await managedGuardian('blue-kite-7'), await managedGuardian('blue-kite-7')];
  expect(one.keys.guardianSecret).not.toBe(other.keys.guardianSecret);
  expect(one.recoveryCode).not.toBe(other.recoveryCode);
});
