import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A place (with tabIndex -1) that takes the focus when the control that had it goes away with what it did. */
export function useFocusPlace(): {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly takeFocus: () => void;
} {
  const place = useRef<HTMLDivElement>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn > 0) place.current?.focus();
  }, [turn]);
  return { place, takeFocus: () => setTurn((last) => last + 1) };
}
