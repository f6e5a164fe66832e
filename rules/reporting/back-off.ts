// How long to wait after a try that did not end in a receipt.
import type { Instant } from '../policy/verdict.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
/** Longest wait that is ever planned; anything further ahead means that the clock went back. */
export const longestPauseMs = 24 * hourMs;

export type Problem =
  /** No network. */
  | 'offline'
  | 'timed-out'
  /** The desk or something before it was not able to answer properly; it may or may not have the report. */
  | 'broken'
  /** Too many at once, or closed for now. */
  | 'busy'
  /** The desk answered that it can not take this. */
  | 'refused';

/**
 * Milliseconds to the next try: doubling from half a minute, at most an hour on the first day, then six; spread by jitter
 * (0 to 1). For somebody in danger a minute at most, and no desk may ask for more than five.
 */
export function pauseAfter(
  problem: Problem,
  how: {
    readonly attempts: number;
    readonly ageMs: number;
    readonly retryAfterMs: number | null;
    readonly jitter: number;
    readonly isUrgent?: boolean;
  },
): number {
  const doubled = 30 * secondMs * 2 ** Math.min(20, Math.max(0, how.attempts - 1));
  const isUrgent = how.isUrgent === true;
  const planned = Math.min(isUrgent ? minuteMs : longestOf(problem, how.ageMs), doubled);
  const spread = planned * (0.5 + 0.5 * clamp(how.jitter, 0, 1));
  const mostAskedFor = isUrgent ? 5 * minuteMs : longestPauseMs;
  return Math.round(Math.max(spread, clamp(how.retryAfterMs ?? 0, 0, mostAskedFor)));
}

/** Whether it is time for what was planned for `then`. A clock that went back locks nothing away. */
export const isTimeFor = (then: Instant, now: Instant, longestMs = longestPauseMs): boolean =>
  now >= then || then - now > longestMs;

/** No desk is burdened while there is no network, so that case looks again sooner. */
function longestOf(problem: Problem, ageMs: number): number {
  if (problem === 'offline') return 15 * minuteMs;
  return ageMs > 24 * hourMs ? 6 * hourMs : hourMs;
}

const clamp = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;

/** Milliseconds named by a Retry-After header, in seconds or as a date; null if it says nothing readable. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * secondMs;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
