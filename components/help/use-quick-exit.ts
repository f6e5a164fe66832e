import { useEffect } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

const twiceMs = 700;

/** Escape pressed twice leaves at once. The first press may close what shows help: the second still counts. */
export function useQuickExit(): void {
  const { leave, now } = useServices();
  useEffect(() => {
    let last = -Infinity;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (now() - last < twiceMs) leave();
      last = now();
    };
    document.addEventListener('keydown', listen, true);
    return () => {
      setTimeout(() => document.removeEventListener('keydown', listen, true), twiceMs);
    };
  }, [leave, now]);
}
