// An unlocked guardian: five minutes from the last use. It lives in session storage, so it ends with the browser.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';
import { sameBytes } from './bytes.ts';

export const idleMs = 5 * 60_000;
/** A clock corrected by a moment does not lock; a clock set back does. */
const toleranceMs = 5000;

export const sessionSchema = z.strictObject({
  token: z.string().check(z.minLength(16), z.maxLength(64)),
  unlockedAt: z.number(),
  lastUsedAt: z.number(),
});
export type UnlockSession = z.infer<typeof sessionSchema>;

export const openSession = (token: string, at: Instant): UnlockSession => ({
  token,
  unlockedAt: at,
  lastUsedAt: at,
});

export const isUnlocked = (
  session: UnlockSession | null,
  token: string | undefined,
  at: Instant,
): session is UnlockSession =>
  session !== null &&
  token !== undefined &&
  isRunning(session, at) &&
  sameText(session.token, token);

/** Whether anybody is unlocked, whoever asks. */
export const isRunning = ({ lastUsedAt }: UnlockSession, at: Instant): boolean =>
  at >= lastUsedAt - toleranceMs && at < lastUsedAt + idleMs;

export const touch = (session: UnlockSession, at: Instant): UnlockSession => ({
  ...session,
  lastUsedAt: Math.max(session.lastUsedAt, at),
});

export const unlockedUntil = ({ lastUsedAt }: UnlockSession): Instant => lastUsedAt + idleMs;

const sameText = (a: string, b: string): boolean => {
  const encoder = new TextEncoder();
  return sameBytes(encoder.encode(a), encoder.encode(b));
};
