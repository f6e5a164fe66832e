import { useReply } from '@/components/page/use-reply.ts';
import type { History } from '@/rules/messages/history-contract.ts';

const everyMinuteMs = 60_000;

/** The days of the active child, or of another one at home; null: not there yet. */
export function useHistory(childId?: string): History | null {
  const { value } = useReply(
    'history.read',
    everyMinuteMs,
    childId === undefined ? {} : { childId },
  );
  const isAnothers = childId !== undefined && value?.childId !== childId;
  return isAnothers ? null : value;
}
