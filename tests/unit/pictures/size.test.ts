import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isTooLarge, pointsIn } from '@/rules/pictures/size.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );
const big = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const little = (value: number): number[] => big(value).toReversed();
const rest = Array.from({ length: 40 }, () => 0);
const png = (width: number, height: number): Uint8Array =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], big(13), 'IHDR', big(width), big(height), rest);
const jpeg = (width: number, height: number): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xe1, 0, 3, 9, 0xff, 0xc2, 0, 17, 8],
    big(height).slice(2),
    big(width).slice(2),
    rest,
  );

describe('how large a picture becomes is read from its beginning', () => {
  test.each([
    ['png', png(300, 200)],
    ['jpeg, behind other segments', jpeg(300, 200)],
    ['gif', bytes('GIF89a', little(300).slice(0, 2), little(200).slice(0, 2), rest)],
    ['bmp', bytes('BM', rest.slice(0, 16), little(300), little(-200), rest)],
    [
      'webp',
      bytes(
        'RIFF',
        big(0),
        'WEBPVP8X',
        rest.slice(0, 8),
        little(299).slice(0, 3),
        little(199).slice(0, 3),
        rest,
      ),
    ],
    [
      'plain webp',
      bytes(
        'RIFF',
        big(0),
        'WEBPVP8 ',
        rest.slice(0, 10),
        little(300).slice(0, 2),
        little(200).slice(0, 2),
        rest,
      ),
    ],
    [
      'lossless webp',
      bytes(
        'RIFF',
        big(0),
        'WEBPVP8L',
        rest.slice(0, 4),
        [0x2f],
        little(299 + 199 * 2 ** 14),
        rest,
      ),
    ],
    [
      'avif in tiles',
      bytes(
        big(28),
        'ftypavif',
        rest,
        'ispe',
        big(0),
        big(100),
        big(100),
        'ispe',
        big(0),
        big(300),
        big(200),
        rest,
      ),
    ],
    [
      'png in an icon',
      bytes([0, 0, 1, 0, 1, 0], rest.slice(0, 12), little(22), [...png(300, 200)]),
    ],
  ])('%s', (_, file) => {
    expect(pointsIn(file)).toBe(60_000);
  });

  test('what would fill the memory is refused, a photograph is not', () => {
    expect(isTooLarge(png(30_000, 30_000))).toBe(true);
    expect(isTooLarge(jpeg(65_000, 65_000))).toBe(true);
    expect(isTooLarge(png(8000, 6000))).toBe(false);
  });

  test('nothing that is cut off or made up is more than not known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          png(9, 9),
          jpeg(9, 9),
          bytes('RIFF    WEBPVP8X'),
          bytes([0, 0, 1, 0, 9, 9]),
        ),
        fc.nat(60),
        fc.uint8Array({ maxLength: 80 }),
        (file, end, more) => {
          expect(
            pointsIn(Uint8Array.from([...file.subarray(0, end), ...more])),
          ).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
