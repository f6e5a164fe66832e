// A try that ended without a receipt, as the outbox hears of it.
import type { Failed } from '@/rules/reporting/desk-answer.ts';
import type { OutboxEvent } from '@/rules/reporting/outbox-state.ts';

import type { NetworkAnswer } from '../network.ts';
import type { DeliveryDeps } from './delivery.ts';

type Failure = Extract<OutboxEvent, { kind: 'failed' }>;
type Unanswered = Exclude<NetworkAnswer, { kind: 'answered' }>;

export const failure = (deps: DeliveryDeps, { problem, retryAfterMs }: Failed): Failure => ({
  kind: 'failed',
  at: deps.now(),
  problem,
  retryAfterMs,
  jitter: deps.random(),
});

/** The desk could not be understood, or nothing could be sealed to it. */
export const broken: Failed = { problem: 'broken', retryAfterMs: null };

/** The desk's own word that it can not take it, or what is taken for it. */
export const refused: Failed = { problem: 'refused', retryAfterMs: null };

/** Nothing came back: it may or may not have arrived. */
export const unanswered = ({ kind }: Unanswered): Failed => ({
  problem: kind === 'refused-by-policy' ? 'broken' : kind,
  retryAfterMs: null,
});
