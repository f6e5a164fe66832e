import { useCallback, useEffect, useState } from 'preact/hooks';

import { useServices, type SideDoors } from '@/components/services.ts';

/** How the doors stand now. Looked at again whenever the person comes back to this page from fixing one. */
export function useSideDoors(): readonly [SideDoors | null, () => void] {
  const { sideDoors } = useServices();
  const [doors, setDoors] = useState<SideDoors | null>(null);
  const look = useCallback(() => void sideDoors().then(setDoors), [sideDoors]);
  useEffect(() => {
    look();
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') look();
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [look]);
  return [doors, look];
}
