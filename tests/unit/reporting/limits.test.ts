import { expect, test } from 'vitest';

import { admit } from '@/rules/reporting/limits.ts';
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

test('BYP-220 after ten reports a day the official doors are left', () => {
  expect(admit(many(9), wish('new'), filedAt)).toEqual({ kind: 'new' });
  expect(admit(many(10), wish('new'), filedAt)).toEqual({ kind: 'by-hand', why: 'many-today' });
});

test('someone in danger now is never held back', () => {
  expect(admit(many(50), wish('new', 'now'), filedAt)).toEqual({ kind: 'new' });
});

test('BYP-229 a full outbox is told, not overwritten', () => {
  expect(admit(many(200), wish('new', 'now'), filedAt)).toEqual({
    kind: 'by-hand',
    why: 'outbox-full',
  });
});
