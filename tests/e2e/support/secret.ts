// The guardian's secret as set-up sends it, so that tests need not walk through set-up to have one.
import { createHash, randomBytes } from 'node:crypto';

import { argon2id } from 'hash-wasm';

import { type GuardianRecord, presentParams } from '../../../rules/guardian/record.ts';
import {
  normaliseRecoveryCode,
  recoveryBytes,
  recoveryCodeFrom,
} from '../../../rules/guardian/recovery.ts';
import { normaliseSecret } from '../../../rules/guardian/secret.ts';

export const testPin = 'mango-tree-27';
const printed = recoveryCodeFrom(Uint8Array.from({ length: recoveryBytes }, (_, at) => at * 17));
export const testRecoveryCode = printed.ok ? printed.value : '';

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64');

export async function recordOf(secret: string): Promise<GuardianRecord> {
  const salt = randomBytes(16).toString('base64');
  const key = await keyOf(secret, salt, presentParams);
  return { params: presentParams, salt, verifier: sha256(key) };
}

/** The Argon2id key a page derives from what was typed. */
export function keyOf(secret: string, salt: string, params: string): Promise<Uint8Array> {
  const [, m = 0, t = 0, p = 0] = (/m=(\d+),t=(\d+),p=(\d+)/.exec(params) ?? []).map(Number);
  return argon2id({
    password: normaliseSecret(secret),
    salt: Buffer.from(salt, 'base64'),
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  });
}

export const recoveryVerifierOf = (code: string): string => sha256(normaliseRecoveryCode(code));
