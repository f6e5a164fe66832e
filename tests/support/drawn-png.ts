// Pictures for tests, drawn by arithmetic: one colour, or a landscape of hills that no two numbers draw alike.
import { crc32, deflateSync } from 'node:zlib';

export type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number];

export const plain =
  (red: number, green: number, blue: number): Paint =>
  () => [red, green, blue];

/** Sky above, hills below; the seed moves and tints them. */
export const landscape =
  (seed: number, width: number, height: number): Paint =>
  (x, y) => {
    const hill = height * (0.5 + 0.2 * Math.sin((x / width) * 6 + seed) + 0.1 * Math.sin(x / 9));
    const grain = ((x * 13 + y * 7 + seed * 31) % 17) - 8;
    return y < hill
      ? [130 + grain, 170 + ((seed * 5) % 40), 215 + grain]
      : [90 + grain + ((seed * 11) % 30), 110 + grain, 120];
  };

export function drawPng(width: number, height: number, paint: Paint): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      paint(x, y).forEach((value, place) => {
        rows[at + place] = Math.min(255, Math.max(0, Math.round(value)));
      });
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
