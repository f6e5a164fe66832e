import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parentsOf } from '@/rules/hosts/match.ts';
import {
  createHostHashes,
  type HostHashes,
  hashesOf,
  nameAt,
  restOf,
} from '@/rules/lists/set/hash.ts';

import { host, series } from './support/hosts.ts';

const hashAt = ({ words }: HostHashes, level: number): string =>
  `${words[2 * level]} ${words[2 * level + 1]}`;
const names = (hashes: HostHashes): string[] =>
  Array.from({ length: hashes.levels }, (_, level) => nameAt(hashes, level));

const allOf = (name: string): HostHashes => restOf(hashesOf(name));

describe('the hashes of a host', () => {
  test('are of the host and every parent but the top-level name, shortest first', () => {
    fc.assert(
      fc.property(host, (name) => {
        const expected = parentsOf(name).filter((parent) => parent.includes('.'));
        expect(names(allOf(name))).toEqual(expected.toReversed());
      }),
    );
  });

  test('are the same for a name, whether it is asked for itself or as a parent', () => {
    fc.assert(
      fc.property(host, (name) => {
        const hashes = allOf(name);
        for (let level = 0; level < hashes.levels; level += 1) {
          const own = allOf(nameAt(hashes, level));
          expect(hashAt(own, own.levels - 1)).toBe(hashAt(hashes, level));
        }
      }),
    );
  });

  test('do not see trailing dots', () => {
    const hashes = allOf('www.example.org..');
    expect(names(hashes)).toEqual(['example.org', 'www.example.org']);
    expect(hashAt(hashes, 1)).toBe(hashAt(allOf('www.example.org'), 1));
  });

  test('are none for a single label, an empty host or dots alone', () => {
    for (const name of ['', '.', '...', 'localhost', 'com.', '[::1]']) {
      expect(allOf(name).levels, name).toBe(0);
    }
  });

  test('hold for any text whatever, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { levels } = allOf(text);
        expect(levels).toBeLessThanOrEqual(128);
      }),
    );
    const deep = allOf(`${'a.'.repeat(5000)}example.com`);
    expect(deep.levels).toBe(128);
    expect(nameAt(deep, 0)).toBe('example.com');
  });

  test('are made for the last two labels first, and for the rest when asked', () => {
    const hashes = hashesOf('a.b.example.org');
    expect(names(hashes)).toEqual(['example.org']);
    expect(names(restOf(hashes))).toEqual(['example.org', 'b.example.org', 'a.b.example.org']);
    expect(names(restOf(hashes))).toHaveLength(3);
  });

  test('can be written into the same memory again and again', () => {
    const memory = createHostHashes();
    const long = restOf(hashesOf('a.b.c.example.org', memory));
    expect(long.levels).toBe(4);
    const short = hashesOf('example.com', memory);
    expect(short).toBe(memory);
    expect(names(short)).toEqual(['example.com']);
    expect(hashAt(short, 0)).toBe(hashAt(hashesOf('example.com'), 0));
  });

  test('differ for two hundred thousand names that differ in a character or two', () => {
    const seen = new Set<bigint>();
    const memory = createHostHashes();
    let asked = 0;
    for (const name of [...series('a', 100_000), ...counted(100_000)]) {
      const { words, levels } = restOf(hashesOf(name, memory));
      const high = BigInt((words[2 * levels - 1] ?? 0) >>> 0);
      seen.add((high << 32n) | BigInt((words[2 * levels - 2] ?? 0) >>> 0));
      asked += 1;
    }
    expect(seen.size).toBe(asked);
  });
});

function* counted(count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) yield `site${number}.com`;
}
