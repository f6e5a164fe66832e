import { expect, test } from 'vitest';

import type { OutboxEntry } from '@/rules/reporting/outbox-state.ts';
import { inSendingOrder } from '@/rules/reporting/outbox-times.ts';

import { queued } from './builders.ts';

const calm = (reportId: string): OutboxEntry => queued({ reportId });
const urgent = (reportId: string): OutboxEntry => queued({ reportId, urgency: 'now' });
const idsOf = (entries: readonly OutboxEntry[]) => entries.map(({ entryId }) => entryId);

test('danger is sent before what waits longer; all else stays as it was filed', () => {
  const due = [calm('a'), calm('b'), urgent('c'), calm('d'), urgent('e')];
  expect(idsOf(inSendingOrder(due))).toEqual(['c', 'e', 'a', 'b', 'd']);
});

test('danger that was added takes its report along, and stays behind it', () => {
  const addition = { ...urgent('b'), entryId: 'b.2' };
  expect(idsOf(inSendingOrder([calm('a'), calm('b'), addition]))).toEqual(['b', 'b.2', 'a']);
});
