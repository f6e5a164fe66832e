import { useEffect, useState } from 'preact/hooks';

/** The value itself, or with a pause the last one that stood still for so long: for what is dear to work out. */
export function useSettled<Value>(value: Value, pauseMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (pauseMs === 0) return undefined;
    const timer = setTimeout(() => setSettled(() => value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return pauseMs === 0 ? value : settled;
}
