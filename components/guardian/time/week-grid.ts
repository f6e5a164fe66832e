// Moving and painting on the week: 7 days of 96 quarter-hours.
import { clockName } from '@/components/page/formats.ts';
import { weekdays, type Language } from '@/rules/policy/schema.ts';
import { cellsPerDay, cellTime, type Grid, painted } from '@/rules/time/grid.ts';

export type Spot = { readonly day: number; readonly cell: number };
/** A rectangle while it is drawn: from where it began to where it is now. */
export type Stroke = { readonly from: Spot; readonly to: Spot; readonly closes: boolean };

/** A quarter of the day is shown at a time where there is little room. */
export const partCells = cellsPerDay / 4;
export const partOf = (cell: number): number => Math.floor(cell / partCells);

export const isClosedAt = (grid: Grid, { day, cell }: Spot): boolean => grid[day]?.[cell] === true;

/** The grid as it would be if the stroke ended here. */
export const strokeOn = (grid: Grid, stroke: Stroke | null): Grid =>
  stroke === null ? grid : painted(grid, stroke, stroke.closes);

/** The rows of these days become like one row. */
export const copied = (grid: Grid, from: number, to: readonly number[]): Grid =>
  grid.map((row, day) => (to.includes(day) ? (grid[from] ?? row) : row));

export const allDays: readonly number[] = weekdays.map((_, at) => at);
export const workDays: readonly number[] = allDays.slice(0, 5);

/** Where a key leads; null: the key moves nothing. `forward`: +1 where the later hour stands to the right. */
export function movedBy(key: string, { day, cell }: Spot, forward: 1 | -1): Spot | null {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowRight: [0, forward],
    ArrowLeft: [0, -forward],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    PageDown: [0, 4],
    PageUp: [0, -4],
    Home: [0, -cellsPerDay],
    End: [0, cellsPerDay],
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return null;
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return { day: within(day + step[0], 6), cell: within(cell + step[1], cellsPerDay - 1) };
}

/** "9:00 PM" of each cell's start, and of the day's end. */
export const cellNames = (language: Language): readonly string[] =>
  Array.from({ length: cellsPerDay + 1 }, (_, cell) => clockName(language, cellTime(cell)));

/** Short enough for the head of a column: "6 AM"; Urdu says the part of the day. */
export function hourName(language: Language, hour: number): string {
  const at = Date.UTC(2024, 0, 1, hour);
  const clock = { hour: 'numeric', timeZone: 'UTC' } as const;
  if (language !== 'ur') return new Intl.DateTimeFormat(language, clock).format(at);
  const parts = new Intl.DateTimeFormat('ur', { ...clock, dayPeriod: 'short' }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('dayPeriod')} ${part('hour')}`.trim();
}

/** "day-cell" of an element of the grid, or of what stands in it. */
export function spotIn(target: EventTarget | Element | null): Spot | null {
  const at =
    target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : null;
  const [day, cell] = (at ?? '').split('-').map(Number);
  return day === undefined || cell === undefined || Number.isNaN(day + cell) ? null : { day, cell };
}
