import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decideTime } from '@/rules/policy/decide.ts';
import { actions, type Action } from '@/rules/policy/schema.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { compileRuleset } from '@/rules/rulesets/compile.ts';
import { idRanges } from '@/rules/rulesets/ids.ts';
import { patternPriority, priorities } from '@/rules/rulesets/priorities.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';

import {
  aHost,
  aHousehold,
  aLookup,
  aPattern,
  at,
  type Household,
  noon,
} from '../../support/builders.ts';
import { outcomeOf } from '../../support/declarative-rules.ts';

function rulesFor(home: Household, instant = noon): Rule[] {
  const situation = home.situation(instant);
  return compileRuleset({
    profile: home.child,
    allowlist: home.child.filter.allowlist.map(aPattern),
    blocklist: home.child.filter.blocklist.map(aPattern),
    lookup: home.lookup,
    fetched: new Map(),
    helpHosts: home.help.map(aHost),
    ourHost: 'ours',
    overrides: situation.overrides,
    time: { everything: decideTime(situation, '') !== null, scopes: [] },
    isClosed: (url) => closesPage(home.judges(url, { at: instant })),
  });
}
const opens = (rules: readonly Rule[], url: string) =>
  outcomeOf(rules, { url, type: 'main_frame' }) !== 'block';

const lookup = aLookup({
  known: ['library.test', 'google.com'],
  games: ['game.test'],
  social: ['chat.test', 'game.test'],
  video: ['youtube.com'],
});
const home = aHousehold().with({ lookup });

test('the ladder: unknown, known, category, patterns, override, safety, time, help', () => {
  const order = Object.values(priorities);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(new Set(order).size).toBe(order.length);
  expect(patternPriority(1000, 'block')).toBeLessThan(priorities.override);
  expect(patternPriority(7, 'block')).toBeGreaterThan(patternPriority(7, 'allow'));
  expect(patternPriority(8, 'allow')).toBeGreaterThan(patternPriority(7, 'block'));
});

test('no two ranges of ids meet', () => {
  const ranges = Object.values(idRanges).toSorted(([a], [b]) => a - b);
  ranges.slice(1).forEach(([first], index) => {
    expect(first).toBeGreaterThan(ranges[index]?.[1] ?? 0);
  });
});

test('the same policy gives the same rules', () => {
  const strict = home.withFilter({ unknown: 'block', blocklist: ['a.test', 'b.test/x'] });
  expect(rulesFor(strict)).toEqual(rulesFor(strict));
  const ids = rulesFor(strict).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('many hosts of one list are one rule', () => {
  const blocklist = Array.from({ length: 500 }, (_, index) => `host${index}.test`);
  const rules = rulesFor(home.withFilter({ blocklist }));
  const blocks = rules.filter((rule) => rule.condition.requestDomains?.includes('host7.test'));
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.condition.requestDomains).toHaveLength(500);
});

describe('both walls answer alike', () => {
  const anAction = fc.constantFrom<Action>(...actions);
  const aList = fc.uniqueArray(
    fc.constantFrom('chat.test', 'game.test', 'other.test', 'kids.game.test', 'library.test/games'),
    { maxLength: 3 },
  );
  const anUrl = fc.constantFrom(
    'http://chat.test/',
    'http://www.game.test/play',
    'http://kids.game.test/',
    'http://other.test/',
    'http://library.test/',
    'http://library.test/games/one',
    'http://library.test/gamesome',
    'http://new.test/',
    'http://line.help.test/',
  );

  test('for any lists, categories and unknown-site rule', () => {
    fc.assert(
      fc.property(
        fc.record({
          games: anAction,
          social: anAction,
          unknown: anAction,
          allowlist: aList,
          blocklist: aList,
          url: anUrl,
        }),
        ({ games, social, unknown, allowlist, blocklist, url }) => {
          const chosen = home
            .with({ help: ['help.test'] })
            .withCategory('games', games)
            .withCategory('social', social)
            .withFilter({ unknown, allowlist, blocklist });
          const closed = closesPage(chosen.judges(url));
          expect(opens(rulesFor(chosen), url), url).toBe(!closed);
        },
      ),
    );
  });

  test('for a host and a page that were allowed for a while', () => {
    const given = home
      .withFilter({ blocklist: ['game.test', 'chat.test'] })
      .withOverride({ kind: 'host', host: 'game.test' }, at('13:00'))
      .withOverride({ kind: 'page', href: 'http://chat.test/room?id=1' }, at('13:00'));
    const rules = rulesFor(given);
    expect(opens(rules, 'http://www.game.test/x')).toBe(true);
    expect(opens(rules, 'http://chat.test/room?id=1')).toBe(true);
    expect(opens(rules, 'http://chat.test/room?id=2')).toBe(false);
    expect(opens(rulesFor(given, at('13:00')), 'http://www.game.test/x')).toBe(false);
  });

  test('for a quiet time: everything is closed but help', () => {
    const night = home.with({ help: ['help.test'] }).withQuietTime('21:00', '07:00');
    const rules = rulesFor(night, at('22:00'));
    expect(opens(rules, 'http://library.test/')).toBe(false);
    expect(opens(rules, 'http://help.test/')).toBe(true);
  });

  test.each([
    ['blocked.test/bad', 'http://blocked.test/bad', true],
    ['blocked.test/bad', 'http://sub.blocked.test//bad/x?y=1', true],
    ['blocked.test/bad', 'http://blocked.test/BAD;id=1', true],
    ['blocked.test/bad', 'http://blocked.test/badminton', false],
    ['blocked.test/bad', 'http://blocked.test:8080/bad', true],
    ['blocked.test:8080', 'http://blocked.test:8080/', true],
    ['blocked.test:8080', 'http://blocked.test/', false],
    ['blocked.test/a/*/b', 'http://blocked.test/a/x/y/b/z', true],
    ['youtube.com/watch?v=X', 'https://www.youtube.com/watch?list=2&v=X', true],
    ['youtube.com/watch?v=X', 'https://www.youtube.com/watch?v=Xtra', false],
    ['google.*', 'https://www.google.co.uk/', true],
    ['google.*', 'https://google.de/search', true],
  ])('the block pattern %s against %s: %s', (pattern, url, isBlocked) => {
    const chosen = home.withFilter({ blocklist: [pattern] });
    expect(closesPage(chosen.judges(url))).toBe(isBlocked);
    expect(opens(rulesFor(chosen), url)).toBe(!isBlocked);
  });
});

describe('frames in allow-list mode', () => {
  const rules = rulesFor(home.withFilter({ unknown: 'block' }));
  test.each([
    ['http://cdn.library.test/', 'library.test', 'allow'],
    ['http://ads.other.test/', 'library.test', 'block'],
  ])('%s in %s: %s', (url, initiator, outcome) => {
    expect(outcomeOf(rules, { url, type: 'sub_frame', initiator })).toBe(outcome);
  });
});

test('what is closed for the child is not closed to our own downloads, and to nothing else of ours', () => {
  const rules = rulesFor(home.withFilter({ blocklist: ['lists.test'] }));
  const asked = { url: 'http://lists.test/adult.txt', initiator: 'ours' } as const;
  expect(outcomeOf(rules, { ...asked, type: 'xmlhttprequest' })).toBe('allow');
  expect(outcomeOf(rules, { ...asked, type: 'sub_frame' })).toBe('block');
  expect(outcomeOf(rules, { ...asked, initiator: 'new.test', type: 'xmlhttprequest' })).toBe(
    'block',
  );
});

describe('safe search and Prefer: safe', () => {
  const safe = home.withFilter({ safeSearch: true, preferSafe: true, unknown: 'ask' });

  test('a search on an open engine is sent to its strict mode', () => {
    const rules = rulesFor(safe);
    expect(
      outcomeOf(rules, { url: 'https://www.google.com/search?q=cats', type: 'main_frame' }),
    ).toBe('redirect');
    const google = rules.find((rule) => rule.condition.regexFilter?.includes('google') === true);
    expect(google?.action).toMatchObject({
      type: 'redirect',
      redirect: {
        transform: { queryTransform: { addOrReplaceParams: [{ key: 'safe', value: 'active' }] } },
      },
    });
  });

  test('an engine that is closed gets no rule that would outrank its block', () => {
    const closed = safe.withFilter({ blocklist: ['google.com'] });
    expect(opens(rulesFor(closed), 'https://www.google.com/search?q=cats')).toBe(false);
  });

  test('RFC 8674: pages are asked for with "Prefer: safe"', () => {
    const headers = rulesFor(safe).flatMap(({ action }) =>
      action.type === 'modifyHeaders' ? action.requestHeaders : [],
    );
    expect(headers).toContainEqual({ header: 'Prefer', operation: 'set', value: 'safe' });
    expect(headers).toContainEqual({
      header: 'YouTube-Restrict',
      operation: 'set',
      value: 'Strict',
    });
  });
});
