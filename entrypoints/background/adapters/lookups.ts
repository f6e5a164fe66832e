// What is known about hosts, for the lists that a policy names.
import { type Lookup, createLookup } from '@/rules/lists/lookup.ts';
import { feedOfList } from '@/rules/lists/plan.ts';
import type { Starter } from '@/rules/lists/starter.ts';
import type { Lists } from '@/rules/policy/schema.ts';

import type { OpenedSets } from './opened-sets.ts';

/** Rebuildable cache: a lookup is made anew when our own list, the sets or the policy's lists are other ones. */
export function createLookups(): (
  starter: Starter,
  opened: OpenedSets,
  lists: Lists | undefined,
) => Lookup {
  let lookupCache: { readonly from: readonly unknown[]; readonly lookup: Lookup } | null = null;
  return (...from) => {
    if (lookupCache?.from.every((part, index) => part === from[index]) === true) {
      return lookupCache.lookup;
    }
    const [starter, { sets }, lists] = from;
    lookupCache = { from, lookup: createLookup(starter, { sets, isOn: isOnIn(lists) }) };
    return lookupCache.lookup;
  };
}

/** Whether the policy names the list, or the feed that it is a part of. */
export function isOnIn(lists: Lists | undefined): (listId: string) => boolean {
  const ids = new Set([...(lists?.catalogue ?? []), ...(lists?.own ?? []).map(({ id }) => id)]);
  const feeds = new Set((lists?.feeds ?? []).map(({ id }) => id));
  return (listId) => {
    const feed = feedOfList(listId);
    return feed === null ? ids.has(listId) : feeds.has(feed);
  };
}
