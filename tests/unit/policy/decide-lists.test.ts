import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { strictness } from '@/rules/policy/decide.ts';
import { type Action, actions, categories, type Category } from '@/rules/policy/schema.ts';
import { closesPage, isTimeReason } from '@/rules/policy/verdict.ts';

import { aHousehold, at, type Household } from '../../support/builders.ts';
import { type Listed, lookupWith } from '../../support/fetched-sets.ts';

const own = {
  known: ['school.test', 'docs.maker.test'],
  games: ['game.test', 'kids.both.test'],
  video: ['both.test'],
};
const home = aHousehold();
const fetching = (from: Household, fetched: Listed): Household =>
  from.with({ lookup: lookupWith(own, fetched) });

describe('a fetched list', () => {
  test('closes a site of a category that is closed, with all its sub-domains, and says the category', () => {
    const closed = fetching(home.withCategory('adult', 'block'), { adult: ['bad.test'] });
    for (const url of ['http://bad.test/', 'http://www.bad.test/x', 'http://user@bad.test:8080/']) {
      expect(closed.judges(url)).toMatchObject({
        action: 'block',
        reason: { kind: 'category', category: 'adult' },
      });
    }
    expect(closed.judges('http://verybad.test/').action).toBe('allow');
  });

  test('of an open category opens no unknown site', () => {
    const careful = fetching(home.withFilter({ unknown: 'ask' }), { games: ['play.test'] });
    expect(careful.judges('http://play.test/')).toMatchObject({
      action: 'ask',
      reason: { kind: 'unknown' },
    });
    expect(careful.judges('http://game.test/')).toMatchObject({
      action: 'allow',
      reason: { kind: 'category', category: 'games' },
    });
  });

  test('of a milder category than the unknown-site rule changes nothing', () => {
    const careful = fetching(home.withFilter({ unknown: 'block' }).withCategory('games', 'warn'), {
      games: ['play.test'],
    });
    expect(careful.judges('http://play.test/')).toMatchObject({
      action: 'block',
      reason: { kind: 'unknown' },
    });
  });

  test('that says the same as the unknown-site rule gives its reason: it tells more', () => {
    const careful = fetching(home.withFilter({ unknown: 'ask' }).withCategory('games', 'ask'), {
      games: ['play.test'],
    });
    expect(careful.judges('http://play.test/').reason).toEqual({
      kind: 'category',
      category: 'games',
    });
  });

  test('closes a site that our own list opens, but no well-known one', () => {
    const closed = fetching(home.withCategory('adult', 'block'), {
      adult: ['game.test', 'school.test', 'www.school.test', 'maker.test'],
    });
    expect(closed.judges('http://game.test/').action).toBe('block');
    expect(closed.judges('http://www.school.test/').action).toBe('allow');
    expect(closed.judges('http://docs.maker.test/').action).toBe('allow');
    expect(closed.judges('http://shop.maker.test/').action).toBe('block');
  });

  test('counts in the quota of its category', () => {
    const spent = fetching(home.withQuota('category:games', 0), { games: ['play.test'] });
    expect(spent.judges('http://play.test/').reason).toMatchObject({ kind: 'quota' });
    expect(spent.judges('http://school.test/').action).toBe('allow');
  });

  test('closes what a translated or framed address carries', () => {
    const closed = fetching(home.withCategory('adult', 'block'), { adult: ['bad.test'] });
    expect(
      closed.judges('https://translate.google.com/translate?u=http%3A%2F%2Fbad.test%2F').action,
    ).toBe('block');
    expect(closed.judges('http://bad.test/', { embedder: 'new.test' }).action).toBe('block');
  });
});

const names = [
  'game.test',
  'both.test',
  'kids.both.test',
  'school.test',
  'www.school.test',
  'maker.test',
  'docs.maker.test',
  'play.test',
  'deep.play.test',
  'test',
] as const;
const aName = fc.constantFrom(...names);
const someNames = fc.uniqueArray(aName, { maxLength: 4 });
const anAction = fc.constantFrom<Action>(...actions);
const someLists = fc.dictionary(fc.constantFrom<Category>('adult', 'games', 'video'), someNames, {
  maxKeys: 3,
});
const aFamily = fc
  .record({
    adult: anAction,
    games: anAction,
    video: anAction,
    unknown: anAction,
    allowlist: someNames,
    blocklist: someNames,
    quota: fc.constantFrom(null, 'all', 'category:games', 'host:play.test'),
    override: fc.option(aName),
    passed: someNames,
    fought: someNames,
  })
  .map(({ adult, games, video, quota, override, passed, fought, ...filter }) => {
    const chosen = home
      .withFilter({
        unknown: filter.unknown,
        allowlist: withoutBareSuffix(filter.allowlist),
        blocklist: withoutBareSuffix(filter.blocklist),
      })
      .withCategory('adult', adult)
      .withCategory('games', games)
      .withCategory('video', video)
      .with({ passed, fought, help: ['help.test'] });
    const timed = quota === null ? chosen : chosen.withQuota(quota, 0);
    return override === null
      ? timed
      : timed.withOverride({ kind: 'host', host: override }, at('13:00'));
  });
const withoutBareSuffix = (patterns: readonly string[]): string[] =>
  patterns.filter((name) => name.includes('.'));
const aVisit = fc.record({
  host: fc.oneof(aName, fc.constantFrom('www.play.test', 'new.test', 'line.help.test', '1.2.3.4')),
  path: fc.constantFrom('/', '/x?u=http://play.test/', '/http://both.test/'),
  embedder: fc.option(aName),
});
const urlOf = ({ host, path }: { host: string; path: string }): string => `http://${host}${path}`;

describe('whatever a family chose', () => {
  test('turning on any fetched list makes no verdict weaker', () => {
    fc.assert(
      fc.property(aFamily, someLists, someLists, aVisit, (family, some, more, visit) => {
        const about = visit.embedder === null ? {} : { embedder: visit.embedder };
        const before = fetching(family, some).judges(urlOf(visit), about);
        const both = Object.fromEntries(
          categories.map((name) => [name, [...(some[name] ?? []), ...(more[name] ?? [])]]),
        );
        const after = fetching(family, both).judges(urlOf(visit), about);
        // Closed stays closed. Only what an hour or a fought-off warning had closed may turn into a question.
        const isClosedMeanwhile = isTimeReason(before.reason) || family.fought.length > 0;
        const least =
          isClosedMeanwhile && closesPage(before) ? strictness.ask : strictness[before.action];
        expect(strictness[after.action], urlOf(visit)).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 2000 },
    );
  });

  test('help wins over all, a block by the guardian over an allow and every list, an allow over every list', () => {
    fc.assert(
      fc.property(aFamily, someLists, aName, (family, lists, name) => {
        fc.pre(name.includes('.'));
        const plain = fetching(family, lists).with({ overrides: [] });
        const timeless = plain.with({ child: { ...plain.child, quotas: [] } });
        const allowed = timeless.withFilter({ allowlist: [name], blocklist: [] });
        const blocked = plain.withFilter({ allowlist: [name], blocklist: [name] });
        const helped = blocked.with({ help: [name] });
        expect(allowed.judges(`http://${name}/`).reason.kind).toBe('allowlist');
        expect(blocked.judges(`http://${name}/`).reason.kind).toBe('blocklist');
        expect(closesPage(helped.judges(`http://${name}/`))).toBe(false);
      }),
    );
  });
});
