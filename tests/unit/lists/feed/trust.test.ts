import { expect, test } from 'vitest';

import { judgeIndex } from '@/rules/lists/feed/judge.ts';
import { mostKeysRemembered } from '@/rules/lists/feed/limits.ts';
import { withoutContent } from '@/rules/lists/feed/lost.ts';
import type { FeedIndex } from '@/rules/lists/feed/schema.ts';
import type { CheckedFile } from '@/rules/lists/feed/signed.ts';
import {
  contentOf,
  readTrust,
  trustAfter,
  writeTrust,
  type FeedTrust,
} from '@/rules/lists/feed/trust.ts';

import { aFeed, aKey, feedNow } from '../../../support/feed.ts';

const content = 'A'.repeat(43);
const feed = aFeed();
const root = { root: feed.root(), rootHash: feed.feed() };
const checked = (key: string, index: FeedIndex): CheckedFile<FeedIndex> => ({
  signed: index,
  signatures: [{ key, signature: '' }],
  message: '',
  sha256: `${'B'.repeat(42)}A`,
  fitting: new Set([key]),
});
const trust = trustAfter(null, root, { file: checked(feed.indexKey.id, feed.index()), content });

test('trust comes back from storage as it was written', () => {
  expect(readTrust(writeTrust(trust), feed.feed())).toEqual(trust);
});

test.each([null, '', 'null', '{}', '[', '{"schema":"saathi-feed-trust/2"}'])(
  'trust that reads %j begins anew',
  (text) => {
    expect(readTrust(text, feed.feed())).toBeNull();
  },
);

test('trust in one feed is none in another', () => {
  expect(readTrust(writeTrust(trust), aFeed().feed())).toBeNull();
});

test('the largest feed with the longest names leaves trust that storage takes', () => {
  const names = {
    name: 'ب'.repeat(80),
    licence: 'l'.repeat(60),
    home: `https://a.test/${'h'.repeat(185)}`,
  };
  const corrections = `https://a.test/${'c'.repeat(185)}`;
  const lists = Array.from({ length: 40 }, (_, at) =>
    feed.list([], { id: `${'i'.repeat(38)}${at + 10}`, ...names, corrections }),
  );
  let after: FeedTrust = trust;
  for (let at = 0; at < 2 * mostKeysRemembered; at += 1) {
    after = trustAfter(after, root, { file: checked(aKey().id, feed.index({ lists })), content });
  }
  expect(after.keys).toHaveLength(mostKeysRemembered);
  expect(readTrust(writeTrust(after), feed.feed())).toEqual(after);
  expect(writeTrust(after).length).toBeLessThan(100_000);
});

test('a key that the root still trusts is remembered before those it does not', () => {
  const [own, other] = [aKey().id, aKey().id];
  const both = { ...root, root: feed.root({ index: { keys: [own, other], threshold: 1 } }) };
  let after = trustAfter(null, both, { file: checked(own, feed.index({ version: 9 })), content });
  for (let at = 0; at < 2 * mostKeysRemembered; at += 1) {
    after = trustAfter(after, both, { file: checked(aKey().id, feed.index()), content });
  }
  const back = checked(other, feed.index({ version: 8 }));
  const judged = judgeIndex(back, both, { trust: after, feed: feed.feed(), now: feedNow });
  expect(judged).toEqual({ ok: false, failure: 'rolled-back' });
});

test('names and dates are not the content of lists; ids, categories and chunks are', () => {
  const index = feed.index();
  const [list] = index.lists;
  if (list === undefined) throw new Error('a feed without a list');
  const same = { ...index, version: 2, lists: [{ ...list, name: 'Other', licence: 'MIT' }] };
  expect(contentOf(same)).toBe(contentOf(index));
  for (const changes of [{ id: 'bets' }, { category: 'games' as const }, { chunks: [] }]) {
    expect(contentOf({ ...index, lists: [{ ...list, ...changes }] })).not.toBe(contentOf(index));
  }
  const moved = { ...list, chunks: [], removed: list.chunks };
  expect(contentOf({ ...index, lists: [moved] })).not.toBe(contentOf(index));
});

test('after sets were lost, trust holds and the lists are built again', () => {
  const after = withoutContent(writeTrust(trust));
  expect(readTrust(after, feed.feed())).toEqual({ ...trust, content: null });
  expect(withoutContent(null)).toBeNull();
  expect(withoutContent('damaged')).toBeNull();
});
