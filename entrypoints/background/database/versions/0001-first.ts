// Frozen with the first release. It imports nothing of ours: live code moves on, a version does not.
import type { Dexie } from 'dexie';

export const version1 = (database: Dexie): void => {
  database.version(1).stores({
    journal: '++id, at',
    requests: 'id, childId, askedAt',
    outbox: 'entryId, filedAt',
    blocked: '++id, at, [childId+at]',
    days: '[childId+date], date',
    secrets: 'name',
    meta: 'name',
  });
};
