// What is looked up by its hash alone: pairs of words, and runs of ideographs. Many at once, so that the processor may
// wait for all of them together.
import type { Lanes } from './lanes.ts';
import type { Tables } from './word-cache.ts';

/** Adds the wide part of some hashes to the first sum. */
export function addWide(
  { wide, header }: Tables,
  hashes: Int32Array,
  count: number,
  total: Int32Array,
): void {
  const shift = 32 - header.wideBits;
  let unkind = total[0] ?? 0;
  for (let at = 0; at < count; at += 1)
    unkind = (unkind + (wide[(hashes[at] ?? 0) >>> shift] ?? 0)) | 0;
  total[0] = unkind;
}

/** Adds the topics of some hashes (at most `mostRows`) to the sums after the first. */
export function addTopics(
  { words, mask }: Lanes,
  hashes: Int32Array,
  count: number,
  total: Int32Array,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let at = 0; at < count; at += 1) {
    const row = ((hashes[at] ?? 0) & mask) * 2;
    const left = words[row] ?? 0;
    const right = words[row + 1] ?? 0;
    a = (a + (left & 0xff00ff)) | 0;
    b = (b + ((left >>> 8) & 0xff00ff)) | 0;
    c = (c + (right & 0xff00ff)) | 0;
    d = (d + ((right >>> 8) & 0xff00ff)) | 0;
  }
  const surplus = 128 * count;
  total[1] = (total[1] ?? 0) + (a & 0xffff) - surplus;
  total[2] = (total[2] ?? 0) + (b & 0xffff) - surplus;
  total[3] = (total[3] ?? 0) + (a >>> 16) - surplus;
  total[4] = (total[4] ?? 0) + (b >>> 16) - surplus;
  total[5] = (total[5] ?? 0) + (c & 0xffff) - surplus;
  total[6] = (total[6] ?? 0) + (d & 0xffff) - surplus;
  total[7] = (total[7] ?? 0) + (c >>> 16) - surplus;
}
