// Time that a guardian gives or takes now, and where the time of a site is counted ("try it").
import * as z from 'zod/mini';

import type { Category } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { define } from './define.ts';

export const givenMinutes = [15, 30, 60] as const;
export const restMinutes = { least: 5, most: 240 } as const;

const token = z.optional(z.string().check(z.maxLength(64)));

/** What a guardian gave, as the page tells it back. */
export type TimeGiven = {
  /** Seconds were added to this scope until the day ends; "all-limits": to every limit. */
  readonly scope: string;
  readonly minutes: number;
  /** A quiet time that was running rests until then; null: none was running. */
  readonly quietUntil: Instant | null;
  /** A rest is running, and no minutes end it. */
  readonly isResting: boolean;
};
export type RestStarted = { readonly overrideId: string; readonly until: Instant };
/** A site as time rules see it. */
export type TimeSpot = {
  readonly host: string;
  /** Empty: on no list. */
  readonly categories: readonly (Category | 'known' | 'unknown')[];
};

export const timeContract = {
  /** More minutes today. Without a scope for every limit, and a running quiet time rests as long. */
  'time.give': define<TimeGiven>()({
    from: ['options'],
    body: z.strictObject({
      minutes: z.literal(givenMinutes),
      scope: z.optional(z.string().check(z.minLength(1), z.maxLength(280))),
      token,
    }),
  }),
  /** "Dinner": everything but help rests from now. Starting is free; ending it early (override.end) is not. */
  'rest.start': define<RestStarted>()({
    from: ['options'],
    body: z.strictObject({
      minutes: z.int().check(z.minimum(restMinutes.least), z.maximum(restMinutes.most)),
    }),
  }),
  'time.spot': define<TimeSpot>()({
    from: ['options'],
    body: z.strictObject({ host: z.string().check(z.minLength(1), z.maxLength(260)) }),
  }),
} as const;
