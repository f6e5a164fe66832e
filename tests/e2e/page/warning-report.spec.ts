// Reporting from inside the warning, without leaving it.
import type { ReportState } from '../../../rules/messages/report-replies.ts';
import { ordinaryAnswers } from '../../support/page-stub/answers.ts';
import { aWarning } from '../../support/page-stub/words.ts';
import { press, seenIn, wordsSeen } from './seen.ts';
import { expect, test } from './stage.ts';

const texts = aWarning();
const filed: ReportState = {
  reportId: 'report-1',
  state: 'undoable',
  undoUntil: 11_000,
  now: 1000,
  route: { kind: 'desk', name: 'National desk' },
  receipt: null,
  topic: null,
  words: '',
  facts: [],
  mailto: null,
  attempts: 0,
  progress: null,
  mayWithdraw: false,
  mayAdd: true,
  messages: [],
  byHandWhy: null,
};

test('a report says where it goes, and is taken back', async ({ stage }) => {
  stage.desk.answer = (message) => {
    if (message.name === 'warning.report') return { answered: { ok: true, value: filed } };
    if (message.name !== 'warning.undo') return ordinaryAnswers(message);
    return { answered: { ok: true, value: { ...filed, state: 'undone' } } };
  };
  const page = await stage.openWarned();
  await stage.readable(page);
  await press(page, texts.report);
  await expect.poll(() => wordsSeen(page)).toContain('National desk');
  await press(page, texts.reportUndo);
  expect((await stage.hears('warning.undo')).body).toEqual({ reportId: 'report-1' });
  await expect.poll(() => wordsSeen(page)).toContain(texts.reportUndone);
});

test('a report is sent once, however often it is pressed', async ({ stage }) => {
  stage.desk.answer = (message) =>
    message.name === 'warning.report'
      ? { answered: { ok: true, value: { ...filed, undoUntil: null } } }
      : ordinaryAnswers(message);
  const page = await stage.openWarned();
  await stage.readable(page);
  for (let presses = 0; presses < 3; presses += 1) await press(page, texts.report);
  await expect.poll(() => wordsSeen(page)).toContain('National desk');
  expect(stage.heard('warning.report')).toHaveLength(1);
  expect((await seenIn(page)).map(({ name }) => name)).not.toContain(texts.reportUndo);
});

test('a report links to the official form where there is no desk', async ({ stage }) => {
  const route = {
    kind: 'form',
    mechanismId: 'pk-1',
    operator: 'Hotline',
    url: 'https://hotline.test/form',
  } as const;
  stage.desk.answer = (message) =>
    message.name === 'warning.report'
      ? { answered: { ok: true, value: { ...filed, route } } }
      : ordinaryAnswers(message);
  const page = await stage.openWarned();
  await stage.readable(page);
  await press(page, texts.report);
  await expect
    .poll(() => seenIn(page))
    .toContainEqual(expect.objectContaining({ role: 'link', name: 'Hotline' }));
});

test('a report that fails says so, and can be tried again', async ({ stage }) => {
  let fails = true;
  stage.desk.answer = (message) => {
    if (message.name !== 'warning.report') return ordinaryAnswers(message);
    return {
      answered: fails ? { ok: false, failure: 'storage-full' } : { ok: true, value: filed },
    };
  };
  const page = await stage.openWarned();
  await stage.readable(page);
  await press(page, texts.report);
  await expect.poll(() => wordsSeen(page)).toContain(texts.reportFailed);
  fails = false;
  await press(page, texts.report);
  await expect.poll(() => wordsSeen(page)).toContain('National desk');
});
