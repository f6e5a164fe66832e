import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isPublicSuffix } from '@/rules/hosts/registrable-domain.ts';
import { buildBody } from '@/rules/lists/set/build-body.ts';
import { type BuiltSection, createSectionBuilder } from '@/rules/lists/set/builder.ts';
import { createHostHashes, hashesOf } from '@/rules/lists/set/hash.ts';

import { openedSection, sectionOf, setOf } from './support/build.ts';
import { host, isListed, series } from './support/hosts.ts';

// Just enough for prints of 16 bits, of which one in 65,536 hits by chance.
const manyHosts = [...series('listed', 100_500)];
const knownHosts = [...series('known', 200_000), ...manyHosts.slice(0, 1000)];
const careless = sectionOf(manyHosts);
const careful = sectionOf(manyHosts, knownHosts);

describe('a set answers like a plain Set of the same hosts', () => {
  test('for random lists of few hosts', () => {
    fc.assert(
      fc.property(fc.array(host, { maxLength: 30 }), fc.array(host), (list, asked) => {
        agrees(list, [...list, ...asked]);
      }),
    );
  });

  test('for random lists of hundreds', () => {
    const lists = fc.array(host, { minLength: 40, maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(lists, fc.array(host), (list, asked) => {
        agrees(list, [...list, ...asked, ...list.map((name) => `deeper.${name}`)]);
      }),
      { numRuns: 30 },
    );
  });

  test('for a hundred thousand, each with what is under it', () => {
    const set = openedSection(careful);
    const memory = createHostHashes();
    const missed = manyHosts.filter(
      (name) => !set.has(hashesOf(name, memory)) || !set.has(hashesOf(`www.${name}`, memory)),
    );
    expect(missed).toEqual([]);
  });

  test('for an empty list', () => {
    agrees([], ['example.org', 'a.b.c', '', 'localhost']);
  });

  test('for the longest names there are', () => {
    const long = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.com`;
    expect(long).toHaveLength(253);
    agrees([long], [long, long.slice(1), `x.${long}`]);
  });
});

describe('what a list can not close', () => {
  test('a public suffix, though a name under it can be listed', () => {
    const set = setOf(['github.io', 'co.uk', 'bad.github.io', 'bad.co.uk']);
    const closes = (name: string): boolean => set.has(hashesOf(name));
    expect(['github.io', 'co.uk', 'good.github.io', 'www.good.co.uk'].filter(closes)).toEqual([]);
    expect(
      ['bad.github.io', 'a.bad.github.io', 'bad.co.uk', 'www.bad.co.uk'].filter(closes),
    ).toHaveLength(4);
  });

  test('a public suffix by chance', () => {
    const memory = createHostHashes();
    const names = [...series('known', 200_000)];
    const wrongIn = (built: BuiltSection): string[] => {
      const set = openedSection(built);
      return names.filter((name) => set.has(hashesOf(name, memory)));
    };
    expect(wrongIn(careless).length).toBeGreaterThan(0);
    const builder = createSectionBuilder({ isSuffix: () => false, names: () => names });
    for (const name of manyHosts) builder.add(name);
    expect(wrongIn(builder.finish())).toEqual([]);
  });

  test('but a host is listed that the packed form of the suffix list takes for a suffix', () => {
    expect(isPublicSuffix('site259947.com')).toBe(true);
    expect(setOf(['site259947.com']).has(hashesOf('www.site259947.com'))).toBe(true);
  });

  test('a bare label', () => {
    const builder = createSectionBuilder();
    expect(builder.add('com')).toBe(false);
    expect(builder.add('localhost')).toBe(false);
    expect(builder.add('example.com')).toBe(true);
    expect(builder.finish().count).toBe(1);
  });

  test('a well-known site or a parent of one by chance', () => {
    const memory = createHostHashes();
    const wrongIn = (built: BuiltSection): number => {
      const set = openedSection(built);
      return knownHosts.slice(0, 200_000).filter((name) => set.has(hashesOf(name, memory))).length;
    };
    expect(wrongIn(careless)).toBeGreaterThan(0);
    expect(careful.exceptions).toBeGreaterThanOrEqual(wrongIn(careless));
    expect(wrongIn(careful)).toBe(0);
  });

  test('but a well-known site that is listed stays closed', () => {
    const set = openedSection(careful);
    expect(knownHosts.slice(200_000).every((name) => set.has(hashesOf(name)))).toBe(true);
  });
});

describe('the bytes of a section', () => {
  test('are the same for the same hosts in any order, however often each is given', () => {
    const lists = fc.uniqueArray(host, { maxLength: 120 });
    fc.assert(
      fc.property(lists, fc.nat(), (list, turn) => {
        const at = turn % (list.length + 1);
        const turned = [...list.slice(at), ...list.slice(0, at), ...list.slice(0, 5)];
        expect(sectionOf(turned).bytes).toEqual(sectionOf(list).bytes);
      }),
    );
  });

  test('count different hosts, and spend nothing on those under another', () => {
    const whole = sectionOf(['example.org', 'a.example.org', 'b.a.example.org', 'example.org']);
    expect(whole.count).toBe(3);
    expect(whole.covered).toBe(2);
    expect(whole.bytes).toHaveLength(sectionOf(['example.org']).bytes.length);
  });

  test('do not drop a host because the suffix it is under was listed', () => {
    expect(sectionOf(['github.io', 'bad.github.io'])).toMatchObject({ count: 1, covered: 0 });
  });

  test('are few', () => {
    // A filter alone takes 2.25 at best for so short a list; exceptions and marks are in the figure.
    expect(careful.bytes.length / manyHosts.length).toBeLessThan(2.4);
  });

  test('hold whole hashes where no filter can be made', () => {
    // The same hash twice fits no filter, whatever the seed. The builder never lets that happen.
    const kept = Uint32Array.from({ length: 80 }, (_, index) => (index < 4 ? index % 2 : index));
    const { head } = buildBody({ kept, roots: new Uint32Array(0), count: 40 });
    expect(head).toMatchObject({ printBits: 64, tableLength: 40 });
  });

  test('never change: sets in storage are read by later versions', () => {
    const { bytes } = sectionOf(['example.org', 'a.example.com', 'xn--90a3ac.test']);
    expect(Buffer.from(bytes).toString('hex')).toMatchInlineSnapshot(
      `"534153315800000003000000400000000000000000000000000000000000000003000000000000000000000000000000000000000000000000000000a742dc4eb3cfdd9794d7558bdce260c20d462fe5186868f26b682cf3"`,
    );
  });

  test('never change for a filter either', () => {
    const { bytes } = sectionOf(series('golden', 40));
    expect(Buffer.from(bytes).toString('hex')).toMatchInlineSnapshot(
      `"53415331c0010000280000002000000000000000b5d1ea21050000000100000000000000000000000000000000000000000000000000000000000000628d35a5109abd210000000064fcf0f900000000000000000000000000000000bda3ce1d000000000000000000000000000000000000000000000000a593e7b800000000000000000000000052901687659c892900000000000000005ab0167e000000000000000000000000000000000000000000000000000000007790b7a10000000000000000000000009fd003c500000000099e30e20000000000000000000000008a5518320000000000000000000000000000000000000000000000002d5b5d99e174cefbddc388f148597e0f9670529b28e6021900000000083eca5a00000000f122f601000000000000000000000000000000005f0e6cf000000000000000000000000000000000f4f69cc60000000003355864aae1be52f2824a0d56da495be1d465d60000000000000000000000009883de5a00000000000000007b53ee20c781af481bdd5cf500000000be983fe0ee24559b000000002263148e00000000464e949719dd2eed3243078adc2c290b366e31789c331034000000000d6f9038"`,
    );
  });
});

function agrees(list: readonly string[], asked: readonly string[]): void {
  const set = setOf(list);
  const plain = new Set(list);
  const memory = createHostHashes();
  for (const name of asked) {
    expect(set.has(hashesOf(name, memory)), name).toBe(isListed(plain, name));
  }
}
