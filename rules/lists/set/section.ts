// One list, ready to be asked. Reads its bytes where they lie: nothing is copied, nothing is unpacked.
import { ok, type Result } from '../../result.ts';
import { bodyAt, exceptionsAt, readHead, sectionBytes, type SectionHead } from './format.ts';
import { homeOf, mixFirst, mixSecond, printOf, segmentOf } from './fuse.ts';
import { placeOf } from './hash-table.ts';
import { type HostHashes, restOf } from './hash.ts';

/** What a filter says of one name. */
const listed = 0;
const root = 1;

export class Section {
  readonly count: number;
  /** Bytes it takes, head and exceptions included. */
  readonly length: number;
  readonly #seed: number;
  readonly #segmentBits: number;
  readonly #starts: number;
  /** A sign above this, on the name of two labels, ends a look-up: nothing listed is under it. */
  readonly #lastSign: number;
  // One of the three is in use. Each has its own type of memory, so that each loop below sees only one.
  readonly #prints16: Uint16Array;
  readonly #prints32: Uint32Array;
  readonly #table: Uint32Array;
  readonly #exceptions: Uint32Array;

  constructor(buffer: ArrayBuffer, offset: number, head: SectionHead) {
    const { printBits, exceptions, tableLength } = head;
    const body = offset + bodyAt(head);
    const slots = printBits === 64 ? 0 : ((sectionBytes(head) - bodyAt(head)) * 8) / printBits;
    this.count = head.count;
    this.length = sectionBytes(head);
    this.#seed = head.seed;
    this.#segmentBits = head.segmentBits;
    this.#starts = head.starts;
    this.#lastSign = head.marksRoots === 1 ? root : 0xffffffff;
    this.#prints16 = new Uint16Array(buffer, body, printBits === 16 ? slots : 0);
    this.#prints32 = new Uint32Array(buffer, body, printBits === 32 ? slots : 0);
    this.#table = new Uint32Array(buffer, body, 2 * tableLength);
    this.#exceptions = new Uint32Array(buffer, offset + exceptionsAt, 2 * exceptions);
  }

  /** Whether the list names the host or a parent of it. */
  has(hashes: HostHashes): boolean {
    if (this.#prints16.length > 0) return this.#find16(hashes);
    if (this.#prints32.length > 0) return this.#find32(hashes);
    return this.#table.length > 0 && this.#findInTable(hashes);
  }

  /** A hit of the filter on this very name, exceptions left aside: what the builder makes them from. */
  hitsAt({ words }: HostHashes, level: number): boolean {
    const first = words[2 * level] ?? 0;
    const second = words[2 * level + 1] ?? 0;
    if (this.#prints16.length > 0) return this.#sign16(first, second) === listed;
    if (this.#prints32.length > 0) return this.#sign32(first, second) === listed;
    return placeOf(this.#table, first, second) !== -1;
  }

  #find16(hashes: HostHashes): boolean {
    if (hashes.levels === 0) return false;
    const sign = this.#sign16(hashes.words[0] ?? 0, hashes.words[1] ?? 0);
    if (sign > this.#lastSign) return false;
    if (sign === listed && this.#isTrue(hashes, 0)) return true;
    const { words, levels } = restOf(hashes);
    for (let level = 1; level < levels; level += 1) {
      const deeper = this.#sign16(words[2 * level] ?? 0, words[2 * level + 1] ?? 0);
      if (deeper === listed && this.#isTrue(hashes, level)) return true;
    }
    return false;
  }

  #find32(hashes: HostHashes): boolean {
    if (hashes.levels === 0) return false;
    const sign = this.#sign32(hashes.words[0] ?? 0, hashes.words[1] ?? 0);
    if (sign > this.#lastSign) return false;
    if (sign === listed && this.#isTrue(hashes, 0)) return true;
    const { words, levels } = restOf(hashes);
    for (let level = 1; level < levels; level += 1) {
      const deeper = this.#sign32(words[2 * level] ?? 0, words[2 * level + 1] ?? 0);
      if (deeper === listed && this.#isTrue(hashes, level)) return true;
    }
    return false;
  }

  #findInTable(hashes: HostHashes): boolean {
    const { words, levels } = restOf(hashes);
    for (let level = 0; level < levels; level += 1) {
      const place = placeOf(this.#table, words[2 * level] ?? 0, words[2 * level + 1] ?? 0);
      if (place !== -1 && this.#isTrue(hashes, level)) return true;
    }
    return false;
  }

  // The two differ in the memory they read alone: one function over both would be twice as slow.
  #sign16(first: number, second: number): number {
    const prints = this.#prints16;
    const bits = this.#segmentBits;
    const mask = (1 << bits) - 1;
    const one = mixFirst(first, second, this.#seed);
    const two = mixSecond(second, one);
    const home = homeOf(one, two);
    const base = segmentOf(home, this.#starts) << bits;
    const found =
      (prints[base + (home & mask)] ?? 0) ^
      (prints[base + mask + 1 + (two & mask)] ?? 0) ^
      (prints[base + 2 * mask + 2 + ((two >>> 16) & mask)] ?? 0);
    return found ^ (printOf(one, two) >>> 16);
  }

  #sign32(first: number, second: number): number {
    const prints = this.#prints32;
    const bits = this.#segmentBits;
    const mask = (1 << bits) - 1;
    const one = mixFirst(first, second, this.#seed);
    const two = mixSecond(second, one);
    const home = homeOf(one, two);
    const base = segmentOf(home, this.#starts) << bits;
    const found =
      (prints[base + (home & mask)] ?? 0) ^
      (prints[base + mask + 1 + (two & mask)] ?? 0) ^
      (prints[base + 2 * mask + 2 + ((two >>> 16) & mask)] ?? 0);
    return (found ^ printOf(one, two)) >>> 0;
  }

  #isTrue({ words }: HostHashes, level: number): boolean {
    return placeOf(this.#exceptions, words[2 * level] ?? 0, words[2 * level + 1] ?? 0) === -1;
  }
}

/** Looks at the head alone, whatever the size: damage there is a failure, damage behind it a wrong answer at worst. */
export function openSection(bytes: Uint8Array<ArrayBuffer>): Result<Section, 'broken'> {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteOffset % 8 !== 0 || byteLength % 8 !== 0) return { ok: false, failure: 'broken' };
  const head = readHead(new Uint32Array(buffer, byteOffset, byteLength / 4));
  if (!head.ok) return head;
  if (sectionBytes(head.value) !== byteLength) return { ok: false, failure: 'broken' };
  return ok(new Section(buffer, byteOffset, head.value));
}
