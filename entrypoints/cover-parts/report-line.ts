// "We have it. It goes to …. Undo", in the warning itself.
import type { WarningTexts } from '@/rules/messages/page-replies.ts';
import type { PageReport } from '@/rules/messages/report-replies.ts';

import { ask } from '../page-parts/browser.ts';
import { later } from '../page-parts/clock.ts';
import { make } from '../page-parts/document.ts';
import { onPress } from './input.ts';
import { link } from './link.ts';

export type ReportLine = { readonly line: HTMLElement; readonly file: () => void };

export function reportLine(texts: WarningTexts): ReportLine {
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

function wordsOf(texts: WarningTexts, route: PageReport['route']): (Node | string)[] {
  const isDesk = route.kind === 'desk';
  const [before = '', after] = (isDesk ? texts.reportDone : texts.reportForm).split('{desk}');
  const receiver = isDesk ? make('bdi', {}, route.name) : link(route.url ?? '', route.operator);
  return after === undefined ? [before] : [before, receiver, after];
}
