// SHA-1 (FIPS 180-4, section 6.1.2), for name-based UUIDs alone: rules/ may not ask the browser, and nothing here is secret.

const blockBytes = 64;
const start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;

type State = readonly [number, number, number, number, number];

export function sha1(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = pad(message);
  const view = new DataView(padded.buffer);
  let state: State = start;
  for (let at = 0; at < padded.length; at += blockBytes) state = mixed(state, schedule(view, at));
  const digest = new Uint8Array(20);
  const out = new DataView(digest.buffer);
  for (const [index, word] of state.entries()) out.setUint32(index * 4, word);
  return digest;
}

/** A one bit, zeros, and the length in bits as 64, so that whole blocks come out. */
function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((message.length + 9) / blockBytes) * blockBytes;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(length - 4, (message.length * 8) >>> 0);
  return padded;
}

function schedule(view: DataView, at: number): readonly number[] {
  const words: number[] = [];
  for (let t = 0; t < 16; t += 1) words.push(view.getUint32(at + t * 4));
  const word = (t: number): number => words[t] ?? 0;
  for (let t = 16; t < 80; t += 1) {
    words.push(rotated(word(t - 3) ^ word(t - 8) ^ word(t - 14) ^ word(t - 16), 1));
  }
  return words;
}

function mixed(state: State, words: readonly number[]): State {
  let [a, b, c, d, e] = state;
  for (const [t, word] of words.entries()) {
    const next = (rotated(a, 5) + chosen(t, b, c, d) + e + word) >>> 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  }
  return [sum(state[0], a), sum(state[1], b), sum(state[2], c), sum(state[3], d), sum(state[4], e)];
}

/** f and K of the standard, added. */
function chosen(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

const rotated = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;
const sum = (a: number, b: number): number => (a + b) >>> 0;
