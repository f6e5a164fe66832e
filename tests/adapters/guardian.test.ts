import { describe, expect, test, vi } from 'vitest';

import { freeTries, longestWaitMs, waitAfter } from '@/rules/guardian/attempts.ts';
import { serialiseGuardianRecord } from '@/rules/guardian/record.ts';

import { anOpenChild, aPolicy } from '../support/builders.ts';
import { aSecret, goodSecret, wrongSecret } from '../support/fake-secret.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Home, type Worker } from '../support/fake-world.ts';

const minute = 60_000;
const family = aPolicy(anOpenChild('9-12'));

async function aSetUpHome(): Promise<{ home: Home; worker: Worker }> {
  const home = await aHome();
  const worker = await home.wake();
  await worker.setUp(family);
  return { home, worker };
}
const triesOf = (home: Home) => (home.stored('attempts') as { count: number } | undefined)?.count;

/** Types a secret; "wait" if there is one. */
async function types(worker: Worker, secret = wrongSecret) {
  const challenge = await worker.gets('guardian.challenge', {});
  if (challenge.kind === 'wait') return 'wait';
  const { challengeId } = challenge;
  return (await worker.gets('guardian.unlock', { challengeId, key: secret.key })).kind;
}
async function typesWrongly(worker: Worker, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) expect(await types(worker)).toBe('wrong');
}

describe('a try', () => {
  test('BYP-153 is counted and stored before anything is told that could be hashed', async () => {
    const { home, worker } = await aSetUpHome();
    const challenge = await worker.gets('guardian.challenge', {});
    expect(challenge).toMatchObject({ kind: 'derive', params: goodSecret.record.params });
    expect(triesOf(home)).toBe(1);
    worker.kill();
    expect(triesOf(home)).toBe(1);
  });

  test('BYP-153 a try that can not be stored is not given', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const { home, worker } = await aSetUpHome();
    home.profile.failing = { key: 'attempts', error: new Error('kQuotaBytes quota exceeded') };
    expect(await worker.ask('guardian.challenge', {})).toEqual({
      ok: false,
      failure: 'storage-full',
    });
  });

  test('the right secret opens and sets the count back', async () => {
    const { home, worker } = await aSetUpHome();
    await typesWrongly(worker, 2);
    expect(await types(worker, goodSecret)).toBe('unlocked');
    expect(triesOf(home)).toBe(0);
  });

  test('one challenge, one answer: a second answer to it is refused, right as it may be', async () => {
    const { worker } = await aSetUpHome();
    const challenge = await worker.gets('guardian.challenge', {});
    const challengeId = challenge.kind === 'derive' ? challenge.challengeId : '';
    const answer = { challengeId, key: wrongSecret.key };
    expect(await worker.gets('guardian.unlock', answer)).toMatchObject({ kind: 'wrong' });
    expect(await worker.ask('guardian.unlock', { challengeId, key: goodSecret.key })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test('two answers to one challenge at once are one try', async () => {
    const { worker } = await aSetUpHome();
    const challenge = await worker.gets('guardian.challenge', {});
    const challengeId = challenge.kind === 'derive' ? challenge.challengeId : '';
    const answers = await Promise.all(
      [goodSecret.key, goodSecret.key].map((key) =>
        worker.ask('guardian.unlock', { challengeId, key }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('an answer to no challenge, or to another one, is refused', async () => {
    const { worker } = await aSetUpHome();
    const refused = { ok: false, failure: 'not-found' };
    const answer = { challengeId: 'made-up', key: goodSecret.key };
    expect(await worker.ask('guardian.unlock', answer)).toEqual(refused);
    await worker.gets('guardian.challenge', {});
    expect(await worker.ask('guardian.unlock', answer)).toEqual(refused);
  });

  test('a challenge is answered within two minutes or not at all', async () => {
    const { home, worker } = await aSetUpHome();
    const challenge = await worker.gets('guardian.challenge', {});
    const challengeId = challenge.kind === 'derive' ? challenge.challengeId : '';
    home.passes(2 * minute + 1);
    expect(await worker.ask('guardian.unlock', { challengeId, key: goodSecret.key })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test.each(['', 'not base64!', 'AAAA', '\u0000'])(
    'a key that is none ("%s") is wrong',
    async (key) => {
      const { worker } = await aSetUpHome();
      const challenge = await worker.gets('guardian.challenge', {});
      const challengeId = challenge.kind === 'derive' ? challenge.challengeId : '';
      expect(await worker.gets('guardian.unlock', { challengeId, key })).toMatchObject({
        kind: 'wrong',
      });
    },
  );

  test('BYP-155 a hundred challenges at once cost a try each, until they have to wait', async () => {
    const { home, worker } = await aSetUpHome();
    const asked = await Promise.all(
      Array.from({ length: 100 }, () => worker.gets('guardian.challenge', {})),
    );
    expect(asked.filter(({ kind }) => kind === 'derive')).toHaveLength(freeTries);
    expect(asked.filter(({ kind }) => kind === 'wait')).toHaveLength(100 - freeTries);
    expect(triesOf(home)).toBe(freeTries);
  });

  test('BYP-155 of many challenges only the newest can be answered', async () => {
    const { worker } = await aSetUpHome();
    const [first, second] = [
      await worker.gets('guardian.challenge', {}),
      await worker.gets('guardian.challenge', {}),
    ];
    const answer = (challenge: typeof first) =>
      worker.ask('guardian.unlock', {
        challengeId: challenge.kind === 'derive' ? challenge.challengeId : '',
        key: goodSecret.key,
      });
    expect(await answer(first)).toEqual({ ok: false, failure: 'not-found' });
    expect((await answer(second)).ok).toBe(false);
  });
});

describe('a wait after wrong tries', () => {
  test('BYP-153 begins with the fifth and doubles', async () => {
    const { home, worker } = await aSetUpHome();
    await typesWrongly(worker, freeTries);
    const waiting = await worker.gets('guardian.challenge', {});
    expect(waiting).toEqual({
      kind: 'wait',
      until: home.clock.now + waitAfter(freeTries),
      now: home.clock.now,
    });
    home.passes(waitAfter(freeTries));
    await typesWrongly(worker, 1);
    expect(await worker.gets('guardian.challenge', {})).toMatchObject({
      until: home.clock.now + 2 * waitAfter(freeTries),
    });
  });

  test.each([
    ['another worker', async (home: Home) => home.wake()],
    [
      'another browser session',
      async (home: Home) => {
        home.closeBrowser();
        return home.wake();
      },
    ],
  ])('BYP-154 goes on in %s', async (_, next) => {
    const { home, worker } = await aSetUpHome();
    await typesWrongly(worker, freeTries);
    expect(await types(await next(home), goodSecret)).toBe('wait');
  });

  test('BYP-154 a private window has no tries of its own', async () => {
    const { home, worker } = await aSetUpHome();
    await typesWrongly(worker, freeTries);
    const inPrivate = await home.wake('private');
    expect(await inPrivate.ask('guardian.challenge', {})).toEqual({
      ok: false,
      failure: 'not-found',
    });
    expect(await types(worker, goodSecret)).toBe('wait');
  });

  test('BYP-156 a clock set forward by a day does not end it', async () => {
    const { home, worker } = await aSetUpHome();
    await typesWrongly(worker, freeTries);
    home.clock.now += 24 * 60 * minute;
    expect(await types(worker, goodSecret)).toBe('wait');
  });

  test('runs down on the heartbeat, also while nobody browses', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    await home.settled();
    for (let wrong = 0; wrong < 8; wrong += 1) {
      // The last free try and those after it: each waits its own wait out.
      while ((await types(worker)) === 'wait') home.passes(90_000);
    }
    const waiting = await worker.gets('guardian.challenge', {});
    expect(waiting).toMatchObject({ kind: 'wait' });
    const until = waiting.kind === 'wait' ? waiting.until : 0;
    expect(until - home.clock.now).toBeGreaterThan(3 * minute);
    while (home.clock.now < until) {
      const beat = home.alarm('heartbeat');
      expect(beat, 'a heartbeat is armed').not.toBeNull();
      home.passes((beat ?? 0) - home.clock.now);
      worker.browser.alarms.onAlarm.fire({ name: 'heartbeat' });
      await home.settled();
    }
    expect(await types(worker, goodSecret)).toBe('unlocked');
    expect(home.failures).toEqual([]);
  });

  test('no wait is longer than an hour', async () => {
    const { home, worker } = await aSetUpHome();
    home.profile.local.set('attempts', { count: 500, waitLeftMs: 0, seen: null });
    await typesWrongly(worker, 1);
    const waiting = await worker.gets('guardian.challenge', {});
    expect(waiting).toMatchObject({ until: home.clock.now + longestWaitMs });
  });

  test('the printed code works in a wait, and ends it', async () => {
    const { worker } = await aSetUpHome();
    await typesWrongly(worker, freeTries);
    const next = aSecret(21);
    const recovery = {
      recoveryCode: goodSecret.recoveryCode,
      secret: next.record,
      recoveryVerifier: next.recoveryVerifier,
    };
    expect(await worker.ask('guardian.recover', recovery)).toEqual({ ok: true, value: {} });
    expect(await types(worker, next)).toBe('unlocked');
  });
});

describe('the printed code', () => {
  const recover = (worker: Worker, code: string, next = aSecret(21)) =>
    worker.ask('guardian.recover', {
      recoveryCode: code,
      secret: next.record,
      recoveryVerifier: next.recoveryVerifier,
    });

  test('works once: with the new secret comes a new code', async () => {
    const { worker } = await aSetUpHome();
    expect((await recover(worker, goodSecret.recoveryCode)).ok).toBe(true);
    expect(await recover(worker, goodSecret.recoveryCode)).toEqual({
      ok: false,
      failure: 'wrong-secret',
    });
    expect((await recover(worker, aSecret(21).recoveryCode, aSecret(22))).ok).toBe(true);
  });

  test('may be typed without dashes, in small letters', async () => {
    const { worker } = await aSetUpHome();
    const typed = goodSecret.recoveryCode.replaceAll('-', ' ').toLowerCase();
    expect((await recover(worker, typed)).ok).toBe(true);
  });

  test.each([
    ['of another family', aSecret(3).recoveryCode],
    ['with a slip', goodSecret.recoveryCode.replace(/.$/, '?')],
    ['nothing', ''],
  ])('%s is refused and changes nothing', async (_, code) => {
    const { worker } = await aSetUpHome();
    expect(await recover(worker, code)).toEqual({ ok: false, failure: 'wrong-secret' });
    expect(await types(worker, goodSecret)).toBe('unlocked');
  });

  test('whoever was unlocked is locked, and the journal says so', async () => {
    const { worker } = await aSetUpHome();
    const token = await worker.unlock();
    await recover(worker, goodSecret.recoveryCode);
    expect(await worker.ask('guardian.change', { secret: aSecret(4).record, token })).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    const { entries } = await worker.gets('journal.read', {});
    expect(entries[0]).toMatchObject({
      who: 'guardian',
      change: { key: 'changeSecretRecovered' },
    });
  });

  test('a weaker new secret than we accept is refused before anything is replaced', async () => {
    const { worker } = await aSetUpHome();
    const weak = { ...aSecret(21), record: { ...aSecret(21).record, params: 'm=8,t=1,p=1' } };
    expect(await recover(worker, goodSecret.recoveryCode, weak)).toEqual({
      ok: false,
      failure: 'malformed',
    });
    expect(await types(worker, goodSecret)).toBe('unlocked');
  });

  test('is refused in a private window and under a managed policy', async () => {
    const { home } = await aSetUpHome();
    const inPrivate = await home.wake('private');
    expect(await recover(inPrivate, goodSecret.recoveryCode)).toEqual({
      ok: false,
      failure: 'private-window',
    });
    for (const [key, value] of Object.entries(family)) home.profile.managed.set(key, value);
    expect(await recover(await home.wake(), goodSecret.recoveryCode)).toEqual({
      ok: false,
      failure: 'managed',
    });
  });
});

describe('an unlocked guardian', () => {
  const changes = (worker: Worker, token: string | undefined) =>
    worker.ask('guardian.change', {
      secret: aSecret(30).record,
      ...(token === undefined ? {} : { token }),
    });

  test('BYP-114 is locked again five minutes after the last use', async () => {
    const { home, worker } = await aSetUpHome();
    const token = await worker.unlock();
    home.passes(4 * minute);
    expect((await changes(worker, token)).ok).toBe(true);
    home.passes(4 * minute);
    expect((await changes(worker, token)).ok).toBe(true);
    home.passes(5 * minute);
    expect(await changes(worker, token)).toEqual({ ok: false, failure: 'needs-guardian' });
  });

  test('survives a dead worker, and ends with the browser', async () => {
    const { home, worker } = await aSetUpHome();
    const token = await worker.unlock();
    expect((await changes(await home.wake(), token)).ok).toBe(true);
    home.closeBrowser();
    expect(await changes(await home.wake(), token)).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
  });

  test('BYP-114 is locked when the screen is', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    const token = await worker.unlock();
    worker.browser.idle.onStateChanged.fire('locked');
    await home.settled();
    expect(await changes(worker, token)).toEqual({ ok: false, failure: 'needs-guardian' });
  });

  test.each([undefined, '', 'made-up', 'A'.repeat(44)])(
    'BYP-112 a token nobody was given (%s) is none',
    async (token) => {
      const { worker } = await aSetUpHome();
      await worker.unlock();
      expect(await changes(worker, token)).toEqual({ ok: false, failure: 'needs-guardian' });
    },
  );

  test('BYP-133 a token of an earlier session is worth nothing in the next', async () => {
    const { worker } = await aSetUpHome();
    const old = await worker.unlock();
    await worker.gets('guardian.lock', {});
    const fresh = await worker.unlock();
    expect(fresh).not.toBe(old);
    expect(await changes(worker, old)).toEqual({ ok: false, failure: 'needs-guardian' });
    expect((await changes(worker, fresh)).ok).toBe(true);
  });

  test('BYP-133 a lock that comes while the token is used stays locked', async () => {
    const { worker } = await aSetUpHome();
    const token = await worker.unlock();
    await Promise.all([changes(worker, token), worker.gets('guardian.lock', {})]);
    expect(await changes(worker, token)).toEqual({ ok: false, failure: 'needs-guardian' });
  });

  test('the stored proof can neither be read by a page nor opened with what is stored', async () => {
    const { worker } = await aSetUpHome();
    await worker.unlock();
    const replies = JSON.stringify([
      await worker.gets('state.read', {}),
      await worker.gets('policy.read', {}),
      await worker.gets('journal.read', {}),
    ]);
    expect(replies).not.toContain(goodSecret.record.verifier);
    expect(replies).not.toContain(goodSecret.recoveryVerifier);
    const challenge = await worker.gets('guardian.challenge', {});
    const challengeId = challenge.kind === 'derive' ? challenge.challengeId : '';
    const key = goodSecret.record.verifier;
    expect(await worker.gets('guardian.unlock', { challengeId, key })).toMatchObject({
      kind: 'wrong',
    });
  });

  test('BYP-099 no secret is kept where a content script of Firefox could read it', async () => {
    const { home, worker } = await aSetUpHome();
    const token = await worker.unlock();
    const local = JSON.stringify([...home.profile.local]);
    for (const secret of [goodSecret.record.verifier, goodSecret.recoveryVerifier, token]) {
      expect(local).not.toContain(secret);
    }
  });

  test('a new secret keeps the printed code unless a new one is printed', async () => {
    const { worker } = await aSetUpHome();
    const token = await worker.unlock();
    await changes(worker, token);
    expect(await types(worker, aSecret(30))).toBe('unlocked');
    const recovery = {
      recoveryCode: goodSecret.recoveryCode,
      secret: aSecret(31).record,
      recoveryVerifier: aSecret(31).recoveryVerifier,
    };
    expect((await worker.ask('guardian.recover', recovery)).ok).toBe(true);
  });
});

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
    for (const [key, value] of Object.entries({ ...family, guardianSecret })) {
      home.profile.managed.set(key, value);
    }
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
