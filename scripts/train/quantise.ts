// From trained floats to the bytes of the model.
import { topics, topicStride, type Tables } from '../../rules/text/model.ts';
import type { Net } from './net.ts';
import type { TopicHeads } from './topics.ts';

/** Of weights that are not nought, so many are cut at the largest byte: a few giants would leave the others no steps. */
const cut = 0.0005;

export type Quantised = {
  readonly tables: Tables;
  readonly wideScale: number;
  readonly vectorScale: number;
  readonly topicScales: number[];
};

export function quantise(net: Net, heads: TopicHeads): Quantised {
  const wide = toBytes(net.wide);
  const vectors = toBytes(net.vectors);
  const bytes = new Int8Array(heads.weights.length);
  const topicScales = topics.map((_, topic) => {
    const column = heads.weights.filter((__, at) => at % topicStride === topic);
    const head = toBytes(column);
    head.bytes.forEach((value, bucket) => {
      bytes[bucket * topicStride + topic] = value;
    });
    return head.scale;
  });
  return {
    tables: { wide: wide.bytes, vectors: vectors.bytes, topics: bytes, layers: net.layers },
    wideScale: wide.scale,
    vectorScale: vectors.scale,
    topicScales,
  };
}

function toBytes(values: Float32Array): { bytes: Int8Array; scale: number } {
  const sizes = values
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted();
  const largest = sizes[Math.floor(sizes.length * (1 - cut))] ?? 0;
  const scale = largest === 0 ? 1 : largest / 127;
  return {
    bytes: Int8Array.from(values, (value) =>
      Math.max(-127, Math.min(127, Math.round(value / scale))),
    ),
    scale,
  };
}
