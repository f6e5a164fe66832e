// Fetched lists as a worker finds them at its wake: there, gone, damaged, or in a database that does not open.
import { del, set } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';

import { createOpenedSets } from '@/entrypoints/background/adapters/opened-sets.ts';
import { listStore, namesKey, readSets } from '@/entrypoints/background/lists/store.ts';
import type { ListState, ListStates } from '@/rules/lists/list-state.ts';
import { createSectionBuilder } from '@/rules/lists/set/builder.ts';
import { packCategory } from '@/rules/lists/set/category.ts';
import type { Category, Policy } from '@/rules/policy/schema.ts';

import { aHousehold, aPolicy } from '../support/builders.ts';
import type { Home } from '../support/fake-world.ts';
import { aSetUpHome, opens } from './support/family.ts';

const forever = new Promise<never>(() => undefined);
const never = (): Promise<never> => forever;
const packed = (names: readonly string[], listId: string): ArrayBuffer => {
  const builder = createSectionBuilder();
  for (const name of names) builder.add(name);
  return packCategory([{ listId, bytes: builder.finish({ knownHosts: [] }).bytes }]);
};
const state = (category: Category, hosts: number): ListState => ({
  category,
  url: 'https://lists.test/list.txt',
  hosts,
  bytes: 100,
  refused: 0,
  etag: null,
  lastModified: null,
  updatedAt: 1,
  checkedAt: 1,
  failures: 0,
  problem: null,
});

let keys = 0;
type Edition = { readonly generation: number; readonly names?: readonly string[] };
/** Puts an edition of the list "class-list" of games in force, as the keeper of the lists does: rows first, then one write. */
async function publish(
  home: Home,
  hosts: readonly string[],
  { generation, names = hosts }: Edition,
): Promise<string> {
  const key = `test set ${(keys += 1)}`;
  await set(key, packed(hosts, 'class-list'), listStore);
  await set(namesKey(key), names.join('\n'), listStore);
  const states: ListStates = {
    generation,
    sets: { games: key },
    lists: { 'class-list': state('games', hosts.length) },
    feeds: {},
  };
  home.profile.local.set('lists', states);
  return key;
}
const withLists = (policy: Policy, ...ids: readonly string[]): Policy => ({
  ...policy,
  lists: {
    catalogue: [],
    own: ids.map((id) => ({
      id,
      name: 'Class list',
      url: 'https://lists.test/list.txt',
      category: 'games' as const,
    })),
    feeds: [],
  },
});
const closing = aPolicy(aHousehold().withCategory('games', 'block').child);
const family = withLists(closing, 'class-list');

async function ends(home: Home, url: string, kind?: 'private'): Promise<string> {
  const worker = await home.wake(kind);
  const tab = home.shows(url, { incognito: kind === 'private' });
  await worker.judgeTab(tab.id, url);
  return tab.url;
}

describe('a fetched list', () => {
  test('closes its hosts for every worker that wakes, by name and by set', async () => {
    const { home } = await aSetUpHome(family);
    await publish(home, ['arcade.test', 'deep.new.test'], {
      generation: 1,
      names: ['arcade.test'],
    });
    expect(await ends(home, 'https://www.deep.new.test/')).toMatch(/blocked\.html/);
    expect(await ends(home, 'https://new.test/')).toBe('https://new.test/');
    await (await home.wake()).reconcileIfStale();
    expect(opens(home, 'https://arcade.test/')).toBe(false);
    expect(opens(home, 'https://deep.new.test/')).toBe(true);
    expect(home.stored('firstWall')).toMatchObject({
      categories: { games: { names: 1, lists: ['class-list'] } },
    });
  });

  test('of another edition is judged by from the switch on, and the rules follow at the next look', async () => {
    const { home, worker } = await aSetUpHome(family);
    await publish(home, ['old.test'], { generation: 1 });
    await worker.reconcileIfStale();
    await publish(home, ['newer.test'], { generation: 2 });
    const tab = home.shows('https://newer.test/');
    await worker.judgeTab(tab.id, 'https://newer.test/');
    expect(tab.url).toMatch(/blocked\.html/);
    await worker.reconcileIfStale();
    expect(opens(home, 'https://newer.test/')).toBe(false);
    expect(opens(home, 'https://old.test/')).toBe(true);
  });

  test('counts no more from the moment it is turned off, whatever is left of it', async () => {
    const { home, worker } = await aSetUpHome(family);
    await publish(home, ['arcade.test'], { generation: 1 });
    await worker.reconcile();
    const { revision } = await worker.gets('policy.read', {});
    const token = await worker.unlock();
    await worker.gets('policy.save', { policy: closing, baseRevision: revision, token });
    expect(opens(home, 'https://arcade.test/')).toBe(true);
    expect(await ends(home, 'https://arcade.test/')).toBe('https://arcade.test/');
  });

  test('is read and written once: a wake that finds the same edition touches no rule', async () => {
    const { home, worker } = await aSetUpHome(family);
    await publish(home, ['arcade.test'], { generation: 1 });
    await worker.reconcile();
    home.profile.rules.updates.length = 0;
    home.profile.written.length = 0;
    const next = await home.wake();
    await next.reconcileIfStale();
    await next.reconcile();
    expect(home.profile.rules.updates).toEqual([]);
    expect(home.profile.written).toEqual([]);
    home.closeBrowser();
    await home.profile.rules.updateDynamicRules({ removeRuleIds: [418] });
    await (await home.wake()).reconcileIfStale();
    expect(opens(home, 'https://arcade.test/')).toBe(false);
  });
});

describe('a set that is lost', () => {
  test('leaves our own list, the rules that stand, and every verdict without a failure; then it is asked for anew', async () => {
    const { home, worker } = await aSetUpHome(family);
    const key = await publish(home, ['arcade.test', 'deep.new.test'], { generation: 1 });
    await worker.reconcile();
    await del(key, listStore);
    expect(await ends(home, 'https://deep.new.test/')).toBe('https://deep.new.test/');
    expect(await ends(home, 'https://game.test/')).toMatch(/blocked\.html/);
    const next = await home.wake();
    expect((await next.gets('state.read', {})).problems).toMatchObject([
      { where: 'lists', path: 'games' },
    ]);
    await next.reconcileIfStale();
    await home.settled();
    expect(opens(home, 'https://arcade.test/')).toBe(false);
    const after = home.stored('lists') as ListStates;
    expect(after.sets).toEqual({});
    expect(after.lists['class-list']?.updatedAt ?? null).toBe(null);
    await (await home.wake()).reconcileIfStale();
    expect(opens(home, 'https://arcade.test/')).toBe(false);
    expect(home.failures).toEqual([]);
  });

  test('by damage is found out, and asked for anew', async () => {
    const { home, worker } = await aSetUpHome(family);
    const key = await publish(home, ['arcade.test', 'deep.new.test'], { generation: 1 });
    await worker.reconcile();
    await set(key, packed(['arcade.test'], 'class-list').slice(0, 40), listStore);
    expect(await ends(home, 'https://deep.new.test/')).toBe('https://deep.new.test/');
    await (await home.wake()).reconcileIfStale();
    await home.settled();
    expect((home.stored('lists') as ListStates).sets).toEqual({});
    expect(opens(home, 'https://arcade.test/')).toBe(false);
  });

  test('to a private window is lost there alone: the rules stand, and nothing is asked for', async () => {
    const { home, worker } = await aSetUpHome(family);
    const key = await publish(home, ['arcade.test', 'deep.new.test'], { generation: 1 });
    await worker.reconcile();
    const before = home.stored('lists');
    // The database of private windows is an empty one of its own; here the two share one.
    await del(key, listStore);
    const inPrivate = await home.wake('private');
    await inPrivate.reconcileIfStale();
    expect(opens(home, 'https://arcade.test/')).toBe(false);
    expect(home.stored('lists')).toEqual(before);
    expect((await inPrivate.gets('state.read', {})).problems).toMatchObject([
      { where: 'lists', path: 'games' },
    ]);
    expect(await ends(home, 'https://game.test/', 'private')).toMatch(/blocked\.html/);
  });
});

describe('the reading of sets', () => {
  const states = async () => ({ generation: 1, sets: { games: 'a key', nonsense: 'other' } });

  test('happens once for an edition, and again for the next', async () => {
    const read = vi.fn(async () => new Map([['a key', packed(['arcade.test'], 'one')]]));
    let generation = 1;
    const openSets = createOpenedSets({
      states: async () => ({ generation, sets: { games: 'a key' } }),
      readSets: read,
      now: () => 0,
      after: never,
    });
    const [first, second] = await Promise.all([openSets(), openSets()]);
    expect(first).toBe(second);
    expect(read).toHaveBeenCalledTimes(1);
    expect(first.sets.get('games')?.listIds).toEqual(['one']);
    generation = 2;
    await openSets();
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('without lists asks no database', async () => {
    const read = vi.fn(readSets);
    const openSets = createOpenedSets({
      states: async () => ({ generation: 0, sets: {} }),
      readSets: read,
      now: () => 0,
      after: never,
    });
    expect((await openSets()).sets.size).toBe(0);
    expect(read).not.toHaveBeenCalled();
  });

  type Broken = readonly [string, () => Promise<never>, () => Promise<null>];
  const broken: readonly Broken[] = [
    ['rejects', () => Promise.reject(new DOMException('broken', 'UnknownError')), never],
    ['never answers', never, async () => null],
  ];

  test.each(broken)(
    'from a database that %s ends, and is tried again later',
    async (_, read, after) => {
      let now = 0;
      const reading = vi.fn(read);
      const openSets = createOpenedSets({ states, readSets: reading, now: () => now, after });
      const opened = await openSets();
      expect(opened.sets.size).toBe(0);
      expect(opened.lost).toEqual([{ category: 'games', key: 'a key', why: 'unreadable' }]);
      await openSets();
      expect(reading).toHaveBeenCalledTimes(1);
      now = 20_000;
      await openSets();
      expect(reading).toHaveBeenCalledTimes(2);
    },
  );
});
