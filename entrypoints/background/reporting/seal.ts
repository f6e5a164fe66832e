// What waits in the outbox can not be read by opening the browser's storage: a brother's glance, not a laboratory.
import type { Keys } from '../database/database.ts';

const nonceBytes = 12;

export async function seal(keys: Keys, value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const hidden = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, keys.sealing, plain);
  const sealed = new Uint8Array(nonceBytes + hidden.byteLength);
  sealed.set(nonce);
  sealed.set(new Uint8Array(hidden), nonceBytes);
  return sealed;
}

/** What seal() was given. Throws if it was changed: AES-GCM vouches that only we wrote it. */
export async function unseal(keys: Keys, sealed: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.slice(0, nonceBytes) },
    keys.sealing,
    sealed.slice(nonceBytes),
  );
  return JSON.parse(new TextDecoder().decode(plain));
}

/** A keyed hash: the same address gives the same mark on this device, and the mark gives no address. */
export async function markOf(keys: Keys, address: string): Promise<string> {
  const mark = await crypto.subtle.sign('HMAC', keys.marking, new TextEncoder().encode(address));
  return hex(new Uint8Array(mark).slice(0, 16));
}

export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return hex(new Uint8Array(digest));
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
