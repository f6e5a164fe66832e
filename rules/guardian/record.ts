// The stored proof of a guardian's secret. The page derives an Argon2id key and sends it; only SHA-256 of that key is kept.
import * as z from 'zod/mini';

import { fromBase64, sameBytes, toBase64 } from './bytes.ts';

export type Argon2Params = {
  /** KiB. */
  readonly m: number;
  readonly t: number;
  readonly p: number;
};

/** OWASP's floor for Argon2id, about 0.2 s on a family's machine. */
export const presentParams = 'm=19456,t=2,p=1';
const saltBytes = 16;
const verifierBytes = 32;

/** Parameters no weaker than the floor and no heavier than a family's machine can bear; null otherwise. */
export function parseParams(text: string): Argon2Params | null {
  const [, m, t, p] = /^m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})$/.exec(text)?.map(Number) ?? [];
  if (m === undefined || t === undefined || p === undefined) return null;
  const isStrong = m >= 19_456 && t >= 2 && p >= 1;
  return isStrong && m <= 262_144 && t <= 10 && p <= 4 ? { m, t, p } : null;
}

const base64Of = (bytes: number) =>
  z.string().check(
    z.maxLength(64),
    z.refine((text) => fromBase64(text)?.length === bytes, `base64 of ${bytes} bytes`),
  );

export const guardianRecordSchema = z.strictObject({
  params: z
    .string()
    .check(z.refine((text) => parseParams(text) !== null, 'parameters such as m=19456,t=2,p=1')),
  salt: base64Of(saltBytes),
  /** SHA-256 of the Argon2id key, base64. */
  verifier: base64Of(verifierBytes),
});
export type GuardianRecord = z.infer<typeof guardianRecordSchema>;

/** The record as one string, for a managed policy: $argon2id-sha256$params$salt$verifier. */
export const serialiseGuardianRecord = ({ params, salt, verifier }: GuardianRecord): string =>
  `$argon2id-sha256$${params}$${unpadded(salt)}$${unpadded(verifier)}`;

/** Reads such a string; null if it is not one, or weaker than we accept. */
export function parseGuardianRecord(text: string): GuardianRecord | null {
  if (text.length > 400) return null;
  const [empty, scheme, params = '', salt = '', verifier = '', ...more] = text.trim().split('$');
  if (empty !== '' || scheme !== 'argon2id-sha256' || more.length > 0) return null;
  const read = guardianRecordSchema.safeParse({
    params,
    salt: padded(salt),
    verifier: padded(verifier),
  });
  return read.success ? read.data : null;
}

/** Whether SHA-256 of the key that was sent is the stored one. */
export function matchesRecord(record: GuardianRecord, keyDigest: Uint8Array): boolean {
  const verifier = fromBase64(record.verifier);
  return verifier !== null && keyDigest.length === verifierBytes && sameBytes(verifier, keyDigest);
}

/** Whether the record should be made again with present parameters, once the secret was right. */
export function isOutdated(record: GuardianRecord, presently: string = presentParams): boolean {
  const stored = parseParams(record.params);
  const present = parseParams(presently);
  if (stored === null || present === null) return true;
  return stored.m < present.m || stored.t < present.t;
}

const unpadded = (text: string): string => text.replace(/=+$/, '');

function padded(text: string): string {
  const bytes = fromBase64(text);
  return bytes === null ? text : toBase64(bytes);
}
