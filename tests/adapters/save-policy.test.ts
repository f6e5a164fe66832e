import { describe, expect, test, vi } from 'vitest';

import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Worker } from '../support/fake-world.ts';
import { cases } from '../support/policy-changes.ts';
import { aSetUpHome, manage, opens } from './support/family.ts';

const strict = aPolicy(aHousehold().withFilter({ blocklist: ['chat.test'] }).child);
const stricter = aPolicy(aHousehold().withFilter({ blocklist: ['chat.test', 'new.test'] }).child);
const laxer = aPolicy(aHousehold().child);

const save = (
  worker: Worker,
  policy: unknown,
  more: { readonly token?: string; readonly baseRevision?: number } = {},
) => worker.ask('policy.save', { policy, baseRevision: 1, ...more });
const revisionOf = async (worker: Worker) => (await worker.gets('policy.read', {})).revision;
const latest = async (worker: Worker) => (await worker.gets('journal.read', {})).entries[0];

describe('whether', () => {
  test('tightening is free, in force at once, and in the journal as anyone’s', async () => {
    const { home, worker } = await aSetUpHome(strict);
    expect(await save(worker, stricter)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(opens(home, 'https://new.test/')).toBe(false);
    expect(await latest(worker)).toMatchObject({
      who: 'anyone',
      change: { childId: 'child-1', weakens: false },
    });
  });

  test('BYP-112 weakening without the guardian is refused and changes nothing', async () => {
    const { home, worker } = await aSetUpHome(strict);
    await worker.unlock();
    for (const more of [{}, { token: '' }, { token: 'A'.repeat(44) }]) {
      expect(await save(worker, laxer, more)).toEqual({ ok: false, failure: 'needs-guardian' });
    }
    expect(await revisionOf(worker)).toBe(1);
    expect(opens(home, 'https://chat.test/')).toBe(false);
    expect((await worker.gets('journal.read', {})).entries).toHaveLength(1);
  });

  test('weakening with the guardian is saved, and in the journal as the guardian’s', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const token = await worker.unlock();
    expect((await save(worker, laxer, { token })).ok).toBe(true);
    expect(opens(home, 'https://chat.test/')).toBe(true);
    expect(await latest(worker)).toMatchObject({ who: 'guardian', change: { weakens: true } });
  });

  test('a made-up token does not put the guardian’s name under a child’s change', async () => {
    const { worker } = await aSetUpHome(strict);
    await worker.unlock();
    expect((await save(worker, stricter, { token: 'made-up' })).ok).toBe(true);
    expect(await latest(worker)).toMatchObject({ who: 'anyone' });
  });

  const weakenings = cases.filter(({ isWeaker, after }) => isWeaker && readPolicy(after).ok);
  // One for each kind of change; the pure tests walk through them all.
  const oneOfEach = [...new Map(weakenings.map((each) => [each.key, each])).values()];

  test.each(oneOfEach)('BYP-112 $what ($key) needs the guardian', async ({ before, after }) => {
    const { worker } = await aSetUpHome(before);
    expect(await save(worker, after)).toEqual({ ok: false, failure: 'needs-guardian' });
  });

  test('one weakening among many tightenings needs the guardian', async () => {
    const { worker } = await aSetUpHome(strict);
    const mixed = aPolicy(
      aHousehold()
        .withFilter({ blocklist: ['new.test'] })
        .withCategory('games', 'block').child,
    );
    expect(await save(worker, mixed)).toEqual({ ok: false, failure: 'needs-guardian' });
  });

  test('in a private window nothing is saved', async () => {
    const { home } = await aSetUpHome(strict);
    expect(await save(await home.wake('private'), stricter)).toEqual({
      ok: false,
      failure: 'private-window',
    });
  });

  test('under a managed policy nothing is saved, be it stricter', async () => {
    const { home } = await aSetUpHome(strict);
    manage(home, strict);
    const worker = await home.wake();
    expect(await save(worker, stricter, { baseRevision: 0 })).toEqual({
      ok: false,
      failure: 'managed',
    });
  });

  test('before set-up there is nothing to change', async () => {
    const worker = await (await aHome()).wake();
    expect(await save(worker, stricter, { baseRevision: 0 })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test.each(['popup', 'blocked', 'report', 'mine'] as const)(
    'BYP-112 the %s page may not save',
    async (page) => {
      const { worker } = await aSetUpHome(strict);
      const body = { policy: stricter, baseRevision: 1 };
      expect(await worker.ask('policy.save', body, from[page])).toEqual({
        ok: false,
        failure: 'not-allowed',
      });
    },
  );
});

describe('what', () => {
  const withBlocklist = (blocklist: readonly string[]): Policy =>
    aPolicy(aHousehold().withFilter({ blocklist: [...blocklist] }).child);

  test.each([
    ['no policy', null],
    ['a list', []],
    ['a text of megabytes', 'x'.repeat(3_000_000)],
    ['a policy of another schema', { ...strict, schema: 'saathi-policy/2' }],
    ['BYP-249 an extra key', { ...strict, unlocked: true }],
    ['no child', { ...strict, children: [] }],
    ['two children of one id', { ...strict, children: [...strict.children, ...strict.children] }],
    ['BYP-149 a negative quota', { ...strict, children: [{ ...anOpenChild(), quotas: [-1] }] }],
    ['BYP-232 a million rules', withBlocklist(Array.from({ length: 60_000 }, () => 'a.test'))],
    ['BYP-247 a rule that means every site', withBlocklist(['*'])],
    ['BYP-247 a rule with control characters', withBlocklist(['a.test\u0000'])],
    [
      'BYP-243 a prototype',
      JSON.parse(`{"__proto__":{"unlocked":true},${JSON.stringify(strict).slice(1)}`),
    ],
  ])('%s is refused, and the last good policy stays', async (_, policy) => {
    const { worker } = await aSetUpHome(strict);
    expect(await save(worker, policy)).toEqual({ ok: false, failure: 'malformed' });
    expect((await worker.gets('policy.read', {})).policy).toEqual(strict);
    expect(({} as { unlocked?: boolean }).unlocked).toBeUndefined();
  });

  test('BYP-247 patterns are saved in canonical form', async () => {
    const { worker } = await aSetUpHome(laxer);
    await worker.gets('policy.save', {
      policy: withBlocklist(['  HTTP://WWW.New.Test/Games/ ', 'new.test/games']),
      baseRevision: 1,
    });
    const { policy } = await worker.gets('policy.read', {});
    expect(policy?.children[0]?.filter.blocklist).toEqual(['new.test/games']);
  });
});

describe('two at once', () => {
  test('BYP-094 the second of two editors is told, and nothing is lost', async () => {
    const { worker } = await aSetUpHome(strict);
    expect((await save(worker, stricter)).ok).toBe(true);
    const token = await worker.unlock();
    expect(await save(worker, laxer, { token })).toEqual({
      ok: false,
      failure: 'changed-elsewhere',
    });
    expect((await worker.gets('policy.read', {})).policy).toEqual(stricter);
  });

  test('BYP-094 a revision of the future or of nobody is refused', async () => {
    const { worker } = await aSetUpHome(strict);
    for (const baseRevision of [0, 2, -1, 1e15]) {
      expect(await save(worker, stricter, { baseRevision })).toEqual({
        ok: false,
        failure: 'changed-elsewhere',
      });
    }
  });

  test('BYP-094 two saves at the same moment: one is in force, one is told', async () => {
    const { worker } = await aSetUpHome(laxer);
    const saved = await Promise.all([save(worker, strict), save(worker, stricter)]);
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await revisionOf(worker)).toBe(2);
  });
});

describe('a save that breaks off', () => {
  test('BYP-100 with a full storage: refused with that reason, and the old rules stay whole', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const error = new Error('Resource::kQuotaBytes quota exceeded');
    home.profile.failing = { key: 'policy', error };
    expect(await save(worker, stricter)).toEqual({ ok: false, failure: 'storage-full' });
    log.mockRestore();
    home.profile.failing = null;
    const next = await home.wake();
    await next.reconcileIfStale();
    expect((await next.gets('policy.read', {})).policy).toEqual(strict);
    expect(opens(home, 'https://new.test/')).toBe(true);
    expect((await save(next, stricter)).ok).toBe(true);
  });
});
