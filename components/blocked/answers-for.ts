import type { Answer, Wish } from '@/rules/messages/contract.ts';
import { isTimeReason, type Reason } from '@/rules/policy/verdict.ts';

/** The answers offered for a reason; time is never given for one page or for ever. Held to rules/overrides by a test, so that no schema is loaded here. */
export const answersFor = (reason: Reason): readonly Answer[] =>
  isTimeReason(reason)
    ? ['minutes-15', 'minutes-30', 'minutes-60', 'today', 'not-now']
    : ['page', 'minutes-15', 'minutes-30', 'minutes-60', 'today', 'always', 'not-now'];

/** What a child may ask for. */
export const wishesFor = (reason: Reason): readonly Wish[] =>
  isTimeReason(reason)
    ? ['minutes-15', 'minutes-30', 'minutes-60', 'today']
    : ['page', 'minutes-15', 'minutes-30', 'minutes-60', 'today'];

/** What is asked for if nothing else is chosen. Held to rules/overrides by a test. */
export const firstWish = (reason: Reason): Wish =>
  isTimeReason(reason) ? 'minutes-15' : 'minutes-60';
