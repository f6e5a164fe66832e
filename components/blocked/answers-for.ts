import type { Answer, Wish } from '@/rules/messages/contract.ts';
import { isTimeReason, type Reason } from '@/rules/policy/verdict.ts';

/** The answers offered for a reason; time is never given for one page or for ever. Held to rules/overrides by a test, so that no schema is loaded here. */
export const answersFor = (reason: Reason): readonly Answer[] =>
  isTimeReason(reason)
    ? ['minutes-15', 'minutes-30', 'minutes-60', 'today', 'not-now']
    : ['page', 'minutes-15', 'minutes-30', 'minutes-60', 'today', 'always', 'not-now'];

/** What a child may ask for. The first one is asked for if nothing is chosen. */
export const wishesFor = (reason: Reason): readonly Wish[] =>
  isTimeReason(reason)
    ? ['minutes-15', 'minutes-30', 'minutes-60', 'today']
    : ['minutes-60', 'page', 'minutes-15', 'minutes-30', 'today'];
