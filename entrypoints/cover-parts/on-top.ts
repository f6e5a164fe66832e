// A card of ours is no wall: a page may lay something over it. Then it comes up again, so that it is read after all.
import { elementAt } from '../page-parts/document.ts';

/** Full screen, a dialog or a popover that came later lies above an earlier one in the top layer. */
export function keepOnTop(card: HTMLElement, host: Element): void {
  if (!card.isConnected || isSeen(card, host)) return;
  try {
    if (card.matches(':popover-open')) card.hidePopover();
    card.showPopover();
  } catch {
    // The page is just taking the element out of the document: the next look finds it, or finds it gone.
  }
}

function isSeen(card: HTMLElement, host: Element): boolean {
  const { left, top, width, height } = card.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  return elementAt(left + width / 2, top + height / 2) === host;
}
