// Whether the colours of the charts can be told apart by every kind of colour vision, computed from the styles themselves.
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { seriesNames } from '@/components/charts/series.ts';

type Colour = readonly [red: number, green: number, blue: number];
const themes = ['light', 'dark'] as const;
const styles = ['components/theme.css', 'components/charts/charts.css']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** A custom property "--name: light-dark(#…, #…)". */
function colourOf(name: string, theme: (typeof themes)[number]): Colour {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}:\\s*light-dark\\((#\\w{6}),\\s*(#\\w{6})\\)`).exec(styles) ?? [];
  const hex = theme === 'light' ? light : dark;
  expect(hex, `${name} in ${theme}`).toMatch(/^#/);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [linear(part(1)), linear(part(3)), linear(part(5))];
}

const linear = (value: number): number =>
  value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;
const contrast = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear light. */
const visions: Readonly<Record<string, readonly Colour[]>> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
  ],
  deuteranopia: [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ],
  tritanopia: [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_9],
  ],
};
const seen = (matrix: readonly Colour[], [red, green, blue]: Colour): Colour =>
  matrix.map(([r, g, b]) =>
    Math.min(1, Math.max(0, r * red + g * green + b * blue)),
  ) as unknown as Colour;

/** OKLab, in which equal distances look about equally different. */
function lab([red, green, blue]: Colour): Colour {
  const [l, m, s] = [
    Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue),
    Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue),
    Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue),
  ];
  return [
    0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  ];
}
const apart = (one: Colour, other: Colour): number =>
  Math.hypot(...lab(one).map((value, index) => value - (lab(other)[index] ?? 0)));

describe.each(themes)('the colours of charts in the %s theme', (theme) => {
  test.each([...seriesNames])('"%s" stands out from the card', (name) => {
    expect(contrast(colourOf(`series-${name}`, theme), colourOf('card', theme))).toBeGreaterThan(3);
  });

  test.each(Object.keys(visions))('can be told apart with %s, any two of them', (vision) => {
    const matrix = visions[vision] ?? [];
    const looks = seriesNames.map(
      (name) => [name, seen(matrix, colourOf(`series-${name}`, theme))] as const,
    );
    const close = looks.flatMap(([name, look], index) =>
      looks
        .slice(index + 1)
        .map(([other, its]) => `${name} ${other} ${apart(look, its).toFixed(3)}`)
        .filter((line) => Number(line.split(' ')[2]) < 0.08),
    );
    expect(close).toEqual([]);
  });
});
