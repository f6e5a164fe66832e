// Bytes as base64url without padding (RFC 4648, section 5), one spelling for each value.
import { fromBase64, toBase64 } from '../../guardian/bytes.ts';

export const toBase64url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Null if the text is no base64url, or not the one spelling of its bytes. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
  return bytes === null ? null : Uint8Array.from(bytes);
}
