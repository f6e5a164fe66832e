import { describe, expect, test } from 'vitest';

import { aSecret, goodSecret } from '../support/fake-secret.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome, family, manage, minute, types } from './support/family.ts';

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
    manage(home, family);
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
