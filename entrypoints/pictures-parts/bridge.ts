// What the two scripts about pictures know of each other: pictures.js is in every page, pictures-more.js comes when a
// picture stays covered or a film plays. Both run in the extension's own world, which no page can look into.
import type { Is, State } from './state.ts';

export type Bridge = {
  readonly stateOf: (element: Element) => State | undefined;
  readonly begin: (element: Element, address: string) => State;
  readonly settle: (element: Element, state: State, is: Is) => void;
  readonly want: (element: Element) => void;
  /** Covered pictures and films that the second script has not heard of yet. */
  readonly waiting: Element[];
  /** The second script's, once it is here. */
  hear: ((element: Element) => void) | null;
};

const key = Symbol.for('saathi.pictures');
const here = globalThis as { [key]?: Bridge };

export const bridge = (): Bridge | undefined => here[key];
export const build = (made: Bridge): Bridge => (here[key] = made);
