// Ideographs of a stretch: each is a word, and is read together with up to three before it. No cache: there are too many
// pairs of them, and each needs no more than a few look-ups.
import { longerRun, runOf, spread } from './features.ts';
import { addTopics, addWide } from './hashed.ts';
import { mostRows } from './lanes.ts';
import type { Tables } from './word-cache.ts';

/** So many are summed up at once: two rows of topics each. */
export const mostIdeographs = mostRows / 2;
/** Of those before the first one, so many count. */
const reach = 3;

export type Ideographs = {
  /** The three before (0: none), then those gathered. */
  readonly units: Uint16Array;
  /** Hashes of ideographs alone and in pairs, then of three and four. */
  readonly short: Int32Array;
  readonly long: Int32Array;
  /** Where the rows of each one's vector are: its own, and that of its pair. */
  readonly own: Int32Array;
  readonly paired: Int32Array;
  count: number;
};

export const createIdeographs = (): Ideographs => ({
  units: new Uint16Array(reach + mostIdeographs),
  short: new Int32Array(2 * mostIdeographs),
  long: new Int32Array(2 * mostIdeographs),
  own: new Int32Array(mostIdeographs),
  paired: new Int32Array(mostIdeographs),
  count: 0,
});

export function gatherIdeograph(ideographs: Ideographs, unit: number): void {
  ideographs.units[reach + ideographs.count] = unit;
  ideographs.count += 1;
}

/** The next one has none before it. */
export function forgetIdeographs({ units }: Ideographs): void {
  units[0] = 0;
  units[1] = 0;
  units[2] = 0;
}

export type Sums = {
  readonly total: Int32Array;
  readonly mean: Float64Array;
  readonly most: Float64Array;
};

/** Adds up all that are gathered; returns how many look-ups were of up to two, and how many of more. */
export function sumUpIdeographs(
  ideographs: Ideographs,
  tables: Tables,
  { total, mean, most }: Sums,
): { short: number; long: number } {
  const { units, short, long, count } = ideographs;
  const counts = findHashes(ideographs, tables);
  addWide(tables, short, counts.short, total);
  addWide(tables, long, counts.long, total);
  addTopics(tables.topics, short, counts.short, total);
  for (let column = 0; column < tables.vectors.stride; column += 1)
    addVectors(ideographs, tables, { mean, most, column });
  units.copyWithin(0, count, count + reach);
  ideographs.count = 0;
  return counts;
}

function findHashes(
  { units, short, long, own, paired, count }: Ideographs,
  { vectors }: Tables,
): { short: number; long: number } {
  const { mask, stride } = vectors;
  const neutral = (mask + 1) * stride;
  let shorts = 0;
  let longs = 0;
  for (let at = 0; at < count; at += 1) {
    let hash = runOf(units[at + reach] ?? 0);
    const alone = spread(hash);
    short[shorts] = alone;
    shorts += 1;
    own[at] = (alone & mask) * stride;
    paired[at] = neutral;
    const one = units[at + 2] ?? 0;
    if (one === 0) continue;
    hash = longerRun(hash, one);
    const pair = spread(hash);
    short[shorts] = pair;
    shorts += 1;
    paired[at] = (pair & mask) * stride;
    const two = units[at + 1] ?? 0;
    if (two === 0) continue;
    hash = longerRun(hash, two);
    long[longs] = spread(hash);
    longs += 1;
    const three = units[at] ?? 0;
    if (three === 0) continue;
    long[longs] = spread(longerRun(hash, three));
    longs += 1;
  }
  return { short: shorts, long: longs };
}

type Column = Omit<Sums, 'total'> & { readonly column: number };

/** Four numbers of the vectors. */
function addVectors(
  { own, paired, count }: Ideographs,
  { vectors, header }: Tables,
  { mean, most, column }: Column,
): void {
  const { words, stride, mask } = vectors;
  const neutral = (mask + 1) * stride;
  const ofTwo = header.vectorScale / Math.sqrt(2);
  const d = column * 4;
  let a = mean[d] ?? 0;
  let b = mean[d + 1] ?? 0;
  let c = mean[d + 2] ?? 0;
  let e = mean[d + 3] ?? 0;
  let mostA = most[d] ?? 0;
  let mostB = most[d + 1] ?? 0;
  let mostC = most[d + 2] ?? 0;
  let mostE = most[d + 3] ?? 0;
  for (let at = 0; at < count; at += 1) {
    const second = paired[at] ?? 0;
    const left = words[(own[at] ?? 0) + column] ?? 0;
    const right = words[second + column] ?? 0;
    const scale = second === neutral ? header.vectorScale : ofTwo;
    const even = (left & 0xff00ff) + (right & 0xff00ff);
    const odd = ((left >>> 8) & 0xff00ff) + ((right >>> 8) & 0xff00ff);
    const one = ((even & 0xffff) - 256) * scale;
    const two = ((odd & 0xffff) - 256) * scale;
    const three = ((even >>> 16) - 256) * scale;
    const four = ((odd >>> 16) - 256) * scale;
    a += one;
    b += two;
    c += three;
    e += four;
    if (one > mostA) mostA = one;
    if (two > mostB) mostB = two;
    if (three > mostC) mostC = three;
    if (four > mostE) mostE = four;
  }
  mean[d] = a;
  mean[d + 1] = b;
  mean[d + 2] = c;
  mean[d + 3] = e;
  most[d] = mostA;
  most[d + 1] = mostB;
  most[d + 2] = mostC;
  most[d + 3] = mostE;
}
