import { describe, expect, test } from 'vitest';

import {
  afterFailure,
  afterLoss,
  afterRemoval,
  afterUnchanged,
  afterUpdate,
  listsInForce,
} from '@/rules/lists/after.ts';
import { listStatesSchema, noListStates } from '@/rules/lists/list-state.ts';
import type { Wanted } from '@/rules/lists/plan.ts';

const now = 1_000_000;
const list: Wanted = {
  kind: 'list',
  id: 'mine',
  url: 'https://lists.test/mine',
  category: 'games',
  refreshHours: 24,
};
const feed: Wanted = {
  kind: 'feed',
  id: 'nation',
  url: 'https://feed.test/',
  root: 'r'.repeat(43),
  refreshHours: 6,
};
const outcome = {
  etag: '"one"',
  lastModified: null,
  bytes: 90,
  trust: null,
  version: null,
  expiresAt: null,
};
const made = (key: string, id = 'mine') => ({
  sets: { games: key },
  lists: { [id]: { category: 'games' as const, hosts: 5, refused: 1 } },
});
const updated = afterUpdate(noListStates, list, { outcome, made: made('games.a'), now });
const feedOutcome = { ...outcome, etag: null, trust: 'root', version: 7, expiresAt: now + 1 };
const withFeed = afterUpdate(updated, feed, {
  outcome: feedOutcome,
  made: made('games.b', 'nation.games'),
  now,
});

test('every state that can come of it is one that can be stored', () => {
  for (const states of [
    updated,
    withFeed,
    afterFailure(noListStates, list, { problem: 'offline', now }),
    afterFailure(noListStates, feed, { problem: 'expired', now }),
    afterUnchanged(withFeed, feed, { outcome: feedOutcome, now }),
    afterLoss(withFeed, ['games.b']),
  ]) {
    expect(listStatesSchema.safeParse(states).success).toBe(true);
  }
});

describe('an update', () => {
  test('names the new set and the new edition, in another generation', () => {
    expect(updated).toMatchObject({
      generation: 1,
      sets: { games: 'games.a' },
      lists: { mine: { hosts: 5, refused: 1, etag: '"one"', failures: 0, updatedAt: now } },
    });
  });

  test('of a feed takes the place of all its lists, and leaves those of others', () => {
    expect(Object.keys(withFeed.lists)).toEqual(['mine', 'nation.games']);
    const next = afterUpdate(withFeed, feed, {
      outcome: { ...feedOutcome, version: 8 },
      made: { sets: { games: 'games.c', drugs: 'drugs.c' }, lists: made('', 'nation.drugs').lists },
      now,
    });
    expect(Object.keys(next.lists)).toEqual(['mine', 'nation.drugs']);
    expect(next.feeds['nation']).toMatchObject({ version: 8, trust: 'root', failures: 0 });
    expect(next.sets).toEqual({ games: 'games.c', drugs: 'drugs.c' });
  });

  test('that found nothing newer changes no set, but what a feed was signed with', () => {
    const failed = afterFailure(withFeed, feed, { problem: 'not-reachable', now });
    const next = afterUnchanged(failed, feed, {
      outcome: { ...feedOutcome, expiresAt: now + 99 },
      now: now + 5,
    });
    expect(next.generation).toBe(withFeed.generation);
    expect(next.sets).toBe(withFeed.sets);
    expect(next.feeds['nation']).toMatchObject({
      expiresAt: now + 99,
      checkedAt: now + 5,
      updatedAt: now,
      failures: 0,
      problem: null,
    });
  });
});

test('a failure leaves what is in force, and is counted', () => {
  const once = afterFailure(updated, list, { problem: 'shrunken', now: now + 1 });
  const twice = afterFailure(once, list, { problem: 'not-reachable', now: now + 2 });
  expect(twice).toMatchObject({
    generation: 1,
    sets: updated.sets,
    lists: { mine: { hosts: 5, failures: 2, problem: 'not-reachable', updatedAt: now } },
  });
});

test('a list under another address begins anew', () => {
  const moved: Wanted = { ...list, url: 'https://elsewhere.test/' };
  const next = afterFailure(updated, moved, { problem: 'offline', now });
  expect(next.lists['mine']).toMatchObject({
    url: moved.url,
    hosts: 0,
    updatedAt: null,
    failures: 1,
  });
});

test('what was removed is named no more', () => {
  const gone = { lists: ['nation.games'], feeds: ['nation'] };
  const next = afterRemoval(withFeed, gone, { games: 'games.d' });
  expect(next).toMatchObject({ sets: { games: 'games.d' }, feeds: {} });
  expect(Object.keys(next.lists)).toEqual(['mine']);
  expect(afterRemoval(updated, { lists: ['mine'], feeds: [] }, { games: null }).sets).toEqual({});
});

test('where a set is lost, its lists are as if never fetched, and so is the feed they came with', () => {
  expect(afterLoss(withFeed, ['games.b'])).toMatchObject({ sets: {}, lists: {}, feeds: {} });
  expect(afterLoss(withFeed, ['drugs.x'])).toMatchObject({ sets: withFeed.sets });
  expect(afterLoss(withFeed, [])).toBe(withFeed);
});

test('the lists of a source in force are told apart from those of others; best-known sites are in no set', () => {
  expect(listsInForce(list, withFeed)).toEqual({ mine: { category: 'games', hosts: 5 } });
  expect(listsInForce(feed, withFeed)).toEqual({ 'nation.games': { category: 'games', hosts: 5 } });
  const best: Wanted = { ...list, id: 'best', category: null };
  const lists = { best: { category: null, hosts: 9, refused: 0 } };
  const known = afterUpdate(updated, best, { outcome, made: { sets: {}, lists }, now });
  expect(known.lists['best']?.hosts).toBe(9);
  expect(known.sets).toEqual(updated.sets);
});
