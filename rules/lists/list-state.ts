// What is known of each list that is turned on: kept in storage.local, written by the background alone.
import * as z from 'zod/mini';

import { categorySchema } from '../policy/schema.ts';

/** Why the last update did not happen. The list that was there before stays. */
export const listProblems = [
  'offline',
  'not-reachable',
  'not-a-list',
  'too-big',
  'shrunken',
  'no-room',
  'bad-signature',
  'expired',
  'rolled-back',
  'broken',
] as const;

const text = (max: number) => z.string().check(z.maxLength(max));

export const listStateSchema = z.strictObject({
  /** null: best-known sites, which close nothing. */
  category: z.nullable(categorySchema),
  /** Address it was fetched from: another address is another list. */
  url: text(500),
  /** Hosts in the set that is in force; 0: none yet. */
  hosts: z.int(),
  /** Bytes the update took on the wire. */
  bytes: z.int(),
  /** Lines that were no host, or a host no list may close (rules/lists/refusal.ts). */
  refused: z.int(),
  etag: z.nullable(text(300)),
  lastModified: z.nullable(text(100)),
  /** Instant of the set in force; null: none yet. */
  updatedAt: z.nullable(z.number()),
  /** Instant of the last try, and how many in a row failed. */
  checkedAt: z.nullable(z.number()),
  failures: z.int(),
  problem: z.nullable(z.enum(listProblems)),
});
/** A signed feed: its lists stand in `lists` under "feed.list". */
export const feedStateSchema = z.strictObject({
  url: text(500),
  /** Of the first root.json, as in the policy: another one is another feed. */
  root: text(60),
  /** Version and end of validity of the index in force; null: none yet. */
  version: z.nullable(z.int()),
  expiresAt: z.nullable(z.number()),
  bytes: z.int(),
  updatedAt: z.nullable(z.number()),
  checkedAt: z.nullable(z.number()),
  failures: z.int(),
  problem: z.nullable(z.enum(listProblems)),
  /** What the feed's own rules remember (rules/lists/feed): written with the sets, read by nobody else. */
  trust: z.nullable(text(100_000)),
});
export const listStatesSchema = z.strictObject({
  /** Grows with every switch of sets: rules and caches made from another generation are stale. */
  generation: z.int(),
  /** Key of the set in force in the list store, by category. */
  sets: z.record(z.string(), text(80)),
  lists: z.record(z.string(), listStateSchema),
  feeds: z.record(z.string(), feedStateSchema),
});

export type ListProblem = (typeof listProblems)[number];
export type ListState = z.infer<typeof listStateSchema>;
export type FeedState = z.infer<typeof feedStateSchema>;
export type ListStates = z.infer<typeof listStatesSchema>;
export const noListStates: ListStates = { generation: 0, sets: {}, lists: {}, feeds: {} };
