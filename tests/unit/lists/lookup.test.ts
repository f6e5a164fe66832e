import { describe, expect, test } from 'vitest';

import { lookupWith } from '../../support/fetched-sets.ts';

const own = {
  known: ['school.test', 'docs.maker.test', 'google.com'],
  games: ['game.test'],
  video: ['watch.test'],
};
const lookup = lookupWith(own, {
  adult: ['bad.test', 'www.school.test', 'sites.google.com', 'game.test'],
  games: ['play.test', 'school.test', 'maker.test'],
});

describe('a host on fetched lists', () => {
  test('has their categories beside our own, in the order of the schema', () => {
    expect(lookup.categoriesOf('game.test')).toEqual(['adult', 'games']);
    expect(lookup.ownCategoriesOf('game.test')).toEqual(['games']);
    expect(lookup.categoriesOf('www.play.test')).toEqual(['games']);
    expect(lookup.categoriesOf('new.test')).toEqual([]);
  });

  test('is named with every list that holds it; ours is called "starter"', () => {
    expect(lookup.listsNaming('game.test', 'games')).toEqual(['starter']);
    expect(lookup.listsNaming('game.test', 'adult')).toEqual(['list-adult']);
    expect(lookup.listsNaming('new.test', 'adult')).toEqual([]);
  });

  test('that is a well-known site is none of theirs to name, itself or by a parent of the same owner', () => {
    expect(lookup.categoriesOf('school.test')).toEqual([]);
    expect(lookup.categoriesOf('www.school.test')).toEqual([]);
    expect(lookup.listsNaming('www.school.test', 'adult')).toEqual([]);
  });

  test('keeps what strangers publish under a well-known name', () => {
    expect(lookup.categoriesOf('sites.google.com')).toEqual(['adult']);
  });

  test('leaves a well-known site alone whose parent they name', () => {
    expect(lookup.categoriesOf('docs.maker.test')).toEqual([]);
    expect(lookup.categoriesOf('shop.maker.test')).toEqual(['games']);
  });

  test('counts only for lists that are turned on', () => {
    const off = lookupWith(own, { adult: ['bad.test'], games: ['play.test'] }, (id) =>
      id.endsWith('games'),
    );
    expect(off.categoriesOf('bad.test')).toEqual([]);
    expect(off.listsNaming('bad.test', 'adult')).toEqual([]);
    expect(off.categoriesOf('play.test')).toEqual(['games']);
  });

  test('never stands among the hosts that our own list has', () => {
    expect(lookup.ownHostsOf('games')).toEqual(['game.test']);
    expect(lookup.ownHostsOf('adult')).toEqual([]);
  });
});
