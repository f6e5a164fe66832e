// Reads the pixels of a screenshot: what a child would have seen, whatever a page claims about itself.
import { inflateSync } from 'node:zlib';

export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

/** Non-interlaced 8-bit RGB or RGBA, which is what both browsers write. */
export function readPng(png: Uint8Array): Pixels {
  const file = Buffer.from(png);
  const [width, height, channels] = [
    file.readUInt32BE(16),
    file.readUInt32BE(20),
    file.readUInt8(25) === 6 ? 4 : 3,
  ];
  const rows = unfilter(inflateSync(imageData(file)), width * channels, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgb.set(rows.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  }
  return { width, height, rgb };
}

function imageData(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, end));
    at = end + 4;
  }
  return Buffer.concat(parts);
}

function unfilter(raw: Buffer, rowBytes: number, channels: number): Uint8Array {
  const rows = new Uint8Array((raw.length / (rowBytes + 1)) * rowBytes);
  for (let row = 0; row * (rowBytes + 1) < raw.length; row += 1) {
    const filter = raw[row * (rowBytes + 1)] ?? 0;
    for (let i = 0; i < rowBytes; i += 1) {
      const at = row * rowBytes + i;
      const left = i >= channels ? (rows[at - channels] ?? 0) : 0;
      const up = row > 0 ? (rows[at - rowBytes] ?? 0) : 0;
      const corner = row > 0 && i >= channels ? (rows[at - rowBytes - channels] ?? 0) : 0;
      rows[at] = (raw[row * (rowBytes + 1) + 1 + i] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return rows;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const target = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(target - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

type Colour = readonly [red: number, green: number, blue: number];

/** The share of pixels of the loud colour every pretend hostile page is painted with. */
export const shareOfMagenta = (pixels: Pixels): number => shareNear(pixels, [255, 0, 255], 80);

/** The share of pixels of our main button, in light clothes: it is there if a child can see the warning. */
export const shareOfTeal = (pixels: Pixels): number => shareNear(pixels, [14, 90, 87], 4);

function shareNear({ width, height, rgb }: Pixels, colour: Colour, within: number): number {
  let found = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    if (colour.every((part, i) => Math.abs(part - (rgb[at + i] ?? 0)) <= within)) found += 1;
  }
  return found / (width * height);
}
