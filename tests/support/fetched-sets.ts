// Fetched lists as the background opens them: real sets, built from names.
import { createLookup, type HostSet, type Lookup } from '@/rules/lists/lookup.ts';
import { nameAt, restOf } from '@/rules/lists/set/hash.ts';
import { categories, type Category } from '@/rules/policy/schema.ts';

export type Listed = Partial<Record<Category, readonly string[]>>;

/** A set of these names under one list; by default the list is called after its category. */
const aSet = (names: readonly string[], listId: string): HostSet => {
  const listed = new Set(names);
  const has: HostSet['has'] = (hashes) => {
    for (let level = 0; level < restOf(hashes).levels; level += 1) {
      if (listed.has(nameAt(hashes, level))) return true;
    }
    return false;
  };
  return { listIds: [listId], has, listsNaming: (hashes) => (has(hashes) ? [listId] : []) };
};

const fetchedSets = (fetched: Listed): ReadonlyMap<Category, HostSet> =>
  new Map(
    categories.flatMap((category) => {
      const names = fetched[category];
      return names === undefined ? [] : [[category, aSet(names, `list-${category}`)] as const];
    }),
  );

/** Our own list, and fetched ones beside it. */
export const lookupWith = (
  own: Listed & { readonly known?: readonly string[] },
  fetched: Listed,
  isOn: (listId: string) => boolean = () => true,
): Lookup =>
  createLookup(
    {
      version: 1,
      known: [...(own.known ?? [])],
      categories: Object.fromEntries(
        categories.map((category) => [category, [...(own[category] ?? [])]]),
      ) as Record<Category, string[]>,
      brands: [],
      brandWords: { lures: '', softLures: '', carriers: '', neighbours: '' },
    },
    { sets: fetchedSets(fetched), isOn },
  );
