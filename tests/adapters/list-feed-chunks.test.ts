// What a feed is made of is checked down to the last line of the last chunk.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { aFeed, bytesOf, feedNow, hostsAt, outcomeOf, signedText } from '../support/feed.ts';

test('BYP-207 the index of today with a chunk of yesterday is refused', async () => {
  const feed = aFeed();
  const yesterday = feed.list([['bet.test']]);
  const today = feed.list([['bet.test', 'casino.test']]);
  const [old, fresh] = [yesterday.chunks[0]?.sha256, today.chunks[0]?.sha256];
  feed.putIndex({ lists: [today] });
  feed.files.set(`chunks/${fresh}.bin`, feed.files.get(`chunks/${old}.bin`) ?? bytesOf(''));
  expect(await outcomeOf(feed.client())).toBe('wrong-chunk');
});

test('BYP-207 chunks that have changed places are refused, in any order but their own', async () => {
  const feed = aFeed();
  const hosts = Array.from({ length: 6 }, (_, at) => [`a${at}.test`, `b${at}.test`]);
  const list = feed.list(hosts);
  feed.putIndex({ lists: [list] });
  const names = list.chunks.map(({ sha256 }) => `chunks/${sha256}.bin`);
  const good = names.map((name) => feed.files.get(name) ?? bytesOf(''));
  const order = fc.shuffledSubarray(
    names.map((_, at) => at),
    { minLength: names.length },
  );
  await fc.assert(
    fc.asyncProperty(order, async (places) => {
      names.forEach((name, at) => feed.files.set(name, good[places[at] ?? 0] ?? bytesOf('')));
      const isOwn = places.every((place, at) => place === at);
      expect(await outcomeOf(feed.client())).toBe(isOwn ? 'taken' : 'wrong-chunk');
    }),
  );
});

test('BYP-208 nothing longer than the signed length is read, and nothing larger unpacked', async () => {
  const feed = aFeed();
  const list = feed.list([['bet.test']]);
  const name = `chunks/${list.chunks[0]?.sha256}.bin`;
  feed.putIndex({ lists: [list] });
  feed.files.set(name, new Uint8Array(10_000_000));
  expect(await outcomeOf(feed.client())).toBe('too-big');
  const bomb = feed.putChunk('\n'.repeat(20_000_000), { size: 8, hosts: 1 });
  feed.putIndex({ lists: [feed.list([['bet.test']], { chunks: [bomb] })] });
  expect(await outcomeOf(feed.client())).toBe('bad-chunk');
  feed.files.set('index.json', new Uint8Array(2_000_000));
  expect(await outcomeOf(feed.client())).toBe('too-big');
});

test('BYP-208 an index over a limit is refused before its first chunk is asked for', async () => {
  const feed = aFeed();
  const chunk = feed.chunkOf(['bet.test']);
  const huge: Record<string, object> = {
    'a chunk too long': { chunks: [{ ...chunk, length: 4_194_305 }] },
    'a chunk too large': { chunks: [{ ...chunk, size: 16_777_217 }] },
    'too many hosts in a chunk': { chunks: [{ ...chunk, hosts: 250_001 }], hosts: 250_001 },
    'too many chunks': { chunks: Array.from({ length: 2_001 }, () => chunk), hosts: 2_001 },
    'too many bytes': {
      chunks: Array.from({ length: 40 }, () => ({ ...chunk, length: 4_000_000 })),
      hosts: 40,
    },
    'too many hosts': {
      chunks: Array.from({ length: 40 }, () => ({ ...chunk, hosts: 250_000 })),
      hosts: 10_000_000,
    },
    'another sum': { chunks: [chunk], hosts: 2 },
  };
  for (const [what, changes] of Object.entries(huge)) {
    feed.putIndex({ lists: [feed.list([], { hosts: 1, ...changes })] });
    expect([what, await outcomeOf(feed.client())]).toEqual([what, 'not-a-feed']);
  }
  feed.putIndex({ lists: Array.from({ length: 41 }, (_, at) => feed.list([], { id: `l${at}` })) });
  expect(await outcomeOf(feed.client())).toBe('not-a-feed');
});

test.each([
  ['a regular expression', '/(a+)+$/\n'],
  ['a script address', 'javascript:alert(1)\n'],
  ['markup', '<b>bet.test</b>\n'],
  ['a rule that sends elsewhere', '||bet.test^$redirect=evil.test\n'],
  ['a star', '*.bet.test\n'],
  ['a page', 'bet.test/page\n'],
  ['a port', 'bet.test:8080\n'],
  ['a comment', '# bet\n'],
  ['capital letters', 'BET.test\n'],
  ['a dot at the end', 'bet.test.\n'],
  ['an address in numbers', '127.0.0.1\n'],
  ['a single name', 'com\n'],
  ['an empty line', '\nbet.test\n'],
  ['spaces', ' bet.test\n'],
  ['a carriage return', 'bet.test\r\n'],
  ['the wrong order', 'poker.test\nbet.test\n'],
  ['a host twice', 'bet.test\nbet.test\n'],
  ['no end of the last line', 'bet.test\npoker.test'],
  ['other letters', 'wétten.test\n'],
  ['bytes that are no text', '\u0000.test\n'],
])('BYP-209 a chunk with %s is refused with the whole feed', async (_, text) => {
  const feed = aFeed();
  const hosts = text.split('\n').length - 1;
  const good = feed.list([['casino.test']]);
  const bad = feed.list([], { id: 'bad', hosts, chunks: [feed.putChunk(text, { hosts })] });
  feed.putIndex({ lists: [good, bad] });
  const client = feed.client();
  expect(await outcomeOf(client)).toBe('bad-chunk');
  expect(client.trust()).toBeNull();
});

test('BYP-209 an index with code, markup or members that nobody knows is refused', async () => {
  const feed = aFeed();
  const list = feed.list([['bet.test']]);
  const bad: Record<string, object> = {
    'a redirect': { redirect: 'http://evil.test' },
    'a pattern': { regex: '(a+)+$' },
    'a way to open a site': { kind: 'allow' },
    'an unknown category': { category: 'everything' },
    'markup in a name': { name: '<img src=x onerror=alert(1)>' },
    'two lines in a name': { name: 'Bets\nand more' },
    'a turned line': { name: 'Bets \u202Egnp.exe' },
    'a long name': { name: 'a'.repeat(81) },
    'no name': { name: '' },
    'a script as address': { corrections: 'javascript:alert(1)' },
    'a query in a mailbox': { corrections: 'mailto:a@b.test?bcc=c@d.test' },
    'a page without https': { home: 'http://lists.test/' },
    'a page with user and password': { home: 'https://a:b@lists.test/' },
    'an id with a path': { id: '../x' },
    'a hash with a path': { chunks: [{ ...list.chunks[0], sha256: '../../index' }] },
  };
  for (const [what, changes] of Object.entries(bad)) {
    feed.putIndex({ lists: [{ ...list, ...changes }] });
    expect([what, await outcomeOf(feed.client())]).toEqual([what, 'not-a-feed']);
  }
  feed.put('index.json', signedText({ ...feed.index(), script: 'x' }, [feed.indexKey]));
  expect(await outcomeOf(feed.client())).toBe('not-a-feed');
});

test('names in Urdu, with the joiners that its letters need, are plain text', async () => {
  const feed = aFeed();
  feed.putIndex({ lists: [feed.list([['bet.test']], { name: 'جوئے کی ویب\u200Cسائٹس' })] });
  expect(await outcomeOf(feed.client())).toBe('taken');
});

test('an edition that only bears a new date fetches no chunk and builds nothing', async () => {
  const feed = aFeed();
  const client = feed.client();
  await client.update(feedNow);
  const lists = [{ ...feed.list([['bet.test', 'casino.test'], ['poker.test']]), name: 'Bets' }];
  feed.putIndex({ version: 2, lists, expires: '2027-01-01T00:00:00Z' });
  const again = await client.update(feedNow);
  expect(again).toMatchObject({ ok: true, value: { kind: 'unchanged', bytes: 0, lists: [] } });
  expect(client.trust()).toContain('"name":"Bets"');
  expect(client.trust()).toContain('"version":2,"sha256"');
});

test('only chunks that were never seen are fetched, and those that no edition names are dropped', async () => {
  const feed = aFeed();
  const client = feed.client();
  feed.putIndex({ lists: [feed.list([['a.test'], ['b.test']])] });
  await client.update(feedNow);
  const next = feed.list([['b.test'], ['c.test']]);
  feed.putIndex({ version: 2, lists: [next] });
  const updated = await client.update(feedNow);
  const fetched = updated.ok ? [...updated.value.fetched.keys()] : [];
  expect(fetched).toEqual(['root.json', 'index.json', `chunks/${next.chunks[1]?.sha256}.bin`]);
  expect([...client.kept.keys()].sort()).toEqual(next.chunks.map(({ sha256 }) => sha256).sort());
});

test('an update that was cut short goes on with what is missing', async () => {
  const feed = aFeed();
  const client = feed.client();
  const list = feed.list([['a.test'], ['b.test']]);
  feed.putIndex({ lists: [list] });
  const missing = `chunks/${list.chunks[1]?.sha256}.bin`;
  const bytes = feed.files.get(missing) ?? bytesOf('');
  feed.files.delete(missing);
  expect(await outcomeOf(client)).toBe('not-reachable');
  feed.files.set(missing, bytes);
  const updated = await client.update(feedNow);
  const fetched = updated.ok ? [...updated.value.fetched.keys()] : [];
  expect(fetched).toEqual(['root.json', 'index.json', missing]);
});

test('a kept chunk that was damaged in storage is refused and fetched again', async () => {
  const feed = aFeed();
  const client = feed.client();
  feed.putIndex({ lists: [feed.list([['a.test']])] });
  await client.update(feedNow);
  for (const name of client.kept.keys()) client.kept.set(name, bytesOf('damaged'));
  feed.putIndex({ version: 2, lists: [feed.list([['a.test'], ['b.test']])] });
  expect(await outcomeOf(client)).toBe('wrong-chunk');
  expect(await hostsAt(client)).toEqual({ gambling: ['a.test', 'b.test'] });
});

test('hosts that were removed are left out, and removed hosts that never were there are no feed', async () => {
  const feed = aFeed();
  const removed = [feed.chunkOf(['b.test'])];
  feed.putIndex({ lists: [feed.list([['a.test', 'b.test'], ['c.test']], { removed, hosts: 2 })] });
  expect(await hostsAt(feed.client())).toEqual({ gambling: ['a.test', 'c.test'] });
  const strange = [feed.chunkOf(['x.test'])];
  feed.putIndex({ lists: [feed.list([['a.test', 'b.test']], { removed: strange, hosts: 1 })] });
  expect(await outcomeOf(feed.client())).toBe('bad-chunk');
});
