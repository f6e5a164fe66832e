// Identifiers that are the same whenever the same report is exported again, so that a receiver sees one thing once.
import { sha1 } from './sha1.ts';

/** Chosen once; a change would give every report of the past a second name. */
const ours = 'd9c5d201-eda2-45c1-9238-939558ac5a7c';

/** RFC 9562, section 5.5: a UUID of version 5. */
export function uuidV5(namespace: string, name: string): string {
  const bytes = sha1(Uint8Array.from([...bytesOf(namespace), ...new TextEncoder().encode(name)]));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const ourUuid = (name: string): string => uuidV5(ours, name);

/** A report's own id where it is a UUID, else one made of it. */
export const reportUuid = (reportId: string): string =>
  /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(reportId)
    ? reportId.toLowerCase()
    : ourUuid(`report:${reportId}`);

const bytesOf = (uuid: string): number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
