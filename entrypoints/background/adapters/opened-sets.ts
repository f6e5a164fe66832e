// The sets of fetched lists that storage.local names, read from the list store and opened: once a wake and generation.
// No failure here may keep a verdict waiting or make it fail: without its set a category is what our own list says of it.
import type { ListStates } from '@/rules/lists/list-state.ts';
import { type CategorySet, openCategory } from '@/rules/lists/set/category.ts';
import { type Category, categories } from '@/rules/policy/schema.ts';

/** "unreadable": the browser does not open the database; "gone": it has no such row; "damaged": the row is no set. */
export type Lost = {
  readonly category: Category;
  readonly key: string;
  readonly why: 'unreadable' | 'gone' | 'damaged';
};
export type OpenedSets = {
  readonly generation: number;
  /** Key in the list store, for the names of the first wall. */
  readonly keys: ReadonlyMap<Category, string>;
  readonly sets: ReadonlyMap<Category, CategorySet>;
  readonly lost: readonly Lost[];
};

type Needs = {
  readonly states: () => Promise<Pick<ListStates, 'generation' | 'sets'>>;
  readonly readSets: (keys: readonly string[]) => Promise<ReadonlyMap<string, ArrayBuffer>>;
  readonly now: () => number;
  /** null after so many milliseconds. */
  readonly after: (ms: number) => Promise<null>;
};

/** A database that did not open is asked again after this long: at each verdict would be too often. */
const againAfterMs = 10_000;
/** Five million hosts are read in a twentieth of a second: a database that takes this long does not open. */
const patienceMs = 4000;

export function createOpenedSets(needs: Needs): () => Promise<OpenedSets> {
  const none: OpenedSets = { generation: 0, keys: new Map(), sets: new Map(), lost: [] };
  let openedCache = { mark: '', until: Infinity, opened: Promise.resolve(none) };
  return async () => {
    const { generation, sets } = await needs.states();
    const mark = JSON.stringify([generation, sets]);
    const cached = openedCache;
    if (cached.mark === mark && needs.now() <= cached.until) return cached.opened;
    const opening = { mark, until: Infinity, opened: openAll(generation, keysOf(sets), needs) };
    openedCache = opening;
    const opened = await opening.opened;
    if (opened.lost.some(({ why }) => why === 'unreadable')) {
      opening.until = needs.now() + againAfterMs;
    }
    return opened;
  };
}

const keysOf = (sets: ListStates['sets']): ReadonlyMap<Category, string> =>
  new Map(
    categories.flatMap((category) => {
      const key = Object.hasOwn(sets, category) ? sets[category] : undefined;
      return key === undefined ? [] : [[category, key] as const];
    }),
  );

async function openAll(
  generation: number,
  keys: ReadonlyMap<Category, string>,
  { readSets, after }: Needs,
): Promise<OpenedSets> {
  const named = [...keys.values()];
  const rows =
    named.length === 0
      ? null
      : await Promise.race([readSets(named).catch(() => null), after(patienceMs)]);
  const sets = new Map<Category, CategorySet>();
  const lost: Lost[] = [];
  for (const [category, key] of keys) {
    const row = rows?.get(key);
    const opened = row === undefined ? null : openCategory(row);
    if (opened?.ok === true) sets.set(category, opened.value);
    else lost.push({ category, key, why: whyLost(rows, opened) });
  }
  return { generation, keys, sets, lost };
}

function whyLost(rows: unknown, opened: unknown): Lost['why'] {
  if (rows === null) return 'unreadable';
  return opened === null ? 'gone' : 'damaged';
}
