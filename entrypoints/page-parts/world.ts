// What the two scripts of one page know of each other: page.js is in every page, cover.js comes when something is
// to be shown. Both run in the extension's own world, which no page can look into.
import type { PageOrder } from '@/rules/messages/page-replies.ts';

export type Cover = {
  readonly show: (wanted: PageOrder['show']) => void;
  /** Keys and clicks, before the page sees them. */
  readonly guardInput: (event: Event) => void;
};
type World = { cover: Cover | null; hasPage: boolean };

/** A symbol, since an element's id answers to any plain name. */
const key = Symbol.for('saathi');
const here = globalThis as { [key]?: World };

export const world = (): World => (here[key] ??= { cover: null, hasPage: false });
