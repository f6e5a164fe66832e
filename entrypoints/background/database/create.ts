/* oxlint-disable unicorn/no-array-reverse -- Dexie's reverse() turns a query around, not an array. */
// The database over Dexie. Built into later.js, which the worker loads only when it needs it.
import { Dexie } from 'dexie';

import type { Database, Keys, OpenDatabase } from './database.ts';
import { defineTables, type Tables } from './tables.ts';

const latestInstant = 8.64e15;
const lastDate = '9999-99-99';

export const createDatabase: OpenDatabase = async (name = 'saathi') => {
  const tables = defineTables(name);
  await tables.open();
  return {
    journal: journalOf(tables),
    requests: requestsOf(tables),
    outbox: outboxOf(tables),
    blocked: blockedOf(tables),
    days: daysOf(tables),
    secrets: secretsOf(tables),
    meta: namedOf(tables, 'meta'),
    close: () => tables.close(),
  };
};

const journalOf = ({ journal }: Tables): Database['journal'] => ({
  async add(entries) {
    await journal.bulkAdd([...entries]);
  },
  async latest(count) {
    const rows = await journal.orderBy('id').reverse().limit(count).toArray();
    return rows.map(({ at, who, change }) => ({ at, who, change }));
  },
});

const requestsOf = ({ requests }: Tables): Database['requests'] => ({
  read: async (id) => (await requests.get(id)) ?? null,
  async save(request) {
    await requests.put(request);
  },
  list: (childId) =>
    childId === undefined
      ? requests.orderBy('askedAt').reverse().toArray()
      : requests.where('childId').equals(childId).reverse().sortBy('askedAt'),
  async forgetBefore(instant) {
    await requests
      .where('askedAt')
      .below(instant)
      .and(({ state }) => state !== 'open')
      .delete();
  },
});

const outboxOf = ({ outbox }: Tables): Database['outbox'] => ({
  read: async (entryId) => (await outbox.get(entryId)) ?? null,
  async save(row) {
    await outbox.put(row);
  },
  list: () => outbox.orderBy('filedAt').toArray(),
  async remove(entryIds) {
    await outbox.bulkDelete([...entryIds]);
  },
});

const blockedOf = ({ blocked }: Tables): Database['blocked'] => ({
  async add(row) {
    await blocked.add(row);
  },
  async since(childId, instant) {
    const rows = await blocked
      .where('[childId+at]')
      .between([childId, instant], [childId, latestInstant], true, true)
      .reverse()
      .toArray();
    return rows.map(({ at, childId: child, host, reason }) => ({
      at,
      childId: child,
      host,
      reason,
    }));
  },
  async forgetBefore(instant) {
    await blocked.where('at').below(instant).delete();
  },
  async forgetChild(childId) {
    await blocked
      .where('[childId+at]')
      .between([childId, Dexie.minKey], [childId, Dexie.maxKey])
      .delete();
  },
});

const daysOf = ({ days }: Tables): Database['days'] => ({
  read: async (childId, date) => (await days.get([childId, date])) ?? null,
  async save(row) {
    await days.put(row);
  },
  between: (childId, first, last) =>
    days
      .where('[childId+date]')
      .between([childId, first], [childId, last], true, true)
      .sortBy('date'),
  async forgetBefore(date) {
    await days.where('date').below(date).delete();
  },
  async forgetChild(childId) {
    await days
      .where('[childId+date]')
      .between([childId, ''], [childId, lastDate], true, true)
      .delete();
  },
});

const namedOf = (tables: Tables, table: 'secrets' | 'meta') => ({
  read: async (name: string): Promise<unknown> => (await tables[table].get(name))?.value ?? null,
  async save(name: string, value: unknown) {
    await tables[table].put({ name, value });
  },
  async remove(name: string) {
    await tables[table].delete(name);
  },
});

const secretsOf = (tables: Tables): Database['secrets'] => ({
  ...namedOf(tables, 'secrets'),
  async keys() {
    const kept = await tables.secrets.get('keys');
    if (kept !== undefined) return kept.value as Keys;
    const made = await makeKeys();
    // "add" in one transaction: of two that start together, one wins and both use it.
    return tables.transaction('rw', tables.secrets, async () => {
      const other = await tables.secrets.get('keys');
      if (other !== undefined) return other.value as Keys;
      await tables.secrets.add({ name: 'keys', value: made });
      return made;
    });
  },
});

async function makeKeys(): Promise<Keys> {
  const sealing = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const marking = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return { sealing, marking };
}
