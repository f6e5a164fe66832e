import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

/** The present instant, looked at again every so often while the component is on the screen. */
export function useNow(everyMs: number): number {
  const { now } = useServices();
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return instant;
}
