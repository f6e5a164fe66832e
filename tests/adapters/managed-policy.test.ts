import { describe, expect, test } from 'vitest';

import { serialiseGuardianRecord } from '@/rules/guardian/record.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { goodSecret } from '../support/fake-secret.ts';
import { aStorage, called, family, safest } from './support/policy-storage.ts';

const school: Policy = { ...called('Class 4b'), language: 'en' };

describe('a managed policy', () => {
  const managedBy = (document: Record<string, unknown>) => {
    const storage = aStorage();
    storage.managed = document;
    return storage;
  };
  const broken = { ...school, timeZone: 'Nowhere/Never' };

  test('BYP-198 stands above the family’s own', async () => {
    const storage = aStorage();
    await storage.worker().save(family, 0);
    storage.managed = { ...school };
    expect(await storage.worker().current()).toMatchObject({
      source: 'managed',
      policy: school,
      problems: [],
    });
    storage.managed = {};
    expect((await storage.worker().current()).policy).toEqual(family);
  });

  test('BYP-163 brings a guardian’s secret of its own', async () => {
    const storage = managedBy({
      ...school,
      guardianSecret: serialiseGuardianRecord(goodSecret.record),
    });
    const current = await storage.worker().current();
    expect(current.problems).toEqual([]);
    expect(current.managedSecret).toEqual(goodSecret.record);
  });

  test('a secret that is none is named; the rules are in force', async () => {
    const storage = managedBy({ ...school, guardianSecret: '1234' });
    const current = await storage.worker().current();
    expect(current).toMatchObject({ source: 'managed', policy: school, managedSecret: null });
    expect(current.problems).toEqual([
      {
        where: 'managed',
        path: 'guardianSecret',
        message: 'is not an $argon2id-sha256$… record',
      },
    ]);
  });

  test('BYP-249 that does not parse leaves the last good one in force, path and reason named', async () => {
    const storage = managedBy({ ...school });
    await storage.worker().current();
    storage.managed = broken;
    const current = await storage.worker().current();
    expect(current).toMatchObject({ source: 'managed', policy: school });
    expect(current.problems).toEqual([
      { where: 'managed', path: 'timeZone', message: 'unknown time zone "Nowhere/Never"' },
    ]);
  });

  test.each([
    ['a wrong type', { ...school, children: 'all' }, 'children'],
    ['an extra key', { ...school, colour: 'red' }, ''],
    ['no policy at all', { guardianSecret: 'x' }, 'guardianSecret'],
    ['a prototype', JSON.parse('{"__proto__":{"schema":"saathi-policy/1"}}'), 'schema'],
  ])('BYP-199 the first time with %s: the safest rules, not none', async (_, document, path) => {
    const current = await managedBy(document).worker().current();
    expect(current).toMatchObject({ source: 'managed', policy: safest });
    expect(current.problems.map((problem) => problem.path)).toContain(path);
    expect(current.problems.every(({ where }) => where === 'managed')).toBe(true);
  });

  test('the first time broken over a family’s own: the family’s rules stay, with the note', async () => {
    const storage = aStorage();
    await storage.worker().save(family, 0);
    storage.managed = broken;
    const current = await storage.worker().current();
    expect(current).toMatchObject({ source: 'local', policy: family, revision: 1 });
    expect(current.problems).toMatchObject([{ where: 'managed', path: 'timeZone' }]);
  });

  test('is in force although its copy can not be kept', async () => {
    const storage = managedBy({ ...school });
    storage.failing = 'managedGood';
    expect(await storage.worker().current()).toMatchObject({ source: 'managed', policy: school });
  });

  test('a wake that finds it unchanged writes nothing', async () => {
    const storage = managedBy({ ...school });
    await storage.worker().current();
    storage.writes.length = 0;
    await storage.worker().current();
    expect(storage.writes).toEqual([]);
  });

  test('its patterns are in force in canonical form', async () => {
    const [child] = school.children;
    const filter = { ...child?.filter, blocklist: ['HTTPS://WWW.Chat.Test/'] };
    const current = await managedBy({ ...school, children: [{ ...child, filter }] })
      .worker()
      .current();
    expect(current.policy?.children[0]?.filter.blocklist).toEqual(['chat.test']);
  });
});
