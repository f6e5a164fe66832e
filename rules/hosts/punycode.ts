// Reads punycode labels back into letters (RFC 3492). The URL parser only writes them.

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const firstBias = 72;
const firstCodePoint = 128;
const longestLabel = 63;

/** The host with every "xn--" label in its letters, for people to read and for comparing looks. */
export const unicodeHost = (host: string): string =>
  host.includes('xn--')
    ? host
        .split('.')
        .map((label) => decodePunycode(label) ?? label)
        .join('.')
    : host;

/** The letters of one label; the label itself if it is plain, null if it is broken. */
export function decodePunycode(label: string): string | null {
  if (!label.startsWith('xn--')) return label;
  if (label.length > longestLabel) return null;
  const encoded = label.slice(4);
  const dash = encoded.lastIndexOf('-');
  const plain = encoded.slice(0, Math.max(dash, 0));
  const points = Array.from(plain, (letter) => letter.codePointAt(0) ?? 0);
  return insertAll(points, encoded.slice(dash + 1));
}

function insertAll(points: number[], deltas: string): string | null {
  let codePoint = firstCodePoint;
  let index = 0;
  let bias = firstBias;
  let position = 0;
  while (position < deltas.length) {
    const read = readDelta(deltas, position, bias);
    if (read === null) return null;
    position = read.next;
    const length = points.length + 1;
    bias = adapt(read.delta, length, index === 0 && codePoint === firstCodePoint);
    index += read.delta;
    codePoint += Math.floor(index / length);
    index %= length;
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return null;
    points.splice(index, 0, codePoint);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function readDelta(
  deltas: string,
  start: number,
  bias: number,
): { readonly delta: number; readonly next: number } | null {
  let delta = 0;
  let weight = 1;
  let position = start;
  for (let k = base; ; k += base) {
    const digit = digitOf(deltas.charCodeAt(position));
    position += 1;
    if (digit === null) return null;
    delta += digit * weight;
    if (delta > 0x7fffffff) return null;
    const threshold = Math.min(Math.max(k - bias, tMin), tMax);
    if (digit < threshold) return { delta, next: position };
    weight *= base - threshold;
  }
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

function digitOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 65 && code <= 90) return code - 65;
  return code >= 48 && code <= 57 ? code - 22 : null;
}
