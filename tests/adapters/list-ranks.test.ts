import { expect, test } from 'vitest';

import { createRanks } from '@/entrypoints/list-builder-parts/ranks.ts';

test('a host has its place among the best-known, and a strange one has none', () => {
  const rankOf = createRanks('one.test\ntwo.test\nthree.test');
  expect(['one.test', 'two.test', 'three.test', 'four.test'].map(rankOf)).toEqual([1, 2, 3, null]);
});

test('the shortest names there are do not fill the table, for a full one would be searched without end', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const hosts = letters.flatMap((first) =>
    letters.flatMap((second) => letters.map((third) => `${first}.${second}${third}`)),
  );
  const rankOf = createRanks(hosts.slice(0, 16_500).join('\n'));
  expect(hosts[0] === undefined ? null : rankOf(hosts[0])).toBe(1);
  expect(rankOf('strange.test')).toBeNull();
});
