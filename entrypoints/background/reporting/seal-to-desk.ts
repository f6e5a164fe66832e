// What only the desk can open, and what only the desk can have signed: JWE to its key on P-256, JWS by its Ed25519 key.
import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { compactVerify } from 'jose/jws/compact/verify';

import type { IntakeDesk } from '@/rules/policy/desk-schema.ts';
import type { Enclosed } from '@/rules/reporting/intake/requests.ts';

/** `contents` is JSON. A desk without a key gets it as it is, under the line's own encryption. Throws if the key is none. */
export async function encloseFor(desk: IntakeDesk, contents: string): Promise<Enclosed> {
  if (desk.sealKey === undefined) return { open: JSON.parse(contents) };
  const raw = bytesOf(desk.sealKey);
  const key = await crypto.subtle.importKey(
    'raw',
    raw,
    { name: 'ECDH', namedCurve: 'P-256' },
    false,
    [],
  );
  const sealed = await new CompactEncrypt(new TextEncoder().encode(contents))
    .setProtectedHeader({
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      typ: 'saathi-sealed',
      // Which of its keys, for a desk that is changing them.
      kid: desk.sealKey.slice(-16),
    })
    .encrypt(key);
  return { sealed };
}

/** The payload of a receipt that the desk's key has signed; null: it has not. */
export async function verifiedReceipt(receiptKey: string, signed: string): Promise<string | null> {
  try {
    const raw = bytesOf(receiptKey);
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const { payload, protectedHeader } = await compactVerify(signed, key, {
      algorithms: ['EdDSA'],
    });
    return protectedHeader.typ === 'saathi-receipt' ? new TextDecoder().decode(payload) : null;
  } catch {
    // A wrong signature, another algorithm, or no JWS at all: each is no receipt.
    return null;
  }
}

/** Throws if it is no base64url. */
const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
