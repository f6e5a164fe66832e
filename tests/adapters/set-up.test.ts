import { describe, expect, test } from 'vitest';

import { serialiseGuardianRecord } from '@/rules/guardian/record.ts';

import { anOpenChild } from '../support/builders.ts';
import { goodSecret, wrongSecret } from '../support/fake-secret.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Worker } from '../support/fake-world.ts';
import { aSetUpHome, family, manage, types } from './support/family.ts';

describe('set-up', () => {
  const finish = (worker: Worker, more: Record<string, unknown> = {}) =>
    worker.ask('setup.finish', {
      policy: family,
      secret: goodSecret.record,
      recoveryVerifier: goodSecret.recoveryVerifier,
      ...more,
    });

  test('saves secret, printed code and rules, and the journal says that the guardian did', async () => {
    const { home, worker } = await aSetUpHome();
    expect(await worker.gets('state.read', {})).toMatchObject({
      setUp: true,
      source: 'local',
      hasGuardianSecret: true,
      problems: [],
    });
    expect(await types(worker, goodSecret)).toBe('unlocked');
    expect(home.profile.rules.rules().length).toBeGreaterThan(0);
    const { entries } = await worker.gets('journal.read', {});
    expect(entries).toMatchObject([{ who: 'guardian', change: { key: 'changeSetUp' } }]);
  });

  test('BYP-163 is done once: a second one is refused and changes nothing', async () => {
    const { worker } = await aSetUpHome();
    const { record: secret, recoveryVerifier } = wrongSecret;
    expect(await finish(worker, { secret, recoveryVerifier })).toEqual({
      ok: false,
      failure: 'already-set-up',
    });
    expect(await types(worker, goodSecret)).toBe('unlocked');
  });

  test('BYP-163 of two at once one is refused', async () => {
    const home = await aHome();
    const worker = await home.wake();
    const both = await Promise.all([finish(worker), finish(worker)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  });

  test('BYP-098 is not open again because the rules are gone', async () => {
    const { home, worker } = await aSetUpHome();
    await (await worker.database()).meta.save('policy', null);
    home.profile.local.clear();
    expect(await finish(await home.wake())).toEqual({ ok: false, failure: 'already-set-up' });
  });

  test('BYP-098 is not open again because the secret is gone', async () => {
    const { home, worker } = await aSetUpHome();
    await (await worker.database()).secrets.remove('guardian');
    const next = await home.wake();
    expect(await finish(next)).toEqual({ ok: false, failure: 'already-set-up' });
    expect(await next.gets('state.read', {})).toMatchObject({
      setUp: true,
      hasGuardianSecret: false,
    });
  });

  test('is refused in a private window', async () => {
    const inPrivate = await (await aHome()).wake('private');
    expect(await finish(inPrivate)).toEqual({ ok: false, failure: 'private-window' });
  });

  test('is not needed under a managed policy, and refused', async () => {
    const home = await aHome();
    const guardianSecret = serialiseGuardianRecord(goodSecret.record);
    manage(home, { ...family, guardianSecret });
    const worker = await home.wake();
    expect(await finish(worker)).toEqual({ ok: false, failure: 'already-set-up' });
    expect(await types(worker, goodSecret)).toBe('unlocked');
  });

  test.each([
    ['an unknown time zone', { ...family, timeZone: 'Nowhere/Never' }],
    ['an active child that is not there', { ...family, activeChild: 'nobody' }],
    [
      'a pattern that no address fits',
      {
        ...family,
        children: [{ ...anOpenChild(), filter: { ...anOpenChild().filter, blocklist: ['*'] } }],
      },
    ],
    [
      'a quota on what is no host',
      {
        ...family,
        children: [{ ...anOpenChild(), quotas: [{ id: 'q', scope: 'host:ÜBER', minutes: {} }] }],
      },
    ],
  ])('refuses rules with %s, and stays open for better ones', async (_, policy) => {
    const home = await aHome();
    const worker = await home.wake();
    expect(await finish(worker, { policy })).toEqual({ ok: false, failure: 'malformed' });
    expect((await finish(worker)).ok).toBe(true);
  });

  test('keeps patterns in canonical form', async () => {
    const home = await aHome();
    const worker = await home.wake();
    const child = anOpenChild();
    const blocklist = ['HTTPS://WWW.Chat.Test/'];
    await finish(worker, {
      policy: { ...family, children: [{ ...child, filter: { ...child.filter, blocklist } }] },
    });
    const { policy } = await worker.gets('policy.read', {});
    expect(policy?.children[0]?.filter.blocklist).toEqual(['chat.test']);
  });

  test('the handover is written down for a child that is there', async () => {
    const { worker } = await aSetUpHome();
    await worker.gets('handover.seen', { childId: 'child-1' });
    const { entries } = await worker.gets('journal.read', {}, from.mine);
    expect(entries[0]).toMatchObject({ who: 'saathi', change: { key: 'handoverSeen' } });
    expect(await worker.ask('handover.seen', { childId: 'nobody' })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });
});
