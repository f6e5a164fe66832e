// The publisher from end to end: a folder of lists becomes a feed, and a client reads it.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import { listsSchema } from '@/rules/policy/schema.ts';
import { createClient } from '@/scripts/lists/check.ts';

import {
  aboutList,
  aPublisher,
  hostsAt,
  published,
  publishedAt,
  rootOf,
} from '../../support/list-publisher.ts';

test('the first edition makes keys that only their owner reads, and warns about them', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\ncasino.test\n' });
  expect(await desk.publish('--url', 'https://lists.school.example/saathi/')).toBe(0);
  const heard = desk.heard();
  expect(readdirSync(desk.keys).sort()).toEqual(['index-1.pem', 'root-1.pem']);
  for (const name of readdirSync(desk.keys)) {
    expect(statSync(join(desk.keys, name)).mode & 0o777).toBe(0o600);
  }
  expect(heard).toMatch(/lock them away/);
  expect(heard).toContain('A client takes edition 1');
  const snippet: unknown = JSON.parse(`{${/"lists": \{[\s\S]*?\n\}/.exec(heard)?.[0] ?? ''}}`);
  const { lists } = snippet as { lists: unknown };
  expect(parseWith(listsSchema, lists)).toMatchObject({
    ok: true,
    value: {
      feeds: [
        { id: 'our-school', url: 'https://lists.school.example/saathi/', root: rootOf(heard) },
      ],
    },
  });
  expect(await hostsAt(createClient(desk.out, rootOf(heard)))).toEqual({
    gambling: ['bet.test', 'casino.test'],
  });
});

test('lists may have any form that the extension reads, packed or not, in several files', async () => {
  const files = {
    'a.txt': '0.0.0.0 bet.test\n0.0.0.0 www.casino.test\n',
    'b.txt.gz': gzipSync('||poker.test^\n||bet.test^\n'),
  };
  const desk = aPublisher(files, { lists: [{ ...aboutList, files: Object.keys(files) }] });
  expect(await hostsAt(await published(desk))).toEqual({
    gambling: ['bet.test', 'casino.test', 'poker.test'],
  });
});

test('the same lists, keys and hour give the same files', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  await published(desk);
  const twin = join(desk.home, 'twin');
  expect(await desk.publish('--out', twin)).toBe(0);
  for (const name of ['root.json', 'root.1.json', 'index.json']) {
    expect(readFileSync(join(twin, name))).toEqual(readFileSync(join(desk.out, name)));
  }
  expect(readdirSync(join(twin, 'chunks'))).toEqual(readdirSync(join(desk.out, 'chunks')));
});

test('the next edition has the next version, needs no root key, and a client follows it', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  const client = await published(desk);
  expect(await hostsAt(client)).toEqual({ gambling: ['bet.test'] });
  renameSync(join(desk.keys, 'root-1.pem'), join(desk.home, 'stick.pem'));
  desk.put('gambling.txt', 'bet.test\npoker.test\n');
  expect(await desk.publish('--days', '30')).toBe(0);
  expect(desk.heard()).toContain('Edition 2: 2 hosts in 1 chunks');
  expect(await hostsAt(client)).toEqual({ gambling: ['bet.test', 'poker.test'] });
  expect(await hostsAt(client, publishedAt + 29 * 86_400_000)).toEqual({});
  expect(await hostsAt(client, publishedAt + 30 * 86_400_000)).toBe('index-expired');
});

test('a change of a hundredth is fetched in a few kilobytes of hundreds', async () => {
  const hosts = Array.from({ length: 20_000 }, (_, at) => `w${(at * 7919).toString(36)}.test`);
  const desk = aPublisher({ 'gambling.txt': hosts.join('\n') });
  const client = await published(desk);
  const first = await client.update(publishedAt);
  const changed = hosts.map((host, at) => (at % 200 === 7 ? `new${at}.test` : host));
  desk.put('gambling.txt', changed.join('\n'));
  expect(await desk.publish()).toBe(0);
  const second = await client.update(publishedAt);
  if (!first.ok || !second.ok) throw new Error('a feed that no client takes');
  expect(second.value.lists[0]?.hosts.toSorted()).toEqual([...new Set(changed)].sort());
  expect(second.value.bytes).toBeGreaterThan(0);
  expect(second.value.bytes).toBeLessThan(first.value.bytes / 25);
});

test('BYP-210 an entry that a client would refuse is named with its file and line', async () => {
  const lines = [
    'bet.test',
    '# ours',
    'com',
    'pk',
    'github.io',
    'google.com',
    '10.0.0.1',
    'a.test/page',
  ];
  const desk = aPublisher({ 'gambling.txt': [...lines, 'childline.org.uk'].join('\n') });
  expect(await desk.publish()).toBe(1);
  const heard = desk.heard();
  expect(heard).toMatch(/gambling\.txt:3: a name without a dot \(the first of 4 such lines\)/);
  expect(heard).toMatch(/gambling\.txt:5: github\.io: a public suffix/);
  expect(heard).toMatch(/gambling\.txt:6: google\.com: a well-known/);
  expect(heard).toMatch(/gambling\.txt:9: childline\.org\.uk: help/);
  expect(() => statSync(desk.out)).toThrow();
  expect(await desk.publish('--skip-refused')).toBe(0);
  expect(await hostsAt(createClient(desk.out, rootOf(desk.heard())))).toEqual({
    gambling: ['bet.test'],
  });
});

test('BYP-209 a list that is no list is refused, and so is a description with more than it may say', async () => {
  const page = aPublisher({ 'gambling.txt': '<!doctype html><title>Log in</title>' });
  expect(await page.publish()).toBe(1);
  expect(page.heard()).toMatch(/gambling\.txt:1: html/);
  const more = aPublisher(
    { 'gambling.txt': 'bet.test\n' },
    { lists: [{ ...aboutList, redirect: 'http://evil.test' }] },
  );
  expect(await more.publish()).toBe(1);
  expect(more.heard()).toMatch(/lists\.json: lists\.0/);
  const missing = aPublisher({}, { lists: [aboutList] });
  expect(await missing.publish()).toBe(1);
  expect(missing.heard()).toBe('gambling.txt is missing');
  const spoilt = aPublisher({ 'gambling.txt': 'bet.test\n' });
  spoilt.put('lists.json', '{"lists": [');
  expect(await spoilt.publish()).toBe(1);
  expect(spoilt.heard()).toMatch(/lists\.json is not JSON\. It may look like this:/);
});

test('without a description one is proposed', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  rmSync(join(desk.from, 'lists.json'));
  expect(await desk.publish()).toBe(1);
  const proposed = desk.heard().split('like this:\n')[1] ?? '';
  desk.put('lists.json', proposed);
  expect(await desk.publish()).toBe(0);
});

test('a list that lost a third of its hosts is not published by mistake', async () => {
  const hosts = Array.from({ length: 300 }, (_, at) => `bet${at}.test`);
  const desk = aPublisher({ 'gambling.txt': hosts.join('\n') });
  const client = await published(desk);
  desk.put('gambling.txt', hosts.slice(0, 200).join('\n'));
  expect(await desk.publish()).toBe(1);
  expect(desk.heard()).toMatch(/gambling: 200 hosts, 300 before/);
  expect(await desk.publish('--allow-shrink')).toBe(0);
  expect(await hostsAt(client)).toEqual({ gambling: hosts.slice(0, 200).sort() });
});

test('chunks of the last edition stay one edition longer, for clients that are just fetching it', async () => {
  const desk = aPublisher({ 'gambling.txt': 'a.test\n' });
  await published(desk);
  for (const [host, count] of [
    ['b', 2],
    ['c', 2],
    ['d', 2],
  ] as const) {
    desk.put('gambling.txt', `${host}.test\n`);
    expect(await desk.publish('--allow-shrink')).toBe(0);
    expect(readdirSync(join(desk.out, 'chunks'))).toHaveLength(count);
  }
});

test('well-known sites are published beside the lists, and a client takes them for no list', async () => {
  const { category: _, ...rest } = aboutList;
  const bestKnown = { ...rest, id: 'best', files: ['best.csv'] };
  const files = { 'gambling.txt': 'bet.test\n', 'best.csv': '1,news.test\n2,maps.test\n' };
  const desk = aPublisher(files, { lists: [aboutList], bestKnown });
  const read = await (await published(desk)).update(publishedAt);
  expect(read).toMatchObject({
    ok: true,
    value: {
      lists: [{ id: 'gambling', hosts: ['bet.test'] }],
      bestKnown: [
        { host: 'maps.test', rank: 1 },
        { host: 'news.test', rank: 1 },
      ],
    },
  });
});

test('a feed is checked over the web as a client would, and spoiled ones are told', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  expect(await desk.publish()).toBe(0);
  const root = rootOf(desk.heard());
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(desk.out, request.url ?? '')));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const place = `http://127.0.0.1:${port}/`;
  expect(await desk.say('--check', place, '--root', root)).toBe(0);
  expect(desk.heard()).toContain('gambling (gambling): 1 hosts');
  expect(await desk.say('--check', place)).toBe(0);
  expect(desk.heard()).toContain(root);
  expect(await desk.say('--check', place, '--root', 'A'.repeat(43))).toBe(1);
  expect(desk.heard()).toMatch(/root\.json: wrong-first-root/);
  const [chunk = ''] = readdirSync(join(desk.out, 'chunks'));
  writeFileSync(join(desk.out, 'chunks', chunk), 'spoiled');
  expect(await desk.say('--check', place, '--root', root)).toBe(1);
  expect(desk.heard()).toMatch(/chunks\/[0-9a-f]{64}\.bin: wrong-chunk/);
  server.close();
  expect(await desk.say('--check', join(desk.home, 'nothing'))).toBe(1);
  expect(await desk.say('--chekc', place)).toBe(2);
  expect(await desk.say()).toBe(2);
});
