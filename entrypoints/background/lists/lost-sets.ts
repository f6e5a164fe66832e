import { keys } from 'idb-keyval';

import { listStore } from './store.ts';

/** Those of the keys that the list store has no row for. Reads no row: a set can have ten megabytes. */
export async function lostSets(named: readonly string[]): Promise<readonly string[]> {
  const present = new Set(await keys<string>(listStore));
  return named.filter((key) => !present.has(key));
}
