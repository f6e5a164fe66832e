import { describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';

import { aStorage, called, family, safest } from './support/policy-storage.ts';

const bandOf = ({ policy }: { policy: Policy | null }) => policy?.children[0]?.ageBand;

describe('a family’s own policy', () => {
  test('there is none before set-up, and that is no problem', async () => {
    expect(await aStorage().worker().current()).toEqual({
      source: 'none',
      policy: null,
      revision: 0,
      problems: [],
      managedSecret: null,
    });
  });

  test('is in force for every later worker once it is saved', async () => {
    const storage = aStorage();
    expect(await storage.worker().save(family, 0)).toBe(true);
    expect(await storage.worker().current()).toMatchObject({
      source: 'local',
      policy: family,
      revision: 1,
      problems: [],
    });
  });

  test('BYP-094 a save over an older revision is refused and changes nothing', async () => {
    const storage = aStorage();
    const [mother, father] = [storage.worker(), storage.worker()];
    await mother.save(family, 0);
    expect(await mother.save(called('Zara by mother'), 1)).toBe(true);
    expect(await father.save(called('Zara by father'), 1)).toBe(false);
    expect((await storage.worker().current()).policy).toEqual(called('Zara by mother'));
    expect(storage.copy).toMatchObject({ revision: 2 });
  });

  test('BYP-094 of two saves at once one is refused', async () => {
    const store = aStorage().worker();
    const done = await Promise.all([store.save(called('A'), 0), store.save(called('B'), 0)]);
    expect(done.filter(Boolean)).toHaveLength(1);
  });

  test('a worker that has read it once sees what it saved itself', async () => {
    const store = aStorage().worker();
    await store.current();
    await store.save(family, 0);
    expect((await store.current()).revision).toBe(1);
  });

  test('it is read once a wake until told to forget', async () => {
    const storage = aStorage();
    const store = storage.worker();
    await store.save(family, 0);
    await store.current();
    storage.local.set('policy', { revision: 9, policy: called('Other') });
    expect((await store.current()).revision).toBe(1);
    store.forgetCache();
    expect((await store.current()).revision).toBe(9);
  });
});

describe('a policy that is damaged or gone', () => {
  const saved = async (how: (storage: ReturnType<typeof aStorage>) => void) => {
    const storage = aStorage();
    storage.hasSecret = true;
    await storage.worker().save(family, 0);
    storage.writes.length = 0;
    how(storage);
    return storage;
  };
  const damages: readonly (readonly [string, unknown])[] = [
    ['gone', undefined],
    ['a text', 'policy'],
    ['without a revision', { policy: family }],
    ['of a future schema', { revision: 1, policy: { ...family, schema: 'saathi-policy/9' } }],
    ['without children', { revision: 1, policy: { ...family, children: [] } }],
    ['half a document', JSON.parse('{"revision":1,"policy":{"schema":"saathi-policy/1"}}')],
  ];

  test.each(damages)('BYP-098 %s: the copy stands in, and says so', async (_, damage) => {
    const storage = await saved(({ local }) => local.set('policy', damage));
    if (damage === undefined) storage.local.delete('policy');
    const current = await storage.worker().current();
    expect(current).toMatchObject({ source: 'local', policy: family, revision: 1 });
    expect(current.problems.at(-1)).toEqual({
      where: 'stored policy',
      path: '',
      message: 'was missing; restored from the copy',
    });
  });

  test('BYP-105 a value of a wrong type is named with its path and the reason', async () => {
    const wrong = structuredClone(family) as unknown as { children: { quotas: unknown }[] };
    if (wrong.children[0] !== undefined) wrong.children[0].quotas = 'none';
    const storage = await saved(({ local }) => local.set('policy', { revision: 1, policy: wrong }));
    const [first] = (await storage.worker().current()).problems;
    expect(first).toMatchObject({ where: 'stored policy' });
    expect(first?.path).toMatch(/children\.0\.quotas$/);
    expect(first?.message).toMatch(/array|list/i);
  });

  test('BYP-098 the copy is put back at once, so that a private window has rules too', async () => {
    const storage = await saved(({ local }) => local.delete('policy'));
    await storage.worker().current();
    storage.isPrivate = true;
    storage.copy = null;
    storage.hasSecret = false;
    expect((await storage.worker().current()).policy).toEqual(family);
  });

  test('BYP-098 the note stays over later wakes until somebody saves', async () => {
    const storage = await saved(({ local }) => local.delete('policy'));
    await storage.worker().current();
    const later = storage.worker();
    expect((await later.current()).problems).toHaveLength(1);
    await later.save(called('Looked at'), 1);
    expect((await storage.worker().current()).problems).toEqual([]);
  });

  test('BYP-098 rules gone but a guardian there: the safest rules, never a first run', async () => {
    const storage = await saved((all) => {
      all.local.clear();
      all.copy = null;
    });
    const current = await storage.worker().current();
    expect(current).toMatchObject({ source: 'local', policy: safest, revision: 0 });
    expect(bandOf(current)).toBe('5-8');
    expect(current.problems).toEqual([
      { where: 'stored policy', path: '', message: 'is lost; the safest rules apply' },
    ]);
  });

  test('the guardian can save over the safest rules', async () => {
    const storage = await saved((all) => {
      all.local.clear();
      all.copy = null;
    });
    const store = storage.worker();
    expect(await store.save(family, (await store.current()).revision)).toBe(true);
    expect(await storage.worker().current()).toMatchObject({ policy: family, problems: [] });
  });

  test('rubbish where a policy was is never a first run, even with nobody’s secret', async () => {
    const storage = aStorage();
    storage.local.set('policy', {});
    expect(bandOf(await storage.worker().current())).toBe('5-8');
  });

  test('BYP-190 a private window with its empty database reads the shared policy', async () => {
    const storage = await saved((all) => {
      all.copy = null;
      all.hasSecret = false;
      all.isPrivate = true;
    });
    expect((await storage.worker().current()).policy).toEqual(family);
  });

  test('BYP-190 a private window never writes its guess over what the copy could mend', async () => {
    const storage = await saved((all) => {
      all.local.set('policy', 'damaged');
      all.isPrivate = true;
    });
    const { copy } = storage;
    storage.copy = null;
    expect(bandOf(await storage.worker().current())).toBe('5-8');
    storage.copy = copy;
    storage.isPrivate = false;
    expect((await storage.worker().current()).policy).toEqual(family);
  });

  test('BYP-103 with a database that does not open, a policy that is whole is in force', async () => {
    const storage = await saved((all) => {
      all.isDatabaseBroken = true;
    });
    expect((await storage.worker().current()).policy).toEqual(family);
  });

  test('BYP-103 a database that opens at the second try is asked a second time', async () => {
    const storage = await saved((all) => {
      all.local.clear();
      all.isDatabaseBroken = true;
    });
    const store = storage.worker();
    await expect(store.current()).rejects.toThrow();
    storage.isDatabaseBroken = false;
    expect((await store.current()).policy).toEqual(family);
  });

  test('a copy that can not be put back is in force all the same', async () => {
    const storage = await saved((all) => {
      all.local.clear();
      all.failing = 'policy';
    });
    expect((await storage.worker().current()).policy).toEqual(family);
  });
});

describe('a save that breaks off half-way', () => {
  test('BYP-101 a full database refuses the save and leaves the old rules whole', async () => {
    const storage = aStorage();
    await storage.worker().save(family, 0);
    storage.failing = 'copy';
    await expect(storage.worker().save(called('Other'), 1)).rejects.toThrow();
    expect(await storage.worker().current()).toMatchObject({ policy: family, revision: 1 });
    expect(storage.copy).toMatchObject({ policy: family });
  });

  test('BYP-102 a worker that dies between the two stores leaves one whole policy in force', async () => {
    const storage = aStorage();
    await storage.worker().save(family, 0);
    storage.failing = 'policy';
    await expect(storage.worker().save(called('Other'), 1)).rejects.toThrow();
    storage.failing = null;
    expect((await storage.worker().current()).policy).toEqual(family);
    expect(await storage.worker().save(called('Third'), 1)).toBe(true);
    expect(await storage.worker().current()).toMatchObject({
      policy: called('Third'),
      revision: 2,
      problems: [],
    });
  });

  test('BYP-102 one that dies in the middle of set-up leaves the chosen rules, not none', async () => {
    const storage = aStorage();
    storage.failing = 'policy';
    await expect(storage.worker().save(family, 0)).rejects.toThrow();
    storage.failing = null;
    expect((await storage.worker().current()).policy).toEqual(family);
  });
});
