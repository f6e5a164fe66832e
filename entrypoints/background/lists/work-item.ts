// What is being done with lists now: kept for the guardian's page, and so that a worker that wakes knows what was asked for.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

import { defineItem, type Lock } from '../adapters/store.ts';

const workSchema = z.record(
  z.string(),
  z.strictObject({
    step: z.enum(['waiting', 'downloading', 'building']),
    done: z.nullable(z.number()),
  }),
);
export type Work = z.infer<typeof workSchema>;
export type WorkItem = ReturnType<typeof createWorkItem>;

/** How often each list was begun without an end: its build may be what ends the worker. Outlives the worker and the browser. */
const begunSchema = z.record(z.string(), z.int());

const waiting = { step: 'waiting', done: null } as const;

export function createWorkItem(lock: Lock) {
  const item = defineItem({ area: browser.storage.session, lock }, 'listWork', workSchema, {
    absent: {},
  });
  const begun = defineItem({ area: browser.storage.local, lock }, 'listsBegun', begunSchema, {
    absent: {},
  });
  const without = <T>(all: Readonly<Record<string, T>>, id: string): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));
  return {
    /** How many times in a row this list was begun, this time included. */
    begin: async (id: string): Promise<number> =>
      (await begun.update((old) => ({ ...old, [id]: (old[id] ?? 0) + 1 })))[id] ?? 1,
    read: item.read,
    clear: item.clear,
    ids: async (): Promise<readonly string[]> => Object.keys(await item.read()),
    note: (ids: readonly string[]): Promise<Work> =>
      item.update((work) => ({
        ...Object.fromEntries(ids.map((id) => [id, waiting])),
        ...work,
      })),
    /**
     * Of the ids that were `seen` those that are due stay, in their order; what is in hand keeps its progress. What was
     * asked for since then stays too.
     */
    settle: (seen: ReadonlySet<string>, due: readonly string[]): Promise<Work> =>
      item.update((work) => {
        const since = Object.keys(work).filter((id) => !seen.has(id) && !due.includes(id));
        const next = Object.fromEntries([...due, ...since].map((id) => [id, work[id] ?? waiting]));
        return JSON.stringify(next) === JSON.stringify(work) ? work : next;
      }),
    say: (id: string, now: Work[string]): Promise<Work> =>
      item.update((work) => ({ ...work, [id]: now })),
    async end(id: string): Promise<void> {
      await item.update((work) => without(work, id));
      await begun.update((old) => without(old, id));
    },
  };
}
