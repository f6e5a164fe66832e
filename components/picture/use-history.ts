import { useCallback, useEffect, useState } from 'preact/hooks';

import { usePageState } from '@/components/page/page-state.ts';
import { useServices } from '@/components/services.ts';
import type { History } from '@/rules/messages/history-contract.ts';

/** The days of the active child, or of another one at home; null: not there yet. Asked anew when the household changes. */
export function useHistory(childId?: string): History | null {
  const { ask } = useServices();
  const { state } = usePageState();
  const [history, setHistory] = useState<History | null>(null);
  const read = useCallback(async () => {
    const answered = await ask('history.read', childId === undefined ? {} : { childId });
    if (answered.ok) setHistory(answered.value);
  }, [ask, childId]);
  useEffect(() => void read(), [read, state]);
  return history;
}
