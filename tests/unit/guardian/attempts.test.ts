import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  attemptsSchema,
  type AttemptState,
  beginAttempt,
  freeTries,
  longestWaitMs,
  noAttempts,
  passTime,
  succeed,
  waitAfter,
  waitUntil,
} from '@/rules/guardian/attempts.ts';
import { parseWith } from '@/rules/parse.ts';

const start = Date.parse('2026-11-23T10:00:00Z');
const tried = (times: number, at = start): AttemptState => {
  let state = noAttempts;
  for (let n = 0; n < times; n += 1) {
    // The wait before each try is served out by a browser that stays awake.
    while (state.waitLeftMs > 0) {
      state = passTime(state, (state.seen?.at ?? at) + Math.min(90_000, state.waitLeftMs));
    }
    state = beginAttempt(state, state.seen?.at ?? at).state;
  }
  return state;
};

test('BYP-153 five tries are free, then the wait doubles from 30 s to an hour and stays there', () => {
  expect(Array.from({ length: 14 }, (_, at) => waitAfter(at + 1) / 1000)).toStrictEqual([
    0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600,
  ]);
  expect(waitAfter(1_000_000)).toBe(longestWaitMs);
});

test('BYP-153 a try is counted before anything is hashed', () => {
  const { state, outcome } = beginAttempt(noAttempts, start);
  expect(outcome).toBe('go');
  expect(state.count).toBe(1);
});

test('BYP-155 a hundred tries at once cost a hundred tries: all but the free ones wait', () => {
  let state = noAttempts;
  const outcomes = Array.from({ length: 100 }, () => {
    const begun = beginAttempt(state, start);
    state = begun.state;
    return begun.outcome;
  });
  expect(outcomes.filter((outcome) => outcome === 'go')).toHaveLength(freeTries);
  expect(outcomes[99]).toStrictEqual({ waitUntil: start + 30_000 });
});

test('a refused try is not counted, so asking during a wait does not lengthen it', () => {
  const state = tried(5);
  const { state: after, outcome } = beginAttempt(state, start + 10_000);
  expect(after.count).toBe(5);
  expect(outcome).toStrictEqual({ waitUntil: start + 30_000 });
  expect(beginAttempt(after, start + 30_000).outcome).toBe('go');
});

test('BYP-154 count and wait survive being stored and read by a new worker', () => {
  const state = tried(7);
  const parsed = parseWith(attemptsSchema, JSON.parse(JSON.stringify(state)));
  expect(parsed).toStrictEqual({ ok: true, value: state });
  expect(beginAttempt(state, (state.seen?.at ?? 0) + 1000).outcome).not.toBe('go');
});

test('BYP-156 a clock set forward does not end a wait, however often', () => {
  let state = tried(12);
  const before = state.waitLeftMs;
  state = passTime(state, start + 366 * 86_400_000);
  expect(before - state.waitLeftMs).toBeLessThanOrEqual(90_000);
  expect(beginAttempt(state, start + 366 * 86_400_000).outcome).not.toBe('go');
});

test('BYP-156 while the worker lives, its steady clock is believed over the wall', () => {
  const begun = beginAttempt(tried(11), start + 86_400_000, { run: 1, ms: 1000 }).state;
  const later = passTime(begun, start + 2 * 86_400_000, { run: 1, ms: 3000 });
  expect(begun.waitLeftMs - later.waitLeftMs).toBe(2000);
});

test('BYP-156 a clock set back neither ends a wait nor lengthens it beyond an hour', () => {
  const state = tried(12);
  const back = start - 30 * 86_400_000;
  const { outcome } = beginAttempt(state, back);
  expect(outcome).toStrictEqual({ waitUntil: back + state.waitLeftMs });
  expect(state.waitLeftMs).toBeLessThanOrEqual(longestWaitMs);
});

test('the right secret ends the count', () => {
  const state = succeed(tried(9));
  expect(state).toMatchObject({ count: 0, waitLeftMs: 0 });
  expect(waitUntil(state, start)).toBeNull();
  expect(beginAttempt(state, start).outcome).toBe('go');
});

test('BYP-153 in any run of tries the wait served is at least what the count asks for', () => {
  const looks = fc.array(
    fc.record({ passMs: fc.integer({ min: 0, max: 200_000 }), isTry: fc.boolean() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(looks, (steps) => {
      let state = noAttempts;
      let now = start;
      let tries = 0;
      for (const { passMs, isTry } of steps) {
        now += passMs;
        const { state: next, outcome } = isTry
          ? beginAttempt(state, now)
          : { state: passTime(state, now), outcome: null };
        if (outcome === 'go') tries += 1;
        state = next;
      }
      const owed = Array.from({ length: tries }, (_, at) => waitAfter(at + 1)).reduce(
        (sum, ms) => sum + ms,
        0,
      );
      expect(state.count).toBe(tries);
      expect(now - start).toBeGreaterThanOrEqual(owed - state.waitLeftMs);
    }),
  );
});

test('a time that is no number neither throws nor ends a wait', () => {
  expect(beginAttempt(tried(5), Number.NaN).outcome).not.toBe('go');
});
