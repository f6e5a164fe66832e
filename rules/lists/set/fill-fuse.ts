// Gives every name its print in a binary fuse filter: names are taken off one by one, each from a slot that it
// alone still uses, and put back in the opposite order, each into that slot, which no later one depends on.
import {
  type FuseShape,
  homeOf,
  mixFirst,
  mixSecond,
  printOf,
  segmentOf,
  slotsOf,
} from './fuse.ts';

export type FuseNames = {
  /** Two words each: listed hosts, then roots of them, which get the neighbouring print. */
  readonly hashes: Uint32Array;
  readonly listedCount: number;
};
export type Prints = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

// A slot that more names share than a byte can count is no accident of chance.
const mostSharing = 255;

/** Fills `prints`, all zero before. False: with this seed some names are left without a slot. */
export function fillFuse(names: FuseNames, shape: FuseShape, prints: Prints): boolean {
  const { hashes, signs } = inSegmentOrder(names, shape);
  const places = new Places(hashes, shape);
  const use = new SlotUse(slotsOf(shape));
  const count = signs.length;
  for (let name = 0; name < count; name += 1) {
    places.find(name);
    if (!use.add(name, places)) return false;
  }
  const order = new Uint32Array(count);
  const owned = new Uint32Array(count);
  if (peel({ places, use, order, owned }) < count) return false;
  const shift = 32 - 8 * prints.BYTES_PER_ELEMENT;
  for (let index = count - 1; index >= 0; index -= 1) {
    const name = order[index] ?? 0;
    places.find(name);
    const print = (places.print >>> shift) ^ (signs[name] ?? 0);
    // Its own slot is still zero.
    prints[owned[index] ?? 0] =
      print ^ (prints[places.one] ?? 0) ^ (prints[places.two] ?? 0) ^ (prints[places.three] ?? 0);
  }
  return true;
}

/** Names whose slots are near each other, near each other: else millions wait for memory at every step. */
function inSegmentOrder({ hashes, listedCount }: FuseNames, shape: FuseShape) {
  const count = hashes.length / 2;
  const places = new Places(hashes, shape);
  const nextIn = new Uint32Array(shape.starts + 1);
  for (let name = 0; name < count; name += 1) {
    const after = places.segment(name) + 1;
    nextIn[after] = (nextIn[after] ?? 0) + 1;
  }
  for (let segment = 1; segment < shape.starts; segment += 1) {
    nextIn[segment] = (nextIn[segment] ?? 0) + (nextIn[segment - 1] ?? 0);
  }
  const ordered = new Uint32Array(hashes.length);
  const signs = new Uint8Array(count);
  for (let name = 0; name < count; name += 1) {
    const segment = places.segment(name);
    const place = nextIn[segment] ?? 0;
    nextIn[segment] = place + 1;
    ordered[2 * place] = hashes[2 * name] ?? 0;
    ordered[2 * place + 1] = hashes[2 * name + 1] ?? 0;
    signs[place] = name < listedCount ? 0 : 1;
  }
  return { hashes: ordered, signs };
}

type Peeling = {
  readonly places: Places;
  readonly use: SlotUse;
  /** Written: names in the order in which they came off, and the slot each then had to itself. */
  readonly order: Uint32Array;
  readonly owned: Uint32Array;
};

/** How many names came off. */
function peel({ places, use, order, owned }: Peeling): number {
  const alone = use.slotsOfOne();
  let waiting = alone.count;
  let done = 0;
  while (waiting > 0) {
    waiting -= 1;
    const slot = alone.slots[waiting] ?? 0;
    if (!use.isOfOne(slot)) continue;
    const name = use.nameIn(slot);
    order[done] = name;
    owned[done] = slot;
    done += 1;
    places.find(name);
    if (use.remove(name, places.one)) alone.slots[waiting++] = places.one;
    if (use.remove(name, places.two)) alone.slots[waiting++] = places.two;
    if (use.remove(name, places.three)) alone.slots[waiting++] = places.three;
  }
  return done;
}

/** Which names use a slot: how many, and all their numbers under XOR, so that the last one left is known. */
class SlotUse {
  readonly #sharing: Uint8Array;
  readonly #names: Uint32Array;

  constructor(slots: number) {
    this.#sharing = new Uint8Array(slots);
    this.#names = new Uint32Array(slots);
  }

  add(name: number, { one, two, three }: Places): boolean {
    return this.#addTo(one, name) && this.#addTo(two, name) && this.#addTo(three, name);
  }

  #addTo(slot: number, name: number): boolean {
    const sharing = this.#sharing[slot] ?? 0;
    this.#sharing[slot] = sharing + 1;
    this.#names[slot] = (this.#names[slot] ?? 0) ^ name;
    return sharing < mostSharing;
  }

  /** Whether one name is left there. */
  remove(name: number, slot: number): boolean {
    const left = (this.#sharing[slot] ?? 0) - 1;
    this.#sharing[slot] = left;
    this.#names[slot] = (this.#names[slot] ?? 0) ^ name;
    return left === 1;
  }

  isOfOne = (slot: number): boolean => this.#sharing[slot] === 1;
  nameIn = (slot: number): number => this.#names[slot] ?? 0;

  slotsOfOne(): { slots: Uint32Array; count: number } {
    const slots = new Uint32Array(this.#sharing.length);
    let count = 0;
    for (let slot = 0; slot < this.#sharing.length; slot += 1) {
      if (this.#sharing[slot] === 1) slots[count++] = slot;
    }
    return { slots, count };
  }
}

/** The slots and the print of one name after the other, in the same memory. */
class Places {
  one = 0;
  two = 0;
  three = 0;
  print = 0;
  readonly #hashes: Uint32Array;
  readonly #shape: FuseShape;

  constructor(hashes: Uint32Array, shape: FuseShape) {
    this.#hashes = hashes;
    this.#shape = shape;
  }

  segment(name: number): number {
    this.find(name);
    return this.one >>> this.#shape.segmentBits;
  }

  find(name: number): void {
    const { seed, starts, segmentBits } = this.#shape;
    const size = 1 << segmentBits;
    const second = this.#hashes[2 * name + 1] ?? 0;
    const mixedFirst = mixFirst(this.#hashes[2 * name] ?? 0, second, seed);
    const mixedSecond = mixSecond(second, mixedFirst);
    const home = homeOf(mixedFirst, mixedSecond);
    const base = segmentOf(home, starts) << segmentBits;
    this.one = base + (home & (size - 1));
    this.two = base + size + (mixedSecond & (size - 1));
    this.three = base + 2 * size + ((mixedSecond >>> 16) & (size - 1));
    this.print = printOf(mixedFirst, mixedSecond);
  }
}
