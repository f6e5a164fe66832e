// Keys and clicks while a warning is up. page.js hears them first (window, capture phase, since document_start), so
// that a page neither sees nor swallows what a child does in the dialog.
import { isReady, type Play, playing, staged } from './stage.ts';

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
  if (event instanceof KeyboardEvent) return guardKey(event, play);
  const target = targetOf(event as MouseEvent);
  // A click nobody can place goes on to the button's own listener.
  if (target === null) return;
  event.stopImmediatePropagation();
  press(event, target);
}

function guardKey(event: KeyboardEvent, play: Play): void {
  event.stopImmediatePropagation();
  const isEscape = event.key === 'Escape';
  const button = staged()?.root.activeElement?.closest('button') ?? null;
  if (!isEscape && (button === null || (event.key !== 'Enter' && event.key !== ' '))) return;
  // Pressed here, since a page could swallow what follows a key down.
  event.preventDefault();
  if (event.repeat || !event.isTrusted || !isReady()) return;
  if (isEscape) play.escape();
  else if (button !== null) actions.get(button)?.();
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
