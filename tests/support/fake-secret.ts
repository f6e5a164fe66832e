// A guardian's secret without the half second of Argon2id: the background sees only the derived key anyway.
import { createHash } from 'node:crypto';

import { toBase64 } from '@/rules/guardian/bytes.ts';
import { presentParams } from '@/rules/guardian/record.ts';
import { normaliseRecoveryCode, recoveryCodeFrom } from '@/rules/guardian/recovery.ts';

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('base64');

export function aSecret(seed: number) {
  const bytes = new Uint8Array(32).fill(seed);
  const code = recoveryCodeFrom(bytes);
  if (!code.ok) throw new Error('32 bytes are enough');
  return {
    key: toBase64(bytes),
    record: { params: presentParams, salt: toBase64(bytes.slice(0, 16)), verifier: sha256(bytes) },
    recoveryCode: code.value,
    recoveryVerifier: sha256(normaliseRecoveryCode(code.value)),
  };
}
export type FakeSecret = ReturnType<typeof aSecret>;
export const goodSecret = aSecret(7);
export const wrongSecret = aSecret(9);
