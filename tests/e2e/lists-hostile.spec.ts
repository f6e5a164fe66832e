// Publishers of lists that were taken over, never end, or have more to say than the browser's rules can hold.
import { gzipSync } from 'node:zlib';

import type { Page } from '@playwright/test';

import type { Lists } from '../../rules/messages/replies.ts';
import type { Policy } from '../../rules/policy/schema.ts';
import { endless, type ListServer, startListServer } from '../adapters/support/list-server.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { test as base, expect } from './fixtures/test.ts';
import { aLiveFeed, feedId, large, publishLarge } from './support/live-feed.ts';
import { aPolicy } from './support/policy.ts';

const test = base.extend<{ publisher: ListServer }>({
  // oxlint-disable-next-line no-empty-pattern
  publisher: async ({}, use) => {
    const publisher = await startListServer();
    await use(publisher);
    await publisher.close();
  },
});
test.describe.configure({ timeout: 120_000 });

const within = { timeout: 40_000 };
const isBlocked = (page: Page) => expect(page.locator('[data-saathi="blocked"]')).toBeVisible();

async function listsIn(saathi: Saathi): Promise<Lists> {
  const answer = await saathi.ask('lists.read', {});
  if (!answer.ok) throw new Error(answer.failure);
  return answer.value;
}
const hostsIn = async (saathi: Saathi, origin: 'feed' | 'own'): Promise<number> =>
  (await listsIn(saathi)).lists
    .filter((list) => list.origin === origin)
    .reduce((sum, { state }) => sum + (state?.hosts ?? 0), 0);

test('BYP-203 a feed whose signature is not right is refused again and again, and what it said before stays', async ({
  saathi,
  publisher,
}) => {
  const live = aLiveFeed(publisher);
  live.publish();
  await saathi.setUp(live.policy(aPolicy().category('gambling', 'block')));
  await expect.poll(async () => hostsIn(saathi, 'feed'), within).toBe(3);
  let failures = 0;
  const feedState = async () => (await listsIn(saathi)).feeds.find(({ id }) => id === feedId);
  for (const { what, bytes, problem } of live.spoiledIndexes(2)) {
    live.putIndexFile(bytes);
    failures += 1;
    expect(await saathi.ask('lists.refresh', { id: feedId }), what).toMatchObject({ ok: true });
    await expect.poll(async () => (await feedState())?.failures, within).toBe(failures);
    expect(await feedState(), what).toMatchObject({ version: 1, problem });
    expect(await hostsIn(saathi, 'feed'), what).toBe(3);
  }
  await isBlocked(await saathi.open('http://bet.test/'));
  live.publish({ version: 2, lists: [live.feed.list([['fresh.test']])] });
  await saathi.ask('lists.refresh', { id: feedId });
  await expect.poll(feedState, within).toMatchObject({ version: 2, problem: null, failures: 0 });
  await isBlocked(await saathi.open('http://fresh.test/'));
});

test('BYP-208 a list without end, a huge one and a gzip bomb are ended, and the list before stays', async ({
  saathi,
  publisher,
}) => {
  const hosts = Array.from({ length: 200 }, (_, at) => `game${at}.test\n`).join('');
  publisher.publishes('/list.txt', hosts, '"one"');
  const list = { id: 'class-list', name: 'Class list', url: publisher.at('/list.txt') };
  const policy: Policy = {
    ...aPolicy().category('games', 'block').build(),
    lists: { catalogue: [], own: [{ ...list, category: 'games' }], feeds: [] },
  };
  await saathi.setUp(policy);
  await expect.poll(async () => hostsIn(saathi, 'own'), within).toBe(200);
  const state = async () =>
    (await listsIn(saathi)).lists.find(({ id }) => id === 'class-list')?.state;
  let sent = 0;
  const ends = async (what: string, failures: number): Promise<void> => {
    await saathi.ask('lists.refresh', { id: 'class-list' });
    await expect.poll(async () => (await state())?.failures, within).toBe(failures);
    expect(await state(), what).toMatchObject({ problem: 'too-big', hosts: 200 });
  };
  publisher.answers('/list.txt', (_, response) => {
    response.writeHead(200, { 'Content-Length': 2_000_000_000 });
    response.write(hosts, () => (sent += hosts.length));
  });
  await ends('two gigabytes by its own word', 1);
  expect(sent).toBeLessThan(1_000_000);
  const bomb = Buffer.from(`${'a'.repeat(60)}.example.com\n`.repeat(400_000));
  publisher.publishes('/list.txt', gzipSync(bomb, { level: 9 }), '"bomb"');
  await ends('a gzip bomb', 2);
  publisher.answers('/list.txt', endless(Buffer.alloc(4_000_000, 'bad.example.com\n')));
  await ends('a list without end', 3);
  await isBlocked(await saathi.open('http://game7.test/'));
});

test('BYP-214 of more names than there is room for, few rules hold the most visited, and the set closes the rest', async ({
  saathi,
  web,
  publisher,
}) => {
  const live = aLiveFeed(publisher);
  publishLarge(live);
  await saathi.setUp(live.policy(large.closing(aPolicy())));
  await expect.poll(async () => hostsIn(saathi, 'feed'), within).toBe(large.hosts);
  await expect
    .poll(
      async () => (await namesInRules(saathi)).some((names) => names.some(large.isNamed)),
      within,
    )
    .toBe(true);
  const rules = await namesInRules(saathi);
  const names = rules.flat().filter(large.isNamed);
  // Full, and not one more: every other name is the second wall's.
  expect(names).toHaveLength(100_000);
  expect(large.mostVisited.filter((host) => !names.includes(host))).toEqual([]);
  expect(large.leastVisited.filter((host) => names.includes(host))).toEqual([]);
  expect(rules.length).toBeLessThan(100);
  const [first = ''] = large.mostVisited;
  await isBlocked(await saathi.open(`http://${first}/`));
  expect(web.requestsTo(first)).toEqual([]);
  for (const host of large.leastVisited) await isBlocked(await saathi.open(`http://${host}/`));
});

/** The hosts of each rule that closes any. */
async function namesInRules(saathi: Saathi): Promise<readonly (readonly string[])[]> {
  const rules = (await saathi.rulesInForce()) as readonly {
    readonly action: { readonly type: string };
    readonly condition: { readonly requestDomains?: readonly string[] };
  }[];
  return rules
    .filter(({ action }) => action.type === 'block')
    .map(({ condition }) => condition.requestDomains ?? []);
}
