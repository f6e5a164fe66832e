// What the guardian's phone scans: a secret of 160 bits, and the otpauth address that every authenticator app reads
// (Google's "Key Uri Format"). Its defaults are the only values that all apps obey: SHA-1, six digits, 30 seconds.
import { fromBase32, toBase32 } from './base32.ts';

/** As long as the hash, as RFC 4226 recommends. */
export const secretBytes = 20;

/** A secret in base32, 32 characters, out of twenty random bytes. */
export const phoneSecretFrom = (random: Uint8Array): string =>
  toBase32(random.subarray(0, secretBytes));

/** The bytes of a secret as phoneSecretFrom made it; null if it is none. */
export function readPhoneSecret(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase32(text);
  return bytes?.length === secretBytes ? bytes : null;
}

/** "ABCD EFGH …", for typing by hand. */
export const secretInGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** The address in the QR code. `account` is shown in the app beside the name of the product. */
export function otpauthUri(secret: string, account: string): string {
  // A colon would end the issuer, and some apps stop at it even where it is escaped.
  const label = account.toWellFormed().replaceAll(':', ' ').trim().slice(0, 60).toWellFormed();
  const about = [
    ['secret', secret],
    ['issuer', issuer],
    ['algorithm', 'SHA1'],
    ['digits', '6'],
    ['period', '30'],
  ];
  const query = about
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');
  return `otpauth://totp/${issuer}:${encodeURIComponent(label === '' ? issuer : label)}?${query}`;
}

const issuer = 'Saathi';
