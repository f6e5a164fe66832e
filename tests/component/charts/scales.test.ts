import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { axisOfDays, leftOf, percentOf, stacked, timeAxis } from '@/components/charts/scales.ts';
import { inSeries, seriesNames } from '@/components/charts/series.ts';
import { timeNames } from '@/rules/time/history.ts';

describe('an axis of time', () => {
  test.each([
    [0, 300, 2],
    [1100, 1200, 5],
    [3600, 3600, 5],
    [5400, 5400, 4],
    [4 * 3600 + 1, 6 * 3600, 4],
    [86_400, 86_400, 5],
  ])('for %i seconds ends at %i with %i lines', (most, top, lines) => {
    const axis = timeAxis(most);
    expect(axis.top).toBe(top);
    expect(axis.ticks).toHaveLength(lines);
  });

  test('holds whatever is to be drawn, with few lines, evenly apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 115_000 }), (most) => {
        const { top, ticks } = timeAxis(most);
        expect(top).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(5);
        const step = ticks[1] ?? 0;
        expect(ticks).toEqual(ticks.map((_, index) => index * step));
        expect(ticks.at(-1)).toBe(top);
      }),
    );
  });

  test('of no number is that of nothing', () => {
    expect(timeAxis(Number.NaN)).toEqual(timeAxis(0));
  });
});

describe('the axis of several days', () => {
  test('holds every day and every limit near them', () => {
    expect(axisOfDays([1800, 4000], [5400]).top).toBe(5400);
  });

  test('leaves a limit out that is far beyond what was used', () => {
    expect(axisOfDays([1800], [36_000]).top).toBe(1800);
  });

  test('shows the limit of a week in which nothing happened yet', () => {
    expect(axisOfDays([0, 0], [5400]).top).toBe(5400);
    expect(axisOfDays([], []).top).toBeGreaterThan(0);
  });
});

test('a part is between nothing and the whole, whatever the numbers', () => {
  expect(percentOf(30, 120)).toBe(25);
  fc.assert(
    fc.property(fc.double(), fc.double(), (part, whole) => {
      const percent = percentOf(part, whole);
      expect(percent >= 0 && percent <= 100).toBe(true);
    }),
  );
});

describe('parts of a bar', () => {
  const parts = [
    { name: 'games', seconds: 600 },
    { name: 'video', seconds: 300 },
  ] as const;

  test('stand on each other', () => {
    expect(stacked(parts, 900).map(({ from, to }) => [from, to])).toEqual([
      [0, 600],
      [600, 900],
    ]);
  });

  test('that cover the same seconds are drawn shorter, and keep their own numbers', () => {
    expect(stacked(parts, 450)).toEqual([
      { name: 'games', seconds: 600, from: 0, to: 300 },
      { name: 'video', seconds: 300, from: 300, to: 450 },
    ]);
  });

  test('never reach past the total, and never overlap', () => {
    const amounts = fc.array(fc.integer({ min: -5, max: 90_000 }), { maxLength: 7 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 90_000 }), (seconds, total) => {
        const named = seconds.map((each, index) => ({ name: String(index), seconds: each }));
        const drawn = stacked(named, total);
        drawn.slice(1).forEach((segment, index) => {
          expect(segment.from).toBe(drawn[index]?.to);
        });
        expect(drawn.at(-1)?.to ?? 0).toBeLessThanOrEqual(total + 0.001);
      }),
    );
  });
});

test.each([
  [0, 3600, 1],
  [1800, 3600, 0.5],
  [3600, 3600, 0],
  [9000, 3600, 0],
  [0, 0, 0],
  [-5, 60, 1],
])('of %i used out of %i, %d is left', (used, limit, left) => {
  expect(leftOf(used, limit)).toBe(left);
});

describe('series', () => {
  test('lose no second, whatever the topic', () => {
    const everything = timeNames.map((category, index) => ({ category, seconds: index + 1 }));
    const sum = (parts: readonly { readonly seconds: number }[]) =>
      parts.reduce((before, { seconds }) => before + seconds, 0);
    const found = inSeries(everything);
    expect(sum(found)).toBe(sum(everything));
    expect(found.map(({ name }) => name)).toEqual([...seriesNames]);
  });

  test('put topics without a colour of their own together', () => {
    expect(
      inSeries([
        { category: 'shopping', seconds: 60 },
        { category: 'dating', seconds: 30 },
        { category: 'games', seconds: 10 },
      ]),
    ).toEqual([
      { name: 'games', seconds: 10 },
      { name: 'rest', seconds: 90 },
    ]);
  });
});
