// What the two scripts of one page know of each other: page.js is in every page, cover.js comes when something is
// to be shown. Both run in the extension's own world, which no page can look into.
import type { CardAction, CardTexts } from '@/rules/messages/help-replies.ts';
import type { Part, PageOrder } from '@/rules/messages/page-replies.ts';

import type { Kit } from './kit.ts';

export type Cover = {
  readonly show: (wanted: PageOrder['show']) => void;
  /** Keys and clicks, before the page sees them. */
  readonly guardInput: (event: Event) => void;
};
/** Where a card stands: beside a field, above a page's content, or in the corner. */
export type CardPlace = { readonly beside: Element } | 'top' | 'corner';
export type Card = {
  /** One card at a time: a new one takes the place of the old. `chosen` is called once. */
  readonly show: (texts: CardTexts, place: CardPlace, chosen: (action: CardAction) => void) => void;
  readonly hide: (kind: CardTexts['kind']) => void;
};
type World = {
  cover: Cover | null;
  hasPage: boolean;
  /** page.js's own tools, for the parts: kit.ts hands them on. */
  kit: Kit | null;
  card: Card | null;
  /** Parts that run here already: the background may put one in twice. */
  readonly parts: Set<Part | 'pictures'>;
};

/** A symbol, since an element's id answers to any plain name. */
const key = Symbol.for('saathi');
const here = globalThis as { [key]?: World };

export const world = (): World =>
  (here[key] ??= { cover: null, hasPage: false, kit: null, card: null, parts: new Set() });
