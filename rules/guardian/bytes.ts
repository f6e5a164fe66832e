// Bytes as text and back, and comparing them without telling where they differ.

/** Constant time for equal lengths: every byte is looked at, whatever the first ones say. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference === 0;
}

/** Standard base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));

/** Bytes of standard base64, padded or not; null if it is none. */
export function fromBase64(text: string): Uint8Array | null {
  const bare = text.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(bare) || bare.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(bare), (character) => character.codePointAt(0) ?? 0);
  // Unused bits must be zero, so that one value has one spelling.
  return toBase64(bytes).replace(/=+$/, '') === bare ? bytes : null;
}
