import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  type Covers,
  extraSeconds,
  isLive,
  liveOverrides,
  type Override,
  overrideFor,
  overrideSchema,
  timeOverride,
} from '@/rules/overrides/override.ts';
import { parseWith } from '@/rules/parse.ts';

const given = (covers: Covers, parts: Partial<Override> = {}): Override => ({
  id: 'o-1',
  childId: 'zara',
  covers,
  grantedAt: 1000,
  expiresAt: 2000,
  requestId: null,
  ...parts,
});
const page = (href: string) => given({ kind: 'page', href });
const visit = (href: string, host = 'm.wiki.test', parents = ['m.wiki.test', 'wiki.test']) => ({
  href,
  host,
  parents,
});

test('an override lives from its grant to its end and not an instant longer', () => {
  const override = given({ kind: 'host', host: 'wiki.test' });
  expect([999, 1000, 1999, 2000].map((at) => isLive(override, at))).toStrictEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a page override opens that exact address and nothing beside it', () => {
  const overrides = [page('https://m.wiki.test/cats?a=1')];
  expect(overrideFor(overrides, visit('https://m.wiki.test/cats?a=1'), 1500)?.id).toBe('o-1');
  for (const href of [
    'https://m.wiki.test/cats',
    'https://m.wiki.test/cats?a=2',
    'https://m.wiki.test/cats?a=1/x',
    'http://m.wiki.test/cats?a=1',
  ]) {
    expect(overrideFor(overrides, visit(href), 1500)).toBeNull();
  }
});

test('a place on the same page stays open, another page behind the hash does not', () => {
  const overrides = [page('https://m.wiki.test/cats')];
  expect(overrideFor(overrides, visit('https://m.wiki.test/cats#food'), 1500)).not.toBeNull();
  expect(overrideFor(overrides, visit('https://m.wiki.test/cats#/games'), 1500)).toBeNull();
  expect(overrideFor(overrides, visit('https://m.wiki.test/cats#!games'), 1500)).toBeNull();
});

test('a host override opens everything below the host, and never its parent', () => {
  const below = [given({ kind: 'host', host: 'wiki.test' })];
  expect(overrideFor(below, visit('https://m.wiki.test/x'), 1500)).not.toBeNull();
  const narrow = [given({ kind: 'host', host: 'm.wiki.test' })];
  expect(
    overrideFor(narrow, visit('https://wiki.test/x', 'wiki.test', ['wiki.test']), 1500),
  ).toBeNull();
  expect(
    overrideFor(
      narrow,
      visit('https://am.wiki.test/', 'am.wiki.test', ['am.wiki.test', 'wiki.test']),
      1500,
    ),
  ).toBeNull();
});

test('of several that open a page the one that lasts longest is named', () => {
  const short = given({ kind: 'host', host: 'wiki.test' });
  const long = given({ kind: 'host', host: 'wiki.test' }, { id: 'o-2', expiresAt: 9000 });
  expect(overrideFor([short, long], visit('https://m.wiki.test/'), 1500)?.id).toBe('o-2');
});

test('time given for a page or host does not lift a time rule, nor the other way round', () => {
  const host = given({ kind: 'host', host: 'wiki.test' });
  const time = given({ kind: 'time' });
  expect(timeOverride([host], 'quiet-time', 1500)).toBeNull();
  expect(overrideFor([time], visit('https://m.wiki.test/'), 1500)).toBeNull();
});

test('a time override lifts its own rule only, or every time rule if it names none', () => {
  const games = given({ kind: 'time', scope: 'category:games' });
  expect(timeOverride([games], 'category:games', 1500)).toBe(games);
  expect(timeOverride([games], 'all', 1500)).toBeNull();
  expect(timeOverride([games], 'quiet-time', 1500)).toBeNull();
  expect(timeOverride([given({ kind: 'time' })], 'quiet-time', 1500)).not.toBeNull();
});

test('extra seconds add up while they live, and a lifted rule has no end of them', () => {
  const more = given({ kind: 'time', scope: 'all', extraSeconds: 900 });
  expect(extraSeconds([more, more], 'all', 1500)).toBe(1800);
  expect(extraSeconds([more], 'all', 2000)).toBe(0);
  expect(extraSeconds([more], 'category:games', 1500)).toBe(0);
  expect(extraSeconds([given({ kind: 'time', scope: 'all' })], 'all', 1500)).toBe(Infinity);
  expect(timeOverride([more], 'all', 1500)).toBeNull();
});

test('no override ever outlives its end', () => {
  const instant = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(instant, instant)), instant, (spans, at) => {
      const overrides = spans.map(([grantedAt, expiresAt]) =>
        given({ kind: 'time' }, { grantedAt, expiresAt }),
      );
      const live = liveOverrides(overrides, at);
      expect(live).toStrictEqual(
        overrides.filter(({ grantedAt, expiresAt }) => grantedAt <= at && at < expiresAt),
      );
      expect(timeOverride(overrides, 'all', at) === null).toBe(live.length === 0);
    }),
  );
});

test('a stored override that says more than it may is refused', () => {
  expect(
    parseWith(overrideSchema, given({ kind: 'time', scope: 'all', extraSeconds: 900 })).ok,
  ).toBe(true);
  for (const broken of [
    given({ kind: 'time', extraSeconds: -5 }),
    given({ kind: 'page', href: '' }),
    { ...given({ kind: 'time' }), covers: { kind: 'everything' } },
    given({ kind: 'time' }, { expiresAt: Infinity }),
  ]) {
    expect(parseWith(overrideSchema, broken).ok).toBe(false);
  }
});
