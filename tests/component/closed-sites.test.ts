import { expect, test } from 'vitest';

import { closedSites } from '@/components/page/closed-sites.ts';

const topic = { kind: 'category', category: 'games' } as const;

test('a site that was tried again stands there once, with its latest time, the latest first', () => {
  expect(
    closedSites([
      { at: 1, host: 'a.test', reason: topic },
      { at: 2, host: 'b.test', reason: topic },
      { at: 3, host: 'a.test', reason: topic },
    ]),
  ).toEqual([
    { at: 3, host: 'a.test', reason: topic, count: 2 },
    { at: 2, host: 'b.test', reason: topic, count: 1 },
  ]);
});

test('a site that was closed for two reasons stands there for each', () => {
  const found = closedSites([
    { at: 1, host: 'a.test', reason: topic },
    { at: 2, host: 'a.test', reason: { kind: 'quiet-time', quietTimeId: 'night' } },
  ]);
  expect(found.map(({ count }) => count)).toEqual([1, 1]);
});
