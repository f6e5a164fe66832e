// Training of "unkind": a wide linear part over all hashes, and word vectors whose mean and maximum a small net reads.
// AdaGrad, one row at a time, in one thread: two runs give the same numbers.
import type { Corpus } from './corpus.ts';
import { randomFrom } from './random-numbers.ts';

export const netSize = { wideBits: 20, vectorBits: 16, dimensions: 16, hidden: 32 } as const;
const epochs = 4;
/** Words that a row loses in each epoch: what remains has to be enough. */
const dropped = 0.2;
/** From this epoch on, rows of sets whose makers disagree count less where the model says the opposite, so surely. */
const disputes = { from: 2, surely: 0.85, weight: 0.2 };
const rates = { wide: 0.2, vectors: 0.05, layers: 0.02, bias: 0.01 };
/** Hashes seen less often than this teach nothing but their own row. */
const leastSeen = { wide: 2, vectors: 3 };

const { dimensions, hidden } = netSize;
const inputs = 2 * dimensions;

export type Net = {
  readonly wide: Float32Array;
  readonly vectors: Float32Array;
  readonly layers: Float32Array;
  readonly bias: number;
};
export type Lesson = {
  readonly row: number;
  readonly isExample: boolean;
  readonly weight: number;
  /** From a set whose labels are not beyond doubt. */
  readonly isDisputable: boolean;
};

type Learned = { readonly values: Float32Array; readonly squares: Float32Array };
type Pass = {
  readonly sums: Float64Array;
  readonly most: Float64Array;
  readonly mostAt: Int32Array;
  readonly units: Float64Array;
  readonly kept: Uint8Array;
  words: number;
  pieces: number;
  score: number;
};

export function trainNet(corpus: Corpus, lessons: readonly Lesson[]): Net {
  const trainer = createTrainer(corpus);
  const order = Int32Array.from(lessons.keys());
  const random = randomFrom('order of rows');
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    order.forEach((at, done) => {
      const lesson = lessons[at];
      const left = Math.max(0.02, 1 - (epoch + done / order.length) / epochs);
      if (lesson !== undefined) loss += trainer.learn(lesson, { epoch, left });
    });
    console.log(`unkind, epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}`);
  }
  return trainer.net();
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

function learned(length: number, [spreadOf, start]: [number, number], seed: string): Learned {
  const random = randomFrom(seed);
  const values = Float32Array.from({ length }, () => (random() - 0.5) * spreadOf);
  return { values, squares: new Float32Array(length).fill(start) };
}

function createTrainer(corpus: Corpus) {
  const wide = learned(2 ** netSize.wideBits, [0, 1e-6], 'wide');
  const vectors = learned(2 ** netSize.vectorBits * dimensions, [0.1, 0], 'vectors');
  // One sum of squares a vector: its columns belong together.
  const vectorSquares = new Float32Array(2 ** netSize.vectorBits).fill(1e-4);
  const first = learned(hidden * inputs, [2 * Math.sqrt(3 / inputs), 1e-4], 'first layer');
  const biases = learned(hidden, [0, 1e-4], 'biases');
  const last = learned(hidden, [2 * Math.sqrt(1 / hidden), 1e-4], 'last layer');
  const model = { corpus, wide, vectors, vectorSquares, first, biases, last, bias: 0 };
  const pass: Pass = {
    sums: new Float64Array(dimensions),
    most: new Float64Array(dimensions),
    mostAt: new Int32Array(dimensions),
    units: new Float64Array(hidden),
    kept: new Uint8Array(4096),
    words: 0,
    pieces: 0,
    score: 0,
  };
  const random = randomFrom('dropped words');
  return {
    learn(lesson: Lesson, { epoch, left }: { epoch: number; left: number }): number {
      forward(model, pass, lesson.row, random);
      if (pass.words === 0) return 0;
      const chance = 1 / (1 + Math.exp(-pass.score));
      const wrong = chance - (lesson.isExample ? 1 : 0);
      const isDisputed =
        lesson.isDisputable && epoch >= disputes.from && Math.abs(wrong) > disputes.surely;
      const weight = isDisputed ? lesson.weight * disputes.weight : lesson.weight;
      backward(model, pass, lesson.row, { gradient: wrong * weight, left });
      return -Math.log(1 - Math.abs(wrong) + 1e-9);
    },
    net: (): Net => ({
      wide: wide.values,
      vectors: vectors.values,
      layers: Float32Array.from([...first.values, ...biases.values, ...last.values]),
      bias: model.bias,
    }),
  };
}
type Model = {
  readonly corpus: Corpus;
  readonly wide: Learned;
  readonly vectors: Learned;
  readonly vectorSquares: Float32Array;
  readonly first: Learned;
  readonly biases: Learned;
  readonly last: Learned;
  bias: number;
};

const wideShift = 32 - netSize.wideBits;
const vectorMask = 2 ** netSize.vectorBits - 1;

function forward(model: Model, pass: Pass, row: number, random: () => number): void {
  const { corpus, wide, bias } = model;
  const from = corpus.rows[row] ?? 0;
  const to = corpus.rows[row + 1] ?? 0;
  pass.sums.fill(0);
  pass.most.fill(-Infinity);
  pass.words = 0;
  pass.pieces = 0;
  let linear = 0;
  for (let word = from; word < to; word += 1) {
    const isKept = random() >= dropped;
    pass.kept[word - from] = isKept ? 1 : 0;
    if (!isKept) continue;
    const end = corpus.starts[word + 1] ?? 0;
    for (let at = corpus.starts[word] ?? 0; at < end; at += 1) {
      const hash = corpus.hashes[at] ?? 0;
      if ((corpus.seen[hash >>> 8] ?? 0) < leastSeen.wide) continue;
      pass.pieces += 1;
      linear += wide.values[hash >>> wideShift] ?? 0;
    }
    addVector(model, pass, word, word - from);
    pass.words += 1;
  }
  pass.score = bias + linear / Math.sqrt(Math.max(1, pass.pieces));
  if (pass.words > 0) pass.score += throughLayers(model, pass);
}

const own = new Float64Array(dimensions);

function addVector({ corpus, vectors }: Model, pass: Pass, word: number, place: number): void {
  const from = corpus.vectorsFrom[word] ?? 0;
  const to = corpus.vectorsTo[word] ?? 0;
  own.fill(0);
  for (let at = from; at < to; at += 1) {
    const hash = corpus.hashes[at] ?? 0;
    if ((corpus.seen[hash >>> 8] ?? 0) < leastSeen.vectors) continue;
    const row = (hash & vectorMask) * dimensions;
    for (let d = 0; d < dimensions; d += 1) own[d] = (own[d] ?? 0) + (vectors.values[row + d] ?? 0);
  }
  const scale = 1 / Math.sqrt(to - from);
  for (let d = 0; d < dimensions; d += 1) {
    const value = (own[d] ?? 0) * scale;
    pass.sums[d] = (pass.sums[d] ?? 0) + value;
    if (value <= (pass.most[d] ?? 0)) continue;
    pass.most[d] = value;
    pass.mostAt[d] = place;
  }
}

const input = new Float64Array(inputs);

function throughLayers({ first, biases, last }: Model, pass: Pass): number {
  const perWord = 1 / Math.sqrt(pass.words);
  for (let d = 0; d < dimensions; d += 1) {
    input[d] = (pass.sums[d] ?? 0) * perWord;
    input[dimensions + d] = pass.most[d] ?? 0;
  }
  let answer = 0;
  for (let unit = 0; unit < hidden; unit += 1) {
    let sum = biases.values[unit] ?? 0;
    for (let at = 0; at < inputs; at += 1)
      sum += (first.values[unit * inputs + at] ?? 0) * (input[at] ?? 0);
    pass.units[unit] = Math.max(0, sum);
    if (sum > 0) answer += sum * (last.values[unit] ?? 0);
  }
  return answer;
}

type Step = { readonly gradient: number; readonly left: number };
const backTo = new Float64Array(inputs);

function backward(model: Model, pass: Pass, row: number, step: Step): void {
  const { corpus, wide } = model;
  model.bias -= rates.bias * step.gradient;
  backThroughLayers(model, pass, step);
  const from = corpus.rows[row] ?? 0;
  const to = corpus.rows[row + 1] ?? 0;
  const gradient = step.gradient / Math.sqrt(Math.max(1, pass.pieces));
  const rate = rates.wide * step.left;
  const perWord = 1 / Math.sqrt(pass.words);
  for (let word = from; word < to; word += 1) {
    if (pass.kept[word - from] === 0) continue;
    const end = corpus.starts[word + 1] ?? 0;
    for (let at = corpus.starts[word] ?? 0; at < end; at += 1) {
      const hash = corpus.hashes[at] ?? 0;
      if ((corpus.seen[hash >>> 8] ?? 0) < leastSeen.wide) continue;
      adjust(wide, hash >>> wideShift, gradient, rate);
    }
    for (let d = 0; d < dimensions; d += 1) {
      const isMost = pass.mostAt[d] === word - from;
      own[d] = (backTo[d] ?? 0) * perWord + (isMost ? (backTo[dimensions + d] ?? 0) : 0);
    }
    adjustVectors(model, word, step.left);
  }
}

function adjust({ values, squares }: Learned, at: number, gradient: number, rate: number): void {
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  values[at] = (values[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
}

function backThroughLayers({ first, biases, last }: Model, pass: Pass, step: Step): void {
  const rate = rates.layers * step.left;
  backTo.fill(0);
  for (let unit = 0; unit < hidden; unit += 1) {
    const value = pass.units[unit] ?? 0;
    if (value <= 0) continue;
    const back = step.gradient * (last.values[unit] ?? 0);
    adjust(last, unit, step.gradient * value, rate);
    adjust(biases, unit, back, rate);
    for (let at = 0; at < inputs; at += 1) {
      const weight = unit * inputs + at;
      backTo[at] = (backTo[at] ?? 0) + back * (first.values[weight] ?? 0);
      adjust(first, weight, back * (input[at] ?? 0), rate);
    }
  }
}

function adjustVectors(
  { corpus, vectors, vectorSquares }: Model,
  word: number,
  left: number,
): void {
  const from = corpus.vectorsFrom[word] ?? 0;
  const to = corpus.vectorsTo[word] ?? 0;
  const scale = 1 / Math.sqrt(to - from);
  let square = 0;
  for (let d = 0; d < dimensions; d += 1) {
    own[d] = (own[d] ?? 0) * scale;
    square += (own[d] ?? 0) ** 2 / dimensions;
  }
  for (let at = from; at < to; at += 1) {
    const hash = corpus.hashes[at] ?? 0;
    if ((corpus.seen[hash >>> 8] ?? 0) < leastSeen.vectors) continue;
    const bucket = hash & vectorMask;
    vectorSquares[bucket] = (vectorSquares[bucket] ?? 0) + square;
    const rate = (rates.vectors * left) / Math.sqrt(vectorSquares[bucket] ?? 1);
    const row = bucket * dimensions;
    for (let d = 0; d < dimensions; d += 1)
      vectors.values[row + d] = (vectors.values[row + d] ?? 0) - rate * (own[d] ?? 0);
  }
}
