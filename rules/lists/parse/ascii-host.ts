// The quick way for what nearly every line of a list is: a plain host in ASCII. Whatever is not plainly one
// is left to host-name.ts, which asks the parser of the browser; both must give the same host.
const longestHost = 253;
const longestLabel = 63;
const dot = 0x2e;
const hyphen = 0x2d;

/** The byte in lower case for those a host is made of, else 0. */
const hostByte = new Uint8Array(256);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789-_.') {
  hostByte[character.charCodeAt(0)] = character.charCodeAt(0);
  hostByte[character.toUpperCase().charCodeAt(0)] = character.charCodeAt(0);
}
const isLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;

// Reused for each host: an array of small numbers becomes text ten times faster than a view of bytes.
const codesCache: number[][] = [];
const codesOf = (length: number): number[] =>
  (codesCache[length] ??= Array.from({ length }, () => 0));

/** The canonical host that these bytes spell, "www." and all; '' where that takes a closer look. */
export function asciiHost(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length < 4 || length > longestHost) return '';
  const codes = codesOf(length);
  let label = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = hostByte[bytes[start + index] ?? 0] ?? 0;
    if (byte === 0) return '';
    codes[index] = byte;
    if (byte !== dot) continue;
    if (index === label || index - label > longestLabel || isSpecial(codes, label, index))
      return '';
    label = index + 1;
  }
  const isPlain =
    label > 0 &&
    label < length &&
    length - label <= longestLabel &&
    isLetter(codes[label] ?? 0) &&
    !isSpecial(codes, label, length);
  return isPlain ? String.fromCharCode.apply(null, codes) : '';
}

/** "xn--" and its like: third and fourth are hyphens. Whether the rest is a name at all is for the parser to say. */
const isSpecial = (codes: readonly number[], start: number, end: number): boolean =>
  end - start >= 4 && codes[start + 2] === hyphen && codes[start + 3] === hyphen;

/** The text of these bytes; null for one that is long or not in ASCII. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string | null {
  const length = end - start;
  if (length > longestHost) return null;
  const codes = codesOf(length);
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[start + index] ?? 0;
    if (byte > 0x7f) return null;
    codes[index] = byte;
  }
  return String.fromCharCode.apply(null, codes);
}
