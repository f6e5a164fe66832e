// Sorted 64-bit hashes, two words each: exact, and small enough where there are few. Also how hashes are collected.

/** Grows by doubling: millions of hashes without an object for each. */
export class HashPile {
  #words = new Uint32Array(1024);
  #length = 0;

  get count(): number {
    return this.#length / 2;
  }

  add(first: number, second: number): void {
    if (this.#length === this.#words.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#length] = first;
    this.#words[this.#length + 1] = second;
    this.#length += 2;
  }

  /** As they came; good until the next hash is added. */
  words(): Uint32Array {
    return this.#words.subarray(0, this.#length);
  }

  /** Each hash once, in order, whatever the order in which they came. The pile is empty afterwards. */
  takeSorted(): Uint32Array<ArrayBuffer> {
    const words = this.#words;
    // The second word is the upper half of the number, as on every machine that a browser runs on.
    const numbers = new BigUint64Array(words.buffer, 0, this.count).sort();
    const length = this.#length;
    this.#words = new Uint32Array(1024);
    this.#length = 0;
    let kept = 0;
    for (let index = 0; index < 2 * numbers.length; index += 2) {
      const first = words[index] ?? 0;
      const second = words[index + 1] ?? 0;
      if (kept > 0 && words[kept - 2] === first && words[kept - 1] === second) continue;
      words[kept] = first;
      words[kept + 1] = second;
      kept += 2;
    }
    return kept === length ? words.subarray(0, kept) : words.slice(0, kept);
  }
}

/** The place of a hash in the table (0 for the first), or -1. Any words whatever give some answer. */
export function placeOf(table: Uint32Array, first: number, second: number): number {
  const low = first >>> 0;
  const high = second >>> 0;
  let from = 0;
  let to = table.length >>> 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const upper = table[2 * middle + 1] ?? 0;
    const lower = table[2 * middle] ?? 0;
    if (upper === high && lower === low) return middle;
    if (upper < high || (upper === high && lower < low)) from = middle + 1;
    else to = middle;
  }
  return -1;
}
