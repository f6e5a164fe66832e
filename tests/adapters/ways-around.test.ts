// What a clever child may try without the PIN.
import { describe, expect, test } from 'vitest';

import { type ChildProfile, type Policy, weekdays } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, opens } from './support/family.ts';

const game = 'https://game.test/';
const dayMs = 86_400_000;
const reasonOf = async (worker: Worker) =>
  (await worker.gets('visit.explain', { url: game }, from.blocked)).verdict.reason.kind;

/** Saves without the guardian; whether it was taken is not what matters. */
async function saves(worker: Worker, change: (policy: Policy) => Policy): Promise<void> {
  const { policy, revision } = await worker.gets('policy.read', {});
  if (policy === null) throw new Error('There is no policy');
  await worker.ask('policy.save', { policy: change(policy), baseRevision: revision });
}

describe('a rest', () => {
  test('holds for whichever child is chosen while it runs', async () => {
    const { worker } = await aSetUpHome(aPolicy(anOpenChild('9-12')));
    await worker.gets('rest.start', { minutes: 60 });
    const twin = { ...anOpenChild('9-12'), id: 'twin', nickname: 'Twin' };
    await saves(worker, (policy) => ({
      ...policy,
      activeChild: 'twin',
      children: [...policy.children, twin],
    }));
    expect((await worker.gets('policy.read', {})).policy?.activeChild).toBe('twin');
    expect(await reasonOf(worker)).toBe('lockdown');
  });

  test('of a child chosen meanwhile is not made shorter by another one', async () => {
    const twin = { ...anOpenChild('9-12'), id: 'twin', nickname: 'Twin' };
    const policy = aPolicy(anOpenChild('9-12'));
    const { home, worker } = await aSetUpHome({ ...policy, children: [...policy.children, twin] });
    await worker.gets('rest.start', { minutes: 60 });
    await saves(worker, (before) => ({ ...before, activeChild: 'twin' }));
    await worker.gets('rest.start', { minutes: 5 });
    home.passes(6 * 60_000);
    expect(await reasonOf(worker)).toBe('lockdown');
  });
});

describe('a clock set years ahead ends nothing', () => {
  const child: ChildProfile = {
    ...aHousehold().withCategory('games', 'block').child,
    born: '2012-11-22',
  };

  test('also where the day of birth is then made a later one', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(child));
    await worker.reconcile();
    await home.settled();
    home.clock.now += 9 * 365 * dayMs;
    await browses(home, worker, 'https://wiki.test/', 3);
    await saves(worker, (policy) => ({
      ...policy,
      children: [{ ...child, born: '2012-11-23' }],
    }));
    await worker.reconcile();
    await home.settled();
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(false);
    expect(opens(home, game)).toBe(false);
  });

  test('also where a twin is added and chosen', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(child));
    await worker.reconcile();
    await home.settled();
    home.clock.now += 9 * 365 * dayMs;
    await browses(home, worker, 'https://wiki.test/', 3);
    await saves(worker, (policy) => ({
      ...policy,
      activeChild: 'twin',
      children: [...policy.children, { ...child, id: 'twin', nickname: 'Twin' }],
    }));
    await worker.reconcile();
    await home.settled();
    expect((await worker.gets('state.read', {})).child?.isOfAge).toBe(false);
    expect(opens(home, game)).toBe(false);
  });
});

describe('another child at the computer', () => {
  test('leaves what was used of a week’s limit as it was, also over midnight', async () => {
    const limited: ChildProfile = {
      ...anOpenChild('9-12'),
      quotas: [{ id: 'week', scope: 'host:game.test', minutes: {}, perWeek: 10 }],
    };
    const sister = { ...anOpenChild('9-12'), id: 'sister', nickname: 'Sara' };
    const { home, worker } = await aSetUpHome({ ...aPolicy(limited), children: [limited, sister] });
    const chooses = async (activeChild: string): Promise<void> => {
      const token = await worker.unlock();
      const { policy, revision: baseRevision } = await worker.gets('policy.read', {});
      await worker.gets('policy.save', { policy: { ...policy, activeChild }, baseRevision, token });
    };
    await browses(home, worker, game, 11);
    expect(await reasonOf(worker)).toBe('quota');
    await chooses('sister');
    home.passes(dayMs);
    await browses(home, worker, 'https://wiki.test/', 2);
    await home.settled();
    await chooses(limited.id);
    expect(await reasonOf(worker)).toBe('quota');
  });
});

describe('a quiet time of one site', () => {
  test('that a child sets itself and has lifted, lifts no bedtime', async () => {
    const nights: ChildProfile = {
      ...anOpenChild('9-12'),
      quietTimes: [{ id: 'night', days: [...weekdays], from: '20:30', to: '06:30' }],
    };
    const { home, worker } = await aSetUpHome(aPolicy(nights));
    const own = { id: 'own', days: [...weekdays], from: '00:00', to: '20:30' };
    await saves(worker, (policy) => ({
      ...policy,
      children: [
        { ...nights, quietTimes: [...nights.quietTimes, { ...own, scope: 'host:game.test' }] },
      ],
    }));
    expect(await reasonOf(worker)).toBe('quiet-time');
    const { request } = await worker.gets(
      'request.ask',
      { url: game, why: 'game', words: '', wanted: 'today' },
      from.blocked,
    );
    const token = await worker.unlock();
    await worker.gets('request.answer', { requestId: request.id, answer: 'today', token });
    expect(await reasonOf(worker)).not.toBe('quiet-time');
    expect((await worker.gets('day.read', {})).overrides).toMatchObject([
      { covers: 'host:game.test' },
    ]);
    home.clock.now = at('21:00');
    expect(await reasonOf(worker)).toBe('quiet-time');
  });
});
