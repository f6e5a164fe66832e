// The linear model of addresses as a file of the package (public/models/addresses.bin), little-endian:
// "SAA1", scale (float32), bias (float32), thresholds likely-bare, likely-deep, clear-bare, clear-deep (float32 each), then one signed byte a place.
import { featureBits } from './address-features.ts';

export type Thresholds = {
  /** Of an address that is a host and nothing else; of one with a path or query. */
  readonly bare: number;
  readonly deep: number;
};
export type AddressModel = {
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly scale: number;
  readonly bias: number;
  /** About one honest address in a thousand is over it. */
  readonly likely: Thresholds;
  /** About one in ten thousand. */
  readonly clear: Thresholds;
};

const magic = 0x31414153;
const headerBytes = 28;
export const modelBytes = headerBytes + (1 << featureBits);

/** Null: not a model of this version. */
export function readAddressModel(bytes: ArrayBuffer): AddressModel | null {
  if (bytes.byteLength !== modelBytes) return null;
  const view = new DataView(bytes);
  if (view.getUint32(0, true) !== magic) return null;
  const numbers = [4, 8, 12, 16, 20, 24].map((at) => view.getFloat32(at, true));
  if (!numbers.every((number) => Number.isFinite(number))) return null;
  const [scale = 0, bias = 0, likelyBare = 0, likelyDeep = 0, clearBare = 0, clearDeep = 0] =
    numbers;
  return {
    weights: new Int8Array(bytes, headerBytes),
    scale,
    bias,
    likely: { bare: likelyBare, deep: likelyDeep },
    clear: { bare: clearBare, deep: clearDeep },
  };
}

export function writeAddressModel({
  weights,
  scale,
  bias,
  likely,
  clear,
}: AddressModel): Uint8Array {
  const bytes = new Uint8Array(modelBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  const numbers = [scale, bias, likely.bare, likely.deep, clear.bare, clear.deep];
  for (const [index, number] of numbers.entries()) view.setFloat32(4 + 4 * index, number, true);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), headerBytes);
  return bytes;
}
