import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type QuietTime, weekdays } from '@/rules/policy/schema.ts';
import {
  cellTime,
  emptyGrid,
  type Grid,
  gridOf,
  isOnGrid,
  painted,
  quietTimesOf,
  rangesOf,
} from '@/rules/time/grid.ts';

const ids = () => {
  let next = 0;
  return () => `new-${(next += 1)}`;
};
const windowsOf = (grid: Grid, before: QuietTime[] = []) =>
  quietTimesOf(grid, { before, newId: ids() });
const timesOf = (quietTimes: readonly QuietTime[]) =>
  quietTimes.map(({ days, from, to }) => [days.join(' '), from, to]);
const quiet = (days: QuietTime['days'], from: string, to: string, id = 'q'): QuietTime => ({
  id,
  days,
  from,
  to,
});
const everyDay = [...weekdays];

test('a cell is a quarter of an hour', () => {
  expect([0, 1, 85, 96].map(cellTime)).toEqual(['00:00', '00:15', '21:15', '24:00']);
  expect([-1, 97, Number.NaN].map(cellTime)).toEqual(['00:00', '24:00', '00:00']);
});

test('a window closes its cells, past midnight those of the next day', () => {
  const grid = gridOf([quiet(['sun'], '23:30', '00:30')]);
  expect(rangesOf(grid, 6)).toEqual([{ from: 94, to: 96 }]);
  expect(rangesOf(grid, 0)).toEqual([{ from: 0, to: 2 }]);
  expect(grid.flat().filter(Boolean)).toHaveLength(4);
});

test('a window that begins or ends between two cells closes both', () => {
  const ragged = [quiet(['mon'], '20:05', '20:20')];
  expect(isOnGrid(ragged)).toBe(false);
  expect(rangesOf(gridOf(ragged), 0)).toEqual([{ from: 80, to: 82 }]);
  expect(isOnGrid([quiet(['mon'], '20:15', '24:00')])).toBe(true);
});

test('a night painted on two days is one window, and days that are alike share it', () => {
  const nights = gridOf([quiet(everyDay, '21:00', '06:30')]);
  expect(timesOf(windowsOf(nights))).toEqual([[everyDay.join(' '), '21:00', '06:30']]);
});

test('a window keeps its id while its times stay', () => {
  const before = [
    quiet(everyDay, '21:00', '06:30', 'night'),
    quiet(['mon'], '13:00', '14:00', 'nap'),
  ];
  const later = painted(
    gridOf(before),
    { from: { day: 0, cell: 52 }, to: { day: 0, cell: 55 } },
    false,
  );
  expect(windowsOf(later, before)).toEqual([before[0]]);
  const longer = painted(later, { from: { day: 5, cell: 60 }, to: { day: 6, cell: 61 } }, true);
  expect(windowsOf(longer, before).map(({ id, days }) => [id, days.join(' ')])).toEqual([
    ['night', everyDay.join(' ')],
    ['new-1', 'sat sun'],
  ]);
});

test('what is closed for longer than a day is cut at midnight, a whole week is seven whole days', () => {
  const long = painted(emptyGrid, { from: { day: 4, cell: 80 }, to: { day: 4, cell: 95 } }, true);
  const weekend = painted(
    painted(long, { from: { day: 5, cell: 0 }, to: { day: 5, cell: 95 } }, true),
    { from: { day: 6, cell: 0 }, to: { day: 6, cell: 39 } },
    true,
  );
  expect(timesOf(windowsOf(weekend))).toEqual([
    ['fri', '20:00', '24:00'],
    ['sat', '00:00', '24:00'],
    ['sun', '00:00', '10:00'],
  ]);
  const always = painted(emptyGrid, { from: { day: 0, cell: 0 }, to: { day: 6, cell: 95 } }, true);
  expect(timesOf(windowsOf(always))).toEqual([[everyDay.join(' '), '00:00', '24:00']]);
});

test('a rectangle is painted whichever corner it is drawn from', () => {
  const [a, b] = [
    { day: 1, cell: 40 },
    { day: 3, cell: 43 },
  ];
  const grid = painted(emptyGrid, { from: b, to: a }, true);
  expect(grid).toEqual(painted(emptyGrid, { from: a, to: b }, true));
  expect(grid.flat().filter(Boolean)).toHaveLength(12);
});

test('windows of a part of browsing carry their scope', () => {
  const grid = gridOf([quiet(['mon'], '20:00', '21:00')]);
  expect(quietTimesOf(grid, { newId: ids(), scope: 'category:games' })).toMatchObject([
    { scope: 'category:games' },
  ]);
  expect(quietTimesOf(grid, { newId: ids(), scope: 'all' })[0]).not.toHaveProperty('scope');
});

const grids = fc
  .array(
    fc.record({
      from: fc.record({
        day: fc.integer({ min: 0, max: 6 }),
        cell: fc.integer({ min: 0, max: 95 }),
      }),
      to: fc.record({ day: fc.integer({ min: 0, max: 6 }), cell: fc.integer({ min: 0, max: 95 }) }),
      isClosed: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((strokes) =>
    strokes.reduce<Grid>(
      (grid, { isClosed, ...corners }) => painted(grid, corners, isClosed),
      emptyGrid,
    ),
  );

test('whatever is painted, its windows close exactly those cells again', () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const windows = windowsOf(grid);
      expect(gridOf(windows)).toEqual(grid);
      expect(isOnGrid(windows)).toBe(true);
      expect(new Set(windows.map(({ id }) => id)).size).toBe(windows.length);
      expect(windows.every(({ from, to }) => from !== to && from !== '24:00')).toBe(true);
    }),
  );
});
