import { expect, test } from 'vitest';

import type { ChildRequest } from '@/rules/overrides/request.ts';

import { memoryDatabase } from './support/memory-database.ts';

const journalEntry = (at: number) => ({
  at,
  who: 'guardian' as const,
  change: { childId: null, key: 'changeCategory', values: {}, weakens: true },
});
const request = (
  id: string,
  askedAt: number,
  changed: Partial<ChildRequest> = {},
): ChildRequest => ({
  id,
  childId: 'amina',
  askedAt,
  askedOn: '2026-11-20',
  host: 'games.test',
  url: 'https://games.test/',
  reason: { kind: 'unknown' },
  why: 'game',
  words: '',
  state: 'open',
  answeredAt: null,
  answer: null,
  refusal: null,
  expiresAt: null,
  ...changed,
});

test('the journal gives the newest first, across workers', async () => {
  const { database, reopen } = await memoryDatabase();
  await database.journal.add([journalEntry(1), journalEntry(2)]);
  await database.journal.add([journalEntry(3)]);
  const again = await reopen();
  expect((await again.journal.latest(2)).map(({ at }) => at)).toEqual([3, 2]);
  expect(await again.journal.latest(1)).toEqual([journalEntry(3)]);
});

test('requests are listed newest first, of one child or of all; open ones are never forgotten', async () => {
  const { database } = await memoryDatabase();
  await database.requests.save(request('a', 1));
  await database.requests.save(request('b', 2, { childId: 'bilal', state: 'allowed' }));
  await database.requests.save(request('c', 3));
  expect((await database.requests.list()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect((await database.requests.list('amina')).map(({ id }) => id)).toEqual(['c', 'a']);
  await database.requests.save(request('a', 1, { state: 'refused', refusal: 'too-old' }));
  expect(await database.requests.read('a')).toMatchObject({ state: 'refused' });
  await database.requests.forgetBefore(3);
  expect((await database.requests.list()).map(({ id }) => id)).toEqual(['c']);
  expect(await database.requests.read('a')).toBeNull();
});

test('the blocked list is kept by child and forgotten by time', async () => {
  const { database } = await memoryDatabase();
  const row = (at: number, childId = 'amina') => ({
    at,
    childId,
    host: `h${at}.test`,
    reason: { kind: 'unknown' } as const,
  });
  for (const at of [1, 2, 3]) await database.blocked.add(row(at));
  await database.blocked.add(row(4, 'bilal'));
  expect(await database.blocked.since('amina', 2)).toEqual([row(3), row(2)]);
  await database.blocked.forgetBefore(3);
  expect(await database.blocked.since('amina', 0)).toEqual([row(3)]);
  await database.blocked.forgetChild('amina');
  expect(await database.blocked.since('amina', 0)).toEqual([]);
  expect(await database.blocked.since('bilal', 0)).toHaveLength(1);
});

test('days are one row per child and date', async () => {
  const { database } = await memoryDatabase();
  const row = (date: string, blockedCount: number, childId = 'amina') => ({
    childId,
    date,
    usage: { totalSeconds: 60 },
    blockedCount,
  });
  await database.days.save(row('2026-11-20', 1));
  await database.days.save(row('2026-11-20', 2));
  await database.days.save(row('2026-11-21', 3));
  await database.days.save(row('2026-11-21', 9, 'bilal'));
  expect(await database.days.read('amina', '2026-11-20')).toEqual(row('2026-11-20', 2));
  expect(await database.days.read('amina', '2026-11-01')).toBeNull();
  expect(
    (await database.days.between('amina', '2026-11-20', '2026-11-21')).map(
      (day) => day.blockedCount,
    ),
  ).toEqual([2, 3]);
  await database.days.forgetBefore('2026-11-21');
  await database.days.forgetChild('bilal');
  expect(await database.days.between('amina', '2026-01-01', '2026-12-31')).toHaveLength(1);
  expect(await database.days.read('bilal', '2026-11-21')).toBeNull();
});

test('secrets and notes are read back as they were saved', async () => {
  const { database, reopen } = await memoryDatabase();
  expect(await database.secrets.read('guardian')).toBeNull();
  await database.secrets.save('guardian', { verifier: 'v', salt: 's' });
  await database.meta.save('policy', { revision: 3 });
  const again = await reopen();
  expect(await again.secrets.read('guardian')).toEqual({ verifier: 'v', salt: 's' });
  expect(await again.meta.read('policy')).toEqual({ revision: 3 });
  await again.secrets.remove('guardian');
  expect(await again.secrets.read('guardian')).toBeNull();
});

test('the keys are made once, stay, and can not be taken out', async () => {
  const { database, reopen } = await memoryDatabase();
  const [first, second] = await Promise.all([database.secrets.keys(), database.secrets.keys()]);
  const sign = async (key: CryptoKey) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array([1])));
  expect(await sign(first.marking)).toEqual(await sign(second.marking));
  const later = await (await reopen()).secrets.keys();
  expect(await sign(later.marking)).toEqual(await sign(first.marking));
  await expect(crypto.subtle.exportKey('raw', later.sealing)).rejects.toThrow();
});
