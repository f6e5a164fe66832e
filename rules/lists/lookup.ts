// What is known about hosts. An interface, so that subscribed lists can stand in for the starter list.
import { parentsOf } from '../hosts/match.ts';
import { registrableDomain } from '../hosts/registrable-domain.ts';
import { categories, type Category } from '../policy/schema.ts';
import type { Starter } from './starter.ts';

// Under these names of known owners anybody publishes, games and proxies included: the owner's good name says nothing.
const openHosting = new Set(['sites.google.com', 'script.google.com', 'groups.google.com']);

/** The list that ships with the extension. */
export const starterListId = 'starter';

export type Lookup = {
  /** Of the host and every parent, in the order of policy/schema.ts. */
  readonly categoriesOf: (host: string) => readonly Category[];
  /** On the list of ordinary, well-known sites, itself or by a parent of the same owner. */
  readonly isKnown: (host: string) => boolean;
  /** Hosts under this category by name, for the first wall: our own, then those of the lists, most visited first. */
  readonly hostsOf: (category: Category) => readonly string[];
  /** Ids of the lists that name the host, or a parent of it, under this category; "starter" is our own. */
  readonly listsNaming: (host: string, category: Category) => readonly string[];
  /** Categories that our own list gives the host: only these can open a site. A fetched list closes, it never opens. */
  readonly ownCategoriesOf: (host: string) => readonly Category[];
  readonly knownHosts: () => readonly string[];
};

export function createLookup(starter: Starter): Lookup {
  const ownCategoriesOf = (host: string): readonly Category[] => {
    const found = new Set(parentsOf(host).flatMap((name) => listed.get(name) ?? []));
    return categories.filter((category) => found.has(category));
  };
  const known = new Set(starter.known);
  const listed = new Map<string, Category[]>();
  for (const category of categories) {
    for (const host of starter.categories[category]) {
      listed.set(host, [...(listed.get(host) ?? []), category]);
    }
  }
  return {
    categoriesOf: ownCategoriesOf,
    ownCategoriesOf,
    listsNaming: (host, category) =>
      ownCategoriesOf(host).includes(category) ? [starterListId] : [],
    isKnown: (host) => known.has(host) || ownNamesOf(host).some((name) => known.has(name)),
    hostsOf: (category) => starter.categories[category],
    knownHosts: () => starter.known,
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
