import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { createPatternIndex } from '@/rules/hosts/match.ts';
import { parsePattern, type Pattern } from '@/rules/hosts/pattern.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { isPlainHost, overrideCondition, pathCondition } from '@/rules/rulesets/conditions.ts';
import { idRanges } from '@/rules/rulesets/ids.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';
import { engines } from '@/rules/rulesets/safe-search.ts';

import { anyText } from '../../support/any-text.ts';
import { aPattern, at } from '../../support/builders.ts';
import { outcomeOf } from '../../support/declarative-rules.ts';

const uses = ['allow', 'block'] as const;

/** What RE2 and Firefox's engine both read: no look-around, no back-reference, no name, no Unicode class. */
function isSimple(regex: string): boolean {
  if (!/^[\x20-\x7e]*$/.test(regex) || /\(\?|\\[1-9kpPuxbB]/.test(regex)) return false;
  // One unbounded repetition inside another is what makes a matcher slow.
  return !/\([^()]*[*+][^()]*\)[*+]/.test(regex) && new RegExp(regex).source.length > 0;
}
const conditionsOf = (pattern: Pattern) => uses.map((use) => pathCondition(pattern, use));

const segment = fc.constantFrom(
  'games',
  'Watch',
  'a.b',
  'a+b',
  '(x)',
  '[1]',
  '$5',
  'x|y',
  '^',
  '{3}',
  '%C3%BC',
  'ü',
  '%2f',
  '%',
  '..',
  '',
  'x*y',
  '*',
);
const path = fc
  .array(segment, { maxLength: 4 })
  .map((parts) => parts.map((part) => `/${part}`).join(''));
const query = fc.constantFrom(
  '',
  '',
  '?v=X',
  '?v=*',
  '?v=a.b',
  '?v=X&w=1',
  '?q=ü',
  '?a%20b=1',
  '?=x',
  '?',
  '?next=/games',
);
const site = fc.constantFrom(
  'new.test',
  'sub.new.test',
  'new.test:8080',
  'google.*',
  'new.*',
  'youtube.com',
  '[::1]:80',
  '127.0.0.1',
  'bücher.test',
);
const aTyped = fc.tuple(site, path, query).map((parts) => parts.join(''));

describe('whatever a guardian writes', () => {
  test('BYP-233 becomes a simple, short expression or none: any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pattern = parsePattern(`new.test/${text}`);
        if (!pattern.ok) return;
        for (const condition of conditionsOf(pattern.value)) {
          if (condition?.regexFilter === undefined) continue;
          expect(isSimple(condition.regexFilter), condition.regexFilter).toBe(true);
          expect(condition.regexFilter.length).toBeLessThanOrEqual(400);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('BYP-234 becomes a simple, short expression or none: what looks like an address', () => {
    fc.assert(
      fc.property(aTyped, (typed) => {
        const pattern = parsePattern(typed);
        if (!pattern.ok) return;
        for (const condition of conditionsOf(pattern.value)) {
          if (condition === null) continue;
          expect(isSimple(condition.regexFilter ?? ''), typed).toBe(true);
          expect(condition.requestDomains?.every((host) => /^[\x21-\x7e]+$/.test(host))).not.toBe(
            false,
          );
          expect(condition.requestDomains).not.toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('closes in the first wall nothing that the second would open, and opens nothing it would close', () => {
    const aPage = fc
      .tuple(
        fc.constantFrom('http://', 'https://', 'https://user:pw@'),
        fc.constantFrom(
          'new.test',
          'sub.new.test',
          'new.test:8080',
          'new.test.evil.example',
          'notnew.test',
          'google.com',
          'www.google.co.uk',
          'google.evil.example',
          'google.blogspot.com',
          'new.co.uk',
          'new.evil.com',
          'm.youtube.com',
          'xn--bcher-kva.test',
        ),
        path,
        query,
        fc.constantFrom('', '#', '#top', '#/games'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(aTyped, aPage, fc.constantFrom(...uses), (typed, page, use) => {
        const pattern = parsePattern(typed);
        const address = parseAddress(page);
        if (!pattern.ok || address === null || isPlainHost(pattern.value)) return;
        const condition = pathCondition(pattern.value, use);
        if (condition === null) return;
        // A block by default, so that "allow" is heard too.
        const rule: Rule = { id: 1, priority: 2, action: { type: use }, condition };
        const other: Rule = {
          id: 2,
          priority: 1,
          action: { type: use === 'allow' ? 'block' : 'allow' },
          condition: { resourceTypes: ['main_frame'] },
        };
        // The fragment never reaches the network.
        const url = new URL(page).href.replace(/#.*$/, '');
        const speaks = outcomeOf([rule, other], { url, type: 'main_frame' }) === use;
        if (!speaks) return;
        const match = createPatternIndex([pattern.value]).strongestMatch(address, use);
        expect(match, `${use} ${pattern.value.text} ${url}`).not.toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what declarative rules can not say is left to the second wall', () => {
  test.each([
    ['a fragment, to block', 'new.test/#/games', 'block'],
    ['two query terms', 'new.test/watch?v=X&w=1', 'block'],
    ['a value with a character of its own', 'new.test/watch?v=a.b', 'block'],
    ['an address that is too long', `new.test/${'x'.repeat(401)}`, 'block'],
  ] as const)('%s', (_, typed, use) => {
    expect(pathCondition(aPattern(typed), use)).toBeNull();
  });

  test('the longest that is said is 400 characters', () => {
    const [short, long] = [300, 420].map((length) => aPattern(`new.test/${'x'.repeat(length)}`));
    expect(short && pathCondition(short, 'block')?.regexFilter?.length).toBeLessThanOrEqual(400);
    expect(long && pathCondition(long, 'block')).toBeNull();
  });
});

describe('what an override opens', () => {
  const anOverride = (covers: Override['covers']): Override => ({
    id: 'o',
    childId: 'child-1',
    covers,
    grantedAt: at('12:00'),
    expiresAt: at('13:00'),
    requestId: null,
  });

  test('one page: that address and no other', () => {
    const href = 'https://new.test/a.b?x=(1)&y=$2';
    const condition = overrideCondition(anOverride({ kind: 'page', href }));
    const regex = new RegExp(condition?.regexFilter ?? '(?!)');
    expect(regex.test(href)).toBe(true);
    for (const other of [`${href}3`, 'https://new.test/aXb?x=(1)&y=$2', `x${href}`]) {
      expect(regex.test(other)).toBe(false);
    }
    expect(condition?.resourceTypes).toEqual(['main_frame']);
  });

  test('one page, as any address it may be given for', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (href) => {
        const condition = overrideCondition(anOverride({ kind: 'page', href }));
        if (condition?.regexFilter === undefined) return;
        expect(isSimple(condition.regexFilter)).toBe(true);
        const [page = ''] = new URL(href).href.split('#');
        expect(new RegExp(condition.regexFilter).test(page)).toBe(true);
      }),
    );
  });

  test.each(['nonsense', 'chrome://settings', 'data:text/html,x', 'https://a..b/', ''])(
    'nothing for %s',
    (href) => {
      expect(overrideCondition(anOverride({ kind: 'page', href }))).toBeNull();
    },
  );

  test('a host: itself and its other names; what is no host opens nothing', () => {
    const opened = overrideCondition(anOverride({ kind: 'host', host: 'youtube.com' }));
    expect(opened?.requestDomains).toContain('youtu.be');
    for (const host of ['', 'a b', 'http://a.test/']) {
      expect(overrideCondition(anOverride({ kind: 'host', host }))).toBeNull();
    }
  });

  test('time needs no rule', () => {
    expect(overrideCondition(anOverride({ kind: 'time' }))).toBeNull();
  });
});

test('the rules with regular expressions stay under the browsers’ thousand, however many there are', () => {
  const places = (range: keyof typeof idRanges) => idRanges[range][1] - idRanges[range][0] + 1;
  expect(places('pathPatterns') + places('overrides') + engines.length).toBeLessThanOrEqual(1000);
});

test('the engines’ own expressions are simple too, and match their example', () => {
  for (const { regex, example, name } of engines) {
    expect(isSimple(regex.replaceAll(/\(\[[^\]]+\]\+\\\.\)\?/g, '')), name).toBe(true);
    expect(new RegExp(regex, 'i').test(example), name).toBe(true);
    expect(new RegExp(regex, 'i').test(`https://evil.test/?u=${example}`), name).toBe(false);
  }
});
