import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pauseAfter, type Problem, retryAfterMs } from '@/rules/reporting/back-off.ts';

const minute = 60_000;
const pause = (attempts: number, problem: Problem = 'broken', ageMs = 0) =>
  pauseAfter(problem, { attempts, ageMs, retryAfterMs: null, jitter: 1 });

test('BYP-222 pauses double from half a minute to an hour, then to six hours after a day', () => {
  expect([1, 2, 3, 4].map((attempts) => pause(attempts))).toEqual([
    0.5 * minute,
    minute,
    2 * minute,
    4 * minute,
  ]);
  expect(pause(30)).toBe(60 * minute);
  expect(pause(30, 'broken', 25 * 60 * minute)).toBe(360 * minute);
});

test('without network it looks again at least every quarter of an hour', () => {
  expect(pause(30, 'offline', 25 * 60 * minute)).toBe(15 * minute);
});

test('BYP-222 a desk that names a time is not asked before it, up to a day', () => {
  const named = (ms: number) =>
    pauseAfter('busy', { attempts: 1, ageMs: 0, retryAfterMs: ms, jitter: 1 });
  expect(named(7 * minute)).toBe(7 * minute);
  expect(named(Infinity)).toBe(30_000);
  expect(named(1e12)).toBe(24 * 60 * minute);
});

test('somebody in danger waits a minute at most, and no desk may ask for more than five', () => {
  const urgent = (askedFor: number | null, ageMs = 0) =>
    pauseAfter('busy', { attempts: 30, ageMs, retryAfterMs: askedFor, jitter: 1, isUrgent: true });
  expect(urgent(null)).toBe(minute);
  expect(urgent(null, 25 * 60 * minute)).toBe(minute);
  expect(urgent(3 * minute)).toBe(3 * minute);
  expect(urgent(1e12)).toBe(5 * minute);
});

test('jitter spreads a pause over its second half, and nonsense does not break it', () => {
  fc.assert(
    fc.property(fc.double(), fc.nat(1000), fc.double(), (jitter, attempts, ageMs) => {
      const ms = pauseAfter('broken', { attempts, ageMs, retryAfterMs: null, jitter });
      expect(ms).toBeGreaterThanOrEqual(15_000);
      expect(ms).toBeLessThanOrEqual(360 * minute);
    }),
  );
});

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2026-11-20T13:00:00Z');
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Fri, 20 Nov 2026 13:05:00 GMT', now)).toBe(5 * minute);
  expect(retryAfterMs('Fri, 20 Nov 2020 13:05:00 GMT', now)).toBe(0);
  expect(retryAfterMs('soon', now)).toBeNull();
  expect(retryAfterMs(null, now)).toBeNull();
});
