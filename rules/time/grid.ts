// The week as 7 rows of 96 quarter-hours, and back into quiet times. One grid is drawn for the windows of one scope.
import { type QuietTime, type Weekday, weekdays } from '../policy/schema.ts';
import { minutesOf } from './dates.ts';
import { wallMinutes } from './schedule.ts';

const cellMinutes = 15;
export const cellsPerDay = 96;
const weekCells = 7 * cellsPerDay;

/** 7 rows, Monday first, of 96 cells: true is closed. A night belongs to both of its days here. */
export type Grid = readonly (readonly boolean[])[];
/** From one cell to before another, 0 to 96. */
export type CellRange = { readonly from: number; readonly to: number };

export const emptyGrid: Grid = weekdays.map(() => Array.from({ length: cellsPerDay }, () => false));

/** "21:15" for 85; 96 is "24:00". */
export function cellTime(cell: number): string {
  const minutes = Math.min(Math.max(Math.trunc(cell) || 0, 0), cellsPerDay) * cellMinutes;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether a grid can say these times exactly. */
export const isOnGrid = (quietTimes: readonly Pick<QuietTime, 'from' | 'to'>[]): boolean =>
  quietTimes.every(({ from, to }) =>
    [from, to].every((time) => minutesOf(time) % cellMinutes === 0),
  );

/** Closed wherever a window closes any minute of the cell. */
export function gridOf(quietTimes: readonly Pick<QuietTime, 'days' | 'from' | 'to'>[]): Grid {
  const closed = new Set(
    quietTimes.flatMap((quietTime) => {
      const start = minutesOf(quietTime.from);
      const end = start + wallMinutes(quietTime);
      return quietTime.days.flatMap((day) => {
        const row = weekdays.indexOf(day) * cellsPerDay;
        const first = Math.floor(start / cellMinutes);
        return Array.from(
          { length: Math.ceil(end / cellMinutes) - first },
          (_, at) => (row + first + at) % weekCells,
        );
      });
    }),
  );
  return rowsOf((cell) => closed.has(cell));
}

/** The grid with a rectangle of cells closed or opened. Corners in any order; what lies outside is cut off. */
export function painted(
  grid: Grid,
  { from, to }: Record<'from' | 'to', { readonly day: number; readonly cell: number }>,
  isClosed: boolean,
): Grid {
  const within = (at: number, a: number, b: number) => at >= Math.min(a, b) && at <= Math.max(a, b);
  return rowsOf((at) => {
    const [day, cell] = [Math.floor(at / cellsPerDay), at % cellsPerDay];
    return within(day, from.day, to.day) && within(cell, from.cell, to.cell)
      ? isClosed
      : grid[day]?.[cell] === true;
  });
}

/** The closed ranges of one row, to be read out as a list. */
export function rangesOf(grid: Grid, day: number): readonly CellRange[] {
  const row = grid[day] ?? [];
  return row.flatMap((isClosed, from) => {
    if (!isClosed || row[from - 1] === true) return [];
    const end = row.indexOf(false, from);
    return [{ from, to: end < 0 ? row.length : end }];
  });
}

/**
 * The fewest plain windows that close exactly these cells: one that runs past midnight stays one, days that are alike
 * share one. A window keeps its id if one of `before` has the same times; `newId` makes the others.
 */
export function quietTimesOf(
  grid: Grid,
  {
    before = [],
    newId,
    scope,
  }: {
    readonly before?: readonly QuietTime[];
    readonly newId: () => string;
    readonly scope?: string | undefined;
  },
): QuietTime[] {
  const groups = Map.groupBy(runsOf(grid), ({ from, to }) => `${cellTime(from)} ${cellTime(to)}`);
  const taken = new Set<string>();
  const known = (times: string) =>
    before.find(({ id, from, to }) => `${from} ${to}` === times && !taken.has(id))?.id;
  return [...groups].map(([times, runs]) => {
    const [from = '', to = ''] = times.split(' ');
    const id = known(times) ?? newId();
    taken.add(id);
    const days = weekdays.filter((day) => runs.some((run) => run.day === day));
    return { id, days, from, to, ...(scope === undefined || scope === 'all' ? {} : { scope }) };
  });
}

type Run = CellRange & { readonly day: Weekday };

/** Runs of closed cells, each on the day it starts; `to` before `from` ends on the next day. */
function runsOf(grid: Grid): readonly Run[] {
  const isClosed = (at: number): boolean => {
    const cell = ((at % weekCells) + weekCells) % weekCells;
    return grid[Math.floor(cell / cellsPerDay)]?.[cell % cellsPerDay] === true;
  };
  const lengthFrom = (at: number): number => {
    let length = 0;
    while (length < weekCells && isClosed(at + length)) length += 1;
    return length;
  };
  const isWhole = grid.every((row) => row.every(Boolean));
  return Array.from({ length: weekCells }, (_, at) => at).flatMap((at) =>
    isClosed(at) && (at === 0 ? isWhole || !isClosed(-1) : !isClosed(at - 1))
      ? cutRun(at, lengthFrom(at))
      : [],
  );
}

/** Up to a day it stays one run; what is longer is cut at each midnight. */
function cutRun(start: number, length: number): readonly Run[] {
  const day = weekdays[Math.floor(start / cellsPerDay) % 7] ?? 'mon';
  const from = start % cellsPerDay;
  const end = from + length;
  if (length < cellsPerDay || end === cellsPerDay) {
    return [{ day, from, to: end > cellsPerDay ? end - cellsPerDay : end }];
  }
  const today = cellsPerDay - from;
  const rest = cutRun(start + today, length - today);
  return [{ day, from, to: cellsPerDay }, ...rest];
}

const rowsOf = (isClosed: (at: number) => boolean): Grid =>
  weekdays.map((_, row) =>
    Array.from({ length: cellsPerDay }, (__, cell) => isClosed(row * cellsPerDay + cell)),
  );
