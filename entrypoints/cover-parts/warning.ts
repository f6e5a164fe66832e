// What a warning says and does: leave (the main way), stay, get help in place, report.
import type { WarningTexts } from '@/rules/messages/page-replies.ts';

import { ask } from '../page-parts/browser.ts';
import { later } from '../page-parts/clock.ts';
import { make } from '../page-parts/document.ts';
import { icon, mark } from './drawings.ts';
import { onPress } from './input.ts';
import { link as linkTo } from './link.ts';
import { reportLine } from './report-line.ts';
import { goAway, lower, type Play } from './stage.ts';

const leaveWithinMs = 3000;

export function warningOf(texts: WarningTexts): Play {
  const report = reportLine(texts, onPress);
  let isBusy = false;
  let isHelping = false;

  const leave = (): void => {
    if (isBusy) return;
    isBusy = true;
    void ask('warning.leave', {}).then((answer) => later(answer.ok ? leaveWithinMs : 0, goAway));
  };
  const stay = (): void => {
    if (isBusy) return;
    isBusy = true;
    void ask('warning.continue', {}).then((answer) => {
      isBusy = false;
      if (answer.ok) lower();
    });
  };
  const fill = (dialog: HTMLDialogElement): void => {
    const turn = (): void => {
      isHelping = !isHelping;
      fill(dialog);
      dialog.querySelector('button')?.focus({ preventScroll: true });
    };
    dress(dialog, texts);
    dialog.replaceChildren(
      isHelping ? helpCard(texts, turn) : mainCard(texts, report, { leave, stay, turn }),
    );
  };
  return { kind: 'warning', fill, escape: leave };
}

function dress(dialog: HTMLElement, { language, dir, band }: WarningTexts): void {
  const attributes = { role: 'alertdialog', 'aria-labelledby': 'h', 'aria-describedby': 'b' };
  for (const [name, value] of Object.entries({ ...attributes, lang: language, dir })) {
    dialog.setAttribute(name, value);
  }
  dialog.className = `sheet band-${band}`;
}

function mainCard(
  texts: WarningTexts,
  report: ReturnType<typeof reportLine>,
  does: { readonly leave: () => void; readonly stay: () => void; readonly turn: () => void },
): HTMLElement {
  const signs = texts.signs.map((sign) => make('li', {}, sign));
  return make(
    'div',
    { class: 'card' },
    mark(),
    make('h1', { id: 'h' }, texts.heading),
    make('div', { id: 'b' }, make('p', {}, texts.body), ...list(signs, 'signs')),
    make(
      'div',
      { class: 'ways' },
      button('main', does.leave, icon('back'), texts.leave),
      button('quiet', does.stay, texts.stay),
    ),
    make(
      'div',
      { class: 'more' },
      button('plain', does.turn, icon('help'), texts.help),
      button('plain', report.file, icon('report'), texts.report),
    ),
    report.line,
  );
}

function helpCard(texts: WarningTexts, turn: () => void): HTMLElement {
  const lines = texts.helpLines.map(({ label, href, link }) =>
    make('li', {}, make('span', {}, label), linkTo(href, link)),
  );
  return make(
    'div',
    { class: 'card', 'data-saathi': 'help' },
    icon('help'),
    make('h1', { id: 'h' }, texts.helpHeading),
    make('div', { id: 'b' }, ...list(lines, 'lines')),
    button('main', turn, icon('back'), texts.helpBack),
  );
}

const list = (items: readonly HTMLElement[], name: string): HTMLElement[] =>
  items.length === 0 ? [] : [make('ul', { class: name }, ...items)];

function button(name: string, action: () => void, ...children: (Element | string)[]): HTMLElement {
  const made = make('button', { type: 'button', class: name }, ...children);
  onPress(made, action);
  return made;
}
