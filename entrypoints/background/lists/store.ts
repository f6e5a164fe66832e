// Where the sets of hosts lie: IndexedDB, one row a set, since storage.local keeps no bytes. This is the half that every
// wake of the worker needs; rows are written by the builder alone (entrypoints/list-builder-parts/shelf.ts). What is in
// force is named by `lists` in storage.local (rules/lists/list-state.ts): a row nobody names is no list yet, or none any more.
import { createStore, getMany, type UseStore } from 'idb-keyval';

export const listStore: UseStore = createStore('saathi-lists', 'rows');

/** Hosts of a set that go into the first wall, as one text: a text is read faster than a thousand names. */
export const namesKey = (setKey: string): string => `names ${setKey}`;

/** Best-known hosts of a source ("list:ID", "feed:ID"), as one text: a host a line, most visited first. The builder reads it. */
export const bestKey = (source: string): string => `best ${source}`;

/** Sets by key. One that is not there is left out; rejects where the browser does not open the database. */
export const readSets = (keys: readonly string[]): Promise<ReadonlyMap<string, ArrayBuffer>> =>
  readRows(
    keys,
    (key) => key,
    (row) => (row instanceof ArrayBuffer ? row : null),
  );

/** Of each set (by its key, not by list), the hosts for the first wall: most visited first, all its lists together. */
export const readNames = (
  setKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> =>
  readRows(setKeys, namesKey, (row) => (typeof row === 'string' ? row.split('\n') : null));

async function readRows<T>(
  keys: readonly string[],
  rowKey: (key: string) => string,
  as: (row: unknown) => T | null,
): Promise<ReadonlyMap<string, T>> {
  // Without lists the database is not even opened.
  const rows: unknown[] = keys.length === 0 ? [] : await getMany(keys.map(rowKey), listStore);
  return new Map(
    keys.flatMap((key, index) => {
      const row = as(rows[index]);
      return row === null ? [] : [[key, row] as const];
    }),
  );
}
