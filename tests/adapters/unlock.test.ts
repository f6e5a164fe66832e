import { describe, expect, test, vi } from 'vitest';

import { freeTries, longestWaitMs, waitAfter } from '@/rules/guardian/attempts.ts';

import { aSecret, goodSecret, wrongSecret } from '../support/fake-secret.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, minute, types } from './support/family.ts';

const triesOf = (home: Home) => (home.stored('attempts') as { count: number } | undefined)?.count;
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

  test('is told before anything is typed, and being told costs no try', async () => {
    const { home, worker } = await aSetUpHome();
    for (let look = 0; look < 20; look += 1) {
      expect(await worker.gets('guardian.wait', {})).toEqual({ until: null, now: home.clock.now });
    }
    await typesWrongly(worker, freeTries);
    expect(await worker.gets('guardian.wait', {})).toEqual({
      until: home.clock.now + waitAfter(freeTries),
      now: home.clock.now,
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
