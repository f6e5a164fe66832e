import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type CategorySet,
  openCategory,
  packCategory,
  replaceSection,
} from '@/rules/lists/set/category.ts';
import { hashesOf } from '@/rules/lists/set/hash.ts';

import { opened, sectionOf } from './support/build.ts';
import { series } from './support/hosts.ts';

const few = { listId: 'few', bytes: sectionOf(['one.org', 'both.org']).bytes };
const many = { listId: 'many', bytes: sectionOf([...series('many', 500), 'both.org']).bytes };
const naming = (set: CategorySet, name: string): readonly string[] =>
  set.listsNaming(hashesOf(name));

describe('a category of several lists', () => {
  test('closes what any of them names, and says which', () => {
    const set = opened(packCategory([many, few]));
    expect(set.listIds).toEqual(['few', 'many']);
    expect(set.count).toBe(503);
    expect(naming(set, 'www.one.org')).toEqual(['few']);
    expect(naming(set, 'both.org.')).toEqual(['few', 'many']);
    expect(naming(set, 'none.org')).toEqual([]);
    expect(set.has(hashesOf('one.org'))).toBe(true);
    expect(set.has(hashesOf('none.org'))).toBe(false);
  });

  test('of no list closes nothing', () => {
    const set = opened(packCategory([]));
    expect(set.count).toBe(0);
    expect(set.has(hashesOf('one.org'))).toBe(false);
  });

  test('has the same bytes in whichever order its lists were put in', () => {
    expect(packCategory([few, many])).toEqual(packCategory([many, few]));
  });

  test('keeps ids in any script', () => {
    expect(opened(packCategory([{ ...few, listId: 'فہرست' }])).listIds).toEqual(['فہرست']);
  });
});

describe('putting one list in the place of another', () => {
  test('begins a category, adds to it, changes it and takes out of it', () => {
    const first = replaceSection(null, 'few', few.bytes);
    const both = replaceSection(first, 'many', many.bytes);
    expect(both).toEqual(packCategory([few, many]));
    const other = sectionOf(['other.org']).bytes;
    const changed = opened(replaceSection(both, 'few', other));
    expect(naming(changed, 'other.org')).toEqual(['few']);
    expect(naming(changed, 'both.org')).toEqual(['many']);
    expect(replaceSection(both, 'many', null)).toEqual(first);
    expect(replaceSection(first, 'never there', null)).toEqual(first);
  });

  test('begins anew where the old category is damaged', () => {
    const damaged = packCategory([few, many]).slice(8);
    expect(replaceSection(damaged, 'few', few.bytes)).toEqual(packCategory([few]));
  });
});

describe('damaged bytes', () => {
  const whole = packCategory([few, many]);

  test('are told from a set wherever they are cut', () => {
    for (let length = 0; length < whole.byteLength; length += 1) {
      expect(openCategory(whole.slice(0, length)).ok, String(length)).toBe(false);
    }
  });

  test('are a failure or a set that still answers, whatever was written over them', () => {
    const changes = fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(changes, (writes) => {
        const bytes = new Uint8Array(whole.slice());
        for (const [at, value] of writes) bytes[at] = value;
        answers(bytes.buffer);
      }),
      { numRuns: 500 },
    );
  });

  test('are a failure wherever the head of a section was touched', () => {
    const start = new Uint32Array(whole)[4] ?? 0;
    for (let bit = 0; bit < 8 * 40; bit += 1) {
      const bytes = new Uint8Array(whole.slice());
      bytes[start + (bit >> 3)] = (bytes[start + (bit >> 3)] ?? 0) ^ (1 << (bit & 7));
      expect(openCategory(bytes.buffer), String(bit)).toEqual({ ok: false, failure: 'broken' });
    }
  });

  test('of any other kind are no set', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(openCategory(bytes.slice().buffer).ok).toBe(false);
      }),
    );
    expect(openCategory(new TextEncoder().encode('<!doctype html><p>404').buffer)).toEqual({
      ok: false,
      failure: 'not-a-set',
    });
  });

  test('that put a section off its place are a failure', () => {
    const words = new Uint32Array(whole.slice());
    words[4] = (words[4] ?? 0) + 4;
    expect(openCategory(words.buffer)).toEqual({ ok: false, failure: 'broken' });
  });
});

function answers(buffer: ArrayBuffer): void {
  const result = openCategory(buffer);
  if (!result.ok) return;
  for (const name of ['one.org', 'a.b.c.d.e.both.org', 'none.org', '']) {
    expect(typeof result.value.has(hashesOf(name))).toBe('boolean');
    expect(Array.isArray(result.value.listsNaming(hashesOf(name)))).toBe(true);
  }
}
