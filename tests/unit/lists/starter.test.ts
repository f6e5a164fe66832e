import { readFileSync, statSync } from 'node:fs';

import { expect, test } from 'vitest';

import { parseAddress, toHost } from '@/rules/hosts/address.ts';
import { isPublicSuffix } from '@/rules/hosts/registrable-domain.ts';
import { createLookup } from '@/rules/lists/lookup.ts';
import { parseStarter } from '@/rules/lists/starter.ts';
import { categories, type Category } from '@/rules/policy/schema.ts';

import { shippedPacks } from '../../support/packs.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const parsed = parseStarter(read('public/lists/starter.json'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
const starter = parsed.value;
const lookup = createLookup(starter);
const lists = [
  ['known', starter.known],
  ...categories.map((category) => [category, starter.categories[category]] as const),
] as const;

/** Categories a guardian may well leave open; an ordinary site can be in them. */
const mild: readonly Category[] = ['social', 'games', 'video', 'shopping'];
const never = categories.filter((category) => !mild.includes(category));

test.each(lists)(
  'every host of "%s" is canonical, listed once, and no public suffix',
  (_, hosts) => {
    expect(hosts.filter((host) => toHost(host) !== host)).toEqual([]);
    expect(hosts.filter((host) => isPublicSuffix(host))).toEqual([]);
    expect(
      hosts.filter((host) => host.startsWith('www.') && !isPublicSuffix(host.slice(4))),
    ).toEqual([]);
    expect(new Set(hosts).size).toBe(hosts.length);
  },
);

test('no well-known, ordinary site is in a category that is closed to children', () => {
  for (const host of starter.known) {
    expect(
      lookup.categoriesOf(host).filter((category) => never.includes(category)),
      host,
    ).toEqual([]);
  }
});

test('no list is empty, and the ones that matter most are not thin', () => {
  for (const [name, hosts] of lists) expect(hosts.length, name).toBeGreaterThan(20);
  for (const name of ['adult', 'gambling', 'bypass'] as const) {
    expect(starter.categories[name].length, name).toBeGreaterThan(300);
  }
  for (const name of ['violence', 'drugs', 'dating', 'stranger-chat', 'scam', 'piracy'] as const) {
    expect(starter.categories[name].length, name).toBeGreaterThan(70);
  }
  expect(starter.known.length).toBeGreaterThan(600);
});

test('the list stays small: it is read at every start of the worker', () => {
  expect(statSync('public/lists/starter.json').size).toBeLessThan(70_000);
});

test('no site of a help or reporting service is in a category that is closed to children', () => {
  const packs = shippedPacks();
  expect(packs.length).toBeGreaterThan(100);
  const hosts = packs.flatMap(({ mechanisms }) =>
    mechanisms.flatMap(({ website, webForm }) => [website, webForm]),
  );
  for (const untrusted of hosts) {
    const host = untrusted === undefined ? '' : (parseAddress(untrusted)?.host ?? '');
    expect(
      lookup.categoriesOf(host).filter((category) => never.includes(category)),
      host,
    ).toEqual([]);
  }
});

test('the pretend hosts of demo and tests have their places', () => {
  expect(lookup.categoriesOf('video.test')).toEqual(['video']);
  expect(lookup.categoriesOf('www.game.test')).toEqual(['games']);
  expect(lookup.categoriesOf('adult.test')).toEqual(['adult']);
  expect(lookup.categoriesOf('chat.test')).toEqual(['stranger-chat']);
  expect(lookup.categoriesOf('social.test')).toEqual(['social']);
  expect(lookup.categoriesOf('proxy.test')).toEqual(['bypass']);
  expect(lookup.categoriesOf('casino.test')).toEqual(['gambling']);
  expect(lookup.categoriesOf('nowhere.test')).toEqual([]);
  expect(lookup.isKnown('school.test') && lookup.isKnown('www.known.test')).toBe(true);
  expect(lookup.isKnown('nowhere.test')).toBe(false);
});

test('a host inherits from its parents, on label boundaries only', () => {
  expect(lookup.categoriesOf('de.pornhub.com')).toEqual(['adult']);
  expect(lookup.categoriesOf('notpornhub.com')).toEqual([]);
  expect(lookup.isKnown('en.wikipedia.org')).toBe(true);
  expect(lookup.isKnown('wikipedia.org.evil.test')).toBe(false);
});

test('BYP-075 a page on open hosting does not inherit the good name of its host', () => {
  const hosting = createLookup({ ...starter, known: ['google.com', 'github.io'] });
  expect(hosting.isKnown('docs.google.com')).toBe(true);
  expect(hosting.isKnown('sites.google.com')).toBe(false);
  expect(hosting.isKnown('github.io')).toBe(true);
  expect(hosting.isKnown('unblocked-games.github.io')).toBe(false);
});

test('the lists can be read whole', () => {
  expect(lookup.ownHostsOf('games')).toContain('game.test');
  expect(lookup.knownHosts()).toContain('school.test');
});

test.each([
  ['nothing', null, ''],
  ['a missing category', { version: 1, known: [], categories: {} }, 'categories.adult'],
  ['an address instead of a host', { ...starter, known: ['https://a.test/'] }, 'known.0'],
  ['a host in capitals', { ...starter, known: ['A.test'] }, 'known.0'],
  ['something more', { ...starter, script: 'x' }, ''],
])('a list with %s is refused with its place', (_, untrusted, path) => {
  const result = parseStarter(untrusted);
  expect(result.ok ? 'accepted' : result.failure[0]?.path).toBe(path);
});
