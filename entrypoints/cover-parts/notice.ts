// A small card that says how much time is left. It comes over full screen too, takes no focus and goes by itself.
import type { NoticeTexts } from '@/rules/messages/page-replies.ts';

import { later, pause } from '../page-parts/clock.ts';
import { make, rootElement } from '../page-parts/document.ts';
import { icon, mark } from './drawings.ts';
import { onPress } from './input.ts';
import { keepOnTop } from './on-top.ts';
import { createHost } from './shadow.ts';
import { staged } from './stage.ts';

const staysMs = 20_000;
const beatMs = 500;
/** A status that is there before its words is read out; one that comes with them is not. */
const beforeWordsMs = 60;

let current: HTMLElement | null = null;

export function showNotice(texts: NoticeTexts): void {
  hideNotice();
  const page = rootElement();
  if (page === null) return;
  const words = make('p', { role: 'status' });
  const close = make('button', { type: 'button', class: 'close', 'aria-label': texts.close });
  close.append(icon('close'));
  const card = make(
    'div',
    {
      popover: 'manual',
      class: `notice band-${texts.band}`,
      lang: texts.language,
      dir: texts.dir,
    },
    mark(),
    words,
    close,
  );
  const dialog = staged()?.dialog;
  // Under an open warning only what is inside it can be read and closed.
  current = dialog === undefined ? createHost('notice', card).host : card;
  Node.prototype.appendChild.call(dialog ?? page, current);
  card.showPopover();
  onPress(close, hideNotice);
  void pause(beforeWordsMs).then(() => words.append(texts.text));
  leaveLater(current, card);
  if (dialog === undefined) stayOnTop(current, card);
}

export function hideNotice(): void {
  current?.remove();
  current = null;
}

/** A film that goes to full screen a moment later must not hide it. */
function stayOnTop(shown: HTMLElement, card: HTMLElement): void {
  if (shown !== current) return;
  keepOnTop(card, shown);
  later(beatMs, () => stayOnTop(shown, card));
}

function leaveLater(shown: HTMLElement, card: HTMLElement): void {
  later(staysMs, () => {
    if (shown !== current) return;
    // Whoever is just reading or reaching for it keeps it.
    if (card.matches(':hover, :focus-within')) leaveLater(shown, card);
    else hideNotice();
  });
}
