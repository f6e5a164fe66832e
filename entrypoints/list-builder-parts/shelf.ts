// The rows of the list store as the builder writes them (entrypoints/background/lists/store.ts reads). A set is written
// under a key that nobody names yet; only when the background has named it in storage.local is it in force.
import { delMany, get, keys, setMany } from 'idb-keyval';

import { bestKey, listStore, namesKey } from '@/entrypoints/background/lists/store.ts';

/** Of one list in a set: its most visited hosts with their order (rules: first-names.ts), to join with those of others. */
export type Part = { readonly hosts: readonly string[]; readonly scores: readonly number[] };
export type Parts = Readonly<Record<string, Part>>;
export type NewSet = {
  readonly key: string;
  readonly set: ArrayBuffer;
  readonly names: readonly string[];
  readonly parts: Parts;
};

const partsKey = (setKey: string): string => `parts ${setKey}`;
const stagedKey = (source: string, rest: string): string => `staged ${source} ${rest}`;
const keptKey = (source: string, name: string): string => `kept ${source} ${name}`;

export const readParts = async (setKey: string): Promise<Parts> =>
  (await get<Parts>(partsKey(setKey), listStore)) ?? {};

/** All or none. */
export async function writeSets(sets: readonly NewSet[]): Promise<void> {
  const written = sets.flatMap(({ key, set, names, parts }): [string, unknown][] => [
    [key, set],
    [namesKey(key), names.join('\n')],
    [partsKey(key), parts],
  ]);
  try {
    await setMany(written, listStore);
  } catch (error) {
    // A row that is refused before it is stored does not take back those before it.
    const refused = written.map(([key]) => key);
    await delMany(refused, listStore).catch(() => undefined); // swept later: nobody names them
    throw error;
  }
}

/**
 * The best-known hosts of every source but this one, a line each, most visited first; '' without any. Those of feeds come
 * before those of the world: they are a country's or a school's own.
 */
export async function readBest(apartFrom: string): Promise<string> {
  const named = (await keys<string>(listStore)).filter(
    (row) => row.startsWith(bestKey('')) && row !== bestKey(apartFrom),
  );
  const texts = await Promise.all(named.toSorted().map((row) => get<string>(row, listStore)));
  return texts.join('\n');
}

/** In place of those that the source had; '': it has none any more. Closes and opens nothing, so it needs no switch. */
export const writeBest = (source: string, best: string): Promise<void> =>
  best === ''
    ? delMany([bestKey(source)], listStore)
    : setMany([[bestKey(source), best]], listStore);

/** Removes what no list in force and no source that is wanted has to do with. */
export async function sweep(inForce: {
  readonly sets: readonly string[];
  readonly sources: readonly string[];
}): Promise<void> {
  const named = new Set(
    inForce.sets.flatMap((key) => [key, namesKey(key), partsKey(key)] as const),
  );
  const sources = new Set(inForce.sources);
  const ofSource = /^(?:staged|kept|best) (\S+)/;
  await removeRows((row) => {
    const source = ofSource.exec(row)?.[1];
    return source === undefined ? !named.has(row) : !sources.has(source);
  });
}

async function removeRows(isOld: (row: string) => boolean): Promise<void> {
  const old = (await keys<string>(listStore)).filter(isOld);
  if (old.length > 0) await delMany(old, listStore);
}

/** A download that has not ended, or has ended and waits to be read. */
export type Staged = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bytes: number;
  readonly pieces: number;
  readonly isComplete: boolean;
  readonly at: number;
};

/** Staging rows of one file of one source. */
export function stagingOf(source: string, url: string) {
  const row = stagedKey(source, url);
  const pieceRow = (index: number): string => `${row} ${index}`;
  return {
    read: async (): Promise<Staged | null> => (await get<Staged>(row, listStore)) ?? null,
    /** What is staged and the pieces it grew by, in one write. */
    grow: (staged: Staged, piece: Uint8Array<ArrayBuffer> | null): Promise<void> =>
      setMany(
        [
          [row, staged],
          ...(piece === null ? [] : [[pieceRow(staged.pieces - 1), piece] as const]),
        ] as [string, unknown][],
        listStore,
      ),
    async *pieces({ pieces }: Staged): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (let index = 0; index < pieces; index += 1) {
        const piece = await get<Uint8Array<ArrayBuffer>>(pieceRow(index), listStore);
        if (piece === undefined) throw new Error('A staged piece is gone');
        yield piece;
      }
    },
    clear: (): Promise<void> => removeRows((key) => key === row || key.startsWith(`${row} `)),
  };
}

export const clearStaging = (source: string): Promise<void> =>
  removeRows((row) => row.startsWith(stagedKey(source, '')));

/** Files of one source that outlive an update. */
export function keptOf(source: string) {
  const prefix = keptKey(source, '');
  return {
    names: async (): Promise<readonly string[]> =>
      (await keys<string>(listStore))
        .filter((row) => row.startsWith(prefix))
        .map((row) => row.slice(prefix.length)),
    read: async (name: string): Promise<Uint8Array<ArrayBuffer> | null> =>
      (await get<Uint8Array<ArrayBuffer>>(keptKey(source, name), listStore)) ?? null,
    write: (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
      setMany([[keptKey(source, name), bytes]], listStore),
    remove: (names: readonly string[]): Promise<void> =>
      delMany(
        names.map((name) => keptKey(source, name)),
        listStore,
      ),
  };
}
