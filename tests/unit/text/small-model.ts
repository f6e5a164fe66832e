// A model small enough for tests: every table full of numbers, so that a wrong look-up shows.
import { topics, type Header, type PerScript, type Tables } from '../../../rules/text/model.ts';

const judged = {
  curve: { slope: 1, offset: 0 },
  message: { likely: 0.5, clear: 2 },
  page: { likely: 1, clear: 3 },
};
const all: PerScript = { latin: judged, arabic: judged, cyrillic: judged, han: judged };
const spread = (length: number, seed: number): Int8Array =>
  Int8Array.from({ length }, (_, at) => (Math.imul(at + seed, 0x9e3779b1) >>> 24) - 128);

const settings: Omit<Header, 'version' | 'checksum'> = {
  wideBits: 10,
  vectorBits: 8,
  topicBits: 8,
  dimensions: 4,
  hidden: 3,
  wideScale: 0.01,
  vectorScale: 0.01,
  bias: 0.1,
  topicScales: topics.map(() => 0.02),
  topicBiases: topics.map(() => -0.1),
  unkind: all,
  topics: {
    hate: all,
    adult: all,
    gambling: all,
    drugs: all,
    'self-harm': all,
    grooming: all,
    scam: all,
  },
};
const tables: Tables = {
  wide: spread(2 ** 10, 1),
  vectors: spread(2 ** 8 * 4, 2),
  topics: spread(2 ** 8 * 8, 3),
  layers: Float32Array.from({ length: 3 * 10 }, (_, at) => Math.sin(at) / 2),
};

export const smallModel = { settings, tables };
