// "We have it. It goes to …. Undo", in the warning or the card itself.
import type { WarningTexts } from '@/rules/messages/page-replies.ts';
import type { PageReport } from '@/rules/messages/report-replies.ts';

import { ask, later, make } from '../page-parts/kit.ts';
import { link } from './link.ts';

/** How a button is made to do something, where it stands: in a warning, in a card. */
export type OnPress = (button: HTMLElement, action: () => void) => void;
type Words = Pick<
  WarningTexts,
  'reportDone' | 'reportForm' | 'reportUndo' | 'reportUndone' | 'reportFailed'
>;
export type ReportLine = { readonly line: HTMLElement; readonly file: () => void };

export function reportLine(texts: Words, onPress: OnPress): ReportLine {
  const line = make('p', { role: 'status', class: 'told' });
  let isFiled = false;

  const undo = async (reportId: string): Promise<void> => {
    const answer = await ask('warning.undo', { reportId });
    if (!answer.ok || answer.value.state !== 'undone') return;
    isFiled = false;
    line.replaceChildren(texts.reportUndone);
  };
  const file = async (): Promise<void> => {
    if (isFiled) return;
    isFiled = true;
    const answer = await ask('warning.report', {});
    isFiled = answer.ok;
    if (!answer.ok) return line.replaceChildren(texts.reportFailed);
    const { reportId, route, undoUntil, now } = answer.value;
    line.replaceChildren(...wordsOf(texts, route));
    if (undoUntil === null || undoUntil <= now) return;
    const button = make('button', { type: 'button', class: 'plain' }, texts.reportUndo);
    onPress(button, () => void undo(reportId));
    line.append(' ', button);
    later(undoUntil - now, () => button.remove());
  };
  return { line, file: () => void file() };
}

function wordsOf(texts: Words, route: PageReport['route']): (Node | string)[] {
  const isDesk = route.kind === 'desk';
  const [before = '', after] = (isDesk ? texts.reportDone : texts.reportForm).split('{desk}');
  const receiver = isDesk ? make('bdi', {}, route.name) : link(route.url ?? '', route.operator);
  return after === undefined ? [before] : [before, receiver, after];
}
