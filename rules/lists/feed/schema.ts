// The two signed files of a feed, as docs/list-feed.md lays them down.
import * as z from 'zod/mini';

import { categorySchema } from '../../policy/schema.ts';
import {
  chunkHash,
  correctionsAddress,
  count,
  listId,
  pageAddress,
  plainText,
  publicKey,
  rootHash,
  signatureBytes,
  time,
  version,
} from './fields.ts';
import { chunkLimits, feedLimits, mostChunks, mostKeysOfRole, mostLists } from './limits.ts';

const isEachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

const role = z
  .strictObject({
    keys: z
      .array(publicKey)
      .check(z.minLength(1), z.maxLength(mostKeysOfRole), z.refine(isEachOnce, 'each key once')),
    /** How many of the keys must have signed. */
    threshold: z.int().check(z.minimum(1)),
  })
  .check(z.refine(({ keys, threshold }) => threshold <= keys.length, 'a threshold within reach'));

const dated = { version, created: time, expires: time };

/** Who may sign. Signed by its own root keys and, from version 2 on, by those of the root before it. */
export const rootSchema = z
  .strictObject({
    type: z.literal('saathi-lists/1 root'),
    /** SHA-256 of the first root; null in the first root itself. */
    feed: z.nullable(rootHash),
    name: plainText(80),
    ...dated,
    root: role,
    index: role,
  })
  .check(
    z.refine((root) => isEachOnce([...root.root.keys, ...root.index.keys]), 'a key of one role'),
    z.refine((root) => (root.version === 1) === (root.feed === null), 'null in version 1 alone'),
  );

export const chunkSchema = z.strictObject({
  sha256: chunkHash,
  /** Bytes as they are sent. */
  length: count(chunkLimits.mostBytes),
  /** Bytes when unpacked. */
  size: count(chunkLimits.mostSize),
  hosts: count(chunkLimits.mostHosts),
});
const chunks = z.array(chunkSchema).check(z.maxLength(mostChunks));

const facts = {
  id: listId,
  name: plainText(80),
  /** An SPDX id, or a few words. */
  licence: plainText(60),
  corrections: correctionsAddress,
  home: z.nullable(pageAddress),
  /** Hosts that remain when the removed ones are taken out. */
  hosts: count(feedLimits.mostHosts),
};
export const listSchema = z.strictObject({
  ...facts,
  category: categorySchema,
  chunks,
  /** Chunks of hosts that stand in `chunks` and are no longer meant: small updates need not send large chunks again. */
  removed: chunks,
});
/** Well-known sites, the best known in the first chunk. They close nothing and open nothing. */
export const bestKnownSchema = z.strictObject({ ...facts, chunks });

export const indexSchema = z
  .strictObject({
    type: z.literal('saathi-lists/1 index'),
    /** SHA-256 of the first root: the index of another feed is no index of this one, whoever signed it. */
    feed: rootHash,
    ...dated,
    lists: z.array(listSchema).check(z.maxLength(mostLists)),
    bestKnown: z.nullable(bestKnownSchema),
  })
  .check(
    z.refine(({ lists }) => isEachOnce(lists.map(({ id }) => id)), 'each list id once'),
    z.refine((index) => isWithinLimits(chunksOf(index)), 'a feed within its limits'),
    z.refine(({ lists, bestKnown }) => {
      const all = lists.every(
        (list) => list.hosts === hostsIn(list.chunks) - hostsIn(list.removed),
      );
      return all && (bestKnown === null || bestKnown.hosts === hostsIn(bestKnown.chunks));
    }, 'hosts: those of the chunks less the removed ones'),
    z.refine(
      ({ lists }) => lists.every(({ removed }) => hostsIn(removed) <= feedLimits.mostRemoved),
      'fewer removed hosts',
    ),
  );

/** The file itself: canonical JSON (RFC 8785) of what is signed and of the signatures over its canonical JSON. */
export const signaturesSchema = z
  .array(z.strictObject({ key: publicKey, signature: signatureBytes }))
  .check(
    z.minLength(1),
    z.maxLength(2 * mostKeysOfRole),
    z.refine((all) => isEachOnce(all.map(({ key }) => key)), 'one signature of each key'),
  );

export type FeedRoot = z.infer<typeof rootSchema>;
export type FeedIndex = z.infer<typeof indexSchema>;
export type FeedList = z.infer<typeof listSchema>;
export type Chunk = z.infer<typeof chunkSchema>;
export type Signature = z.infer<typeof signaturesSchema>[number];
export type Role = z.infer<typeof role>;

/** All chunks of an index, in its order. */
export const chunksOf = ({ lists, bestKnown }: Pick<FeedIndex, 'lists' | 'bestKnown'>): Chunk[] => [
  ...lists.flatMap((list) => [...list.chunks, ...list.removed]),
  ...(bestKnown?.chunks ?? []),
];

const hostsIn = (all: readonly Chunk[]): number => all.reduce((sum, { hosts }) => sum + hosts, 0);

const isWithinLimits = (all: readonly Chunk[]): boolean =>
  all.length <= mostChunks &&
  hostsIn(all) <= feedLimits.mostHosts &&
  all.reduce((sum, { length }) => sum + length, 0) <= feedLimits.mostBytes;
