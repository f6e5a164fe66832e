// A feed is read whole or not at all, whoever serves it and whatever they do to it.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { aFeed, aKey, bytesOf, hostsAt, outcomeOf, signedText } from '../support/feed.ts';

const version = (client: { trust: () => string | null }): number | null => {
  const trust = client.trust();
  return trust === null
    ? null
    : (JSON.parse(trust) as { index: { version: number } }).index.version;
};

test('a new client takes the lists of a feed that its policy names', async () => {
  const feed = aFeed();
  expect(await hostsAt(feed.client())).toEqual({
    gambling: ['bet.test', 'casino.test', 'poker.test'],
  });
});

test('BYP-203 an edition with a wrong signature is refused, and the one before stays', async () => {
  const feed = aFeed();
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('taken');
  const good = signedText(feed.index({ version: 2 }), [feed.indexKey]);
  const bad: Record<string, string> = {
    'another key': signedText(feed.index({ version: 2 }), [aKey()]),
    'the root key': signedText(feed.index({ version: 2 }), [feed.rootKey]),
    'a good key and a strange one': signedText(feed.index({ version: 2 }), [feed.indexKey, aKey()]),
    'the same key twice': signedText(feed.index({ version: 2 }), [feed.indexKey, feed.indexKey]),
    'no signature': signedText(feed.index({ version: 2 }), []),
    'an empty signature': good.replace(/"signature":"[^"]+"/, '"signature":""'),
    'the signature of another edition': good.replace('"version":2', '"version":3'),
    'the signature of the root': good.replace(
      /"signatures":\[.*?\]/,
      /"signatures":\[.*?\]/.exec(feed.text('root.json'))?.[0] ?? '',
    ),
    'half a file': good.slice(0, good.length / 2),
    nothing: '',
    'a page': '<!doctype html><title>Please log in</title>',
    'a byte order mark': `\uFEFF${good}`,
    'a line feed at the end': `${good}\n`,
    'a member twice': good.replace('"version":2', '"version":2,"version":2'),
  };
  for (const [what, text] of Object.entries(bad)) {
    feed.put('index.json', text);
    expect([what, await outcomeOf(client)]).not.toEqual([what, 'taken']);
    expect([what, version(client)]).toEqual([what, 1]);
  }
  feed.put('index.json', good);
  expect(await outcomeOf(client)).toBe('taken');
  expect(version(client)).toBe(2);
});

test('BYP-203 the index of another feed is refused, though the same key signed it', async () => {
  const feed = aFeed();
  feed.putIndex({ feed: 'x'.repeat(42) + 'A' });
  expect(await outcomeOf(feed.client())).toBe('other-feed');
});

test('BYP-203 no flipped bit of any file is let through, on the first visit or a later one', async () => {
  const feed = aFeed();
  const later = feed.client();
  expect(await outcomeOf(later)).toBe('taken');
  const newIndex = aKey();
  feed.putRoot({ version: 2, index: { keys: [newIndex.id], threshold: 1 } });
  const list = feed.list([
    ['bet.test', 'new.test'],
    ['poker.test', 'slots.test'],
  ]);
  feed.putIndex({ version: 2, lists: [list] }, [newIndex]);
  const needed = [
    'root.json',
    'index.json',
    ...list.chunks.map(({ sha256 }) => `chunks/${sha256}.bin`),
  ];
  const bit = fc.record({
    file: fc.constantFrom(...needed, 'root.1.json'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    mask: fc.integer({ min: 1, max: 255 }),
    isFirst: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(bit, async ({ file, at, mask, isFirst }) => {
      // A client that has been here before has no use for the first root.
      const client = isFirst || file === 'root.1.json' ? feed.client() : later;
      client.kept.clear();
      const before = version(client);
      const good = feed.files.get(file) ?? bytesOf('');
      const flipped = Uint8Array.from(good);
      const position = Math.floor(at * good.length);
      flipped[position] = (flipped[position] ?? 0) ^ mask;
      feed.files.set(file, flipped);
      const outcome = await outcomeOf(client);
      feed.files.set(file, good);
      expect(outcome).not.toBe('taken');
      expect(version(client)).toBe(before);
    }),
    { numRuns: 400 },
  );
  expect(await outcomeOf(later)).toBe('taken');
  expect(version(later)).toBe(2);
});

test('BYP-204 an older edition, or another one of the same version, is refused', async () => {
  const feed = aFeed();
  const client = feed.client();
  feed.putIndex({ version: 7 });
  expect(await outcomeOf(client)).toBe('taken');
  feed.putIndex({ version: 6 });
  expect(await outcomeOf(client)).toBe('rolled-back');
  feed.putIndex({ version: 7, expires: '2026-12-24T00:00:00Z' });
  expect(await outcomeOf(client)).toBe('rolled-back');
  feed.putIndex({ version: 7 });
  expect(await outcomeOf(client)).toBe('taken');
  feed.putIndex({ version: 8 });
  expect(await outcomeOf(client)).toBe('taken');
});

test.each(['9007199254740992', '9007199254740993', '1e999', '-1', '0', '1.5', '"2"'])(
  'BYP-204 version %s is no version',
  async (number) => {
    const feed = aFeed();
    const client = feed.client();
    const signed = { ...feed.index(), version: 'HERE' };
    feed.put('index.json', signedText(signed, [feed.indexKey]).replace('"HERE"', number));
    expect(await outcomeOf(client)).toBe('not-a-feed');
  },
);

test('BYP-204 a second key may not bring back what the first has left behind', async () => {
  const [first, second] = [aKey(), aKey()];
  const feed = aFeed();
  feed.putRoot({ index: { keys: [first.id, second.id], threshold: 1 } });
  feed.putIndex({ version: 5 }, [first]);
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('taken');
  feed.putIndex({ version: 4 }, [second]);
  expect(await outcomeOf(client)).toBe('rolled-back');
  feed.putIndex({ version: 6 }, [second]);
  expect(await outcomeOf(client)).toBe('taken');
});

test('BYP-206 a stolen key that signed a version far ahead holds nobody back once it is exchanged', async () => {
  const feed = aFeed();
  const client = feed.client();
  feed.putIndex({ version: Number.MAX_SAFE_INTEGER });
  expect(await outcomeOf(client)).toBe('taken');
  feed.putIndex({ version: 43 });
  expect(await outcomeOf(client)).toBe('rolled-back');
  const fresh = aKey();
  feed.putRoot({ version: 2, index: { keys: [fresh.id], threshold: 1 } });
  feed.putIndex({ version: 43 }, [feed.indexKey]);
  expect(await outcomeOf(client)).toBe('bad-signature');
  feed.putIndex({ version: 43 }, [fresh]);
  expect(await outcomeOf(client)).toBe('taken');
  expect(version(client)).toBe(43);
  feed.putIndex({ version: 42 }, [fresh]);
  expect(await outcomeOf(client)).toBe('rolled-back');
});

test('BYP-206 a new root needs the old root key and its own, and no root comes back', async () => {
  const feed = aFeed();
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('taken');
  const first = feed.text('root.json');
  const next = aKey();
  const role = { keys: [next.id], threshold: 1 };
  feed.putRoot({ version: 2, root: role }, [next]);
  expect(await outcomeOf(client)).toBe('bad-signature');
  feed.putRoot({ version: 2, root: role }, [feed.rootKey]);
  expect(await outcomeOf(client)).toBe('bad-signature');
  feed.putRoot({ version: 2, root: role }, [feed.rootKey, next]);
  expect(await outcomeOf(client)).toBe('taken');
  feed.put('root.json', first);
  expect(await outcomeOf(client)).toBe('rolled-back');
  feed.putRoot({ version: 2, root: role, name: 'Another' }, [feed.rootKey, next]);
  expect(await outcomeOf(client)).toBe('rolled-back');
  feed.putRoot({ version: 3 }, [feed.rootKey]);
  expect(await outcomeOf(client)).toBe('bad-signature');
});

test('a client that slept through several roots walks over each of them', async () => {
  const feed = aFeed();
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('taken');
  const keys = [feed.rootKey, aKey(), aKey(), aKey()];
  for (const [at, key] of keys.entries()) {
    const before = keys[at - 1];
    if (before === undefined) continue;
    const changes = { version: at + 1, root: { keys: [key.id], threshold: 1 } };
    // A root may have run out long ago, if a newer one has not.
    const expires = at + 1 < keys.length ? { expires: '2026-11-21T12:00:00Z' } : {};
    feed.putRoot({ ...changes, ...expires }, [before, key]);
  }
  feed.putIndex({ version: 2 });
  const between = feed.files.get('root.3.json') ?? bytesOf('');
  feed.files.delete('root.3.json');
  expect(await outcomeOf(client)).toBe('not-reachable');
  feed.files.set('root.3.json', feed.files.get('root.4.json') ?? bytesOf(''));
  expect(await outcomeOf(client)).toBe('gap-in-roots');
  feed.files.set('root.3.json', between);
  expect(await outcomeOf(client)).toBe('taken');
  expect(await outcomeOf(feed.client())).toBe('taken');
});

test('two of three keepers must sign where the root says so', async () => {
  const feed = aFeed();
  const [a, b, c] = [aKey(), aKey(), aKey()];
  const role = { keys: [a.id, b.id, c.id], threshold: 2 };
  feed.putRoot({ root: role }, [a]);
  expect(await outcomeOf(feed.client())).toBe('bad-signature');
  feed.putRoot({ root: role }, [a, c]);
  feed.putIndex();
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('taken');
  feed.putRoot({ version: 2, root: role }, [b]);
  expect(await outcomeOf(client)).toBe('bad-signature');
  feed.putRoot({ version: 2, root: role }, [b, c]);
  expect(await outcomeOf(client)).toBe('taken');
});

test('a first root that the policy does not name is refused, and one without end too', async () => {
  const feed = aFeed();
  const client = feed.client();
  feed.putRoot({ name: 'Somebody else' });
  feed.putIndex();
  expect(await outcomeOf(client)).toBe('wrong-first-root');
  feed.files.set('root.json', new Uint8Array(50_000));
  expect(await outcomeOf(client)).toBe('too-big');
});

test('a feed that has run out is said to be so, and its lists are left alone', async () => {
  const feed = aFeed();
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('taken');
  const before = client.trust();
  expect(await outcomeOf(client, Date.parse('2026-12-04T23:59:59Z'))).toBe('taken');
  expect(await outcomeOf(client, Date.parse('2026-12-05T00:00:00Z'))).toBe('index-expired');
  expect(client.trust()).toBe(before);
  feed.putIndex({ version: 2, expires: '2030-01-01T00:00:00Z' });
  expect(await outcomeOf(client, Date.parse('2028-11-21T00:00:00Z'))).toBe('root-expired');
  expect(await outcomeOf(client, Date.parse('2028-11-20T23:59:59Z'))).toBe('taken');
});
