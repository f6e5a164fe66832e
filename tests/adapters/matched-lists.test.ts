import { describe, expect, test } from 'vitest';

import type { Judged } from '@/entrypoints/background/use-cases/judge.ts';
import { matchedLists } from '@/entrypoints/background/use-cases/matched-lists.ts';
import type { World } from '@/entrypoints/background/world.ts';
import { parseAddress } from '@/rules/hosts/address.ts';
import { noListStates, type ListStates } from '@/rules/lists/list-state.ts';
import type { Lists, Policy } from '@/rules/policy/schema.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aFeed, feedNow } from '../support/feed.ts';
import { aListState } from '../support/list-replies.ts';
import { aSetUpHome } from './support/family.ts';

const lists: Lists = {
  catalogue: ['oisd-nsfw'],
  own: [{ id: 'own-1', name: 'Our list', url: 'https://lists.test/', category: 'adult' }],
  feeds: [{ id: 'feed-1', name: 'City school', url: 'https://feed.test/', root: 'A'.repeat(43) }],
};

/** A visit that was closed for its topic, and a lookup that names these lists for this host. */
function closed(
  naming: { readonly host: string; readonly ids: readonly string[] },
  url: string,
  feeds: ListStates['feeds'] = {},
) {
  const policy: Policy = { ...aPolicy(aHousehold().child), lists };
  const reason: Reason = { kind: 'category', category: 'adult' };
  const judged = {
    loaded: {
      policy,
      situation: {
        lookup: { listsNaming: (host: string) => (host === naming.host ? naming.ids : []) },
      },
    },
    address: parseAddress(url),
    verdict: { action: 'block', reason, until: null },
  } as unknown as Judged;
  const states = {
    ...noListStates,
    feeds,
    lists: { 'oisd-nsfw': aListState({ updatedAt: 1_790_000_000_000 }) },
  };
  const world = { stores: { lists: { read: async () => states } } } as unknown as World;
  return matchedLists(world, judged);
}

describe('the lists that closed a site', () => {
  test('are named with page, day and the way to correct them', async () => {
    const found = await closed({ host: 'x.test', ids: ['oisd-nsfw'] }, 'https://x.test/');
    expect(found).toEqual([
      {
        listId: 'oisd-nsfw',
        name: 'OISD NSFW',
        category: 'adult',
        isOurs: false,
        home: 'https://oisd.nl/',
        updatedAt: 1_790_000_000_000,
        corrections: 'https://oisd.nl/contact',
      },
    ]);
  });

  test('of the guardian and of a feed have the names they were given', async () => {
    const found = await closed(
      { host: 'x.test', ids: ['own-1', 'feed-1.games', 'gone'] },
      'https://x.test/',
    );
    expect(found.map(({ name, home, corrections }) => [name, home, corrections])).toEqual([
      ['Our list', null, null],
      ['City school', null, null],
      ['gone', null, null],
    ]);
  });

  test('of a feed have what the feed says of them, once it was read', async () => {
    const feed = aFeed();
    const client = feed.client();
    await client.update(feedNow);
    const state = {
      url: 'https://feed.test/',
      root: feed.feed(),
      version: 1,
      expiresAt: null,
      bytes: 0,
      updatedAt: null,
      checkedAt: null,
      failures: 0,
      problem: null,
      trust: client.trust(),
    };
    const found = await closed({ host: 'x.test', ids: ['feed-1.gambling'] }, 'https://x.test/', {
      'feed-1': state,
    });
    expect(found).toMatchObject([
      { name: 'Gambling', home: null, corrections: 'mailto:lists@school.example' },
    ]);
  });

  test('are those of the page that a translator carries', async () => {
    const found = await closed(
      { host: 'x.test', ids: ['oisd-nsfw'] },
      'https://translate.google.com/translate?u=https://x.test/',
    );
    expect(found.map(({ listId }) => listId)).toEqual(['oisd-nsfw']);
  });

  test('of our own package are told from others, in the answer to the page and to the guardian', async () => {
    const policy = aPolicy(aHousehold().withCategory('games', 'ask').child);
    const { worker } = await aSetUpHome(policy);
    for (const sender of [from.blocked, from.options]) {
      const { matched } = await worker.gets('visit.explain', { url: 'https://game.test/' }, sender);
      expect(matched).toMatchObject([{ listId: 'starter', isOurs: true, category: 'games' }]);
    }
  });

  test('are none where something else closed it', async () => {
    const policy = aPolicy(aHousehold().withFilter({ blocklist: ['game.test'] }).child);
    const { worker } = await aSetUpHome(policy);
    const { matched } = await worker.gets(
      'visit.explain',
      { url: 'https://game.test/' },
      from.blocked,
    );
    expect(matched).toEqual([]);
  });
});
