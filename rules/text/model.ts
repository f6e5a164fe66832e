// The model file: magic, length of the header, a header in JSON, and the tables behind it.
import * as z from 'zod/mini';

import { fail, ok, type Result } from '../result.ts';

const magic = 0x31544153; // "SAT1"
/** Goes up with any change of folding, features or layout: a model of another version would answer nonsense. */
const version = 1;

/** Heads beside "unkind", in the order of a bucket's bytes. "hate" is asked only of what is unkind. */
export const topics = [
  'hate',
  'adult',
  'gambling',
  'drugs',
  'self-harm',
  'grooming',
  'scam',
] as const;
export type Topic = (typeof topics)[number];
/** Bytes of a bucket of topics: a power of two, so that the last one is empty. */
export const topicStride = 8;

export const scripts = ['latin', 'arabic', 'cyrillic', 'han'] as const;
export type Script = (typeof scripts)[number];

const threshold = z.object({ likely: z.number(), clear: z.number() });
/** A score s means: probability 1 / (1 + e^-(slope * s + offset)). */
const curve = z.object({ slope: z.number(), offset: z.number() });
/** `usual`: the score that few ordinary messages go over. Many of them are added up from there. */
const judged = z.object({
  curve,
  message: threshold,
  page: threshold,
  usual: z.optional(z.number()),
});
const perScript = z.object({ latin: judged, arabic: judged, cyrillic: judged, han: judged });

const headerShape = z.object({
  version: z.literal(version),
  checksum: z.int(),
  wideBits: z.int().check(z.minimum(4), z.maximum(24)),
  vectorBits: z.int().check(z.minimum(4), z.maximum(20)),
  topicBits: z.int().check(z.minimum(4), z.maximum(20)),
  dimensions: z.int().check(z.minimum(1), z.maximum(64)),
  hidden: z.int().check(z.minimum(1), z.maximum(256)),
  wideScale: z.number(),
  vectorScale: z.number(),
  bias: z.number(),
  topicScales: z.array(z.number()).check(z.length(topics.length)),
  topicBiases: z.array(z.number()).check(z.length(topics.length)),
  unkind: perScript,
  topics: z.object({
    hate: perScript,
    adult: perScript,
    gambling: perScript,
    drugs: perScript,
    'self-harm': perScript,
    grooming: perScript,
    scam: perScript,
  }),
});
export type Header = z.infer<typeof headerShape>;
export type Judged = z.infer<typeof judged>;
export type PerScript = z.infer<typeof perScript>;

export type TextModel = {
  readonly header: Header;
  readonly wide: Int8Array;
  readonly vectors: Int8Array;
  readonly topics: Int8Array;
  /** hidden rows of 2 * dimensions weights, then hidden biases, then hidden weights of the answer. */
  readonly layers: Float32Array;
};

const layerSize = ({ hidden, dimensions }: Header): number => hidden * (2 * dimensions + 2);

/** FNV-1a over the tables. */
function checksumOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1)
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}

/** In words, what is wrong with bytes that are no model of this version. */
export function readModel(bytes: Uint8Array): Result<TextModel, string> {
  if (bytes.length < 12) return fail('too short to be a text model');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) return fail('not a text model');
  if (view.getUint32(4, true) !== version) return fail('a text model of another version');
  const headerEnd = 12 + view.getUint32(8, true);
  if (headerEnd > bytes.length) return fail('the header of the text model is cut off');
  const header = headerIn(bytes.subarray(12, headerEnd));
  if (header === null) return fail('the header of the text model does not fit');
  const wide = 2 ** header.wideBits;
  const vectors = 2 ** header.vectorBits * header.dimensions;
  const topicBytes = 2 ** header.topicBits * topicStride;
  const tables = bytes.subarray(headerEnd);
  if (tables.length !== wide + vectors + topicBytes + layerSize(header) * 4)
    return fail('the tables of the text model have another size than its header says');
  if (checksumOf(tables) !== header.checksum)
    return fail('the tables of the text model are damaged');
  const at = (from: number, length: number): Int8Array =>
    new Int8Array(tables.buffer, tables.byteOffset + from, length);
  return ok({
    header,
    wide: at(0, wide),
    vectors: at(wide, vectors),
    topics: at(wide + vectors, topicBytes),
    layers: floatsIn(tables.subarray(wide + vectors + topicBytes)),
  });
}

function headerIn(bytes: Uint8Array): Header | null {
  try {
    const read = headerShape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : null;
  } catch {
    // Not JSON: the caller says that the header does not fit.
    return null;
  }
}

function floatsIn(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => view.getFloat32(at * 4, true));
}

export type Tables = Omit<TextModel, 'header'>;

export function writeModel(
  settings: Omit<Header, 'version' | 'checksum'>,
  { wide, vectors, topics: topicTable, layers }: Tables,
): Uint8Array {
  const floats = new DataView(new ArrayBuffer(layers.length * 4));
  layers.forEach((value, at) => floats.setFloat32(at * 4, value, true));
  const parts = [wide, vectors, topicTable, new Uint8Array(floats.buffer)];
  const tables = joined(
    parts.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength)),
  );
  const header: Header = { version, checksum: checksumOf(tables), ...settings };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = new DataView(new ArrayBuffer(12));
  start.setUint32(0, magic, true);
  start.setUint32(4, version, true);
  start.setUint32(8, text.length, true);
  return joined([new Uint8Array(start.buffer), text, tables]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
