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

const waiting = { step: 'waiting', done: null } as const;

export function createWorkItem(lock: Lock) {
  const item = defineItem({ area: browser.storage.session, lock }, 'listWork', workSchema, {
    absent: {},
  });
  return {
    read: item.read,
    clear: item.clear,
    ids: async (): Promise<readonly string[]> => Object.keys(await item.read()),
    note: (ids: readonly string[]): Promise<Work> =>
      item.update((work) => ({
        ...Object.fromEntries(ids.map((id) => [id, waiting])),
        ...work,
      })),
    /** Those that are due, in their order; what is in hand keeps its progress. */
    async keepOnly(ids: readonly string[]): Promise<void> {
      const work = await item.read();
      const next = Object.fromEntries(ids.map((id) => [id, work[id] ?? waiting]));
      if (JSON.stringify(next) !== JSON.stringify(work)) await item.write(next);
    },
    say: (id: string, now: Work[string]): Promise<Work> =>
      item.update((work) => ({ ...work, [id]: now })),
    end: (id: string): Promise<Work> =>
      item.update((work) => Object.fromEntries(Object.entries(work).filter(([key]) => key !== id))),
  };
}
