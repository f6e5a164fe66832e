// Drawing on the week by pointer and by keys. A stroke is a rectangle; it does what its first cell was not.
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Grid } from '@/rules/time/grid.ts';

import {
  isClosedAt,
  movedBy,
  partCells,
  spotIn,
  type Spot,
  type Stroke,
  strokeOn,
} from './week-grid.ts';

export type PaintingOptions = {
  readonly grid: Grid;
  readonly forward: 1 | -1;
  readonly ref: RefObject<HTMLElement | null>;
  readonly disabled: boolean;
  /** A stroke is done; `day` is where it ended. */
  readonly onPaint: (grid: Grid, day: number) => void;
  readonly onMove: (day: number) => void;
};

/** Where most families draw first: Monday, 21:00. */
const evening: Spot = { day: 0, cell: 84 };

export function usePainting(options: PaintingOptions) {
  const { grid, ref, disabled, onMove } = options;
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [here, setHere] = useState<Spot>(evening);
  const wantsFocusRef = useRef(false);
  const go = (spot: Spot) => {
    setHere(spot);
    onMove(spot.day);
  };
  useEffect(() => {
    if (wantsFocusRef.current) cellAt(ref.current, here)?.focus();
    wantsFocusRef.current = false;
  }, [here, ref]);

  const paint = (done: Stroke) => options.onPaint(strokeOn(grid, done), done.to.day);
  const press = (spot: Spot) => ({ from: spot, to: spot, closes: !isClosedAt(grid, spot) });
  /** What is drawn on the way becomes as the cell is where it begins. */
  const walk = (next: Spot, draws: boolean) => {
    if (draws) paint({ from: here, to: next, closes: isClosedAt(grid, here) });
    wantsFocusRef.current = true;
    go(next);
  };
  return {
    shown: strokeOn(grid, stroke),
    here,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        const spot = spotIn(event.target);
        if (disabled || spot === null || event.button !== 0) return;
        ref.current?.setPointerCapture(event.pointerId);
        go(spot);
        setStroke(press(spot));
      },
      onPointerMove: (event: PointerEvent) => {
        if (stroke !== null) setStroke(moved(stroke, event));
      },
      onPointerUp: () => {
        setStroke(null);
        if (stroke !== null) paint(stroke);
      },
      onPointerCancel: () => setStroke(null),
      onKeyDown: (event: KeyboardEvent) => {
        const toggles = event.key === ' ' || event.key === 'Enter';
        const next = isChord(event) ? null : movedBy(event.key, here, options.forward);
        if (toggles || next !== null) event.preventDefault();
        if (toggles && !disabled) paint(press(here));
        if (next !== null) walk(next, event.shiftKey && !disabled);
      },
    },
    goToPart: (part: number) => setHere(startOf(part, here)),
  };
}

const cellAt = (grid: HTMLElement | null, { day, cell }: Spot): HTMLElement | null =>
  grid?.querySelector(`[data-at="${day}-${cell}"]`) ?? null;

const startOf = (part: number, { day }: Spot): Spot => ({ day, cell: part * partCells });

const isChord = ({ altKey, metaKey, ctrlKey }: KeyboardEvent): boolean =>
  altKey || metaKey || ctrlKey;

/** The pointer is captured, so its target says nothing of what lies under it. */
function moved(stroke: Stroke, { clientX, clientY }: PointerEvent): Stroke {
  const to = spotIn(document.elementFromPoint(clientX, clientY));
  const isSame = to === null || (to.day === stroke.to.day && to.cell === stroke.to.cell);
  return isSame ? stroke : { ...stroke, to };
}
