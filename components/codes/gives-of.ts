import type { RequestView } from '@/rules/messages/replies.ts';
import { isTimeReason } from '@/rules/policy/verdict.ts';

/** The child reads this to the one on the phone: a code gives what was asked for, and nothing else. */
export function givesOf(
  { reason, wanted, host }: Pick<RequestView, 'reason' | 'wanted' | 'host'>,
  text: (key: string, values?: Readonly<Record<string, string>>) => string,
): string {
  const wish = text(`wish-${wanted}`);
  return isTimeReason(reason)
    ? text('codeGivesTime', { wish })
    : text('codeGivesSite', { wish, host });
}
