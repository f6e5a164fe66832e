// Drawing on the week by pointer and by keys. A stroke is a rectangle; it does what its first cell was not.
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Grid } from '@/rules/time/grid.ts';

import { isClosedAt, movedBy, partCells, spotIn, type Spot, type Stroke, strokeOn } from './week-grid.ts';

export type PaintingOptions = {
  readonly grid: Grid;
  readonly forward: 1 | -1;
  readonly ref: RefObject<HTMLElement | null>;
  readonly disabled: boolean;
  /** A stroke is done; `day` is where it ended. */
  readonly onPaint: (grid: Grid, day: number) => void;
  readonly onMove: (day: number) => void;
};

export function usePainting(options: PaintingOptions) {
  const { grid, ref, disabled, onPaint, onMove } = options;
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [here, setHere] = useState<Spot>({ day: 0, cell: 84 });
  const wantsFocusRef = useRef(false);
  const go = (spot: Spot) => {
    setHere(spot);
    onMove(spot.day);
  };
  useEffect(() => {
    if (!wantsFocusRef.current) return;
    wantsFocusRef.current = false;
    ref.current?.querySelector<HTMLElement>(`[data-at="${here.day}-${here.cell}"]`)?.focus();
  }, [here, ref]);

  const paint = (done: Stroke) => onPaint(strokeOn(grid, done), done.to.day);
  const press = (spot: Spot) => ({ from: spot, to: spot, closes: !isClosedAt(grid, spot) });
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      const spot = spotIn(event.target);
      if (disabled || spot === null || event.button !== 0) return;
      ref.current?.setPointerCapture(event.pointerId);
      go(spot);
      setStroke(press(spot));
    },
    onPointerMove: (event: PointerEvent) => {
      if (stroke === null) return;
      // The pointer is captured, so its target says nothing of what lies under it.
      const spot = spotIn(document.elementFromPoint(event.clientX, event.clientY));
      if (spot === null || (spot.day === stroke.to.day && spot.cell === stroke.to.cell)) return;
      setStroke({ ...stroke, to: spot });
    },
    onPointerUp: () => {
      if (stroke !== null) paint(stroke);
      setStroke(null);
    },
    onPointerCancel: () => setStroke(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && stroke !== null) return setStroke(null);
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        if (!disabled) paint(press(here));
        return;
      }
      const next = movedBy(event.key, here, options.forward);
      if (next === null || event.altKey || event.metaKey) return;
      event.preventDefault();
      // With Shift the cells on the way become as this one is.
      if (event.shiftKey && !disabled) {
        paint({ from: here, to: next, closes: isClosedAt(grid, here) });
      }
      wantsFocusRef.current = true;
      go(next);
    },
  };
  return {
    shown: strokeOn(grid, stroke),
    here,
    handlers,
    goToPart: (part: number) => setHere({ ...here, cell: part * partCells }),
  };
}
