// Makes the next edition of a feed in a folder that any web server can hand out. docs/list-feed.md tells what lies in it.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { timeOf } from '../../rules/lists/feed/fields.ts';
import {
  chunksOf,
  type Chunk,
  type FeedIndex,
  type FeedList,
} from '../../rules/lists/feed/schema.ts';
import { fileOf, messageOf, readIndexFile } from '../../rules/lists/feed/signed.ts';
import { hasShrunk } from '../../rules/lists/shrink.ts';
import { fail, ok, type Result } from '../../rules/result.ts';
import { bestKnownParts, nextParts, unpack, type Part, type Parts } from './chunks.ts';
import { retireKey, signWith } from './keys.ts';
import type { ListToPublish, ToPublish } from './read-lists.ts';
import {
  firstRoot,
  nextRoot,
  readRoot,
  usable,
  type NewRoot,
  type RootWish,
  type Rotation,
} from './sign-root.ts';

export type PublishWish = {
  readonly root: RootWish;
  /** Null: the lists of the last edition, signed anew. */
  readonly lists: ToPublish | null;
  /** Null: the root in force stays. */
  readonly rotation: Rotation | null;
  /** How long clients may go on without hearing of a newer edition. */
  readonly days: number;
  readonly allowShrink: boolean;
  /** The version must be higher than the last one; 0: the next one. */
  readonly version: number;
};
export type Published = {
  readonly version: number;
  readonly feed: string;
  readonly rootVersion: number;
  readonly expires: string;
  readonly rootExpires: string;
  readonly hosts: number;
  readonly chunks: number;
  /** Of all chunks: what a new client fetches. */
  readonly bytes: number;
  /** Of the chunks that are new: what a client with the last edition fetches. */
  readonly newBytes: number;
  readonly isFirst: boolean;
};

const dayMs = 86_400_000;

/** On failure nothing was written but new keys. */
export function publish(wish: PublishWish): Result<Published, readonly string[]> {
  const { out } = wish.root;
  const rootBefore = readRoot(out);
  const before = readIndex(out);
  const problems = wish.lists === null ? [] : shrunken(before, wish.lists, wish.allowShrink);
  if (wish.lists === null && before === null)
    problems.push('There is no edition to sign anew: --in');
  if (problems.length > 0) return fail(problems);
  const newRoot =
    rootBefore === null
      ? firstRoot(wish.root)
      : wish.rotation === null
        ? null
        : nextRoot(wish.root, rootBefore, wish.rotation);
  const inForce = newRoot ?? rootBefore;
  if (inForce === null) return fail(['There is no root']);
  const { content, parts } = contentOf(out, wish.lists, before);
  const index: FeedIndex = {
    type: 'saathi-lists/1 index',
    feed: inForce.feed,
    version: Math.max((before?.version ?? 0) + 1, wish.version),
    created: timeOf(wish.root.now),
    expires: timeOf(wish.root.now + wish.days * dayMs),
    ...content,
  };
  const retired = new Set(newRoot?.retired.map(({ publicKey }) => publicKey));
  const keys = usable(wish.root.keys, 'index', inForce.root.index).filter(
    ({ publicKey }) => !retired.has(publicKey),
  );
  const text = fileOf(index, signWith(keys, messageOf(index)));
  if (!readIndexFile(text).ok) return fail(['The lists are more than a feed may hold']);
  write({ out, newRoot, index: text, parts, keep: [index, ...(before === null ? [] : [before])] });
  const all = chunksOf(index);
  return ok({
    version: index.version,
    feed: inForce.feed,
    rootVersion: inForce.root.version,
    expires: index.expires,
    rootExpires: inForce.root.expires,
    hosts: index.lists.reduce((sum, { hosts }) => sum + hosts, 0),
    chunks: all.length,
    bytes: sumOf(all),
    newBytes: sumOf(parts.filter(({ bytes }) => bytes !== null).map(({ chunk }) => chunk)),
    isFirst: rootBefore === null,
  });
}

function readIndex(out: string): FeedIndex | null {
  const path = join(out, 'index.json');
  if (!existsSync(path)) return null;
  const file = readIndexFile(readFileSync(path, 'utf8'));
  if (!file.ok) throw new Error(`${path} is no index of a feed`);
  return file.value.signed;
}

type Content = Pick<FeedIndex, 'lists' | 'bestKnown'>;

function contentOf(
  out: string,
  wanted: ToPublish | null,
  before: FeedIndex | null,
): { readonly content: Content; readonly parts: readonly Part[] } {
  if (wanted === null) {
    return {
      content: { lists: before?.lists ?? [], bestKnown: before?.bestKnown ?? null },
      parts: [],
    };
  }
  const here = new Set(before === null ? [] : chunksOf(before).map(({ sha256 }) => sha256));
  const built = wanted.lists.map((list) => {
    const last = before?.lists.find(({ id }) => id === list.id) ?? null;
    const parts = nextParts(last === null ? null : partsIn(out, last), list.hosts);
    return { entry: entryOf(list, parts), parts: [...parts.chunks, ...parts.removed] };
  });
  const known = wanted.bestKnown;
  const knownParts = known === null ? [] : bestKnownParts(known.hosts);
  const bestKnown = known && { ...factsOf(known), chunks: knownParts.map(({ chunk }) => chunk) };
  const parts = [...built.flatMap((each) => each.parts), ...knownParts];
  return {
    content: { lists: built.map(({ entry }) => entry), bestKnown },
    // The same hosts give the same bytes: these lie there already.
    parts: parts.filter(({ chunk }) => !here.has(chunk.sha256)),
  };
}

function entryOf(list: ListToPublish, { chunks, removed }: Parts): FeedList {
  return {
    ...factsOf(list),
    category: list.category,
    chunks: chunks.map(({ chunk }) => chunk),
    removed: removed.map(({ chunk }) => chunk),
  };
}

const factsOf = ({
  id,
  name,
  licence,
  corrections,
  home,
  hosts,
}: Omit<ListToPublish, 'category'>) => ({
  id,
  name,
  licence,
  corrections,
  home: home ?? null,
  hosts: hosts.length,
});

function partsIn(out: string, { chunks, removed }: FeedList): Parts {
  const read = (chunk: Chunk): Part => unpack(chunk, readFileSync(join(out, pathOf(chunk.sha256))));
  return { chunks: chunks.map(read), removed: removed.map(read) };
}

function shrunken(before: FeedIndex | null, { lists }: ToPublish, isAllowed: boolean): string[] {
  if (isAllowed || before === null) return [];
  return before.lists.flatMap(({ id, hosts }) => {
    const now = lists.find((list) => list.id === id)?.hosts.length ?? 0;
    return hasShrunk(hosts, now)
      ? [`${id}: ${now} hosts, ${hosts} before. If that is meant, add --allow-shrink`]
      : [];
  });
}

type Writing = {
  readonly out: string;
  readonly newRoot: NewRoot | null;
  readonly index: string;
  readonly parts: readonly Part[];
  /** Their chunks stay: those of the last edition too, for clients that are just fetching it. */
  readonly keep: readonly FeedIndex[];
};

/** Chunks first and the index last, each under its name at once: whoever comes in between finds a whole edition. */
function write({ out, newRoot, index, parts, keep }: Writing): void {
  mkdirSync(join(out, 'chunks'), { recursive: true });
  for (const { chunk, bytes } of parts) {
    if (bytes !== null) writeWhole(join(out, pathOf(chunk.sha256)), bytes);
  }
  if (newRoot !== null) {
    writeWhole(join(out, `root.${newRoot.root.version}.json`), newRoot.text);
    writeWhole(join(out, 'root.json'), newRoot.text);
    for (const key of newRoot.retired) retireKey(key);
  }
  writeWhole(join(out, 'index.json'), index);
  const named = new Set(
    keep.flatMap((each) => chunksOf(each).map(({ sha256 }) => `${sha256}.bin`)),
  );
  for (const name of readdirSync(join(out, 'chunks'))) {
    if (!named.has(name)) rmSync(join(out, 'chunks', name));
  }
}

function writeWhole(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

const pathOf = (sha256: string): string => `chunks/${sha256}.bin`;

const sumOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, { length }) => sum + length, 0);
