import type { Answer } from '@/rules/messages/contract.ts';
import { isTimeReason, type Reason } from '@/rules/policy/verdict.ts';

/** The answers offered for a reason; time is never given for one page or for ever. Held to rules/overrides by a test, so that no schema is loaded here. */
export const answersFor = (reason: Reason): readonly Answer[] =>
  isTimeReason(reason)
    ? ['minutes-15', 'minutes-60', 'today', 'not-now']
    : ['page', 'minutes-15', 'minutes-60', 'today', 'always', 'not-now'];
