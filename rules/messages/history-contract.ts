// The picture of the day, and of the weeks behind it.
import * as z from 'zod/mini';

import type { PicturedDay } from '../time/history.ts';
import { define } from './define.ts';
import type { Done } from './replies.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));

/** Sums of the days that are kept. No address is in it, and nothing of help or reports, by construction. */
export type History = {
  readonly childId: string;
  /** Local date of the family, YYYY-MM-DD: the last of the days. */
  readonly today: string;
  /** Oldest first, without a gap. */
  readonly days: readonly PicturedDay[];
  /** Of all browsing from Monday to Sunday, as the rules stand now; null: none. */
  readonly weekLimitSeconds: number | null;
};

export const historyContract = {
  /** Of the active child, or of another one for the guardian. */
  'history.read': define<History>()({
    from: ['options', 'mine'],
    body: z.strictObject({ childId: z.optional(id) }),
  }),
  /** The guardian says that the clock is right: what was held back since it was set back runs on from now. */
  'clock.confirm': define<Done>()({
    from: ['options'],
    body: z.strictObject({ token: z.optional(z.string().check(z.maxLength(64))) }),
  }),
} as const;
