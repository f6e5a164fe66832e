// The best-known sites of the world: a list that closes nothing, by which the sets of the others are made.
import { gzipSync } from 'node:zlib';

import { expect, test, vi } from 'vitest';

import { bestKnown } from '@/rules/lists/catalogue.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { emptyShelf, namesIn, rows } from './support/builder-home.ts';
import { opens } from './support/family.ts';
import {
  aFamily,
  builder,
  day,
  fires,
  naming,
  only,
  saves,
  stateOf,
  statesOf,
  useListFamily,
} from './support/list-family.ts';

const { server } = useListFamily();

const row = `best list:${bestKnown.id}`;
const publishes = (hosts: readonly string[], etag: string): void => {
  const lines = hosts.map((host, index) => `https://${host},${index < 2 ? 1000 : 5000}`);
  server().publishes('/best', gzipSync(`origin,rank\n${lines.join('\n')}\n`), etag);
};
const sites = (count: number, ...first: readonly string[]): readonly string[] => [
  ...first,
  ...Array.from({ length: count }, (_, index) => `site-${index}.example.org`),
];
const withBest = (policy: Policy): Policy => ({
  ...policy,
  lists: { own: policy.lists?.own ?? [], feeds: [], catalogue: [bestKnown.id] },
});

/** A family whose requests for the best-known sites reach the test's publisher. */
async function aFamilyOf(policy: Policy) {
  const family = await aFamily(only({}));
  const before = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, given?: RequestInit) =>
    before(url === bestKnown.url ? server().at('/best') : url, given),
  );
  await saves(family.home, family.worker, policy);
  return family;
}

test('turned on with a list, they come first, close and open nothing, and say which names come first', async () => {
  publishes(sites(300, 'worse.example.com', 'good.example.com'), '"one"');
  server().publishes('/mine', 'bad.example.com\nworse.example.com\n');
  const { home } = await aFamilyOf(withBest(naming('mine')));
  expect(server().paths()).toEqual(['/best', '/mine']);
  expect(stateOf(home, bestKnown.id)).toMatchObject({ category: null, hosts: 302, problem: null });
  expect(statesOf(home)).toMatchObject({ generation: 1 });
  expect(Object.keys(statesOf(home).sets)).toEqual(['games']);
  expect(await namesIn(statesOf(home).sets['games'] ?? '')).toEqual([
    'worse.example.com',
    'bad.example.com',
  ]);
  expect(opens(home, 'https://good.example.com/')).toBe(true);
  expect(opens(home, 'https://worse.example.com/')).toBe(false);
  expect(home.failures).toEqual([]);
});

test('turned on after a list, they have it fetched once more as a whole, and no more often', async () => {
  publishes(sites(300, 'worse.example.com'), '"one"');
  server().publishes('/mine', 'bad.example.com\nworse.example.com\n', '"mine"');
  const { home, worker } = await aFamilyOf(naming('mine'));
  home.passes(1000);
  await saves(home, worker, withBest(naming('mine')));
  expect(server().paths()).toEqual(['/mine', '/best', '/mine']);
  expect(server().requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  expect(await namesIn(statesOf(home).sets['games'] ?? '')).toEqual([
    'worse.example.com',
    'bad.example.com',
  ]);
  await fires(home, worker);
  expect(server().requests.length).toBe(3);
});

test('are looked at again after a month, and a newer edition has the sets made anew', async () => {
  publishes(sites(300), '"one"');
  server().publishes('/mine', 'bad.example.com\nworse.example.com\n', '"mine"');
  const { home, worker } = await aFamilyOf(withBest(naming('mine')));
  home.passes(20 * day);
  await fires(home, worker);
  expect(server().paths()).toEqual(['/best', '/mine', '/mine']);
  publishes(sites(300, 'worse.example.com'), '"two"');
  home.passes(12 * day);
  await fires(home, worker);
  const asked = server().requests.slice(3);
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual(['"one"', undefined]);
  const [first] = await namesIn(statesOf(home).sets['games'] ?? '');
  expect(first).toBe('worse.example.com');
});

test('that can not be had keep no list waiting, and a list that can not be had is not asked without end', async () => {
  server().answers('/best', (_, response) => response.writeHead(503).end());
  server().publishes('/mine', 'bad.example.com\n');
  const { home, worker } = await aFamilyOf(withBest(naming('mine')));
  expect(stateOf(home, bestKnown.id)).toMatchObject({ problem: 'not-reachable', updatedAt: null });
  expect(opens(home, 'https://bad.example.com/')).toBe(false);
  publishes(sites(300), '"one"');
  server().answers('/mine', (_, response) => response.writeHead(503).end());
  home.passes(day / 2);
  await fires(home, worker);
  expect(server().paths()).toEqual(['/best', '/mine', '/best', '/mine']);
  expect(stateOf(home, 'mine')).toMatchObject({ hosts: 1, failures: 1 });
  expect(opens(home, 'https://bad.example.com/')).toBe(false);
});

test('that have shrunk stay as they were', async () => {
  publishes(sites(300), '"one"');
  const { home, worker } = await aFamilyOf(withBest(only({})));
  publishes(sites(100), '"two"');
  home.passes(32 * day);
  await fires(home, worker);
  expect(stateOf(home, bestKnown.id)).toMatchObject({ hosts: 300, problem: 'shrunken' });
});

test('that the browser has cleared away are fetched again', async () => {
  publishes(sites(300), '"one"');
  const { home, worker } = await aFamilyOf(withBest(only({})));
  await emptyShelf();
  await fires(home, worker);
  expect(server().paths()).toEqual(['/best', '/best']);
  expect(await rows()).toEqual([row]);
});

test('turned off leave nothing behind, and the sets as they are', async () => {
  publishes(sites(300), '"one"');
  server().publishes('/mine', 'bad.example.com\n');
  const { home, worker } = await aFamilyOf(withBest(naming('mine')));
  expect(await rows()).toContain(row);
  const { sets, generation } = statesOf(home);
  await saves(home, worker, naming('mine'));
  expect(await rows()).not.toContain(row);
  expect(statesOf(home)).toMatchObject({ sets, generation });
  expect(stateOf(home, bestKnown.id)).toBeUndefined();
  expect(builder.commands.filter((command) => command.startsWith('remove'))).toEqual([]);
  expect(home.failures).toEqual([]);
});

test('are shown to the guardian with what there is to know of them', async () => {
  publishes(sites(300), '"one"');
  const { worker } = await aFamilyOf(withBest(only({})));
  const { lists } = await worker.gets('lists.read', {});
  expect(lists.filter(({ category }) => category === null)).toMatchObject([
    { id: bestKnown.id, origin: 'catalogue', isOn: true, state: { hosts: 300 }, sizeBytes: 9e6 },
  ]);
});
