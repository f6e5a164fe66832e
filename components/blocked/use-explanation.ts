import { useCallback, useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Explanation } from '@/rules/messages/replies.ts';

/** Longer waits are cut: a timer of more than 24.8 days would fire at once. */
const longestTimerMs = 6 * 3_600_000;

export type Explained =
  | { readonly kind: 'waiting' }
  /** The background did not answer. The page stays closed. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'told'; readonly explanation: Explanation };

/** Why an address is closed, looked at again when that can have changed. Opens the page once it is not closed any more. */
export function useExplanation(url: string): [Explained, () => Promise<void>] {
  const { ask, goTo, now, onChanged } = useServices();
  const [explained, setExplained] = useState<Explained>({ kind: 'waiting' });
  const refresh = useCallback(async () => {
    const answered = await ask('visit.explain', { url });
    if (!answered.ok)
      return setExplained((last) => (last.kind === 'told' ? last : { kind: 'silent' }));
    if (isOpen(answered.value)) return goTo(url);
    setExplained({ kind: 'told', explanation: answered.value });
  }, [ask, goTo, url]);

  useEffect(() => {
    void refresh();
    return onChanged(() => void refresh());
  }, [refresh, onChanged]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [refresh]);
  const next = explained.kind === 'told' ? nextLook(explained.explanation, now()) : null;
  useEffect(() => {
    if (next === null) return undefined;
    const timer = setTimeout(() => void refresh(), next);
    return () => clearTimeout(timer);
  }, [explained, next, refresh]);
  return [explained, refresh];
}

// A page with a warning is not opened by itself: it may be here because it attacked its warning.
const isOpen = ({ verdict }: Explanation): boolean => verdict.action === 'allow';

const nextLook = ({ verdict }: Explanation, now: number): number | null =>
  verdict.until === null
    ? null
    : Math.min(longestTimerMs, Math.max(1000, verdict.until - now + 500));
