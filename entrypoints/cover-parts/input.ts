// Keys and clicks while a warning is up. page.js hears them first (window, capture phase, since document_start), so
// that a page neither sees nor swallows what a child does in the dialog.
import { isReady, playing, staged } from './stage.ts';

const actions = new WeakMap<Element, () => void>();

/** Makes a button do something: only by a person's hand, and not before it could be read. */
export function onPress(button: HTMLElement, action: () => void): void {
  actions.set(button, action);
  // For a page whose own listeners came first (after document.open): the event may still arrive.
  button.addEventListener('click', (event) => press(event, button));
}

export function guardInput(event: Event): void {
  const play = playing();
  if (play === null) return;
  const target = event.type === 'click' ? targetOf(event as MouseEvent) : null;
  // A click nobody can place goes on to the button's own listener.
  if (event.type !== 'click' || target !== null) event.stopImmediatePropagation();
  if (target !== null) press(event, target);
  if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape') {
    event.preventDefault();
    if (event.isTrusted && isReady()) play.escape();
  }
}

function press(event: Event, target: Element): void {
  if (event.isTrusted && isReady()) actions.get(target)?.();
  else event.preventDefault();
}

/** The closed root hides the target from the event: ask the root what lies under the pointer, or has the focus. */
function targetOf(event: MouseEvent): Element | null {
  const root = staged()?.root;
  if (root === undefined) return null;
  const hit =
    event.detail === 0 ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY);
  return hit?.closest('button, a') ?? null;
}
