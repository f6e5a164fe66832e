// A signed feed in memory, made without the publisher's code: what tests of the client read, and spoil.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { canonicalJson, type Json } from '../../rules/canonical.ts';
import type { Chunk, FeedIndex, FeedRoot } from '../../rules/lists/feed/schema.ts';
import { createClient } from '../../scripts/lists/check.ts';

export type TestKey = { readonly id: string; readonly secret: KeyObject };
type Bytes = Uint8Array<ArrayBuffer>;

export const feedNow = Date.parse('2026-11-22T06:00:00Z');
const place = 'https://lists.school.example/saathi';

export function aKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { id: publicKey.export({ format: 'jwk' }).x ?? '', secret: privateKey };
}

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

export function signedText(signed: object, keys: readonly TestKey[]): string {
  const message = Buffer.from(canonicalJson(signed as Json));
  const signatures = keys.map(({ id, secret }) => ({
    key: id,
    signature: sign(null, message, secret).toString('base64url'),
  }));
  return canonicalJson({ signed: signed as Json, signatures });
}

const dates = { created: '2026-11-21T00:00:00Z', expires: '2026-12-05T00:00:00Z' };
const facts = {
  licence: 'CC0-1.0',
  corrections: 'mailto:lists@school.example',
  home: null,
};

export function aFeed() {
  const files = new Map<string, Bytes>();
  const rootKey = aKey();
  const indexKey = aKey();
  const rootRole = { keys: [rootKey.id], threshold: 1 };
  const indexRole = { keys: [indexKey.id], threshold: 1 };
  let feed = '';

  const root = (changes: Partial<FeedRoot> = {}): FeedRoot => ({
    type: 'saathi-lists/1 root',
    feed: changes.version === undefined || changes.version === 1 ? null : feed,
    name: 'Lists of a school',
    version: 1,
    ...dates,
    expires: '2028-11-21T00:00:00Z',
    root: rootRole,
    index: indexRole,
    ...changes,
  });
  const put = (name: string, text: string): void => void files.set(name, bytesOf(text));
  const putRoot = (changes: Partial<FeedRoot> = {}, keys = [rootKey]): void => {
    const signed = root(changes);
    const text = signedText(signed, keys);
    put(`root.${signed.version}.json`, text);
    put('root.json', text);
    if (signed.version === 1) feed = hash(bytesOf(text));
  };
  const putChunk = (text: string, claims: Partial<Chunk> = {}): Chunk => {
    const bytes = Uint8Array.from(gzipSync(text));
    const sha256 = hex(bytes);
    files.set(`chunks/${sha256}.bin`, bytes);
    const hosts = text.split('\n').length - 1;
    return { sha256, length: bytes.length, size: Buffer.byteLength(text), hosts, ...claims };
  };
  const chunkOf = (hosts: readonly string[]): Chunk =>
    putChunk(hosts.map((host) => `${host}\n`).join(''));
  const list = (
    hosts: readonly (readonly string[])[],
    changes: Partial<FeedIndex['lists'][number]> = {},
  ): FeedIndex['lists'][number] => ({
    id: 'gambling',
    name: 'Gambling',
    category: 'gambling',
    ...facts,
    hosts: hosts.flat().length,
    chunks: hosts.map(chunkOf),
    removed: [],
    ...changes,
  });
  const index = (changes: Partial<FeedIndex> = {}): FeedIndex => ({
    type: 'saathi-lists/1 index',
    feed,
    version: 1,
    ...dates,
    lists: [list([['bet.test', 'casino.test'], ['poker.test']])],
    bestKnown: null,
    ...changes,
  });
  const putIndex = (changes: Partial<FeedIndex> = {}, keys = [indexKey]): void =>
    put('index.json', signedText(index(changes), keys));

  putRoot();
  putIndex();
  return {
    files,
    rootKey,
    indexKey,
    facts,
    root,
    index,
    list,
    putRoot,
    putIndex,
    putChunk,
    chunkOf,
    feed: () => feed,
    text: (name: string): string => new TextDecoder().decode(files.get(name)),
    put,
    client: () =>
      createClient(place, feed, async (url, maxBytes) => {
        const bytes = files.get(url.slice(place.length + 1));
        if (bytes === undefined) return 'not-reachable';
        return bytes.length > maxBytes ? 'too-big' : Uint8Array.from(bytes);
      }),
  };
}

export type TestFeed = ReturnType<typeof aFeed>;
export type TestClient = ReturnType<TestFeed['client']>;

/** "taken", or why not. */
export async function outcomeOf(client: TestClient, now = feedNow): Promise<string> {
  const updated = await client.update(now);
  return updated.ok ? 'taken' : updated.failure.why;
}

/** The hosts of all lists, or why there are none. */
export async function hostsAt(
  client: TestClient,
  now = feedNow,
): Promise<Readonly<Record<string, readonly string[]>> | string> {
  const updated = await client.update(now);
  if (!updated.ok) return updated.failure.why;
  return Object.fromEntries(updated.value.lists.map(({ id, hosts }) => [id, hosts]));
}
