// A guardian's secret, turned into what the background may know of it.
import type { Services } from '@/components/services.ts';
import { fromBase64, toBase64 } from '@/rules/guardian/bytes.ts';
import { presentParams } from '@/rules/guardian/record.ts';
import {
  normaliseRecoveryCode,
  recoveryBytes,
  recoveryCodeFrom,
} from '@/rules/guardian/recovery.ts';
import type { Body } from '@/rules/messages/contract.ts';

type Secret = Body<'setup.finish'>['secret'];
type Crypto = Pick<Services, 'derive' | 'random' | 'sha256'>;

/** Salt and verifier of a normalised PIN or passphrase (rules/guardian/secret.ts). */
export async function makeSecret(crypto: Crypto, normalised: string): Promise<Secret> {
  const salt = toBase64(crypto.random(16));
  const key = fromBase64(await crypto.derive(normalised, salt, presentParams));
  if (key === null) throw new Error('The derived key is not base64');
  return { params: presentParams, salt, verifier: await crypto.sha256(key) };
}

export function newRecoveryCode({ random }: Pick<Crypto, 'random'>): string {
  const code = recoveryCodeFrom(random(recoveryBytes));
  if (!code.ok) throw new Error('The source of randomness gave too few bytes');
  return code.value;
}

export const recoveryVerifier = (
  { sha256 }: Pick<Crypto, 'sha256'>,
  code: string,
): Promise<string> => sha256(new TextEncoder().encode(normaliseRecoveryCode(code)));
