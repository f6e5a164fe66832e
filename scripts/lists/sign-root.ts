// The root of a feed: made once, and again whenever a key is exchanged or its time runs out.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { timeOf } from '../../rules/lists/feed/fields.ts';
import type { FeedRoot, Role } from '../../rules/lists/feed/schema.ts';
import { fileOf, messageOf, readRootFile } from '../../rules/lists/feed/signed.ts';
import { makeKey, readKeys, signWith, type KeyRole, type SigningKey } from './keys.ts';

export type Rotation = 'none' | 'index' | 'root' | 'both';
export type RootWish = {
  readonly out: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly now: number;
  readonly days: number;
  /** How many root keys are made, and how many of them must sign. */
  readonly rootKeys: number;
  readonly threshold: number;
};
export type RootInForce = {
  readonly root: FeedRoot;
  /** SHA-256 of the first root: what a policy names. */
  readonly feed: string;
};
/** A root that is signed and not yet written. */
export type NewRoot = RootInForce & {
  readonly text: string;
  /** To be put away once the root is written. */
  readonly retired: readonly SigningKey[];
};

const dayMs = 86_400_000;

export function readRoot(out: string): RootInForce | null {
  const path = join(out, 'root.json');
  if (!existsSync(path)) return null;
  const file = readRootFile(readFileSync(path, 'utf8'));
  if (!file.ok) throw new Error(`${path} is no root of a feed`);
  const first = readFileSync(join(out, 'root.1.json'));
  return { root: file.value.signed, feed: createHash('sha256').update(first).digest('base64url') };
}

export function firstRoot(wish: RootWish): NewRoot {
  const root = roleOf(keysOrNew(wish, 'root', wish.rootKeys), wish.threshold);
  const index = roleOf(keysOrNew(wish, 'index', 1), 1);
  const signed: FeedRoot = { ...dated(wish, 1), feed: null, root, index };
  const text = fileOf(signed, signWith(readKeys(wish.keys, 'root'), messageOf(signed)));
  const feed = createHash('sha256').update(text).digest('base64url');
  return { root: signed, feed, text, retired: [] };
}

/** The next root, signed by enough keys of the one in force and by its own. */
export function nextRoot(wish: RootWish, before: RootInForce, rotation: Rotation): NewRoot {
  const oldRoot = usable(wish.keys, 'root', before.root.root);
  const oldIndex = readKeys(wish.keys, 'index');
  const isRootNew = rotation === 'root' || rotation === 'both';
  const isIndexNew = rotation === 'index' || rotation === 'both';
  const newRoot = isRootNew ? made(wish, 'root', wish.rootKeys) : [];
  const newIndex = isIndexNew ? made(wish, 'index', 1) : [];
  const signed: FeedRoot = {
    ...dated(wish, before.root.version + 1),
    feed: before.feed,
    root: isRootNew ? roleOf(newRoot, wish.threshold) : before.root.root,
    index: isIndexNew ? roleOf(newIndex, 1) : before.root.index,
  };
  return {
    root: signed,
    feed: before.feed,
    text: fileOf(signed, signWith([...oldRoot, ...newRoot], messageOf(signed))),
    retired: [...(isRootNew ? oldRoot : []), ...(isIndexNew ? oldIndex : [])],
  };
}

/** Keys at hand that this role knows; throws if they are too few to sign. */
export function usable(folders: readonly string[], role: KeyRole, known: Role): SigningKey[] {
  const found = readKeys(folders, role).filter(({ publicKey }) => known.keys.includes(publicKey));
  if (found.length >= known.threshold) return found;
  const wanted = known.threshold === 1 ? 'an' : `${known.threshold}`;
  throw new Error(
    `${wanted} ${role} key${known.threshold === 1 ? '' : 's'} of this feed needed, ${found.length} found in ${folders.join(', ')}`,
  );
}

const roleOf = (keys: readonly SigningKey[], threshold: number): Role => ({
  keys: keys.map(({ publicKey }) => publicKey),
  threshold,
});

function keysOrNew(wish: RootWish, role: KeyRole, count: number): SigningKey[] {
  const there = readKeys(wish.keys, role);
  return there.length > 0 ? there : made(wish, role, count);
}

function made({ keys }: RootWish, role: KeyRole, count: number): SigningKey[] {
  const [folder] = keys;
  if (folder === undefined) throw new Error('A folder for the keys is needed: --keys');
  return Array.from({ length: count }, () => makeKey(folder, role));
}

const dated = ({ name, now, days }: RootWish, version: number) => ({
  type: 'saathi-lists/1 root' as const,
  name,
  version,
  created: timeOf(now),
  expires: timeOf(now + days * dayMs),
});
