import { expect, test } from 'vitest';

import { isListAddress } from '@/rules/lists/address.ts';
import { bestKnown, catalogue } from '@/rules/lists/catalogue.ts';
import { correctionFor } from '@/rules/lists/correction.ts';
import { starterListId } from '@/rules/lists/lookup.ts';
import { listLimits } from '@/rules/lists/parse/result.ts';
import { parseWith } from '@/rules/parse.ts';
import { categories, listsSchema } from '@/rules/policy/schema.ts';

const all = [...catalogue, bestKnown];
const group = (key: 'id' | 'url' | 'name'): string[] => all.map((list) => list[key]);

test('every list can stand in a policy under an id, a name and an address of its own', () => {
  for (const key of ['id', 'url', 'name'] as const) {
    expect(new Set(group(key)).size).toBe(all.length);
  }
  expect(group('id')).not.toContain(starterListId);
  expect(parseWith(listsSchema, { catalogue: group('id'), own: [], feeds: [] }).ok).toBe(true);
});

test.each(all)('$id is asked for over https, without anything that tells who asks', ({ url }) => {
  expect(isListAddress(url)).toBe(true);
  const { protocol, search, hash, pathname } = new URL(url);
  expect({ protocol, search, hash }).toEqual({ protocol: 'https:', search: '', hash: '' });
  expect(pathname).not.toMatch(/\.(?:zip|tar|tgz|tar\.gz|xz|7z)$/);
});

test.each(catalogue)('$id says how large it is, and fits the limits', (list) => {
  expect(list.aboutHosts).toBeGreaterThan(0);
  expect(list.aboutHosts).toBeLessThan(listLimits.mostHosts);
  expect(list.sizeBytes).toBeLessThan(listLimits.mostBytes);
  const bytesOfHost = list.sizeBytes / list.aboutHosts;
  expect(bytesOfHost).toBeGreaterThan(list.url.endsWith('.gz') ? 3 : 10);
  expect(bytesOfHost).toBeLessThan(45);
  expect(list.refreshHours).toBeGreaterThanOrEqual(12);
});

test.each(catalogue)('a mistake in $id can be told to its maintainer', (list) => {
  const { name, corrections, category } = list;
  expect(new URL(list.home).protocol).toBe('https:');
  const mistake = { host: 'a.example', listName: name, category, edition: null };
  expect(correctionFor(mistake, corrections).href).toMatch(/^https:\/\//);
});

test('every licence that is named is one by its SPDX id', () => {
  const known = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'GPL-3.0-only', 'MIT', 'Unlicense', null];
  for (const { licence, id } of all) expect(known, id).toContain(licence);
});

test('each category has one list to begin with, but for the one nobody keeps a list of', () => {
  for (const category of categories) {
    const suggested = catalogue.filter((list) => list.isSuggested && list.category === category);
    expect(suggested.length, category).toBe(category === 'self-harm' ? 0 : 1);
  }
});
