// Training of the topics: one linear head each over the hashes that have vectors and the pairs of words.
import { topics, topicStride } from '../../rules/text/model.ts';
import type { Corpus } from './corpus.ts';
import { shuffle } from './net.ts';
import { randomFrom } from './random-numbers.ts';
import type { TrainingRow } from './rows.ts';

export const topicBits = 16;
const epochs = 4;
const rate = 0.3;
const leastSeen = 2;
const mask = 2 ** topicBits - 1;

export type TopicHeads = { readonly weights: Float32Array; readonly biases: readonly number[] };

/** `rows`: index in the corpus, and what it teaches. */
export function trainTopics(
  corpus: Corpus,
  rows: readonly (readonly [number, TrainingRow])[],
): TopicHeads {
  const weights = new Float32Array((mask + 1) * topicStride);
  const biases = topics.map((_, topic) => {
    const chosen = lessonsOf(rows, topic);
    const head = trainHead(corpus, chosen);
    for (let bucket = 0; bucket <= mask; bucket += 1)
      weights[bucket * topicStride + topic] = head.weights[bucket] ?? 0;
    return head.bias;
  });
  return { weights, biases };
}

type Lesson = { readonly row: number; readonly isExample: boolean; readonly weight: number };

/** Examples are few and texts against them many: a hundredth part of the weight of all at the least. */
function lessonsOf(rows: readonly (readonly [number, TrainingRow])[], topic: number): Lesson[] {
  const lessons = rows.flatMap(([row, { topics: taught, weight }]) => {
    const lesson = taught[topic];
    return lesson === null || lesson === undefined
      ? []
      : [{ row, isExample: lesson === 1, weight }];
  });
  const examples = lessons.filter(({ isExample }) => isExample).length;
  const boost = Math.min(8, Math.max(1, (lessons.length - examples) / (8 * Math.max(1, examples))));
  return lessons.map((one) => (one.isExample ? { ...one, weight: one.weight * boost } : one));
}

function trainHead(corpus: Corpus, lessons: readonly Lesson[]) {
  const weights = new Float32Array(mask + 1);
  const squares = new Float32Array(mask + 1).fill(1e-6);
  const order = Int32Array.from(lessons.keys());
  const random = randomFrom('order of topics');
  let bias = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const at of order) {
      const { row, isExample, weight } = lessons[at] ?? { row: 0, isExample: false, weight: 0 };
      const { count, scale } = eachHash(corpus, row);
      if (count === 0) continue;
      let sum = 0;
      for (let one = 0; one < count; one += 1) sum += weights[found[one] ?? 0] ?? 0;
      const wrong = 1 / (1 + Math.exp(-bias - sum * scale)) - (isExample ? 1 : 0);
      // What is understood well enough teaches no more: it would only make the weights grow.
      if (Math.abs(wrong) < 0.002) continue;
      bias -= 0.01 * wrong * weight;
      step({ weights, squares }, count, wrong * weight * scale);
    }
  }
  return { weights, bias };
}

function step(
  { weights, squares }: { weights: Float32Array; squares: Float32Array },
  count: number,
  gradient: number,
): void {
  for (let one = 0; one < count; one += 1) {
    const at = found[one] ?? 0;
    const square = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = square;
    weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
  }
}

const found = new Int32Array(2 ** 16);

/** Fills `found`; a text's scale counts its rare hashes too, as scoring does. */
function eachHash(corpus: Corpus, row: number): { count: number; scale: number } {
  let count = 0;
  let all = 0;
  const to = corpus.rows[row + 1] ?? 0;
  for (let word = corpus.rows[row] ?? 0; word < to; word += 1) {
    const end = corpus.starts[word + 1] ?? 0;
    for (let at = corpus.vectorsFrom[word] ?? 0; at < end; at += 1) {
      const hash = corpus.hashes[at] ?? 0;
      all += 1;
      if ((corpus.seen[hash >>> 8] ?? 0) < leastSeen) continue;
      found[count] = hash & mask;
      count += 1;
    }
  }
  return { count, scale: 1 / Math.sqrt(Math.max(1, all)) };
}
