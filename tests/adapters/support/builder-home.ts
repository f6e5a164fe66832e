// The builder's work without its thread, over a list store in memory.
import 'fake-indexeddb/auto';
import { clear, keys } from 'idb-keyval';

import { listStore, readNames, readSets } from '@/entrypoints/background/lists/store.ts';
import { download } from '@/entrypoints/background/network.ts';
import type {
  Built,
  BuilderEvent,
  Command,
  UpdateCommand,
} from '@/entrypoints/list-builder-parts/protocol.ts';
import { work } from '@/entrypoints/list-builder-parts/work.ts';
import { openCategory } from '@/rules/lists/set/category.ts';
import { hashesOf } from '@/rules/lists/set/hash.ts';

export const emptyShelf = (): Promise<void> => clear(listStore);
export const rows = (): Promise<string[]> => keys<string>(listStore);

export function aBuilder(more: { readonly waitMs?: number } = {}) {
  const clock = { now: 1_000_000 };
  const told: BuilderEvent[] = [];
  const signal = { stop: null as AbortController | null };
  return {
    clock,
    told,
    signal,
    does: (command: Command): Promise<BuilderEvent> =>
      work(command, {
        download: (url, request) =>
          download(url, {
            ...request,
            ...more,
            ...(signal.stop === null ? {} : { signal: signal.stop.signal }),
          }),
        now: () => (clock.now += 1000),
        tell: (event) => void told.push(event),
      }),
  };
}

let tags = 0;
export const anUpdate = (url: string, more: Partial<UpdateCommand> = {}): UpdateCommand => ({
  kind: 'update',
  source: { kind: 'list', id: 'test-list', url, category: 'adult' },
  known: null,
  expectedBytes: null,
  had: {},
  sets: {},
  tag: `t${(tags += 1)}`,
  protect: { help: [], known: [], needed: [] },
  ...more,
});

/** What was built; a failure fails the test. */
export function builtIn(event: BuilderEvent): Built {
  if (event.kind !== 'updated' || event.outcome.kind !== 'new') {
    throw new Error(`not built: ${JSON.stringify(event)}`);
  }
  return event.outcome;
}

export const inForce = (sets: Built['sets']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sets).flatMap(([name, key]) => (key === null ? [] : [[name, key]])),
  );

/** Ids of the lists that name a host, in the set of this key. */
export async function listsNaming(key: string, host: string): Promise<readonly string[]> {
  const row = (await readSets([key])).get(key);
  if (row === undefined) throw new Error(`no set ${key}`);
  const set = openCategory(row);
  if (!set.ok) throw new Error(`set ${key}: ${set.failure}`);
  return set.value.listsNaming(hashesOf(host));
}

export const namesIn = async (key: string): Promise<readonly string[]> =>
  (await readNames([key])).get(key) ?? [];

/** Lines of a list. */
export const hostsNamed = (count: number, word = 'host'): string =>
  Array.from({ length: count }, (_, index) => `${word}-${index}.example.com\n`).join('');
