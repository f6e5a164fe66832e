import { useCallback, useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { CodesState } from '@/rules/messages/codes-replies.ts';

/** Which ways of answering there are besides being here; null: not known yet, or none. */
export function useCodesState(): [CodesState | null, () => Promise<void>] {
  const { ask, onChanged } = useServices();
  const [state, setState] = useState<CodesState | null>(null);
  const refresh = useCallback(async () => {
    const answered = await ask('codes.state', {});
    setState((last) => (answered.ok ? answered.value : last));
  }, [ask]);
  useEffect(() => {
    void refresh();
    return onChanged(() => void refresh());
  }, [refresh, onChanged]);
  return [state, refresh];
}
