// What a client remembers of a feed between two updates, to know a step back from a step on.
import * as z from 'zod/mini';

import { readJson } from '../../json.ts';
import { parseWith } from '../../parse.ts';
import { categorySchema } from '../../policy/schema.ts';
import {
  correctionsAddress,
  count,
  listId,
  pageAddress,
  plainText,
  publicKey,
  rootHash,
  time,
  version,
} from './fields.ts';
import { feedLimits, mostKeysRemembered, mostLists } from './limits.ts';
import { chunksOf, rootSchema, type FeedIndex, type FeedRoot } from './schema.ts';
import type { CheckedFile } from './signed.ts';

/** The file that the highest version of a key was seen in. */
const seen = z.strictObject({ version, sha256: rootHash });

const listFactsSchema = z.strictObject({
  id: listId,
  name: plainText(80),
  category: categorySchema,
  licence: plainText(60),
  corrections: correctionsAddress,
  home: z.nullable(pageAddress),
  hosts: count(feedLimits.mostHosts),
});

export const trustSchema = z.strictObject({
  schema: z.literal('saathi-feed-trust/1'),
  /** SHA-256 of the first root, from the policy: another one is another feed, and nothing of this holds for it. */
  feed: rootHash,
  /** The root in force, and the hash of its file. */
  root: rootSchema,
  rootHash,
  /** By index key: the highest version that it signed. A key that is no longer trusted holds nobody back. */
  keys: z.array(z.strictObject({ key: publicKey, ...seen.shape })),
  /** The index in force. */
  index: z.strictObject({ ...seen.shape, created: time, expires: time }),
  /** SHA-256 over the ids and chunks of all lists: equal means that nothing need be built again; null: it must. */
  content: z.nullable(rootHash),
  lists: z.array(listFactsSchema).check(z.maxLength(mostLists)),
});

export type FeedTrust = z.infer<typeof trustSchema>;
/** What is known of a list of a feed beside its hosts. */
export type FeedListFacts = z.infer<typeof listFactsSchema>;
export type TrustedRoot = { readonly root: FeedRoot; readonly rootHash: string };

export const writeTrust = (trust: FeedTrust): string => JSON.stringify(trust);

/** Null if there is none, it is damaged, or it is of another feed: then trust begins anew at the first root. */
export function readTrust(text: string | null, feed: string): FeedTrust | null {
  if (text === null) return null;
  const parsed = parseWith(trustSchema, readJson(text));
  return parsed.ok && parsed.value.feed === feed ? parsed.value : null;
}

/** The trust after this index has been taken. Both files must have been judged. */
export function trustAfter(
  before: FeedTrust | null,
  { root, rootHash: hash }: TrustedRoot,
  { file, content }: { readonly file: CheckedFile<FeedIndex>; readonly content: string },
): FeedTrust {
  const { signed, sha256 } = file;
  const now = file.signatures.map(({ key }) => ({ key, version: signed.version, sha256 }));
  const present = new Set(now.map(({ key }) => key));
  const trusted = new Set(root.index.keys);
  const earlier = (before?.keys ?? [])
    .filter(({ key }) => !present.has(key))
    .sort((a, b) => Number(trusted.has(b.key)) - Number(trusted.has(a.key)));
  return {
    schema: 'saathi-feed-trust/1',
    feed: signed.feed,
    root,
    rootHash: hash,
    keys: [...now, ...earlier].slice(0, mostKeysRemembered),
    index: {
      version: signed.version,
      sha256,
      created: signed.created,
      expires: signed.expires,
    },
    content,
    lists: signed.lists.map(({ chunks: _chunks, removed: _removed, ...facts }) => facts),
  };
}

/** What the hash `content` of a trust is made over: the lists as they are built, without names and dates. */
export const contentOf = (index: FeedIndex): string =>
  JSON.stringify([
    ...index.lists.map(({ id, category, chunks, removed }) => [
      id,
      category,
      chunks.map(({ sha256 }) => sha256),
      removed.map(({ sha256 }) => sha256),
    ]),
    chunksOf({ lists: [], bestKnown: index.bestKnown }).map(({ sha256 }) => sha256),
  ]);
