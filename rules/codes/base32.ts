// Base32 of RFC 4648, section 6, without padding: the form in which authenticator apps take a secret.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** Null if it is none, or not the one spelling of its bytes. Spaces, dashes, padding and small letters are a person's. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const bare = text
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .replace(/={1,6}$/, '')
    .toUpperCase();
  if (bare.length > 128 || !/^[A-Z2-7]*$/.test(bare)) return null;
  const bits = Array.from(bare, (letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
  return toBase32(bytes) === bare ? bytes : null;
}
