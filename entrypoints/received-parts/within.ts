import { own } from '../page-parts/kit.ts';

/** Nothing for no selector. */
export const within = (element: Element, selector: string): Element | null =>
  selector === '' ? null : element.querySelector(selector);

export const inPage = (selector: string): Element | null => within(own('body'), selector);
