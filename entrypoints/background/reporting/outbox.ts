// The durable queue: entries sealed in the database, changed one after the other.
import type { OutboxEntry } from '@/rules/reporting/outbox-state.ts';

import type { Database, OutboxRow } from '../database/database.ts';
import { markOf, seal, unseal } from './seal.ts';

export type Lock = <T>(name: string, task: () => Promise<T>) => Promise<T>;

export type Outbox = {
  readonly read: (entryId: string) => Promise<OutboxEntry | null>;
  /** Oldest first. A row that can not be opened is left where it is and not listed. */
  readonly list: () => Promise<readonly OutboxEntry[]>;
  /** Durable when it answers. */
  readonly save: (entry: OutboxEntry) => Promise<void>;
  /** Reads, changes and saves as one step; null if there is no such entry. */
  readonly change: (
    entryId: string,
    next: (entry: OutboxEntry) => OutboxEntry,
  ) => Promise<OutboxEntry | null>;
  readonly remove: (entryIds: readonly string[]) => Promise<void>;
  readonly markOf: (address: string) => Promise<string>;
  /** Nothing else changes the outbox meanwhile. `save` and `remove` are for use inside; `change` is not. */
  readonly alone: <T>(task: () => Promise<T>) => Promise<T>;
};

export function createOutbox(open: () => Promise<Database>, lock: Lock): Outbox {
  const alone = <T>(task: () => Promise<T>): Promise<T> => lock('outbox', task);
  const read = async (entryId: string): Promise<OutboxEntry | null> => {
    const database = await open();
    const row = await database.outbox.read(entryId);
    return row === null ? null : opened(database, row);
  };
  const save = async (entry: OutboxEntry): Promise<void> => {
    const database = await open();
    const sealed = await seal(await database.secrets.keys(), entry);
    await database.outbox.save({ entryId: entry.entryId, filedAt: entry.filedAt, sealed });
  };
  return {
    read,
    save,
    alone,
    async list() {
      const database = await open();
      const rows = await database.outbox.list();
      const entries = await Promise.all(rows.map((row) => opened(database, row)));
      return entries.filter((entry) => entry !== null);
    },
    change: (entryId, next) =>
      alone(async () => {
        const entry = await read(entryId);
        if (entry === null) return null;
        const changed = next(entry);
        if (changed !== entry) await save(changed);
        return changed;
      }),
    async remove(entryIds) {
      await (await open()).outbox.remove(entryIds);
    },
    async markOf(address) {
      return markOf(await (await open()).secrets.keys(), address);
    },
  };
}

async function opened(database: Database, row: OutboxRow): Promise<OutboxEntry | null> {
  try {
    return (await unseal(await database.secrets.keys(), row.sealed)) as OutboxEntry;
  } catch {
    // Sealed with keys that are gone (storage partly cleared): nobody can read it any more, us included.
    return null;
  }
}
