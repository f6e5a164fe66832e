// How many pictures of a page were found unsafe by now: a hint, for this page and this worker's life.
import { hashOfName } from '@/rules/hosts/suffix-set.ts';
import { isUnsafeForAll, type Looked } from '@/rules/pictures/verdict.ts';
import { enoughUnsafe } from '@/rules/risk/evidence.ts';

import type { Sender } from '../sender.ts';

const mostTabs = 50;
type Seen = { readonly url: string; readonly hashes: Set<number> };
/** A page that outlives the worker is counted anew: what was told of it by then is kept with its risk. */
const seenCache = new Map<number, Seen>();

/** The number by now, if these have made it greater; null: nothing new, or enough was told. */
export function countUnsafe(
  { tabId, frameId, url, isInactive }: Sender,
  found: ReadonlyMap<string, Looked | null>,
): number | null {
  if (tabId === null || frameId !== 0 || isInactive) return null;
  const { hashes } = seenIn(tabId, url);
  const before = hashes.size;
  for (const [address, looked] of found) {
    if (looked === null || !isUnsafeForAll(looked) || hashes.size >= enoughUnsafe) continue;
    // Images of one film come one by one as data: together they are one picture.
    hashes.add(hashOfName(address.startsWith('data:') ? 'data:' : address));
  }
  return hashes.size > before ? hashes.size : null;
}

function seenIn(tabId: number, url: string): Seen {
  const before = seenCache.get(tabId);
  const seen = before?.url === url ? before : { url, hashes: new Set<number>() };
  seenCache.delete(tabId);
  seenCache.set(tabId, seen);
  if (seenCache.size > mostTabs) seenCache.delete(seenCache.keys().next().value ?? tabId);
  return seen;
}
