import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parentsOf } from '@/rules/hosts/match.ts';
import { categories, type Category } from '@/rules/policy/schema.ts';
import { chooseNames, type NamesByCategory } from '@/rules/rulesets/budget.ts';

import { aLookup } from '../../support/builders.ts';

const lookup = aLookup({ known: ['school.test', 'docs.maker.test', 'google.com'] });
const choose = (
  offered: Partial<Record<Category, readonly string[]>>,
  room = 1000,
  about: { readonly ours?: readonly string[]; readonly time?: readonly Category[] } = {},
): NamesByCategory =>
  chooseNames({
    closures: new Map(
      categories.map((name) => [name, about.time?.includes(name) === true ? 'time' : 'filter']),
    ),
    offered: new Map(Object.entries(offered) as [Category, readonly string[]][]),
    room,
    lookup: aLookup({ known: lookup.knownHosts(), adult: about.ours ?? [] }),
  });
const chosen = (names: NamesByCategory): Record<string, readonly string[]> =>
  Object.fromEntries(names);

describe('BYP-214 what the first wall holds of more names than it has room for', () => {
  test('is the most visited of every category, however long its list is', () => {
    const many = Array.from({ length: 50 }, (_, at) => `many${at}.test`);
    const more = Array.from({ length: 50 }, (_, at) => `more${at}.test`);
    const few = ['few0.test', 'few1.test'];
    const names = chosen(choose({ adult: many, gambling: few, scam: more }, 10));
    expect(names).toEqual({ adult: many.slice(0, 4), gambling: few, scam: more.slice(0, 4) });
  });

  test('goes to the others where one list is short', () => {
    const names = chosen(
      choose({ adult: ['a0.test', 'a1.test', 'a2.test'], games: ['g0.test'] }, 4),
    );
    expect(names).toEqual({ adult: ['a0.test', 'a1.test', 'a2.test'], games: ['g0.test'] });
  });

  test('is nothing where there is no room', () => {
    expect(choose({ adult: ['a.test'] }, 0).size).toBe(0);
  });
});

describe('a name is left out', () => {
  test('where a parent of it is there, whichever came first', () => {
    expect(chosen(choose({ adult: ['www.a.test', 'a.test', 'x.y.a.test', 'b.test'] }))).toEqual({
      adult: ['a.test', 'b.test'],
    });
    expect(chosen(choose({ adult: ['www.a.test'], scam: ['b.test', 'a.test'] }))).toEqual({
      scam: ['b.test', 'a.test'],
    });
  });

  test('where our own list closes it or its parent', () => {
    const names = { adult: ['www.a.test', 'b.test'], scam: ['x.a.test'] };
    expect(chosen(choose(names, 10, { ours: ['a.test'] }))).toEqual({ adult: ['b.test'] });
  });

  test('only where both are closed alike: a guardian can open the one, not the other', () => {
    const names = { adult: ['a.test', 'x.b.test'], games: ['a.test', 'b.test'] };
    expect(chosen(choose(names, 10, { time: ['games'] }))).toEqual(names);
  });

  test('of a category that is open', () => {
    const names = chooseNames({
      closures: new Map([['games', 'filter']]),
      offered: new Map([['adult', ['a.test']]]),
      room: 10,
      lookup,
    });
    expect(names.size).toBe(0);
  });

  test('where it is a well-known site, belongs to one, or would close one with itself', () => {
    const names = ['school.test', 'www.school.test', 'maker.test', 'shop.maker.test', 'new.test'];
    expect(chosen(choose({ adult: names }))).toEqual({ adult: ['shop.maker.test', 'new.test'] });
    expect(chosen(choose({ adult: ['sites.google.com'] }))).toEqual({
      adult: ['sites.google.com'],
    });
  });

  test('where it is no more than one label', () => {
    expect(choose({ adult: ['test', 'localhost', ''] }).size).toBe(0);
  });
});

const aName = fc
  .array(fc.constantFrom('a', 'b', 'c', 'school', 'maker', 'docs'), { minLength: 1, maxLength: 3 })
  .map((labels) => `${labels.join('.')}.test`);
const names = fc.array(aName, { maxLength: 30 });

test('any lists: within the room, no name twice or under another, no known site closed, none forgotten that fits', () => {
  fc.assert(
    fc.property(names, names, fc.constantFrom(0, 1, 5, 20, 100), (adult, games, room) => {
      const all = [...choose({ adult, games }, room).values()].flat();
      expect(all.length).toBeLessThanOrEqual(room);
      expect(new Set(all).size).toBe(all.length);
      for (const name of all) {
        expect(parentsOf(name).filter((parent) => all.includes(parent))).toEqual([name]);
        expect(lookup.knownHosts().filter((host) => parentsOf(host).includes(name))).toEqual([]);
      }
      if (room < 60) return;
      const isIn = (host: string) => parentsOf(host).some((parent) => all.includes(parent));
      for (const name of [...adult, ...games]) {
        const isSpared =
          lookup.isKnown(name) ||
          lookup.knownHosts().some((host) => parentsOf(host).includes(name));
        expect(isIn(name) || isSpared, name).toBe(true);
      }
    }),
  );
});
