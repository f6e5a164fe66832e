// What became of each picture of this frame, and the attribute that says so to the style sheet.
import { own, rootElement } from '../page-parts/document.ts';

/** As in rules/pictures/sheet.ts; '': on its way. */
export type Is = '' | 's' | 'u' | 'n' | 'b';
export type State = {
  /** Where the picture is from. */
  readonly address: string;
  /** What is looked at: that address, or what was drawn from the picture itself. */
  asks: string;
  is: Is;
};

/** Another one for each page, so that a page does not know it beforehand. */
export const mark = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
  String.fromCharCode(97 + (byte % 26)),
).join('');

const states = new WeakMap<Element, State>();
export const stateOf = (element: Element): State | undefined => states.get(element);

export function begin(element: Element, address: string, is: Is = ''): State {
  const state: State = { address, asks: address, is };
  states.set(element, state);
  write(element, is);
  return state;
}

export function settle(element: Element, state: State, is: Is): void {
  if (states.get(element) !== state) return;
  state.is = is;
  write(element, is);
  if (/[un]/.test(is)) covered(element);
}

let covered: (element: Element) => void = () => {};
/** Told of each picture that stays covered. */
export const onCovered = (listener: (element: Element) => void): void => {
  covered = listener;
};

const write = (element: Element, is: string): void =>
  is === '' ? element.removeAttribute(mark) : element.setAttribute(mark, is);

let isOpen = false;
export const openAll = (isNow: boolean): void => {
  isOpen = isNow;
  const root = rootElement();
  if (root !== null) write(root, isNow ? 'o' : '');
};

/** A page that has found the attribute out and writes it itself. */
export function mend(element: Element): void {
  const right =
    element === own('documentElement') && isOpen ? 'o' : (states.get(element)?.is ?? '');
  if ((element.getAttribute(mark) ?? '') !== right) write(element, right);
}
