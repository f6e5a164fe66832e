// The sums of one stretch of text, and the scores they make: a wide linear part, and a small net over means and maxima.
// Words are gathered first and added up together: what waits for memory then waits for all of them at once.
import { pairOf } from './features.ts';
import { addTopics, addWide } from './hashed.ts';
import { createIdeographs, sumUpIdeographs, type Ideographs } from './ideographs.ts';
import { mostRows } from './lanes.ts';
import { scripts as scriptNames } from './model.ts';
import {
  countsAt,
  hashAt,
  noScript,
  oneUse,
  rowsShift,
  scriptShift,
  sums,
  sumsAt,
  vectorAt,
  type Tables,
  type WordCache,
} from './word-cache.ts';

const han = scriptNames.indexOf('han');

/** Raw scores: "unkind" first, then the topics in their order. */
export type Scores = { readonly values: Float64Array; readonly words: number };

/** What is gathered and summed up so far; changed in place, for a text passes a hundred thousand words through it. */
export type Stretch = {
  readonly tables: Tables;
  readonly cache: WordCache;
  readonly total: Int32Array;
  readonly mean: Float64Array;
  readonly most: Float64Array;
  readonly input: Float64Array;
  /** Entries of the cache, gathered but not yet summed up, and what their vectors are multiplied with. */
  readonly entries: Int32Array;
  readonly scales: Float64Array;
  /** Hashes of pairs of words. */
  readonly hashes: Int32Array;
  /** Gathered while no words are. */
  readonly ideographs: Ideographs;
  /** Words by script, over all stretches of a text. */
  readonly scripts: Int32Array;
  /** What a vector that is the sum of so many rows is multiplied with. */
  readonly scaleOf: Float64Array;
  gathered: number;
  /** Hash of the last word summed up; 0 where there was none, or an ideograph. */
  before: number;
  pieces: number;
  topicPieces: number;
  words: number;
};

export function createStretch(tables: Tables, cache: WordCache): Stretch {
  const { dimensions, vectorScale } = tables.header;
  return {
    tables,
    cache,
    total: new Int32Array(sums),
    mean: new Float64Array(dimensions),
    most: new Float64Array(dimensions).fill(-Infinity),
    input: new Float64Array(2 * dimensions),
    entries: new Int32Array(mostRows),
    scales: new Float64Array(mostRows),
    hashes: new Int32Array(mostRows),
    ideographs: createIdeographs(),
    scripts: new Int32Array(noScript + 1),
    scaleOf: Float64Array.from({ length: 256 }, (_, rows) => vectorScale / Math.sqrt(rows)),
    gathered: 0,
    before: 0,
    pieces: 0,
    topicPieces: 0,
    words: 0,
  };
}

/** Sums up what was gathered: before an entry of the cache is overwritten, and when there is no more room. */
export function sumUp(stretch: Stretch): void {
  if (stretch.gathered > 0) sumUpWords(stretch);
  else if (stretch.ideographs.count > 0) takeIdeographs(stretch);
}

function takeIdeographs(stretch: Stretch): void {
  const { ideographs, tables, scripts } = stretch;
  const { count, units } = ideographs;
  for (let at = 3; at < count + 3; at += 1) {
    const script = (units[at] ?? 0) < 0xa000 ? han : noScript;
    scripts[script] = (scripts[script] ?? 0) + 1;
  }
  const { short, long } = sumUpIdeographs(ideographs, tables, stretch);
  stretch.pieces += short + long;
  stretch.topicPieces += short;
  stretch.words += count;
  stretch.before = 0;
}

function sumUpWords(stretch: Stretch): void {
  const { gathered, mean, tables, hashes, total } = stretch;
  addSums(stretch);
  const pairs = countEntries(stretch);
  addWide(tables, hashes, pairs, total);
  addTopics(tables.topics, hashes, pairs, total);
  for (let d = 0; d < mean.length; d += 4) addVectors(stretch, d);
  stretch.words += gathered;
  stretch.gathered = 0;
}

/** Counts what the entries are made of, and finds the pairs: returns how many. */
function countEntries(stretch: Stretch): number {
  const { cache, entries, scales, scaleOf, scripts, hashes, gathered } = stretch;
  const { ints } = cache;
  let { before, pieces, topicPieces } = stretch;
  let count = 0;
  for (let at = 0; at < gathered; at += 1) {
    const from = entries[at] ?? 0;
    const counts = ints[from + countsAt] ?? 0;
    const hash = ints[from + hashAt] ?? 0;
    const rows = (counts >>> rowsShift) & 0xff;
    const script = (counts >>> scriptShift) & 0xff;
    if (counts < 2 * oneUse) ints[from + countsAt] = counts + oneUse;
    pieces += counts & 0xff;
    topicPieces += rows;
    scales[at] = scaleOf[rows] ?? 0;
    scripts[script] = (scripts[script] ?? 0) + 1;
    if (before !== 0 && hash !== 0) {
      hashes[count] = pairOf(before, hash);
      count += 1;
    }
    before = hash;
  }
  stretch.before = before;
  stretch.pieces = pieces + count;
  stretch.topicPieces = topicPieces + count;
  return count;
}

function addSums({ cache, entries, gathered, total }: Stretch): void {
  const { shorts } = cache;
  let a = total[0] ?? 0;
  let b = total[1] ?? 0;
  let c = total[2] ?? 0;
  let d = total[3] ?? 0;
  let e = total[4] ?? 0;
  let f = total[5] ?? 0;
  let g = total[6] ?? 0;
  let h = total[7] ?? 0;
  for (let at = 0; at < gathered; at += 1) {
    const from = (entries[at] ?? 0) * 2 + sumsAt;
    a = (a + (shorts[from] ?? 0)) | 0;
    b = (b + (shorts[from + 1] ?? 0)) | 0;
    c = (c + (shorts[from + 2] ?? 0)) | 0;
    d = (d + (shorts[from + 3] ?? 0)) | 0;
    e = (e + (shorts[from + 4] ?? 0)) | 0;
    f = (f + (shorts[from + 5] ?? 0)) | 0;
    g = (g + (shorts[from + 6] ?? 0)) | 0;
    h = (h + (shorts[from + 7] ?? 0)) | 0;
  }
  total[0] = a;
  total[1] = b;
  total[2] = c;
  total[3] = d;
  total[4] = e;
  total[5] = f;
  total[6] = g;
  total[7] = h;
}

/** Four numbers of the vectors of all words gathered. */
function addVectors({ cache, entries, scales, gathered, mean, most }: Stretch, d: number): void {
  const { shorts } = cache;
  let a = mean[d] ?? 0;
  let b = mean[d + 1] ?? 0;
  let c = mean[d + 2] ?? 0;
  let e = mean[d + 3] ?? 0;
  let mostA = most[d] ?? 0;
  let mostB = most[d + 1] ?? 0;
  let mostC = most[d + 2] ?? 0;
  let mostE = most[d + 3] ?? 0;
  for (let at = 0; at < gathered; at += 1) {
    const from = (entries[at] ?? 0) * 2 + vectorAt + d;
    const scale = scales[at] ?? 0;
    const one = (shorts[from] ?? 0) * scale;
    const two = (shorts[from + 1] ?? 0) * scale;
    const three = (shorts[from + 2] ?? 0) * scale;
    const four = (shorts[from + 3] ?? 0) * scale;
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

/** The scores so far; the next stretch begins. */
export function closeStretch(stretch: Stretch): Scores {
  sumUp(stretch);
  const scores = { values: answer(stretch), words: stretch.words };
  const { total, mean, most } = stretch;
  // A call to `fill` costs more than these few steps.
  for (let at = 0; at < sums; at += 1) total[at] = 0;
  for (let d = 0; d < mean.length; d += 1) {
    mean[d] = 0;
    most[d] = -Infinity;
  }
  stretch.pieces = 0;
  stretch.topicPieces = 0;
  stretch.words = 0;
  return scores;
}

function answer({
  tables,
  total,
  mean,
  most,
  input,
  words,
  pieces,
  topicPieces,
}: Stretch): Float64Array {
  const { dimensions, bias, wideScale, topicScales, topicBiases } = tables.header;
  const perWord = 1 / Math.sqrt(words);
  for (let d = 0; d < dimensions; d += 1) {
    input[d] = (mean[d] ?? 0) * perWord;
    input[dimensions + d] = most[d] ?? 0;
  }
  const values = new Float64Array(sums);
  const wide = bias + ((total[0] ?? 0) * wideScale) / Math.sqrt(pieces);
  values[0] = wide + tables.net(input);
  const perTopic = 1 / Math.sqrt(topicPieces);
  for (let topic = 1; topic < sums; topic += 1)
    values[topic] =
      (topicBiases[topic - 1] ?? 0) +
      (total[topic] ?? 0) * (topicScales[topic - 1] ?? 0) * perTopic;
  return values;
}
