// A host under the root of the document with a closed shadow root: what a page can reach of us is an empty box.
import { make } from '../page-parts/document.ts';

import css from './look.css?inline';

export type Hosted = {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** The host's style attribute as it has to stay. */
  readonly style: string | null;
};

/** Inline and `!important`, so that no style sheet of a page can hide it. */
const hostStyle = 'all: initial !important';

/** `kind` is the stable hook for tests from outside. The host is not in the document yet. */
export function createHost(
  kind: 'warning' | 'closing' | 'notice' | 'grace',
  child: HTMLElement,
): Hosted {
  const host = make('div', { 'data-saathi': kind });
  host.style.cssText = hostStyle;
  const root = host.attachShadow({ mode: 'closed' });
  dress(root);
  root.append(child);
  return { host, root, style: host.getAttribute('style') };
}

/** A style sheet made in script is outside a page's content security policy; Firefox's content scripts may not adopt one. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox: "Accessing from Xray wrapper is not supported". A style element of ours is let through there.
    const style = make('style');
    style.textContent = css;
    root.append(style);
  }
}
