// What the background wants shown, shown.
import type { PageOrder } from '@/rules/messages/page-replies.ts';

import { closedRootOf } from '../page-parts/browser.ts';
import { allThat, make, rootElement } from '../page-parts/document.ts';
import { mark } from './drawings.ts';
import { hideGrace, showGrace } from './grace.ts';
import { unveilAfter } from './impose.ts';
import { hideNotice, showNotice } from './notice.ts';
import { lower, type Play, playing, raise } from './stage.ts';
import { warningOf } from './warning.ts';

/** The warning that is up, to know it again: a second, equal order must not take the focus from a reader. */
let shownWords = '';

export function show(wanted: PageOrder['show']): void {
  retireOthers();
  if (wanted.kind === 'grace') return showGrace(wanted.grace);
  hideGrace();
  if (wanted.kind === 'notice') return showNotice(wanted.notice);
  if (wanted.kind === 'nothing') return lower();
  const words = JSON.stringify(wanted);
  if (playing() !== null && words === shownWords) return;
  shownWords = words;
  hideNotice();
  raise(wanted.kind === 'closing' ? closing : warningOf(wanted.warning));
}

/** A calm sheet without a word: the tab is just being replaced. */
const closing: Play = {
  kind: 'closing',
  fill: (dialog) => {
    dialog.className = 'sheet';
    dialog.setAttribute('aria-label', 'Saathi');
    dialog.replaceChildren(make('div', { class: 'calm' }, mark()));
  },
  escape: () => {},
};

let areOthersRetired = false;

/**
 * After an update an older instance may still hold a warning or a notice here. It is told inside its closed root,
 * where no page can speak; what it had hidden is given back before this instance shows its own.
 */
function retireOthers(): void {
  if (areOthersRetired) return;
  areOthersRetired = true;
  for (const host of allThat(':root > [data-saathi]')) {
    const inside = closedRootOf(host)?.firstElementChild;
    if (!inside) continue;
    inside.setAttribute('data-retired', 'replaced');
    host.remove();
    const page = rootElement();
    if (page !== null) unveilAfter(page);
  }
}
