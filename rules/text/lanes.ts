// Rows of signed bytes, four to a 32-bit word, added two lanes at a time: a quarter of the loads that bytes would take.
// The bytes are kept with 128 on top, so that no lane borrows from its neighbour; what is added up is taken off at the end.

export type Lanes = {
  readonly words: Int32Array;
  /** Words a row. */
  readonly stride: number;
  /** Of a hash: its row. After the last row comes one of zeros. */
  readonly mask: number;
};

/** Lanes of 16 bits hold the sum of at most so many rows. */
export const mostRows = 256;

export function makeLanes(bytes: Int8Array, rowLength: number): Lanes {
  const stride = rowLength / 4;
  const count = bytes.length / 4;
  // One row more than there are: of nothing but zeros.
  const words = new Int32Array(count + stride).fill(0x80808080 | 0);
  for (let at = 0; at < count; at += 1) {
    const byte = at * 4;
    words[at] =
      ((bytes[byte] ?? 0) + 128) |
      (((bytes[byte + 1] ?? 0) + 128) << 8) |
      (((bytes[byte + 2] ?? 0) + 128) << 16) |
      (((bytes[byte + 3] ?? 0) + 128) << 24);
  }
  return { words, stride, mask: count / stride - 1 };
}

export type Rows = { readonly hashes: Int32Array; readonly from: number; readonly to: number };

/** Adds up the rows of some hashes (at most `mostRows`) column by column, into `out` from `place` on. */
export function sumRows(
  { words, stride, mask }: Lanes,
  { hashes, from, to }: Rows,
  out: Int16Array,
  place: number,
): void {
  const surplus = 128 * (to - from);
  for (let column = 0; column < stride; column += 1) {
    let even = 0;
    let odd = 0;
    for (let at = from; at < to; at += 1) {
      const word = words[((hashes[at] ?? 0) & mask) * stride + column] ?? 0;
      even = (even + (word & 0xff00ff)) | 0;
      odd = (odd + ((word >>> 8) & 0xff00ff)) | 0;
    }
    const first = place + column * 4;
    out[first] = (even & 0xffff) - surplus;
    out[first + 1] = (odd & 0xffff) - surplus;
    out[first + 2] = (even >>> 16) - surplus;
    out[first + 3] = (odd >>> 16) - surplus;
  }
}
