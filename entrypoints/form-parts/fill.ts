// Writes answers into the boxes that were described, as a person's typing would: so that forms of every make hear it.
// Presses nothing, sends nothing, and moves no focus.
import { type BoxElement, isSeen } from './boxes.ts';
import { describedBoxes } from './describe.ts';

type Answer = { readonly at: number; readonly value: string };

/** Which of them were written, by their place. `origin`: where the page must still be. */
export function fillForm(origin: string, answers: readonly Answer[]): number[] {
  if (location.origin !== origin) return [];
  // A page that sends itself as soon as something is written does not, while this runs.
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('submit', hold, { capture: true });
  const [left, top] = [scrollX, scrollY];
  try {
    return answers.flatMap(({ at, value }) => {
      const box = describedBoxes[at];
      return box !== undefined && isStillOpen(box) && write(box, value) ? [at] : [];
    });
  } finally {
    window.removeEventListener('submit', hold, { capture: true });
    scrollTo({ left, top, behavior: 'instant' });
  }
}

const kinds = new Set(['text', 'url', 'search', 'textarea']);

function isStillOpen(box: BoxElement): boolean {
  if (!box.isConnected || !kinds.has(box.type) || box.value !== '') return false;
  if (box.matches(':disabled') || box.readOnly || !isSeen(box)) return false;
  box.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return isInFront(box);
}

/** What a person would hit there: the box itself, its label floating over it, or a part inside. */
function isInFront(box: Element): boolean {
  const { left, top, width, height } = box.getBoundingClientRect();
  const hit = box.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  const label = hit?.closest('label') ?? null;
  if (hit !== box && (label === null || label.control !== box)) return false;
  const frame = box.ownerDocument.defaultView?.frameElement ?? null;
  if (frame === null) return true;
  const outside = frame.getBoundingClientRect();
  const [x, y] = [outside.left + left + width / 2, outside.top + top + height / 2];
  return frame.ownerDocument.elementFromPoint(x, y) === frame;
}

function write(box: BoxElement, value: string): boolean {
  const maker = box.ownerDocument.defaultView;
  if (maker === null) return false;
  // From this world the setter is the browser's own, whatever the page put in its place.
  box.value = value;
  box.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      composed: true,
      inputType: 'insertText',
      data: value,
    }),
  );
  box.dispatchEvent(new Event('change', { bubbles: true }));
  return box.value === value;
}
