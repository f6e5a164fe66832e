// What stands in a card: why it is here, what can be done, help in place, a report.
import type { CardAction, CardTexts } from '@/rules/messages/help-replies.ts';

import { link } from '../cover-parts/link.ts';
import { type OnPress, reportLine } from '../cover-parts/report-line.ts';
import { make } from '../page-parts/kit.ts';
import { readButton } from './speak.ts';

export type Button = (name: string, words: string, action: () => void) => HTMLElement;

/** Answers what says heading and body: a status that is there before its words is read out. */
export function fillCard(
  card: HTMLElement,
  texts: CardTexts,
  choose: (action: CardAction) => void,
  onPress: OnPress,
): () => void {
  const button: Button = (name, words, action) => {
    const made = make('button', { type: 'button', class: name }, words);
    onPress(made, action);
    return made;
  };
  /** The focus stays in the card only if it was there. */
  const turn = (side: readonly Node[]): void => {
    const wasInside = card.matches(':focus-within');
    card.replaceChildren(...side);
    if (wasInside) card.querySelector<HTMLElement>('.main')?.focus();
  };
  const report = reportLine(texts, onPress);
  const close = button('close', '×', () => choose('understood'));
  close.ariaLabel = texts.close;
  const words = make('div', { role: 'status' });
  const lines = linesOf(texts);
  const help = button('plain', texts.help, () => turn(helpSide));
  const mainSide = [
    close,
    words,
    list('signs', texts.signs),
    list('steps', texts.steps),
    ways(texts, button, (action) => (action === 'report' ? report.file() : choose(action))),
    make('div', {}, readButton(texts, button), help, button('plain', texts.report, report.file)),
    report.line,
  ];
  const helpSide = [
    title(texts.helpHeading),
    lines,
    make(
      'div',
      {},
      button('main', texts.helpBack, () => turn(mainSide)),
    ),
  ];
  turn(mainSide);
  // Whoever may need somebody to talk to need not press for it.
  if (texts.kind === 'search') help.replaceWith();
  if (texts.kind === 'search') words.after(lines);
  return () => words.append(title(texts.heading), make('p', {}, texts.body));
}

/** A report is filed in place: the card stays, and tells where it goes. */
const ways = (
  { actions }: CardTexts,
  button: Button,
  act: (action: CardAction) => void,
): HTMLElement =>
  make(
    'div',
    {},
    ...actions.map(({ label, action }, index) =>
      button(index > 0 ? 'quiet' : 'main', label, () => act(action)),
    ),
  );

const linesOf = ({ helpLines }: CardTexts): HTMLElement =>
  make(
    'ul',
    { class: 'lines' },
    ...helpLines.map(({ label, href, link: words }) => make('li', {}, label, link(href, words))),
  );

const title = (words: string): HTMLElement => make('h2', { id: 'h' }, words);

const list = (name: string, items: readonly string[]): HTMLElement =>
  make('ul', { class: name }, ...items.map((words) => make('li', {}, words)));
