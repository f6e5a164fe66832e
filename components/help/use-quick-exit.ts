import { useEffect } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

const twiceMs = 700;

/** A page and the help over it both listen; one pair of presses leaves once, by the page's way. */
const leftBy = new WeakMap<Event, () => void>();

/**
 * Escape pressed twice leaves at once. The first press may close what shows help: the second still counts. `instead` leaves
 * more than this page, and is the same function at every drawing.
 */
export function useQuickExit(instead?: () => void): void {
  const { leave: leaveHere, now } = useServices();
  const leave = instead ?? leaveHere;
  useEffect(() => {
    let last = -Infinity;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return;
      const isSecond = now() - last < twiceMs;
      last = isSecond ? -Infinity : now();
      if (!isSecond || leftBy.get(event) === leaveHere) return;
      leftBy.set(event, leaveHere);
      leave();
    };
    // Held on to: when the listener goes, the page may be gone already.
    const page = document;
    page.addEventListener('keydown', listen, true);
    return () => {
      setTimeout(() => page.removeEventListener('keydown', listen, true), twiceMs);
    };
  }, [leave, leaveHere, now]);
}
