// The guardian's secret as set-up sends it, so that tests need not walk through set-up to have one.
import { createHash, randomBytes } from 'node:crypto';

import { argon2id } from 'hash-wasm';

import { type GuardianRecord, presentParams } from '../../../rules/guardian/record.ts';
import { normaliseRecoveryCode } from '../../../rules/guardian/recovery.ts';
import { normaliseSecret } from '../../../rules/guardian/secret.ts';

export const testPin = 'mango-tree-27';
export const testRecoveryCode = 'ABCDE-FGHJK-MNPQR-STVWX-YZ012';

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64');

export async function recordOf(secret: string): Promise<GuardianRecord> {
  const [, m = 0, t = 0, p = 0] = (/m=(\d+),t=(\d+),p=(\d+)/.exec(presentParams) ?? []).map(Number);
  const salt = randomBytes(16);
  const key = await argon2id({
    password: normaliseSecret(secret),
    salt,
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  });
  return { params: presentParams, salt: salt.toString('base64'), verifier: sha256(key) };
}

export const recoveryVerifierOf = (code: string): string => sha256(normaliseRecoveryCode(code));
