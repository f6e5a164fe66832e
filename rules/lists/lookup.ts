// What is known about hosts: the starter list that ships, by name, and the sets of fetched lists, by hash.
import { parentsOf } from '../hosts/match.ts';
import { registrableDomain } from '../hosts/registrable-domain.ts';
import { categories, type Category } from '../policy/schema.ts';
import { createHostHashes, type HostHashes, hashesOf } from './set/hash.ts';
import type { Starter } from './starter.ts';

// Under these names of known owners anybody publishes, games and proxies included: the owner's good name says nothing.
const openHosting = new Set(['sites.google.com', 'script.google.com', 'groups.google.com']);

/** The list that ships with the extension. */
export const starterListId = 'starter';

/** The fetched hosts of one category, as rules/lists/set opens them. */
export type HostSet = {
  readonly listIds: readonly string[];
  readonly has: (hashes: HostHashes) => boolean;
  readonly listsNaming: (hashes: HostHashes) => readonly string[];
};
export type FetchedSets = {
  readonly sets: ReadonlyMap<Category, HostSet>;
  /** Whether the guardian has this list turned on: what is left of another one counts no more. */
  readonly isOn: (listId: string) => boolean;
};
const nothingFetched: FetchedSets = { sets: new Map(), isOn: () => true };

export type Lookup = {
  /** Of the host and every parent, in the order of policy/schema.ts. */
  readonly categoriesOf: (host: string) => readonly Category[];
  /** Categories that our own list gives the host: only these can open a site. A fetched list closes, it never opens. */
  readonly ownCategoriesOf: (host: string) => readonly Category[];
  /** On the list of ordinary, well-known sites, itself or by a parent of the same owner. */
  readonly isKnown: (host: string) => boolean;
  /** Ids of the lists that name the host, or a parent of it, under this category; "starter" is our own. */
  readonly listsNaming: (host: string, category: Category) => readonly string[];
  /** Hosts that our own list has under this category. */
  readonly ownHostsOf: (category: Category) => readonly string[];
  readonly knownHosts: () => readonly string[];
};

export function createLookup(starter: Starter, fetched: FetchedSets = nothingFetched): Lookup {
  const own = new Map<string, Category[]>();
  for (const category of categories) {
    for (const host of starter.categories[category]) {
      own.set(host, [...(own.get(host) ?? []), category]);
    }
  }
  const known = new Set(starter.known);
  const isKnown = (host: string): boolean =>
    known.has(host) || ownNamesOf(host).some((name) => known.has(name));
  const fetchedLists = fetchedListsIn(fetched, isKnown);
  const ownSetOf = (host: string): ReadonlySet<Category> =>
    new Set(parentsOf(host).flatMap((name) => own.get(name) ?? []));
  return {
    categoriesOf(host) {
      const named = ownSetOf(host);
      const inSet = fetchedLists(host);
      return categories.filter((category) => named.has(category) || inSet(category).length > 0);
    },
    ownCategoriesOf(host) {
      const named = ownSetOf(host);
      return categories.filter((category) => named.has(category));
    },
    listsNaming: (host, category) => [
      ...(ownSetOf(host).has(category) ? [starterListId] : []),
      ...fetchedLists(host)(category),
    ],
    isKnown,
    ownHostsOf: (category) => starter.categories[category],
    knownHosts: () => starter.known,
  };
}

const nowhere = (): readonly string[] => [];

/** By host, then by category: ids of the fetched lists that name it. A known site is none of theirs to name. */
function fetchedListsIn(
  { sets, isOn }: FetchedSets,
  isKnown: (host: string) => boolean,
): (host: string) => (category: Category) => readonly string[] {
  if (sets.size === 0) return () => nowhere;
  // One host after another is asked about, each by all sets: its hashes are made once, in the same memory.
  const hashes = createHostHashes();
  const isAllOn = new Set(
    [...sets].flatMap(([category, { listIds }]) => (listIds.every(isOn) ? [category] : [])),
  );
  return (host) => (category) => {
    const set = sets.get(category);
    if (set === undefined || !set.has(hashesOf(host, hashes))) return [];
    const naming = set.listsNaming(hashes);
    const counted = isAllOn.has(category) ? naming : naming.filter(isOn);
    return counted.length > 0 && isKnown(host) ? [] : counted;
  };
}

/** The host and its parents as far as they are one owner's: not from a page on shared hosting to the hosting itself. */
function ownNamesOf(host: string): readonly string[] {
  const names = parentsOf(host);
  const open = names.findIndex((name) => openHosting.has(name));
  const owner = registrableDomain(host) ?? host;
  return names.filter(
    (name, index) => name.length >= owner.length && (open === -1 || index <= open),
  );
}
