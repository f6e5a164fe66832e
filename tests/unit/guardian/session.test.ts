import { expect, test } from 'vitest';

import {
  idleMs,
  isRunning,
  isUnlocked,
  openSession,
  touch,
  unlockedUntil,
} from '@/rules/guardian/session.ts';

const token = 'a-token-of-random-bytes';
const start = Date.parse('2026-11-23T10:00:00Z');

test('an unlocked guardian stays so for five minutes from the last use', () => {
  const session = openSession(token, start);
  expect(isUnlocked(session, token, start + idleMs - 1)).toBe(true);
  expect(isUnlocked(session, token, start + idleMs)).toBe(false);
  const used = touch(session, start + 200_000);
  expect(isUnlocked(used, token, start + 200_000 + idleMs - 1)).toBe(true);
  expect(unlockedUntil(used)).toBe(start + 200_000 + idleMs);
  expect(used.unlockedAt).toBe(start);
});

test('BYP-133 another token, none, or no session is not unlocked', () => {
  const session = openSession(token, start);
  for (const other of [undefined, '', 'a-token-of-random-byteX', `${token}x`]) {
    expect(isUnlocked(session, other, start)).toBe(false);
  }
  expect(isUnlocked(null, token, start)).toBe(false);
});

test('a clock set back locks, a clock corrected by seconds does not', () => {
  const session = openSession(token, start);
  expect(isRunning(session, start - 3000)).toBe(true);
  expect(isRunning(session, start - 60_000)).toBe(false);
  expect(touch(session, start - 3000).lastUsedAt).toBe(start);
});
