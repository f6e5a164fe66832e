// The bar of the last two minutes: what happens, how long there is, and out of the way at a press. It takes no focus, and
// nothing that was typed is touched.
import type { GraceTexts } from '@/rules/messages/page-replies.ts';

import { later, runningMs } from '../page-parts/clock.ts';
import { make, rootElement } from '../page-parts/document.ts';
import { icon, mark } from './drawings.ts';
import { onPress } from './input.ts';
import { hideNotice } from './notice.ts';
import { keepOnTop } from './on-top.ts';
import { createHost } from './shadow.ts';
import { staged } from './stage.ts';

const beatMs = 500;
/** A status that is there before its words is read out; one that comes with them is not. */
const beforeWordsMs = 60;

type Bar = {
  readonly host: HTMLElement;
  readonly card: HTMLElement;
  readonly words: HTMLElement;
  readonly clock: HTMLElement;
};
let bar: Bar | null = null;
let endsAt = 0;
let said = '';

/** The same order comes every few seconds: only words that are new are said again. */
export function showGrace(texts: GraceTexts): void {
  endsAt = runningMs() + texts.leftMs;
  const words = `${texts.heading}\n${texts.text}`;
  if (bar === null) {
    // "One minute is left" is over now, and would stand half under the bar.
    hideNotice();
    bar = build(texts);
    said = '';
    if (bar !== null) beat(bar);
  }
  if (bar === null || words === said) return;
  said = words;
  const { words: place } = bar;
  later(beforeWordsMs, () =>
    place.replaceChildren(make('strong', {}, texts.heading), ' ', texts.text),
  );
}

export function hideGrace(): void {
  bar?.host.remove();
  bar?.card.remove();
  bar = null;
}

function build(texts: GraceTexts): Bar | null {
  const page = rootElement();
  if (page === null) return null;
  const words = make('p', { role: 'status' });
  const clock = make('span', { class: 'clock', 'aria-hidden': 'true', dir: 'ltr' });
  const move = make('button', { type: 'button', class: 'close', 'aria-label': texts.move });
  move.append(icon('move'));
  const dress = { class: `notice grace band-${texts.band}`, lang: texts.language, dir: texts.dir };
  const card = make('div', { popover: 'manual', ...dress }, mark(), words, clock, move);
  onPress(move, () => card.classList.toggle('above'));
  const dialog = staged()?.dialog;
  // Under an open warning only what is inside it can be read.
  const host = dialog === undefined ? createHost('grace', card).host : card;
  Node.prototype.appendChild.call(dialog ?? page, host);
  card.showPopover();
  return { host, card, words, clock };
}

function beat(mine: Bar): void {
  if (mine !== bar) return;
  const left = Math.max(0, Math.ceil((endsAt - runningMs()) / 1000));
  mine.clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const page = rootElement();
  if (!mine.host.isConnected && page !== null && staged() === null)
    Node.prototype.appendChild.call(page, mine.host);
  // In a warning's dialog the warning itself is kept on top.
  if (mine.host !== mine.card) keepOnTop(mine.card, mine.host);
  later(beatMs, () => beat(mine));
}
