import { expect, test } from 'vitest';

import { isDue, isShared } from '@/rules/time/keeping.ts';
import { emptyLedger, type Ledger } from '@/rules/time/ledger.ts';

const noon = Date.parse('2026-11-23T07:00:00Z');
const seenAt = (at: number, more: Partial<Ledger> = {}): Ledger => ({
  ...emptyLedger,
  lastSeen: { at, steady: null },
  ...more,
});

test('the disk is written once in each half minute, however much happens in it', () => {
  const onDisk = seenAt(noon);
  for (const later of [0, 1, 10_000, 29_999])
    expect(isDue(onDisk, seenAt(noon + later))).toBe(false);
  for (const later of [30_000, 59_999, -1, 3_600_000])
    expect(isDue(onDisk, seenAt(noon + later))).toBe(true);
});

test('what must outlive the browser is written at once', () => {
  const over = {
    childId: 'zara',
    usage: { date: '2026-11-22', totalSeconds: 1, byHost: {}, byCategory: {} },
  };
  for (const more of [
    { finished: [over] },
    { setBacks: [{ from: noon, to: noon - 600_000 }] },
    { lostOn: '2026-11-23' },
  ])
    expect(isDue(seenAt(noon), seenAt(noon + 1, more))).toBe(true);
});

test('the first event of all is written at once', () => {
  expect(isDue(emptyLedger, seenAt(noon))).toBe(true);
});

test('two minutes after a private window last wrote, the ledger is one worker’s own again', () => {
  expect(isShared(emptyLedger, seenAt(noon))).toBe(false);
  expect(isShared({ ...emptyLedger, privateAt: noon }, seenAt(noon + 119_999))).toBe(true);
  expect(isShared({ ...emptyLedger, privateAt: noon }, seenAt(noon + 120_000))).toBe(false);
});
