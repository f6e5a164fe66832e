// Which elements of a page show pictures, and from where.
import { allThat, own } from '../page-parts/document.ts';

export const smallest = 40;
const mostSearched = 600;
const mostWalked = 3000;
const perSlice = 100;

/** '': none, or none that is known here. */
export function addressOf(element: Element): string {
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
  if (element instanceof HTMLInputElement) return element.src;
  if (element instanceof HTMLVideoElement) return element.poster;
  return element instanceof SVGImageElement ? element.href.baseVal : '';
}

const urlIn = (background: string): string => {
  const address = /url\("(.*?)"\)/.exec(background)?.[1] ?? '';
  return address === '' ? '' : (URL.parse(address, document.baseURI)?.href ?? '');
};

/** What carries a picture behind it; a form answers to the name of a field, and is none of these. */
const carriers = /^(body|header|section|article|figure|main|a|li|div|span|button)$/i;

/**
 * Backgrounds: those written on the elements themselves, and a bounded search for those of style sheets. By walking: the
 * list of all that could carry one took half a second where there are a million nodes.
 */
export function eachBackground(
  meet: (element: Element, address: string, isLate: boolean) => void,
): void {
  const look = (element: Element, style: CSSStyleDeclaration, isLate: boolean): void => {
    const address = urlIn(style.backgroundImage);
    if (address !== '') meet(element, address, isLate);
  };
  for (const element of [...allThat('[style*="url("]')].slice(0, mostSearched)) {
    look(element, element.style, false);
  }
  // NodeFilter.SHOW_ELEMENT.
  const walker = own('createTreeWalker').call(document, document, 1);
  let walked = 0;
  const slice = (): void => {
    do {
      const element = walker.nextNode() as HTMLElement | null;
      if (element === null || walked > mostWalked) return;
      if (carriers.test(element.tagName) && element.style.backgroundImage === '') {
        look(element, getComputedStyle(element), true);
      }
    } while (++walked % perSlice);
    soon();
  };
  const soon = (): number => requestIdleCallback(slice, { timeout: 2000 });
  soon();
}
