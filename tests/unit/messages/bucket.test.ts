import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createGate } from '@/entrypoints/background/gate.ts';
import { type Bucket, spend } from '@/rules/messages/bucket.ts';

const pace = { atOnce: 60, perSecond: 20 };
const ours = { id: 'saathi', origin: 'chrome-extension://saathi' };
const frame = (tab: number, frameId: number, url = 'https://evil.test/') => ({
  id: 'saathi',
  url,
  frameId,
  tab: { id: tab },
});

test('whenever tries come, no span of time lets through more than it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 500 }), (pauses) => {
      let bucket: Bucket | undefined;
      let now = 0;
      let passed = 0;
      for (const pause of pauses) {
        now += pause;
        const spent = spend(bucket, now, pace);
        ({ bucket } = spent);
        if (spent.passes) passed += 1;
        expect(passed).toBeLessThanOrEqual(pace.atOnce + (now / 1000) * pace.perSecond);
      }
    }),
  );
});

test('who waits is heard again, and never more at once than before', () => {
  let bucket: Bucket = { tokens: 0, at: 0 };
  const later = spend(bucket, 3_600_000, pace);
  expect(later.passes).toBe(true);
  ({ bucket } = later);
  expect(bucket.tokens).toBe(59);
});

test('BYP-130 of ten thousand messages in a second from one frame some eighty are looked at', () => {
  let now = 0;
  const mayAsk = createGate(ours, () => now);
  let heard = 0;
  for (let sent = 0; sent < 10_000; sent += 1) {
    now += 0.1;
    if (mayAsk(frame(1, 3))) heard += 1;
  }
  expect(heard).toBeGreaterThanOrEqual(60);
  expect(heard).toBeLessThanOrEqual(80);
});

test('BYP-130 meanwhile every other frame, and every page of ours, is heard', () => {
  const mayAsk = createGate(ours, () => 0);
  for (let sent = 0; sent < 10_000; sent += 1) mayAsk(frame(1, 3));
  expect(mayAsk(frame(1, 3))).toBe(false);
  expect(mayAsk(frame(1, 0))).toBe(true);
  expect(mayAsk(frame(2, 3))).toBe(true);
  const options = frame(4, 0, `${ours.origin}/options.html`);
  const asked = Array.from({ length: 500 }, () => mayAsk(options));
  expect(asked.every(Boolean)).toBe(true);
  expect(mayAsk({ id: 'saathi', url: `${ours.origin}/popup.html` })).toBe(true);
});

test('an address that only begins like ours is a page like any other', () => {
  const mayAsk = createGate(ours, () => 0);
  const alike = frame(1, 0, `${ours.origin}.evil.test/`);
  const asked = Array.from({ length: 100 }, () => mayAsk(alike));
  expect(asked.filter(Boolean)).toHaveLength(60);
});

test('thousands of frames are not remembered for ever, and the one that floods is', () => {
  const mayAsk = createGate(ours, () => 0);
  for (let sent = 0; sent < 100; sent += 1) mayAsk(frame(1, 0));
  for (let tab = 2; tab < 5000; tab += 1) {
    mayAsk(frame(tab, 0));
    mayAsk(frame(1, 0));
  }
  expect(mayAsk(frame(1, 0))).toBe(false);
});
