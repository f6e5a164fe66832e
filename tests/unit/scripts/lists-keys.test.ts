// Keys of a feed are exchanged without losing a client.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { createClient } from '@/scripts/lists/check.ts';

import {
  aPublisher,
  hostsAt,
  published,
  publishedAt,
  rootOf,
} from '../../support/list-publisher.ts';

test('BYP-206 after a new index key, editions of the old one are nothing to a client', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  const client = await published(desk);
  expect(await desk.publish('--version', '999999999')).toBe(0);
  await client.update(publishedAt);
  const stolen = readFileSync(join(desk.out, 'index.json'));
  expect(await desk.rotate('index')).toBe(0);
  expect(desk.heard()).toContain('Edition 1000000000');
  expect(readdirSync(desk.keys).sort()).toEqual(['index-2.pem', 'retired', 'root-1.pem']);
  expect(await hostsAt(client)).toEqual({});
  const good = readFileSync(join(desk.out, 'index.json'));
  writeFileSync(join(desk.out, 'index.json'), stolen);
  expect(await hostsAt(client)).toBe('bad-signature');
  writeFileSync(join(desk.out, 'index.json'), good);
  expect(await hostsAt(client)).toEqual({});
});

test('every key can be exchanged, again and again, and old and new clients follow', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  const client = await published(desk);
  await client.update(publishedAt);
  const { feed } = JSON.parse(client.trust() ?? '') as { feed: string };
  for (const rotation of ['root', 'both', 'none', 'index']) {
    expect(await desk.rotate(rotation)).toBe(0);
    expect(await hostsAt(client)).toEqual({});
  }
  expect(readdirSync(join(desk.keys, 'retired'))).toHaveLength(4);
  expect(await hostsAt(createClient(desk.out, feed))).toEqual({ gambling: ['bet.test'] });
});

test('a root of three keepers needs two of them, from wherever their keys lie', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  expect(await desk.publish('--root-keys', '3', '--threshold', '2')).toBe(0);
  const client = createClient(desk.out, rootOf(desk.heard()));
  await client.update(publishedAt);
  const sticks = ['1', '2', '3'].map((number) => {
    const stick = join(desk.home, `stick${number}`);
    mkdirSync(stick);
    renameSync(join(desk.keys, `root-${number}.pem`), join(stick, `root-${number}.pem`));
    return stick;
  });
  expect(await desk.rotate('index', '--keys', sticks[0] ?? '')).toBe(1);
  expect(desk.heard()).toMatch(/2 root keys of this feed needed, 1 found/);
  expect(await desk.rotate('index', '--keys', sticks[0] ?? '', '--keys', sticks[2] ?? '')).toBe(0);
  expect(await hostsAt(client)).toEqual({});
});

test('what others published is not signed with keys of ours', async () => {
  const desk = aPublisher({ 'gambling.txt': 'bet.test\n' });
  await published(desk);
  rmSync(desk.keys, { recursive: true });
  expect(await desk.publish()).toBe(1);
  expect(desk.heard()).toMatch(/an index key of this feed needed, 0 found/);
});
