import 'fake-indexeddb/auto';
import { createDatabase } from '@/entrypoints/background/database/create.ts';
import type { Database } from '@/entrypoints/background/database/database.ts';

let opened = 0;

/** A database of its own. `reopen()` is what a new worker does after the old one was killed. */
export async function memoryDatabase(): Promise<{
  database: Database;
  reopen: () => Promise<Database>;
}> {
  opened += 1;
  const name = `test-${opened}`;
  const database = await createDatabase(name);
  return {
    database,
    reopen: () => {
      database.close();
      return createDatabase(name);
    },
  };
}
