import fc from 'fast-check';
import { expect, test } from 'vitest';

import { afterLook } from '@/rules/reporting/letting-go.ts';
import { type OutboxEntry, reduceEntry } from '@/rules/reporting/outbox-state.ts';
import { nextWake } from '@/rules/reporting/outbox-times.ts';

import { filedAt, queued } from './builders.ts';

const hour = 3_600_000;
const day = 24 * hour;
const draft = reduceEntry(queued(), { kind: 'desk-gone', at: filedAt });
const sending = reduceEntry(queued(), { kind: 'send-started', at: filedAt });
const receipt = { ticket: '7', desk: 'National desk', receivedAt: filedAt };
const arrived = reduceEntry(sending, { kind: 'accepted', receipt });

/** null: let go at one of the looks. */
const look = (entry: OutboxEntry, ...looks: readonly number[]): OutboxEntry | null =>
  looks.reduce<OutboxEntry | null>((now, at) => (now === null ? null : afterLook(now, at)), entry);
const aDayFrom = (at: number) => [at, at + 6 * hour, at + 12 * hour, at + 18 * hour, at + day];

test('a draft and a receipt go once a day of looks agrees that their time is over', () => {
  for (const [entry, ms] of [
    [draft, 7 * day],
    [arrived, 90 * day],
  ] as const) {
    const over = filedAt + ms + hour;
    expect(look(entry, filedAt + ms - hour)).toBe(entry);
    expect(look(entry, ...aDayFrom(over))).toBeNull();
    expect(look(entry, ...aDayFrom(over).slice(0, -1))).not.toBeNull();
  }
});

test('a clock that is far ahead for a while takes nothing, and is forgotten once it is put right', () => {
  const ahead = filedAt + 365 * day;
  expect(look(arrived, ahead, ahead + hour, ahead + 5 * hour)).not.toBeNull();
  expect(look(arrived, ahead, filedAt + day)).toEqual(arrived);
  // Put ahead twice: what was seen the first time does not count.
  expect(look(arrived, ...aDayFrom(ahead).slice(0, -1), filedAt + day, ahead)).not.toBeNull();
});

test('one jump is never a day: neither a second one nor a clock that goes to and fro', () => {
  const ahead = filedAt + 365 * day;
  expect(look(arrived, ahead, ahead + 365 * day)).not.toBeNull();
  expect(look(arrived, ahead, ahead - hour, ahead, ahead - hour, ahead)).not.toBeNull();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e14 }), { maxLength: 4 }), (looks) => {
      expect(look(arrived, ...looks)).not.toBeNull();
    }),
  );
});

test('it is looked at again without anybody doing anything', () => {
  const over = filedAt + 8 * day;
  const marked = look(draft, over);
  expect(nextWake(marked === null ? [] : [marked])).toBe(over + 6 * hour);
  expect(nextWake([draft])).toBeNull();
});

test('what holds nothing goes at once', () => {
  const undone = reduceEntry(queued(), { kind: 'undone', at: filedAt });
  expect(look(undone, filedAt + 2 * day)).toBeNull();
});
