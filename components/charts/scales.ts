// Numbers to places on a chart. Pure: what is drawn can be tried without a screen.

export type TimeAxis = {
  /** Seconds at the far end. */
  readonly top: number;
  /** Evenly apart, from 0 to the top. */
  readonly ticks: readonly number[];
};

const stepsInMinutes = [5, 10, 15, 30, 60, 120, 180, 240, 360];
const mostSteps = 4;

/** An axis of time that holds `most` seconds, with lines at round numbers of minutes or hours. */
export function timeAxis(most: number): TimeAxis {
  const longest = Math.max(0, Number.isFinite(most) ? most : 0);
  const step = (stepsInMinutes.find((minutes) => minutes * 60 * mostSteps >= longest) ?? 480) * 60;
  const count = Math.max(1, Math.ceil(longest / step));
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** The axis of several days. A limit far beyond all that was used would make every bar a stub: it is left out. */
export function axisOfDays(totals: readonly number[], limits: readonly number[]): TimeAxis {
  const most = Math.max(0, ...totals);
  const near = limits.filter((limit) => most === 0 || limit <= most * 2.5);
  return timeAxis(Math.max(most, ...near));
}

/** How far along a whole, in percent: never outside of it, whatever the numbers. */
export function percentOf(part: number, whole: number): number {
  if (!(whole > 0) || !(part > 0)) return 0;
  return Math.min(100, Math.round((part / whole) * 10_000) / 100);
}

export type Segment<Name extends string> = {
  readonly name: Name;
  readonly seconds: number;
  /** Seconds from the foot of the bar. */
  readonly from: number;
  readonly to: number;
};

/**
 * Parts on top of each other. Two parts may cover the same second, so where they come to more than the total
 * each is drawn shorter, and the bar is as long as the total.
 */
export function stacked<Name extends string>(
  parts: readonly { readonly name: Name; readonly seconds: number }[],
  total: number,
): readonly Segment<Name>[] {
  const real = parts.filter(({ seconds }) => seconds > 0);
  const sum = real.reduce((before, { seconds }) => before + seconds, 0);
  const scale = sum > total && sum > 0 ? Math.max(0, total) / sum : 1;
  let from = 0;
  return real.map(({ name, seconds }) => {
    const to = from + seconds * scale;
    const segment = { name, seconds, from, to };
    from = to;
    return segment;
  });
}

/** What is left of a whole, 0 to 1. An allowance of nothing has nothing left. */
export const leftOf = (used: number, limit: number): number =>
  limit > 0 ? Math.min(1, Math.max(0, 1 - Math.max(0, used) / limit)) : 0;
