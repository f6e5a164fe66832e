// A press on a covered picture: a card says what it is, and what can be done. A second press does what the page meant by it.
import { ask } from '../page-parts/browser.ts';
import { own } from '../page-parts/document.ts';
import { world } from '../page-parts/world.ts';
import type { Bridge } from './bridge.ts';

const mostWithin = 100;
/** What takes a key itself: its press is heard as a click. */
const focusable = 'a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]';
let told: Element | null = null;
/** A question about it is on its way. */
let asking: Element | null = null;
/** Covered pictures that we put among what Tab leads to. */
const reached = new WeakSet<Element>();

/**
 * A covered picture that stands in no link or button can be reached by keys all the same. Not what lies behind a whole
 * page: the keys that nothing else takes are its body's.
 */
export function makeReachable(picture: Element): void {
  if (reached.has(picture) || !(picture instanceof HTMLElement)) return;
  if (picture === own('body') || picture.closest(focusable)) return;
  reached.add(picture);
  picture.tabIndex = 0;
}

export function onKey(made: Bridge, event: KeyboardEvent): void {
  const [target] = event.composedPath();
  if (!event.isTrusted || !/^( |Enter)$/.test(event.key) || !(target instanceof Element)) return;
  if (!reached.has(target) || !isCovered(made, target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void tell(made, target);
}

export function onPress(made: Bridge, event: MouseEvent): void {
  if (!event.isTrusted) return;
  const [target] = event.composedPath();
  const hit = [
    ...(target instanceof Element ? [target] : []),
    ...(event.detail === 0 ? within(target) : under(event)),
  ].find((element) => isCovered(made, element));
  // Neither the second press of two quick ones means the page, nor one before the card is there.
  const isAgain = hit === asking || (hit === told && event.detail > 1);
  if (hit === undefined || (hit === told && !isAgain)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isAgain) return;
  asking = hit;
  void tell(made, hit).then(() => {
    told = hit;
    if (asking === hit) asking = null;
  });
}

const isCovered = ({ stateOf }: Bridge, element: Element): boolean =>
  /^[un]$/.test(stateOf(element)?.is ?? '');

/** Many pages lay a link over their pictures. */
const under = ({ clientX, clientY }: MouseEvent): Element[] =>
  own('elementsFromPoint').call(document, clientX, clientY);

/** Pressed by a key, a link has no point: what it holds is meant. */
const within = (target: EventTarget | undefined): Element[] =>
  target instanceof Element ? [...target.querySelectorAll('*')].slice(0, mostWithin) : [];

async function tell({ stateOf, settle }: Bridge, picture: Element): Promise<void> {
  const state = stateOf(picture);
  if (state === undefined) return;
  const answer = await ask('pictures.about', { isUnchecked: state.is === 'n' });
  const card = answer.ok ? answer.value.card : null;
  if (card === null) return;
  world().card?.show(card, { beside: picture }, (action) => {
    if (action === 'reveal') {
      settle(picture, state, 's');
      // It keeps the focus, and Tab goes by it from now on.
      if (reached.delete(picture)) (picture as HTMLElement).tabIndex = -1;
    }
    if (action === 'ask') void ask('pictures.ask', {});
  });
}
