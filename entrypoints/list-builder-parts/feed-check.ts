// The two things that only the browser's cryptography can say of a file: its hash, and which signatures fit.
// Imports are relative, here and in feed-source.ts, so that `npm run lists:publish -- --check` runs the same code.
import { fromBase64url, toBase64url } from '../../rules/lists/feed/base64url.ts';
import type { Signature } from '../../rules/lists/feed/schema.ts';
import type { CheckedFile, SignedFile } from '../../rules/lists/feed/signed.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const hexOf = async (bytes: Bytes): Promise<string> =>
  Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const hashOf = async (bytes: Bytes): Promise<string> => toBase64url(await sha256(bytes));

export const hashOfText = (text: string): Promise<string> => hashOf(new TextEncoder().encode(text));

export async function checkFile<Content>(
  file: SignedFile<Content>,
  bytes: Bytes,
): Promise<CheckedFile<Content>> {
  const message = new TextEncoder().encode(file.message);
  const fits = await Promise.all(file.signatures.map((signature) => fitsOf(signature, message)));
  const fitting = file.signatures.filter((_, at) => fits[at] === true).map(({ key }) => key);
  return { ...file, sha256: await hashOf(bytes), fitting: new Set(fitting) };
}

async function fitsOf({ key, signature }: Signature, message: Bytes): Promise<boolean> {
  const [keyBytes, signatureBytes] = [fromBase64url(key), fromBase64url(signature)];
  if (keyBytes === null || signatureBytes === null) return false;
  try {
    const publicKey = await crypto.subtle.importKey('raw', keyBytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', publicKey, signatureBytes, message);
  } catch {
    // Thirty-two bytes that are no key, or a browser without Ed25519: nothing fits then.
    return false;
  }
}
