import fc from 'fast-check';
import { expect, test } from 'vitest';

import { longestPauseMs } from '@/rules/reporting/back-off.ts';
import { type OutboxEntry, type OutboxEvent, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { isDue, isSpent, nextWake } from '@/rules/reporting/outbox-times.ts';
import { reportStateOf } from '@/rules/reporting/report-state.ts';

import { filedAt, queued, someDoor, someReport } from './builders.ts';

const day = 24 * 3_600_000;
const receipt = { ticket: '17', desk: 'National desk', receivedAt: filedAt + 12_000 };
const failed = (at: number, problem: 'offline' | 'broken' | 'refused' = 'broken'): OutboxEvent => ({
  kind: 'failed',
  at,
  problem,
  retryAfterMs: null,
  jitter: 0.5,
});
const after = (...events: OutboxEvent[]): OutboxEntry => events.reduce(reduceEntry, queued());
const started = (at = filedAt + 10_000): OutboxEvent => ({ kind: 'send-started', at });

test('a report can be taken back for ten seconds, and nothing of it is left', () => {
  const entry = queued();
  expect(reportStateOf(entry, null, filedAt + 9999)).toMatchObject({
    state: 'undoable',
    undoUntil: filedAt + 10_000,
  });
  expect(isDue(entry, filedAt + 9999)).toBe(false);
  expect(isDue(entry, filedAt + 10_000)).toBe(true);
  const undone = after({ kind: 'undone', at: filedAt + 5000 });
  expect(undone.state).toBe('undone');
  expect(JSON.stringify(undone)).not.toMatch(/chat\.example|mark/);
});

test('BYP-228 what has arrived is reduced to a receipt', () => {
  const arrived = after(started(), { kind: 'accepted', receipt });
  expect(arrived).toMatchObject({ state: 'delivered', receipt });
  expect(JSON.stringify(arrived)).not.toContain('chat.example');
  expect(reportStateOf(arrived, null, filedAt).facts).toEqual([
    { key: 'reportId', value: arrived.reportId },
  ]);
});

test('BYP-223 a worker killed between send and receipt leaves a report that waits with the same id', () => {
  const sending = after(started());
  const again = reduceEntry(sending, { kind: 'worker-started', at: filedAt + 40_000 });
  expect(again).toMatchObject({ state: 'waiting', notBefore: filedAt + 40_000, attempts: 1 });
  expect(again.reportId).toBe(sending.reportId);
});

test('BYP-222 a desk that is silent for fourteen days ends in a word to the person, with another door', () => {
  let entry: OutboxEntry = queued();
  let now = filedAt + 10_000;
  let tries = 0;
  while (entry.state === 'queued' || entry.state === 'waiting') {
    now = entry.notBefore;
    entry = reduceEntry(reduceEntry(entry, started(now)), failed(now));
    tries += 1;
    expect(tries).toBeLessThan(200);
  }
  expect(entry).toMatchObject({ state: 'refused', reason: 'too-old', otherwise: someDoor });
  expect(now - filedAt).toBeGreaterThan(14 * day);
  expect(reportStateOf(entry, null, now)).toMatchObject({ state: 'refused', route: someDoor.form });
  expect(reportStateOf(entry, null, now).mailto).toMatch(/^mailto:desk@police\.example\?/);
});

test('a clock that jumps a year ahead does not give up a report that was never tried', () => {
  const later = filedAt + 365 * day;
  const entry = reduceEntry(reduceEntry(queued(), started(later)), failed(later));
  expect(entry.state).toBe('waiting');
});

test('a clock that goes back does not lock a report away', () => {
  expect(isDue(queued(), filedAt - day)).toBe(true);
  const waiting = after(started(), failed(filedAt + 10_000));
  expect(isDue(waiting, filedAt - 365 * day)).toBe(true);
});

test('BYP-224 a desk that says it can not take this is believed the third time', () => {
  let entry: OutboxEntry = queued();
  for (const attempt of [1, 2, 3]) {
    entry = reduceEntry(reduceEntry(entry, started(filedAt + attempt)), failed(filedAt, 'refused'));
    expect(entry.state).toBe(attempt < 3 ? 'waiting' : 'refused');
  }
  expect(entry).toMatchObject({ reason: 'desk-refused' });
});

test('what is on its way can be neither taken back nor changed', () => {
  const sending = after(started());
  const letter = someReport({ topic: 'hate' });
  expect(reduceEntry(sending, { kind: 'undone', at: 0 })).toBe(sending);
  expect(reduceEntry(sending, { kind: 'details-added', letter, door: null })).toBe(sending);
});

test('details go into the report that still waits, with the form that fits the topic', () => {
  const letter = someReport({ topic: 'csam' });
  const door = { form: { ...someDoor.form, operator: 'Hotline' }, email: null };
  expect(after({ kind: 'details-added', letter, door })).toMatchObject({
    state: 'queued',
    letter,
    otherwise: door,
  });
});

test('a policy that names no desk any more leaves the official form', () => {
  const byHand = after({ kind: 'desk-gone', at: filedAt });
  expect(byHand).toMatchObject({ state: 'by-hand', door: someDoor });
  expect(reportStateOf(byHand, null, filedAt).route).toEqual(someDoor.form);
});

test('the next wake is the earliest of those that wait', () => {
  expect(nextWake([])).toBeNull();
  expect(nextWake([queued(), after(started(), failed(filedAt + 10_000))])).toBe(filedAt + 10_000);
  expect(nextWake([after({ kind: 'undone', at: 0 })])).toBeNull();
});

test('receipts go after 90 days, what was taken back after one, what waits never', () => {
  const delivered = after(started(), { kind: 'accepted', receipt });
  expect(isSpent(delivered, filedAt + 89 * day)).toBe(false);
  expect(isSpent(delivered, filedAt + 91 * day)).toBe(true);
  expect(isSpent(after({ kind: 'undone', at: filedAt }), filedAt + 2 * day)).toBe(true);
  expect(isSpent(queued(), filedAt + 1000 * day)).toBe(false);
});

const events: fc.Arbitrary<OutboxEvent> = fc.oneof(
  fc.record({ kind: fc.constant('undone' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('send-started' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('worker-started' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('held' as const), until: fc.nat() }),
  fc.record({ kind: fc.constant('desk-gone' as const), at: fc.nat() }),
  fc.constant({ kind: 'accepted' as const, receipt }),
  fc.constant({
    kind: 'details-added' as const,
    letter: someReport({ words: 'more' }),
    door: null,
  }),
  fc.record({
    kind: fc.constant('failed' as const),
    at: fc.nat(),
    problem: fc.constantFrom('offline', 'timed-out', 'broken', 'busy', 'refused'),
    retryAfterMs: fc.option(fc.double()),
    jitter: fc.double(),
  }),
  fc.constant({ kind: 'accepted' as const, receipt, endpoint: 'https://desk.example' }),
  fc.constant({ kind: 'send-started' as const, at: filedAt, token: 'secret' }),
  fc.constant({ kind: 'addition-accepted' as const, last: { version: 2, hash: 'ab' } }),
  fc.record({ kind: fc.constant('withdrawn' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('progress' as const),
    at: fc.nat(),
    progress: fc.constantFrom('received', 'read', 'done'),
    mayWithdraw: fc.boolean(),
    messages: fc.constant([]),
    jitter: fc.double(),
  }),
);

test('BYP-223 whatever happens in whatever order, no report is lost and none arrives twice', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
      let entry: OutboxEntry = queued();
      for (const event of happened) {
        const before = entry;
        entry = reduceEntry(before, event);
        expect(entry.reportId).toBe(before.reportId);
        if (before.state === 'undone' || before.state === 'withdrawn') expect(entry).toBe(before);
        // What has arrived stays arrived until it is taken back there.
        if (before.state === 'delivered') expect(['delivered', 'withdrawn']).toContain(entry.state);
        // Only a letter that is being sent can arrive.
        if (entry.state === 'delivered' && before.state !== 'delivered')
          expect(before.state).toBe('sending');
        // The words stay until it arrived or was taken back.
        if (!['delivered', 'undone', 'withdrawn'].includes(entry.state))
          expect('letter' in entry).toBe(true);
      }
    }),
  );
});

test('BYP-223 no state is stuck: from anywhere a desk that answers ends the wait', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
      let entry = happened.reduce(reduceEntry, queued());
      const now = filedAt + 20 * day;
      entry = reduceEntry(entry, { kind: 'worker-started', at: now });
      if (entry.state === 'queued' || entry.state === 'waiting') {
        expect(isDue(entry, Math.max(now, entry.notBefore))).toBe(true);
        expect(entry.notBefore - now).toBeLessThanOrEqual(longestPauseMs + 2 ** 31);
        entry = reduceEntry(entry, started(now));
        entry = reduceEntry(entry, { kind: 'accepted', receipt });
        expect(entry.state).toBe('delivered');
      } else {
        expect(['delivered', 'undone', 'refused', 'by-hand', 'withdrawn']).toContain(entry.state);
      }
    }),
  );
});

test('a report of danger is tried again within a minute, however often it failed', () => {
  let entry = reduceEntry(queued({ urgency: 'now' }), started(filedAt + 10_000));
  for (let tries = 0; tries < 9; tries += 1) {
    entry = reduceEntry(entry, failed(filedAt + 20_000));
    expect(entry).toMatchObject({ state: 'waiting' });
    expect('notBefore' in entry && entry.notBefore - filedAt - 20_000).toBeLessThanOrEqual(60_000);
    entry = reduceEntry(entry, started(filedAt + 20_000));
  }
});
