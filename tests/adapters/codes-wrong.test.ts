import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { freeTries, waitAfter } from '@/rules/guardian/attempts.ts';

import { from } from '../support/fake-senders.ts';
import { minute } from './support/family.ts';
import { aHomeWithPhone, asks, codeTriesOf, notShownBy, redeems } from './support/phone.ts';

// A worker that dies, and a full disk, are failures that the background writes down.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const game = 'https://game.test/';

type AtHome = Awaited<ReturnType<typeof aHomeWithPhone>>;
type Guessing = Pick<AtHome, 'home' | 'worker'> & {
  readonly phone: Pick<AtHome['phone'], 'secret' | 'shows'>;
};
async function guesses({ home, worker, phone }: Guessing, requestId: string, times: number) {
  const wrong = notShownBy(phone, home.clock.now);
  const kinds: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const redeemed = await redeems(worker, requestId, wrong);
    kinds.push(redeemed.kind === 'refused' ? redeemed.why : redeemed.kind);
  }
  return kinds;
}

describe('wrong codes', () => {
  test('BYP-153 wait as wrong PINs do, each counted before it is looked at', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const id = await asks(worker, game);
    const kinds = await guesses({ home, worker, phone }, id, freeTries + 1);
    expect(kinds).toEqual([...Array.from({ length: freeTries }, () => 'wrong'), 'wait']);
    // The right one waits too.
    expect(await redeems(worker, id, phone.shows(home.clock.now))).toMatchObject({
      kind: 'wait',
      waitUntil: home.clock.now + waitAfter(freeTries),
    });
    home.passes(waitAfter(freeTries));
    expect((await redeems(worker, id, phone.shows(home.clock.now))).kind).toBe('allowed');
    expect(codeTriesOf(home)).toBe(0);
  });

  test('BYP-154 wait on in another worker, another browser session and on the heartbeat', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const id = await asks(worker, game);
    await guesses({ home, worker, phone }, id, freeTries);
    expect(await guesses({ home, worker: await home.wake(), phone }, id, 1)).toEqual(['wait']);
    home.closeBrowser();
    const next = await home.wake();
    expect(await guesses({ home, worker: next, phone }, id, 1)).toEqual(['wait']);
    expect(home.alarm('heartbeat')).not.toBeNull();
    next.listen();
    for (let half = 0; half < 2; half += 1) {
      home.passes(30_000);
      next.browser.alarms.onAlarm.fire({ name: 'heartbeat' });
      await home.settled();
    }
    expect((await next.gets('codes.state', {}, from.blocked)).waitUntil).toBeNull();
  });

  test('BYP-155 a hundred at once cost a hundred tries: all but the free ones wait', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const id = await asks(worker, game);
    const wrong = notShownBy(phone, home.clock.now);
    const all = await Promise.all(Array.from({ length: 100 }, () => redeems(worker, id, wrong)));
    expect(all.filter(({ kind }) => kind === 'refused')).toHaveLength(freeTries);
    expect(all.filter(({ kind }) => kind === 'wait')).toHaveLength(100 - freeTries);
  });

  test('BYP-156 a clock set forward by a day ends no wait', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const id = await asks(worker, game);
    await guesses({ home, worker, phone }, id, freeTries);
    home.clock.now += 24 * 60 * minute;
    expect(await guesses({ home, worker, phone }, id, 1)).toEqual(['wait']);
    expect((await worker.gets('codes.state', {}, from.blocked)).waitUntil).not.toBeNull();
  });

  test('do not make the guardian wait for the PIN', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    await guesses({ home, worker, phone }, await asks(worker, game), freeTries + 3);
    expect(await worker.unlock()).toBeTypeOf('string');
  });

  test('a try that can not be stored is not given', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const id = await asks(worker, game);
    home.profile.failing = { key: 'codeAttempts', error: new Error('disk') };
    const code = phone.shows(home.clock.now);
    expect((await worker.ask('code.redeem', { requestId: id, code }, from.blocked)).ok).toBe(false);
    expect(home.stored('overrides') ?? []).toEqual([]);
  });

  test('a count that was tampered with is no fresh start', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    home.profile.local.set('codeAttempts', { count: -1 });
    expect(await guesses({ home, worker, phone }, await asks(worker, game), 1)).toEqual(['wait']);
  });

  test('slips of the finger cost no try', async () => {
    const { home, worker } = await aHomeWithPhone();
    const id = await asks(worker, game);
    for (const slip of ['', '12345', 'abcdef', '1234567']) {
      expect(await redeems(worker, id, slip)).toMatchObject({ kind: 'refused', why: 'slip' });
    }
    expect(codeTriesOf(home)).toBe(0);
  });
});
