// Lists in Firefox: a publisher that was taken over, one that is not there, and more names than the rules have room for.
import assert from 'node:assert/strict';

import type { Body } from '../../rules/messages/contract.ts';
import type { Lists } from '../../rules/messages/replies.ts';
import { type ListServer, startListServer } from '../adapters/support/list-server.ts';
import { aLiveFeed, feedId, large, publishLarge } from '../e2e/support/live-feed.ts';
import { aPolicy } from '../e2e/support/policy.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import type { Check, Scene } from './checks.ts';
import type { Firefox } from './firefox.ts';
import { until } from './until.ts';

async function setUp(firefox: Firefox, policy: Body<'setup.finish'>['policy']): Promise<void> {
  const answer = await firefox.ask('setup.finish', {
    policy,
    secret: await recordOf(testPin),
    recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
  });
  assert.equal(answer.ok, true, JSON.stringify(answer));
}

async function listsIn(firefox: Firefox): Promise<Lists> {
  const answer = await firefox.ask('lists.read', {});
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}
const hostsInFeed = async (firefox: Firefox): Promise<number> =>
  (await listsIn(firefox)).lists
    .filter(({ origin }) => origin === 'feed')
    .reduce((sum, { state }) => sum + (state?.hosts ?? 0), 0);

async function isBlocked(firefox: Firefox, url: string): Promise<void> {
  const tab = await firefox.open(url);
  await firefox.waitFor(tab, `document.querySelector('[data-saathi="blocked"]') !== null`);
}

async function refusesSpoiled({ firefox, web }: Scene, publisher: ListServer): Promise<void> {
  const live = aLiveFeed(publisher);
  live.publish();
  await setUp(firefox, live.policy(aPolicy().category('gambling', 'block')));
  await until('the feed is in force', async () => (await hostsInFeed(firefox)) === 3);
  const feedState = async () => (await listsIn(firefox)).feeds.find(({ id }) => id === feedId);
  let failures = 0;
  for (const { what, bytes, problem } of live.spoiledIndexes(2)) {
    live.putIndexFile(bytes);
    failures += 1;
    assert.equal((await firefox.ask('lists.refresh', { id: feedId })).ok, true, what);
    await until(what, async () => (await feedState())?.failures === failures);
    const state = await feedState();
    assert.deepEqual([state?.version, state?.problem], [1, problem], what);
    assert.equal(await hostsInFeed(firefox), 3, what);
  }
  await isBlocked(firefox, 'http://bet.test/');
  assert.deepEqual(web.requestsTo('bet.test'), []);
  live.publish({ version: 2, lists: [live.feed.list([['fresh.test']])] });
  await firefox.ask('lists.refresh', { id: feedId });
  await until('the next good edition', async () => (await feedState())?.version === 2);
  await isBlocked(firefox, 'http://fresh.test/');
}

async function worksAlone({ firefox, web }: Scene): Promise<void> {
  const publisher = await startListServer();
  const url = publisher.at('/list.txt');
  // Nobody answers at that address any more.
  await publisher.close();
  const list = { id: 'class-list', name: 'Class list', url, category: 'games' } as const;
  await setUp(firefox, {
    ...aPolicy().category('games', 'block').build(),
    lists: { catalogue: [], own: [list], feeds: [] },
  });
  const state = async () =>
    (await listsIn(firefox)).lists.find(({ id }) => id === 'class-list')?.state;
  await until('the failure', async () => (await state())?.problem === 'not-reachable');
  await isBlocked(firefox, 'http://poki.com/');
  assert.deepEqual(web.requestsTo('poki.com'), []);
  const school = await firefox.open('http://school.test/');
  await firefox.waitFor(school, "document.title === 'Green Hill School'");
  assert.equal(
    await firefox.evaluate(school, `document.querySelectorAll('[data-saathi]').length`),
    0,
  );
}

async function keepsToItsRoom({ firefox, web }: Scene, publisher: ListServer): Promise<void> {
  const live = aLiveFeed(publisher);
  publishLarge(live);
  await setUp(firefox, live.policy(large.closing(aPolicy())));
  await until('the feed is in force', async () => (await hostsInFeed(firefox)) === large.hosts);
  const own = await firefox.openOwn('options');
  const rules = async () =>
    (await firefox.evaluate(
      own,
      `browser.declarativeNetRequest.getDynamicRules().then((rules) => rules
        .filter(({ action }) => action.type === 'block')
        .map(({ condition }) => condition.requestDomains ?? []))`,
    )) as readonly (readonly string[])[];
  await until('the rules hold their names', async () => (await rules()).flat().some(large.isNamed));
  const inForce = await rules();
  const names = inForce.flat().filter(large.isNamed);
  // Full, and not one more: every other name is the second wall's.
  assert.equal(names.length, 30_000);
  assert.deepEqual(
    large.mostVisited.filter((host) => !names.includes(host)),
    [],
  );
  assert.deepEqual(
    large.leastVisited.filter((host) => names.includes(host)),
    [],
  );
  assert.ok(inForce.length < 100, `${inForce.length} rules`);
  for (const host of [large.mostVisited[0] ?? '', ...large.leastVisited]) {
    await isBlocked(firefox, `http://${host}/`);
    assert.deepEqual(web.requestsTo(host), [], host);
  }
}

const withPublisher =
  (run: (scene: Scene, publisher: ListServer) => Promise<void>): Check['run'] =>
  async (scene) => {
    const publisher = await startListServer();
    try {
      await run(scene, publisher);
    } finally {
      await publisher.close();
    }
  };

export const lists: readonly Check[] = [
  {
    title: 'BYP-203 a feed whose signature is not right is refused, and what it said before stays',
    run: withPublisher(refusesSpoiled),
  },
  {
    title: 'BYP-212 with nobody to answer the child sees nothing of it, and our own list works',
    run: worksAlone,
  },
  {
    title:
      'BYP-214 of more names than there is room for, few rules hold the most visited, and the set closes the rest',
    run: withPublisher(keepsToItsRoom),
  },
];
