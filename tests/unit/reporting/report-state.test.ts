import { expect, test } from 'vitest';

import { reportStateOf } from '@/rules/reporting/report-state.ts';

import { filedAt, queued, someDesk, someDoor, someReport } from './builders.ts';

const waitingAt = (endpoint: string | undefined) => {
  const entry = queued();
  if (entry.state !== 'queued') throw new Error('it is queued');
  const { host } = {
    host: undefined,
    ...reportStateOf({ ...entry, ...(endpoint !== undefined && { endpoint }) }, null, filedAt)
      .route,
  };
  return host;
};

test('a desk is shown with the host it is at, as a name can be anybody’s', () => {
  expect(waitingAt('https://desk.example/rt')).toBe('desk.example');
  expect(waitingAt('http://127.0.0.1:8008')).toBe('127.0.0.1:8008');
});

test('a row from before that was kept shows the name alone', () => {
  expect(waitingAt(undefined)).toBeUndefined();
  expect(waitingAt('no address')).toBeUndefined();
});

test('the host stays when the report has arrived', () => {
  const state = reportStateOf(
    {
      entryId: 'r',
      reportId: 'r',
      filedAt,
      addressMark: null,
      state: 'delivered',
      topic: null,
      route: { kind: 'desk', name: someDesk.name },
      endpoint: someDesk.endpoint,
      receipt: { ticket: '7', desk: someDesk.name, receivedAt: filedAt },
      versions: 1,
    },
    null,
    filedAt,
  );
  expect(state.route).toEqual({ kind: 'desk', name: 'National desk', host: 'desk.example' });
});

test('a report for a person’s hand has the address of its form, and no host beside it', () => {
  const { reportId } = someReport();
  const state = reportStateOf(
    {
      entryId: reportId,
      reportId,
      filedAt,
      addressMark: null,
      state: 'by-hand',
      letter: someReport(),
      door: someDoor,
    },
    null,
    filedAt,
  );
  expect(state.route).toEqual(someDoor.form);
});
