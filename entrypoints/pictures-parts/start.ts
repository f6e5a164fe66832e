// The beginning of the script that covers pictures. It hears of pictures by their own events: a page without any pays for
// nothing but a style sheet and four listeners.
import { firstSheet } from '@/rules/pictures/sheet.ts';

import { onPictures } from '../page-parts/browser.ts';
import { later } from '../page-parts/clock.ts';
import { allThat, own, rootElement } from '../page-parts/document.ts';
import { world } from '../page-parts/world.ts';
import { obey, unwant, want } from './asking.ts';
import { addressOf, eachBackground, smallest } from './find.ts';
import { isHiding } from './mode.ts';
import { hearOf } from './need-more.ts';
import { begin, mark, mend, settle, stateOf } from './state.ts';

export function coverOnce(): void {
  if (world().parts.has('pictures')) return;
  world().parts.add('pictures');
  if (isHiding()) cover();
  onPictures(obey);
  // On the document: of this event alone a window never hears.
  document.addEventListener('load', ({ target }) => meetIfPicture(target), true);
  addEventListener(
    'loadeddata',
    ({ target }) => {
      if (target instanceof HTMLVideoElement) hearOf(target);
    },
    true,
  );
  changes.observe(document, {
    subtree: true,
    attributeFilter: ['src', 'srcset', 'poster', mark],
  });
  if (own('readyState') === 'loading') addEventListener('DOMContentLoaded', scan);
  else scan();
  addEventListener('load', () => search());
}

/** At once, without anybody's answer: the background puts the same in above the page's own a moment later. */
function cover(): void {
  const css = firstSheet(mark);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    own('adoptedStyleSheets').push(sheet);
  } catch {
    // Firefox keeps sheets of ours and of a page apart.
    // Nothing of the page is there yet that could answer to a name of the document's.
    const sheet = document.createElement('style');
    sheet.textContent = css;
    rootElement()?.append(sheet);
  }
}

const changes = new MutationObserver((records) => {
  for (const { target, attributeName } of records) {
    if (!(target instanceof Element)) continue;
    if (attributeName === mark) mend(target);
    // Another picture is on its way; its own event tells when it is there.
    else if (stateOf(target) !== undefined) begin(target, '');
  }
});

const nearness = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      const state = stateOf(target);
      if (state === undefined) continue;
      // Judged already: it is not asked for again by being scrolled to.
      if (/[sun]/.test(state.is)) {
        nearness.unobserve(target);
        continue;
      }
      const isSmall = isIntersecting && Math.min(box.width, box.height) <= smallest;
      if (isSmall) settle(target, state, 's');
      if (isIntersecting && !isSmall) want(target);
      else unwant(target);
    }
  },
  { rootMargin: '40%' },
);

function meet(element: Element, address: string, isLate = false): void {
  if (address === '' || stateOf(element)?.address === address) return;
  begin(element, address, isLate && isHiding() ? 'b' : '');
  nearness.unobserve(element);
  nearness.observe(element);
}

function meetIfPicture(target: EventTarget | null): void {
  if (target instanceof Element) meet(target, addressOf(target));
}

function scan(): void {
  for (const element of allThat('img,video,input[type=image],image')) {
    if (!(element instanceof HTMLImageElement) || element.complete) meetIfPicture(element);
  }
}

function search(isAgain = false): void {
  scan();
  eachBackground(meet);
  const again = (): void => search(true);
  later(isAgain ? 15_000 : 3000, () => {
    if (own('visibilityState') === 'visible') again();
    else addEventListener('visibilitychange', again, { once: true });
  });
}
