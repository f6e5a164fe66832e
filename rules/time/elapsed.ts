// How much time has provably passed between two looks at the clock. The wall clock alone can be set by anyone.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';

/** A clock that only runs forward while this worker lives: performance.timeOrigin and performance.now(). */
const steadySchema = z.strictObject({ run: z.number(), ms: z.number().check(z.minimum(0)) });

export const sightingSchema = z.strictObject({ at: z.number(), steady: z.nullable(steadySchema) });
export type Sighting = z.infer<typeof sightingSchema>;
export type Steady = z.infer<typeof steadySchema>;

/** Signs of life come every 30 s; a longer gap than this was sleep, or a clock that was set. */
export const longestGapMs = 90_000;

/** Milliseconds that both clocks agree have passed, without any regard to gaps. Never negative. */
export function agreedElapsed(before: Sighting, after: Sighting): number {
  const wall = Math.max(0, tidy(after.at - before.at));
  if (before.steady === null || after.steady?.run !== before.steady.run) return wall;
  return Math.min(wall, Math.max(0, tidy(after.steady.ms - before.steady.ms)));
}

/** In whole milliseconds, so that a span cut into a thousand pieces adds up to itself. */
export const sightingOf = (at: Instant, steady: Steady | undefined): Sighting => ({
  at: Math.floor(at),
  steady: steady === undefined ? null : { run: steady.run, ms: Math.floor(steady.ms) },
});

/** Workers are told late by no more than this; a wall clock that is further back was set. */
const latestTellingMs = 5000;

/** Whether one look at the clocks was taken before another. The steady clock of one run knows; without it a moment is forgiven. */
export const isOlder = ({ at, steady }: Sighting, than: Sighting): boolean =>
  steady !== null && steady.run === than.steady?.run
    ? steady.ms < than.steady.ms
    : at < than.at && at >= than.at - latestTellingMs;

const tidy = (ms: number): number => (Number.isFinite(ms) ? ms : 0);
