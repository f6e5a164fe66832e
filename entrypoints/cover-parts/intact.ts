// Is the dialog what the child sees? Each question answers an attack that was seen to work on other covers.
import { elementAt, own, rootElement } from '../page-parts/document.ts';
import { endTransition, hush } from './hush.ts';
import { veil } from './impose.ts';
import type { Built } from './stage.ts';

/** Fractions of the viewport (x, y) at which nothing but the dialog may be hit. */
const points = [
  [0.5, 0.5],
  [0.1, 0.1],
  [0.9, 0.1],
  [0.1, 0.9],
  [0.9, 0.9],
] as const;
const leastShare = 0.9;

/** Also puts right what it can. `isSettled`: full screen has had time to end. */
export function isIntact(built: Built, isSettled: boolean): boolean {
  try {
    const wasFull = own('fullscreenElement') !== null;
    hush();
    return [
      veil(built.page, built.host),
      isAloneOnTop(built.page),
      isInPlace(built),
      isInSight(built),
      !(wasFull && isSettled),
    ].every(Boolean);
  } catch {
    // Only a page that takes our tools apart gets here.
    return false;
  }
}

const isInPlace = ({ host, page, dialog, style }: Built): boolean =>
  rootElement() === page &&
  host.parentNode === page &&
  host.attributes.length === 2 &&
  host.getAttribute('style') === style &&
  dialog.matches(':modal');

/** The root itself can be a popover, and a view transition paints its pictures above every dialog: neither is ever hit. */
function isAloneOnTop(page: HTMLElement): boolean {
  if (!page.matches(':is(:popover-open, :active-view-transition)')) return true;
  endTransition();
  if (page.matches(':popover-open')) page.hidePopover();
  return false;
}

function isInSight({ host, page, dialog }: Built): boolean {
  const { opacity, filter } = getComputedStyle(page);
  const box = dialog.getBoundingClientRect();
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return (
    // A transition that was running keeps its value over an `!important` one.
    opacity === '1' &&
    filter === 'none' &&
    Math.min(width, height) > 0 &&
    width * height >= innerWidth * innerHeight * leastShare &&
    points.every(([x, y]) => elementAt(x * innerWidth, y * innerHeight) === host)
  );
}
