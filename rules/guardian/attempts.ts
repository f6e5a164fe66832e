// Back-off for wrong secrets. A try is counted and stored before anything is hashed, so nothing undoes it.
//
// A wait is kept as what is left of it, not as an hour on the wall: it runs down only by time that provably passes
// between two looks, at most 90 s a look. Setting the clock forward gains 90 s at best (nothing while the worker
// lives), setting it back costs nothing, and closing the browser ends no wait.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';
import {
  agreedElapsed,
  longestGapMs,
  sightingOf,
  sightingSchema,
  type Steady,
} from '../time/elapsed.ts';

export const freeTries = 5;
const firstWaitMs = 30_000;
export const longestWaitMs = 3_600_000;

export const attemptsSchema = z.strictObject({
  /** Tries since the last right one. */
  count: z.int().check(z.minimum(0), z.maximum(1_000_000)),
  waitLeftMs: z.number().check(z.minimum(0), z.maximum(longestWaitMs)),
  seen: z.nullable(sightingSchema),
});
export type AttemptState = z.infer<typeof attemptsSchema>;

export const noAttempts: AttemptState = { count: 0, waitLeftMs: 0, seen: null };

/** As after five wrong tries: for a stored count that can not be read. */
export const manyAttempts: AttemptState = {
  count: freeTries,
  waitLeftMs: firstWaitMs,
  seen: null,
};

export type AttemptOutcome = 'go' | { readonly waitUntil: Instant };

/** Asks for a try. "go" is already counted in the new state: store it, then hash. */
export function beginAttempt(
  state: AttemptState,
  at: Instant,
  steady?: Steady,
): { readonly state: AttemptState; readonly outcome: AttemptOutcome } {
  const seen = passTime(state, at, steady);
  if (seen.waitLeftMs > 0) return { state: seen, outcome: { waitUntil: at + seen.waitLeftMs } };
  const count = Math.min(seen.count + 1, 1_000_000);
  return { state: { ...seen, count, waitLeftMs: waitAfter(count) }, outcome: 'go' };
}

/** Runs the wait down. Call it on the heartbeat while a wait is running. */
export function passTime(state: AttemptState, at: Instant, steady?: Steady): AttemptState {
  if (!Number.isFinite(at)) return state;
  const seen = sightingOf(at, steady);
  const passed = state.seen === null ? 0 : Math.min(agreedElapsed(state.seen, seen), longestGapMs);
  return { ...state, waitLeftMs: Math.max(0, state.waitLeftMs - passed), seen };
}

/** When the next try is allowed; null: now. */
export const waitUntil = (state: AttemptState, at: Instant): Instant | null =>
  state.waitLeftMs > 0 ? at + state.waitLeftMs : null;

/** The secret was right. */
export const succeed = (state: AttemptState): AttemptState => ({ ...noAttempts, seen: state.seen });

/** What was tried was right, though it proves no guardian: this try costs nothing, those before it stay counted. */
export const takeBack = (state: AttemptState): AttemptState => ({
  ...state,
  count: Math.max(0, state.count - 1),
  waitLeftMs: 0,
});

/** The wait that follows the n-th wrong try: none for the first four, then 30 s doubling to an hour. */
export const waitAfter = (count: number): number =>
  count < freeTries
    ? 0
    : Math.min(firstWaitMs * 2 ** Math.min(count - freeTries, 20), longestWaitMs);
