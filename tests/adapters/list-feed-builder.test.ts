// A feed through the builder: from a server on loopback to sets in storage and the states that name them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import {
  afterFailure,
  afterLoss,
  afterUnchanged,
  afterUpdate,
  listsInForce,
} from '@/rules/lists/after.ts';
import { factsOfFeedList } from '@/rules/lists/feed/facts.ts';
import { noListStates, type ListStates } from '@/rules/lists/list-state.ts';
import { feedRefreshHours, type WantedFeed } from '@/rules/lists/plan.ts';

import { aFeed, feedNow, type TestFeed } from '../support/feed.ts';
import {
  aBuilder,
  anUpdate,
  emptyShelf,
  listsNaming,
  namesIn,
  rows,
} from './support/builder-home.ts';
import { startListServer, type ListServer } from './support/list-server.ts';

let server: ListServer;
beforeAll(async () => {
  server = await startListServer();
});
beforeEach(() => {
  server.forget();
  return emptyShelf();
});
afterAll(() => server.close());

/** A client with a policy that names the feed; `refresh` does what the background does with the builder's answer. */
function aHome(feed: TestFeed) {
  const wanted: WantedFeed = {
    kind: 'feed',
    id: 'school',
    url: server.at('/saathi'),
    root: feed.feed(),
    refreshHours: feedRefreshHours,
  };
  let states: ListStates = noListStates;
  const builder = aBuilder();
  builder.clock.now = feedNow;
  return {
    states: () => states,
    feed: () => states.feeds['school'],
    lose: (keys: readonly string[]) => void (states = afterLoss(states, keys)),
    async refresh(): Promise<string> {
      for (const [name, bytes] of feed.files) server.publishes(`/saathi/${name}`, bytes);
      const { id, url, root } = wanted;
      const trust = states.feeds[id]?.trust ?? null;
      const answer = await builder.does(
        anUpdate(url, {
          source: { kind: 'feed', id, url, root, trust },
          had: listsInForce(wanted, states),
          sets: states.sets,
        }),
      );
      const now = builder.clock.now;
      if (answer.kind === 'failed') {
        states = afterFailure(states, wanted, { problem: answer.problem, now });
        return answer.problem;
      }
      if (answer.kind !== 'updated') throw new Error(`not an answer to an update: ${answer.kind}`);
      const { outcome } = answer;
      states =
        outcome.kind === 'new'
          ? afterUpdate(states, wanted, { outcome, made: outcome, now })
          : afterUnchanged(states, wanted, { outcome, now });
      return outcome.kind;
    },
    naming: (category: string, host: string) => listsNaming(states.sets[category] ?? '', host),
  };
}

test('every list of a feed is in the set of its category, all of them at one switch', async () => {
  const feed = aFeed();
  const lists = [
    feed.list([['bet.test', 'casino.test']]),
    feed.list([['drugs.test']], { id: 'pills', category: 'drugs', name: 'Pills' }),
  ];
  feed.putIndex({ lists });
  const home = aHome(feed);
  expect(await home.refresh()).toBe('new');
  expect(home.states().generation).toBe(1);
  expect(await home.naming('gambling', 'www.bet.test')).toEqual(['school.gambling']);
  expect(await home.naming('drugs', 'drugs.test')).toEqual(['school.pills']);
  expect(home.feed()).toMatchObject({ version: 1, problem: null, failures: 0 });
  expect(home.feed()?.expiresAt).toBe(Date.parse('2026-12-05T00:00:00Z'));
  expect(factsOfFeedList('school.pills', home.states())).toMatchObject({
    name: 'Pills',
    licence: 'CC0-1.0',
    corrections: 'mailto:lists@school.example',
  });
  expect(factsOfFeedList('school.none', home.states())).toBeNull();
  expect(factsOfFeedList('other', home.states())).toBeNull();
});

test('BYP-203 a spoiled edition leaves the sets as they are, and its failures are counted for the guardian', async () => {
  const feed = aFeed();
  const home = aHome(feed);
  expect(await home.refresh()).toBe('new');
  const before = home.states();
  feed.putIndex({ version: 2, lists: [] }, [feed.rootKey]);
  for (const failures of [1, 2, 3]) {
    expect(await home.refresh()).toBe('bad-signature');
    expect(home.feed()).toMatchObject({ failures, problem: 'bad-signature', version: 1 });
  }
  expect(home.states().sets).toEqual(before.sets);
  expect(home.feed()?.trust).toBe(before.feeds['school']?.trust);
  expect(await home.naming('gambling', 'bet.test')).toEqual(['school.gambling']);
  feed.putIndex({ version: 2, lists: [feed.list([['bet.test']])] });
  expect(await home.refresh()).toBe('new');
  expect(home.feed()).toMatchObject({ failures: 0, problem: null, version: 2 });
  expect(await home.naming('gambling', 'casino.test')).toEqual([]);
});

test('an edition with nothing but a new date builds no set', async () => {
  const feed = aFeed();
  const home = aHome(feed);
  await home.refresh();
  const { generation, sets } = home.states();
  feed.putIndex({ version: 2, expires: '2027-01-01T00:00:00Z' });
  expect(await home.refresh()).toBe('unchanged');
  expect(home.states()).toMatchObject({ generation, sets });
  expect(home.feed()).toMatchObject({ version: 2, expiresAt: Date.parse('2027-01-01T00:00:00Z') });
});

test('a list that the feed no longer has is in force no more', async () => {
  const feed = aFeed();
  const home = aHome(feed);
  const games = feed.list([['game.test']], { id: 'games', category: 'games' });
  feed.putIndex({ lists: [feed.list([['bet.test']]), games] });
  await home.refresh();
  expect(await home.naming('games', 'game.test')).toEqual(['school.games']);
  feed.putIndex({ version: 2, lists: [feed.list([['bet.test']])] });
  expect(await home.refresh()).toBe('new');
  expect(Object.keys(home.states().sets)).toEqual(['gambling']);
  expect(Object.keys(home.states().lists)).toEqual(['school.gambling']);
});

test('BYP-204 sets that the browser lost are built again, from no older edition', async () => {
  const feed = aFeed();
  const home = aHome(feed);
  feed.putIndex({ version: 5 });
  await home.refresh();
  home.lose(Object.values(home.states().sets));
  await emptyShelf();
  feed.putIndex({ version: 4 });
  expect(await home.refresh()).toBe('rolled-back');
  feed.putIndex({ version: 5 });
  expect(await home.refresh()).toBe('new');
  expect(await home.naming('gambling', 'bet.test')).toEqual(['school.gambling']);
});

test('BYP-215 a feed is asked for without an id, and only chunks that are new are asked for again', async () => {
  const feed = aFeed();
  const home = aHome(feed);
  await home.refresh();
  const next = feed.list([['bet.test', 'casino.test'], ['fresh.test']]);
  feed.putIndex({ version: 2, lists: [next] });
  server.requests.length = 0;
  expect(await home.refresh()).toBe('new');
  const fresh = next.chunks[1]?.sha256 ?? '';
  expect(server.paths()).toEqual(
    ['root.json', 'index.json', `chunks/${fresh}.bin`].map((name) => `/saathi/${name}`),
  );
  for (const { headers } of server.requests) {
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie']));
    expect(headers.referer).toBeUndefined();
  }
  const kept = (await rows()).filter((row) => row.startsWith('kept'));
  expect(kept).toHaveLength(2);
  expect((await rows()).filter((row) => row.startsWith('staged'))).toEqual([]);
});

test('the best-known sites of a feed put its lists in order, and go with the edition that has none', async () => {
  const feed = aFeed();
  const list = feed.list([['bet.test', 'casino.test', 'poker.test']]);
  const chunks = [feed.chunkOf(['good.test', 'poker.test']), feed.chunkOf(['casino.test'])];
  feed.putIndex({
    lists: [list],
    bestKnown: { id: 'best', name: 'Best', ...feed.facts, hosts: 3, chunks },
  });
  const home = aHome(feed);
  expect(await home.refresh()).toBe('new');
  expect(await namesIn(home.states().sets['gambling'] ?? '')).toEqual([
    'poker.test',
    'casino.test',
    'bet.test',
  ]);
  expect(await home.naming('gambling', 'good.test')).toEqual([]);
  expect(await rows()).toContain('best feed:school');
  feed.putIndex({ version: 2, lists: [list] });
  expect(await home.refresh()).toBe('new');
  expect(await rows()).not.toContain('best feed:school');
});
