// What the background and the builder say to each other. Each parses what it hears: the road between them leads through
// a document of its own in Chromium, and a message that is not of this shape is a bug or somebody else's.
import * as z from 'zod/mini';

import { listProblems } from '@/rules/lists/list-state.ts';
import { categorySchema } from '@/rules/policy/schema.ts';

/** Name of the Port in Chromium. */
export const builderPort = 'list-builder';

const text = (max: number) => z.string().check(z.maxLength(max));
const edition = {
  etag: z.nullable(text(300)),
  lastModified: z.nullable(text(100)),
};
const hostNames = z.array(text(253)).check(z.maxLength(100_000));
/** Keys of the sets in force, by category. */
const setKeys = z.record(z.string(), text(80));

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    id: text(40),
    url: text(500),
    category: z.nullable(categorySchema),
  }),
  z.strictObject({
    kind: z.literal('feed'),
    id: text(40),
    url: text(500),
    root: text(60),
    trust: z.nullable(text(100_000)),
  }),
]);

export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('update'),
    source: sourceSchema,
    /** The edition in force; null: it is wanted in any case. */
    known: z.nullable(z.strictObject(edition)),
    /** Bytes to draw the progress by where the server does not say them. */
    expectedBytes: z.nullable(z.number()),
    /** Lists of this source in force, and how many hosts each has. */
    had: z.record(
      z.string(),
      z.strictObject({ category: z.nullable(categorySchema), hosts: z.int() }),
    ),
    sets: setKeys,
    /** Ends the keys of the sets that are made. */
    tag: text(40),
    /** Hosts that no list may close, whatever it says: rules/lists/refusal.ts. */
    protect: z.strictObject({ help: hostNames, known: hostNames, needed: hostNames }),
  }),
  z.strictObject({
    kind: z.literal('remove'),
    /** Category by list. */
    lists: z.record(z.string(), categorySchema),
    sets: setKeys,
    tag: text(40),
  }),
  z.strictObject({ kind: z.literal('sweep'), sets: z.array(text(80)), sources: z.array(text(90)) }),
]);

const builtSchema = z.strictObject({
  kind: z.literal('new'),
  ...edition,
  bytes: z.number(),
  trust: z.nullable(text(100_000)),
  version: z.nullable(z.int()),
  expiresAt: z.nullable(z.number()),
  /** By category: the key of the new set, or null where no list is left. */
  sets: z.record(z.string(), z.nullable(text(80))),
  lists: z.record(
    z.string(),
    z.strictObject({
      category: z.nullable(categorySchema),
      hosts: z.int(),
      refused: z.int(),
    }),
  ),
});
const unchangedSchema = z.strictObject({
  kind: z.literal('unchanged'),
  ...edition,
  bytes: z.number(),
  trust: z.nullable(text(100_000)),
  version: z.nullable(z.int()),
  expiresAt: z.nullable(z.number()),
});

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('progress'),
    step: z.enum(['downloading', 'building']),
    done: z.nullable(z.number()),
  }),
  z.strictObject({
    kind: z.literal('updated'),
    outcome: z.discriminatedUnion('kind', [builtSchema, unchangedSchema]),
  }),
  z.strictObject({ kind: z.literal('removed'), sets: z.record(z.string(), z.nullable(text(80))) }),
  z.strictObject({ kind: z.literal('swept') }),
  z.strictObject({ kind: z.literal('failed'), problem: z.enum(listProblems) }),
]);

export type Command = z.infer<typeof commandSchema>;
export type UpdateCommand = Extract<Command, { kind: 'update' }>;
export type RemoveCommand = Extract<Command, { kind: 'remove' }>;
export type BuilderEvent = z.infer<typeof eventSchema>;
export type Updated = Extract<BuilderEvent, { kind: 'updated' }>['outcome'];
export type Built = z.infer<typeof builtSchema>;
