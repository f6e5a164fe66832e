import 'fake-indexeddb/auto';
import { createDatabase } from '@/entrypoints/background/database/create.ts';
import type { Database } from '@/entrypoints/background/database/database.ts';

/** A database of its own. `reopen()` is what a new worker does after the old one was killed. */
export async function memoryDatabase(): Promise<{
  database: Database;
  reopen: () => Promise<Database>;
}> {
  const name = `test-${crypto.randomUUID()}`;
  const database = await createDatabase(name);
  return {
    database,
    reopen: () => {
      database.close();
      return createDatabase(name);
    },
  };
}
