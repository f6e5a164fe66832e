import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createFirstNames, joinFirstNames, scoreOf } from '@/rules/lists/first-names.ts';

const namesOf = (hosts: readonly (readonly [string, number | null])[], most: number) => {
  const names = createFirstNames(most);
  for (const [host, rank] of hosts) names.add(host, scoreOf(host, rank));
  return names.take().hosts;
};

test('the best-known come first, then short names of few labels', () => {
  const hosts = [
    ['a.long.name.test', null],
    ['long-name.test', null],
    ['short.test', null],
    ['www.known.test', 2],
    ['best.test', 1],
  ] as const;
  expect(namesOf(hosts, 10)).toEqual([
    'best.test',
    'www.known.test',
    'short.test',
    'long-name.test',
    'a.long.name.test',
  ]);
  expect(namesOf(hosts, 2)).toEqual(['best.test', 'www.known.test']);
});

test('a host of two lists stands once, where its better rank puts it', () => {
  const joined = joinFirstNames([
    { hosts: ['a.test', 'b.test'], scores: [5, 6] },
    { hosts: ['b.test', 'c.test'], scores: [1, 9] },
  ]);
  expect(joined).toEqual(['b.test', 'a.test', 'c.test']);
});

test('whatever the order they come in, the same best are kept, each once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.nat(9))),
      fc.integer({ min: 1, max: 8 }),
      (drawn, most) => {
        const hosts = drawn.map(([name]) => [`h${name}.test`, name] as const);
        const kept = namesOf(hosts, most);
        const wanted = [...new Set(hosts.map(([host]) => host))].toSorted(
          (a, b) => Number(a.slice(1, -5)) - Number(b.slice(1, -5)),
        );
        expect(kept).toEqual(wanted.slice(0, most));
      },
    ),
  );
});
