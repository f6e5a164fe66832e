// Which names of fetched lists the first wall holds. Millions would stop the browser for seconds at each update (docs/
// benchmarks.md), so those go in that children are most likely to meet; the second wall answers for the rest.
import { parentsOf } from '../hosts/match.ts';
import type { Lookup } from '../lists/lookup.ts';
import type { Category } from '../policy/schema.ts';

/** By category: hosts in canonical form, most visited first. */
export type NamesByCategory = ReadonlyMap<Category, readonly string[]>;

/** A category is closed by the family's choice, or by time alone: above what a guardian allows, and only for a while. */
export type Closure = 'filter' | 'time';

export type FirstWallInput = {
  /** How each category is closed now; of the others nothing is taken. */
  readonly closures: ReadonlyMap<Category, Closure>;
  readonly offered: NamesByCategory;
  /** How many names in all. */
  readonly room: number;
  readonly lookup: Pick<Lookup, 'isKnown' | 'knownHosts' | 'ownHostsOf'>;
};

/**
 * The most visited names of each category in turn, so that a long list leaves room for a short one. A name under another
 * one is left out, for its parent closes it too; so is a name that would close a well-known site with itself.
 */
export function chooseNames(input: FirstWallInput): NamesByCategory {
  const { taken, covering } = takeInTurn(input);
  const chosen = new Map<Category, string[]>();
  for (const { name, category, closure } of taken) {
    // Its parent came later.
    if (someParent(name, (parent) => covering[closure].has(parent))) continue;
    const list = chosen.get(category);
    if (list === undefined) chosen.set(category, [name]);
    else list.push(name);
  }
  return chosen;
}

type Taken = { readonly name: string; readonly category: Category; readonly closure: Closure };
type Covering = Readonly<Record<Closure, Set<string>>>;

function takeInTurn({ closures, offered, room, lookup }: FirstWallInput): {
  readonly taken: readonly Taken[];
  readonly covering: Covering;
} {
  const taken: Taken[] = [];
  const covering = coveredByOurs(closures, lookup);
  const isSpared = sparing(lookup);
  let waiting = [...closures].map(([category, closure]) => ({
    category,
    closure,
    names: offered.get(category) ?? [],
    next: 0,
  }));
  while (waiting.length > 0 && taken.length < room) {
    for (const each of waiting) {
      const { names, category, closure } = each;
      const isCovered = (name: string): boolean => covering[closure].has(name);
      const isOut = (name: string): boolean =>
        isCovered(name) || someParent(name, isCovered) || isSpared(name);
      while (each.next < names.length && isOut(names[each.next] ?? '')) each.next += 1;
      const name = names[each.next];
      if (name === undefined || taken.length >= room) continue;
      covering[closure].add(name);
      taken.push({ name, category, closure });
    }
    waiting = waiting.filter(({ names, next }) => next < names.length);
  }
  return { taken, covering };
}

/** Hosts that our own list closes by name already. */
function coveredByOurs(
  closures: FirstWallInput['closures'],
  { ownHostsOf }: FirstWallInput['lookup'],
): Covering {
  const by = (wanted: Closure): Set<string> =>
    new Set(
      [...closures].flatMap(([category, closure]) =>
        closure === wanted ? ownHostsOf(category) : [],
      ),
    );
  return { filter: by('filter'), time: by('time') };
}

function sparing({ knownHosts, isKnown }: FirstWallInput['lookup']): (name: string) => boolean {
  const known = new Set(knownHosts());
  const aroundKnown = new Set(knownHosts().flatMap(parentsOf));
  // Asking every name for its owner would take half a second: most are nowhere near a known site.
  return (name) =>
    !name.includes('.') ||
    aroundKnown.has(name) ||
    (someParent(name, (parent) => known.has(parent)) && isKnown(name));
}

/** Whether a parent of the name fits. A single label closes no site, and no set knows one. */
function someParent(name: string, fits: (parent: string) => boolean): boolean {
  const last = name.lastIndexOf('.');
  for (let dot = name.indexOf('.'); dot < last; dot = name.indexOf('.', dot + 1)) {
    if (fits(name.slice(dot + 1))) return true;
  }
  return false;
}
