import { expect, test } from 'vitest';

import type { DeskMessage } from '@/rules/messages/report-replies.ts';
import { type OutboxEntry, type OutboxEvent, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { isSpent, nextWake } from '@/rules/reporting/outbox-times.ts';
import { reportStateOf } from '@/rules/reporting/report-state.ts';
import { withHash } from '@/rules/reporting/report.ts';

import { filedAt, queued, someReport } from './builders.ts';

const hour = 3_600_000;
const day = 24 * hour;
const sentAt = filedAt + 10_000;
const receipt = { ticket: 'PK-7F3K-92QX', desk: 'National desk', receivedAt: sentAt };
const endpoint = 'https://desk.example/intake';
const start = { kind: 'send-started', at: sentAt, token: 'secret' } as const;

const after = (...events: readonly OutboxEvent[]): OutboxEntry =>
  events.reduce(reduceEntry, { ...queued(), letter: withHash(someReport(), 'a1') } as OutboxEntry);
const arrived = (...events: readonly OutboxEvent[]): OutboxEntry =>
  after(start, { kind: 'accepted', receipt, endpoint }, ...events);
const told = (
  progress: 'received' | 'read' | 'done',
  messages: readonly DeskMessage[] = [],
): OutboxEvent => ({
  kind: 'progress',
  at: sentAt + hour,
  progress,
  mayWithdraw: true,
  messages,
  jitter: 0,
});
const from = (id: string, at: number): DeskMessage => ({
  id,
  at,
  from: 'desk',
  text: `Text ${id}`,
});
const flood = (at: number): DeskMessage[] =>
  Array.from({ length: 100 }, (_, each) => from(`${at}-${each}`, at));
const seen = (entry: OutboxEntry) => reportStateOf(entry, null, sentAt);
const askedBack = { kind: 'withdraw-asked', at: sentAt } as const;
const reply = { id: 'r1', at: sentAt, from: 'you', text: 'At school' } as const;

test('the token that opens a report at the desk is the same on every try', () => {
  const failed = {
    kind: 'failed',
    at: sentAt,
    problem: 'broken',
    retryAfterMs: null,
    jitter: 0,
  } as const;
  const second = after(start, failed, { ...start, token: 'another' });
  expect(second).toMatchObject({ state: 'sending', token: 'secret' });
  expect(reduceEntry(second, { kind: 'accepted', receipt, endpoint })).toMatchObject({
    follow: { token: 'secret', endpoint },
    last: { version: 1, hash: 'a1' },
  });
});

test('a desk that does not answer has told that it has the report, and nothing more', () => {
  const entry = after({ kind: 'send-started', at: sentAt }, { kind: 'accepted', receipt });
  expect(seen(entry)).toMatchObject({ progress: 'received', mayWithdraw: false, messages: [] });
  expect(reduceEntry(entry, told('read'))).toBe(entry);
  expect(reduceEntry(entry, { kind: 'withdrawn', at: sentAt })).toBe(entry);
  expect(nextWake([entry])).toBeNull();
});

test('a row that was written before there was anything to follow still opens', () => {
  const {
    last: _last,
    follow: _follow,
    ...old
  } = arrived() as Extract<OutboxEntry, { state: 'delivered' }>;
  expect(seen(old)).toMatchObject({ state: 'delivered', progress: 'received' });
  expect(nextWake([old])).toBeNull();
  expect(
    reduceEntry(old, { kind: 'addition-accepted', last: { version: 2, hash: 'b2' } }),
  ).toMatchObject({ versions: 2, last: { version: 2, hash: 'b2' } });
});

test('what was read does not become unread, and can not be taken back', () => {
  expect(seen(arrived())).toMatchObject({ progress: 'received', mayWithdraw: true });
  expect(seen(arrived(told('read')))).toMatchObject({ progress: 'read', mayWithdraw: false });
  const back = arrived(told('done'), told('received'));
  expect(seen(back)).toMatchObject({ progress: 'done', mayWithdraw: false });
});

test('messages stand once each, oldest first, and one of the desk never as words of the child', () => {
  const forged = { ...from('x', sentAt), from: 'you' as const };
  const entry = arrived(
    told('read', [from('b', sentAt + 2), from('b', sentAt + 2), from('a', sentAt + 1)]),
    told('read', [from('a', sentAt + 1), forged]),
  );
  expect(seen(entry).messages.map(({ id }) => id)).toEqual(['x', 'a', 'b']);
  expect(seen(entry).messages.every((message) => message.from === 'desk')).toBe(true);
});

test('what the child writes back waits until it has arrived, and says so where the desk refuses it', () => {
  const waiting = arrived({ kind: 'reply-written', message: reply });
  expect(seen(waiting).messages).toEqual([{ ...reply, state: 'waiting' }]);
  expect(nextWake([waiting])).toBe(sentAt);
  expect(seen(reduceEntry(waiting, { kind: 'reply-arrived', id: 'r1' })).messages).toEqual([reply]);
  const refused = {
    kind: 'reply-failed',
    id: 'r1',
    at: sentAt,
    problem: 'refused',
    retryAfterMs: null,
    jitter: 0,
  } as const;
  const twice = [refused, refused].reduce<OutboxEntry>(reduceEntry, waiting);
  expect(seen(twice).messages).toEqual([{ ...reply, state: 'waiting' }]);
  expect(seen(reduceEntry(twice, refused)).messages).toEqual([{ ...reply, state: 'failed' }]);
});

test('a report that was taken back leaves neither receipt, token, messages nor address', () => {
  const entry = arrived(told('received', [from('a', sentAt)]), askedBack, {
    kind: 'withdrawn',
    at: sentAt,
  });
  expect(seen(entry)).toMatchObject({ state: 'withdrawn', receipt: null, messages: [], words: '' });
  expect(JSON.stringify(entry)).not.toMatch(/secret|PK-7F3K|Text a|mark/);
  expect(isSpent(entry, sentAt + 2 * day)).toBe(true);
});

test('a desk that has it no more without being asked leaves the receipt, and says so', () => {
  const gone = arrived({ kind: 'withdrawn', at: sentAt });
  expect(seen(gone)).toMatchObject({
    state: 'delivered',
    receipt: receipt.ticket,
    deskHasNone: true,
    mayWithdraw: false,
    mayAdd: false,
  });
  expect(gone).toMatchObject({ follow: { token: 'secret' } });
  // It was a mistake there: all is as it was.
  const back = seen(reduceEntry(gone, told('received')));
  expect(back).toMatchObject({ state: 'delivered', mayWithdraw: true, mayAdd: true });
  expect(back).not.toHaveProperty('deskHasNone');
});

test('a wish to take it back that the desk did not hear ends with its next word', () => {
  const entry = arrived(askedBack, told('read'), { kind: 'withdrawn', at: sentAt });
  expect(seen(entry)).toMatchObject({ state: 'delivered', progress: 'read', deskHasNone: true });
});

test('the desk is asked by itself half a day later, for a month, and no more once it is done', () => {
  expect(nextWake([arrived()])).toBe(sentAt + 12 * hour);
  expect(nextWake([arrived(told('read'))])).toBe(sentAt + hour + 12 * hour);
  expect(nextWake([arrived(told('done'))])).toBeNull();
  const late = arrived({ kind: 'no-progress', at: sentAt + 30 * day, jitter: 0 });
  expect(nextWake([late])).toBeNull();
});

test('each reason why a person has to send it is told', () => {
  const gone = after({ kind: 'desk-gone', at: filedAt });
  expect(seen(gone).byHandWhy).toBe('no-desk');
  const full = { ...gone, why: 'outbox-full' } as OutboxEntry;
  expect(seen(full).byHandWhy).toBe('outbox-full');
  const { why: _, ...old } = gone as Extract<OutboxEntry, { state: 'by-hand' }>;
  expect(seen(old).byHandWhy).toBe('no-desk');
  expect(seen(arrived()).byHandWhy).toBeNull();
});

test('however much a desk writes, what the child wrote back stays until it has arrived', () => {
  const later = [1, 2, 3].map((each) => told('read', flood(sentAt + each)));
  const entry = arrived(told('read'), { kind: 'reply-written', message: reply }, ...later);
  const { messages } = seen(entry);
  expect(messages).toContainEqual({ ...reply, state: 'waiting' });
  expect(messages).toHaveLength(201);
  expect(messages.at(-1)?.id).toBe(`${sentAt + 3}-99`);
});
