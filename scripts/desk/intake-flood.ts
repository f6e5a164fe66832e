// Against floods, without knowing who sends: a bucket for all, and work where the bucket runs low.
import { createHmac, randomBytes, timingSafeEqual, createHash } from 'node:crypto';

import type { Work } from '../../rules/reporting/intake/protocol.ts';
import { leadingZeroBits, workText } from '../../rules/reporting/intake/requests.ts';

export type FloodLimits = {
  /** New letters that may come at once, and how many more each second. */
  readonly most: number;
  readonly perSecond: number;
  /** Bits of work that each new report needs; under pressure at least `pressureBits`. */
  readonly bits: number;
  readonly pressureBits: number;
};
export const usualFlood: FloodLimits = { most: 60, perSecond: 1, bits: 0, pressureBits: 12 };
const challengeMs = 10 * 60_000;

export function createFloodGuard(limits: FloodLimits, now: () => number) {
  const secret = randomBytes(32);
  const used = new Map<string, number>();
  const bucket = { left: limits.most, at: now() };
  const refill = (): void => {
    const seconds = Math.max(0, now() - bucket.at) / 1000;
    bucket.left = Math.min(limits.most, bucket.left + seconds * limits.perSecond);
    bucket.at = now();
  };
  const bits = (): number => {
    refill();
    return bucket.left < limits.most / 2 ? Math.max(limits.bits, limits.pressureBits) : limits.bits;
  };
  const seal = (text: string): string =>
    createHmac('sha256', secret).update(text).digest('base64url');
  return {
    bits,
    /** Nothing is kept of a challenge until its work is done: asking for many fills no memory. */
    challenge() {
      const until = now() + challengeMs;
      const text = `${until}.${bits()}.${randomBytes(12).toString('base64url')}`;
      return { challenge: `${text}.${seal(text)}`, bits: bits(), expiresAt: until };
    },
    isWorkDone({ challenge, nonce }: Work, reportId: string): boolean {
      const end = challenge.lastIndexOf('.');
      const text = challenge.slice(0, Math.max(0, end));
      if (!isSame(challenge.slice(end + 1), seal(text)) || used.has(challenge)) return false;
      const [until, asked] = text.split('.').map(Number);
      if (until === undefined || asked === undefined || until < now()) return false;
      const digest = createHash('sha256')
        .update(workText(challenge, reportId, nonce))
        .digest();
      if (leadingZeroBits(digest) < asked) return false;
      for (const [old, over] of used) if (over < now()) used.delete(old);
      used.set(challenge, until);
      return true;
    },
    /** null: come in; else the seconds after which there is room again. */
    take(): number | null {
      refill();
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) / limits.perSecond);
      bucket.left -= 1;
      return null;
    },
  };
}
export type FloodGuard = ReturnType<typeof createFloodGuard>;

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
