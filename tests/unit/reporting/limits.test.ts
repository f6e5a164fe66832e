import fc from 'fast-check';
import { expect, test } from 'vitest';

import { admit, surplus } from '@/rules/reporting/limits.ts';
import { type OutboxEntry, reduceEntry } from '@/rules/reporting/outbox-state.ts';

import { filedAt, queued } from './builders.ts';

const entry = (at: number, mark: string, changed = {}): OutboxEntry => ({
  ...queued({ reportId: `id-${mark}-${at}` }),
  filedAt: at,
  addressMark: mark,
  ...changed,
});
const wish = (addressMark: string | null, urgency: 'now' | 'info' = 'info') => ({
  addressMark,
  urgency,
});
const hour = 3_600_000;
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => entry(filedAt - at, `page-${at}`));

test('BYP-220 the same page within a day is the same report', () => {
  const first = entry(filedAt, 'page');
  expect(admit([first], wish('page'), filedAt + 23 * hour)).toEqual({
    kind: 'same',
    reportId: first.reportId,
  });
  expect(admit([first], wish('page'), filedAt + 25 * hour)).toEqual({ kind: 'new' });
  expect(admit([first], wish('other'), filedAt)).toEqual({ kind: 'new' });
});

test('what was taken back may be reported again', () => {
  const undone = reduceEntry(entry(filedAt, 'page'), { kind: 'undone', at: filedAt });
  expect(admit([undone], wish('page'), filedAt)).toEqual({ kind: 'new' });
});

test('pages without an address are never taken for one another', () => {
  expect(admit([entry(filedAt, 'x', { addressMark: null })], wish(null), filedAt)).toEqual({
    kind: 'new',
  });
});

test('BYP-220 after five reports a day the official doors are left', () => {
  expect(admit(many(4), wish('new'), filedAt)).toEqual({ kind: 'new' });
  expect(admit(many(5), wish('new'), filedAt)).toEqual({ kind: 'by-hand', why: 'many-today' });
  expect(admit(many(5), wish('new'), filedAt + 25 * hour)).toEqual({ kind: 'new' });
});

test('BYP-220 after twenty reports a week the official doors are left, until the first is a week old', () => {
  const week = Array.from({ length: 20 }, (_, at) => entry(filedAt + at * 7 * hour, `page-${at}`));
  const then = filedAt + 19 * 7 * hour + 25 * hour;
  expect(admit(week, wish('new'), then)).toEqual({ kind: 'by-hand', why: 'many-this-week' });
  expect(admit(week.slice(1), wish('new'), then)).toEqual({ kind: 'new' });
  expect(admit(week, wish('new'), filedAt + 7 * 24 * hour)).toEqual({ kind: 'new' });
});

test('a report that never left counts for nothing; one that was taken back after it had arrived counts', () => {
  const rest = many(4);
  const undone = reduceEntry(entry(filedAt, 'undone'), { kind: 'undone', at: filedAt });
  const byHand = { ...entry(filedAt, 'hand'), state: 'by-hand' } as OutboxEntry;
  expect(admit([...rest, undone, byHand], wish('new'), filedAt)).toEqual({ kind: 'new' });
  const withdrawn = { ...entry(filedAt, 'back'), state: 'withdrawn' } as OutboxEntry;
  expect(admit([...rest, withdrawn], wish('new'), filedAt)).toMatchObject({ why: 'many-today' });
});

test('someone in danger now is held back by no limit, not even on the same page', () => {
  expect(admit(many(50), wish('page-1', 'now'), filedAt)).toEqual({ kind: 'new' });
});

test('a clock that jumps far ahead or far back locks nobody out, and a small step hides nothing', () => {
  const year = 365 * 24 * hour;
  expect(admit(many(5), wish('new'), filedAt + year)).toEqual({ kind: 'new' });
  expect(admit(many(5), wish('new'), filedAt - year)).toEqual({ kind: 'new' });
  expect(admit(many(5), wish('new'), filedAt - 2 * hour)).toMatchObject({ why: 'many-today' });
  expect(admit([entry(filedAt, 'page')], wish('page'), filedAt - 2 * hour)).toMatchObject({
    kind: 'same',
  });
});

test('whatever the clock says, no window holds more than its limit', () => {
  const steps = fc.array(fc.integer({ min: -48, max: 48 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(steps, (hours) => {
      const entries: OutboxEntry[] = [];
      let now = filedAt;
      for (const [at, step] of hours.entries()) {
        now += step * hour;
        const admission = admit(entries, wish(`page-${at}`), now);
        if (admission.kind === 'new') entries.push(entry(now, `page-${at}`));
        const near = (ms: number) =>
          entries.filter((one) => Math.abs(now - one.filedAt) < ms).length;
        // A step back may meet reports from both sides of a day: never more than two days' worth.
        expect(near(24 * hour)).toBeLessThanOrEqual(10);
        if (admission.kind === 'new') {
          expect(near(24 * hour)).toBeLessThanOrEqual(5);
          expect(near(7 * 24 * hour)).toBeLessThanOrEqual(20);
        }
      }
    }),
  );
});

test('a flood of drafts and of things taken back fills no store: the oldest go', () => {
  const drafts = many(60).map((one) => ({ ...one, state: 'by-hand' }) as OutboxEntry);
  const left = drafts.filter(({ entryId }) => !surplus(drafts).includes(entryId));
  expect(left).toHaveLength(49);
  expect(left[0]?.entryId).toBe(drafts[0]?.entryId);
  const undone = many(500).map((one) => reduceEntry(one, { kind: 'undone', at: filedAt }));
  expect(undone.length - surplus(undone).length).toBe(19);
});

test('what still waits is never let go, and with a refused report goes what was added to it', () => {
  expect(surplus(many(300))).toEqual([]);
  const refused = many(60).map((one) => ({ ...one, state: 'refused' }) as OutboxEntry);
  const oldest = refused.at(-1);
  const addition = { ...entry(filedAt, 'x'), entryId: 'x.2', reportId: oldest?.reportId ?? '' };
  expect(surplus([...refused, addition])).toContain('x.2');
});

test('BYP-229 a full outbox is told, not overwritten, and holds back nobody who is in danger', () => {
  // So many wait only after months of a clock that was set to and fro.
  const waiting = Array.from({ length: 200 }, (_, at) =>
    entry(filedAt - at * 30 * 24 * hour, `page-${at}`),
  );
  expect(admit(waiting.slice(1), wish('new'), filedAt)).toEqual({ kind: 'new' });
  expect(admit(waiting, wish('new'), filedAt)).toEqual({ kind: 'by-hand', why: 'outbox-full' });
  expect(admit(waiting, wish('new', 'now'), filedAt)).toEqual({ kind: 'new' });
  expect(surplus(waiting)).toEqual([]);
});
