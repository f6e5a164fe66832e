// Lists beyond our own in both walls: the first holds some of their names, the second asks the sets.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parentsOf } from '@/rules/hosts/match.ts';
import { type Action, actions, type Category, categories } from '@/rules/policy/schema.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { chooseNames } from '@/rules/rulesets/budget.ts';
import { closuresOf, compileRuleset } from '@/rules/rulesets/compile.ts';
import { priorities } from '@/rules/rulesets/priorities.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';
import { timeClosures } from '@/rules/time/closures.ts';

import { aHost, aHousehold, aPattern, type Household, noon } from '../../support/builders.ts';
import { outcomeOf } from '../../support/declarative-rules.ts';
import { type Listed, lookupWith } from '../../support/fetched-sets.ts';

const own = {
  known: ['library.test', 'docs.maker.test'],
  games: ['game.test', 'kids.both.test'],
  video: ['both.test'],
};

type Home = { readonly household: Household; readonly fetched: Listed };
const homeWith = (household: Household, fetched: Listed): Home => ({
  household: household.with({ lookup: lookupWith(own, fetched), help: ['help.test'] }),
  fetched,
});

function rulesFor({ household, fetched }: Home, room = Infinity): Rule[] {
  const situation = household.situation(noon);
  const { profile, moment, overrides, lookup } = situation;
  const time = timeClosures(situation, moment);
  return compileRuleset({
    profile,
    allowlist: profile.filter.allowlist.map(aPattern),
    blocklist: profile.filter.blocklist.map(aPattern),
    lookup,
    fetched: chooseNames({
      closures: closuresOf({ profile, time }),
      offered: new Map(categories.map((name) => [name, fetched[name] ?? []])),
      room,
      lookup,
    }),
    helpHosts: household.help.map(aHost),
    ourHost: 'ours',
    overrides,
    time,
    isClosed: (url) => closesPage(household.judges(url)),
  });
}
const opens = (rules: readonly Rule[], url: string) =>
  outcomeOf(rules, { url, type: 'main_frame' }) !== 'block';

const aName = fc.constantFrom(
  'game.test',
  'both.test',
  'kids.both.test',
  'library.test',
  'www.library.test',
  'maker.test',
  'docs.maker.test',
  'play.test',
  'deep.play.test',
  'help.test',
  'new.test',
);
const someNames = fc.uniqueArray(aName, { maxLength: 5 });
const anAction = fc.constantFrom<Action>(...actions);
const aHome = fc
  .record({
    actions: fc.record({ adult: anAction, games: anAction, video: anAction, unknown: anAction }),
    lists: fc.dictionary(fc.constantFrom<Category>('adult', 'games', 'video'), someNames),
    allowlist: fc.uniqueArray(aName, { maxLength: 2 }),
    blocklist: fc.uniqueArray(aName, { maxLength: 2 }),
    spent: fc.constantFrom(
      null,
      'all',
      'category:games',
      'category:adult',
      'host:play.test',
      'set:own',
      'rest',
      'of-age',
    ),
    ownSet: fc.record({ hosts: someNames, alwaysOpen: fc.boolean() }),
  })
  .map(
    ({ actions: { adult, games, video, unknown }, lists, allowlist, blocklist, spent, ownSet }) => {
      const household = aHousehold()
        .withHostSet('own', ownSet.hosts, ownSet.alwaysOpen)
        .withCategory('adult', adult)
        .withCategory('games', games)
        .withCategory('video', video)
        .withFilter({ unknown, allowlist, blocklist });
      return homeWith(withTime(household, spent), lists);
    },
  );
function withTime(household: Household, spent: string | null): Household {
  if (spent === null) return household;
  if (spent === 'rest') return household.withOverride({ kind: 'lockdown' }, noon + 1);
  return spent === 'of-age'
    ? household.withChild({ born: '2008-11-18' })
    : household.withQuota(spent, 0);
}
const anUrl = fc
  .tuple(fc.constantFrom('', 'www.', 'a.b.'), aName)
  .map(([under, name]) => `http://${under}${name}/`);

const closesAction = ({ child }: Household, category: string): boolean =>
  categories.some(
    (name) =>
      name === category &&
      (child.filter.categories[name] === 'block' || child.filter.categories[name] === 'ask'),
  );

describe('both walls answer alike with fetched lists', () => {
  test('what the first wall closes, the second closes too, whatever room there is', () => {
    fc.assert(
      fc.property(aHome, anUrl, fc.constantFrom(0, 1, 3, Infinity), (home, url, room) => {
        if (opens(rulesFor(home, room), url)) return;
        expect(closesPage(home.household.judges(url)), url).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('what the second wall closes, the first closes too, but for names it has no room for or must spare', () => {
    fc.assert(
      fc.property(aHome, anUrl, (home, url) => {
        const { household } = home;
        const verdict = household.judges(url);
        const host = new URL(url).hostname;
        // A category that is closed for good gets no second rule for the hour.
        const isTwice =
          verdict.reason.kind === 'quota' &&
          closesAction(household, verdict.reason.scope.replace('category:', ''));
        const isSpared = isTwice || parentsOf(host).includes('maker.test');
        if (!isSpared) expect(opens(rulesFor(home), url), url).toBe(!closesPage(verdict));
        const byOwn = rulesFor(home, 0);
        const isOwnWord = !closesPage(homeWith(household, {}).household.judges(url));
        expect(opens(byOwn, url), `${url} without room`).toBe(isOwnWord);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the rules', () => {
  const closed = aHousehold().withCategory('adult', 'block').withCategory('scam', 'block');
  const names = Array.from({ length: 500 }, (_, at) => `host${at}.test`);

  test('are few: one for all the names of a category, and none for one that is open', () => {
    const rules = rulesFor(homeWith(closed, { adult: names, scam: ['a.test'], games: ['b.test'] }));
    const holding = rules.filter(({ condition }) =>
      condition.requestDomains?.some((name) => /^(?:host\d+|a|b)\.test$/.test(name)),
    );
    expect(holding.map(({ condition }) => condition.requestDomains?.length)).toEqual([500, 1]);
  });

  test('of one category keep their id when another category changes', () => {
    const idOf = (fetched: Listed) =>
      rulesFor(homeWith(closed, fetched)).find(({ condition }) =>
        condition.requestDomains?.includes('a.test'),
      )?.id;
    expect(idOf({ scam: ['a.test'] })).toBe(idOf({ adult: names, scam: ['a.test'] }));
  });

  test('a spent quota closes the fetched hosts of its category in tabs and frames', () => {
    const home = homeWith(aHousehold().withQuota('category:games', 0), { games: ['play.test'] });
    const rules = rulesFor(home);
    expect(opens(rules, 'http://play.test/')).toBe(false);
    expect(outcomeOf(rules, { url: 'http://play.test/x.png', type: 'image' })).toBe('allow');
    expect(opens(rules, 'http://new.test/')).toBe(true);
  });
});

describe('the rules of time', () => {
  test('close a set of sites, and spare what is always open', () => {
    const sets = aHousehold()
      .withHostSet('fun', ['fun.test', 'more.test'])
      .withHostSet('school', ['class.fun.test'], true);
    const rules = rulesFor(homeWith(sets.withQuota('set:fun', 0), {}));
    expect(opens(rules, 'http://www.fun.test/')).toBe(false);
    expect(opens(rules, 'http://more.test/')).toBe(false);
    expect(opens(rules, 'http://class.fun.test/')).toBe(true);
    expect(opens(rules, 'http://new.test/')).toBe(true);
    const night = rulesFor(homeWith(sets.withQuietTime('00:00', '24:00'), {}));
    expect(opens(night, 'http://class.fun.test/')).toBe(true);
    expect(opens(night, 'http://new.test/')).toBe(false);
  });

  test('spare nothing in a rest but help', () => {
    const rest = aHousehold()
      .withHostSet('school', ['class.test'], true)
      .withOverride({ kind: 'lockdown' }, noon + 1);
    const rules = rulesFor(homeWith(rest, {}));
    expect(opens(rules, 'http://class.test/')).toBe(false);
    expect(opens(rules, 'http://help.test/')).toBe(true);
  });

  test('and all others are gone on the eighteenth birthday', () => {
    const grown = aHousehold()
      .withCategory('games', 'block')
      .withFilter({ unknown: 'block', safeSearch: true })
      .withQuietTime('00:00', '24:00')
      .withChild({ born: '2008-11-18' });
    const rules = rulesFor(homeWith(grown, { games: ['play.test'] }));
    expect(rules.map(({ priority }) => priority)).toEqual([priorities.help, priorities.help]);
  });
});
