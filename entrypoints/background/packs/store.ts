// Editions of packs that came after the extension. Read by our pages too (entrypoints/platform/packs.ts): help asks nobody.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

import { mostPackLength } from '@/rules/packs/limits.ts';

import { defineItem, type Item } from '../adapters/store.ts';
import type { World } from '../world.ts';

const country = z.string().check(z.regex(/^[A-Z]{2}$/));

const editionSchema = z.strictObject({
  /** The file as it was signed: what is believed is always this. */
  file: z.string().check(z.maxLength(mostPackLength)),
  from: z.enum(['file', 'web']),
});
/** When the publisher of a pack is to be asked next, and what the last answer was called. */
const askedSchema = z.strictObject({
  next: z.number(),
  failures: z.int(),
  etag: z.nullable(z.string().check(z.maxLength(300))),
});
const seenSchema = z.strictObject({
  version: z.int(),
  /** Whose signatures it carried: once none of them is trusted any more, it holds nobody back. */
  keys: z.array(z.string()).check(z.maxLength(8)),
});
const storedSchema = z.strictObject({
  editions: z.record(country, editionSchema),
  /** The highest version ever taken, by country: it stays when an edition goes, so that no older one comes back. */
  seen: z.record(country, seenSchema),
  asked: z.record(country, askedSchema),
});
export type StoredPacks = z.infer<typeof storedSchema>;
export type Edition = z.infer<typeof editionSchema>;

export const noPacks: StoredPacks = { editions: {}, seen: {}, asked: {} };

/** Families that move keep the packs of a few countries. */
export const mostEditions = 6;

export const storedPacks = ({ lock }: World): Item<StoredPacks> =>
  defineItem({ area: browser.storage.local, lock }, 'packs', storedSchema, { absent: noPacks });
