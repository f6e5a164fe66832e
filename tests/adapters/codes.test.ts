import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { freeTries, waitAfter } from '@/rules/guardian/attempts.ts';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, minute } from './support/family.ts';
import { aPhone, asks, isOpen, notShownBy, pairs, type Phone, redeems } from './support/phone.ts';

// A worker that dies, and a full disk, are failures that the background writes down.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const game = 'https://game.test/';
const video = 'https://video.test/';
const strict = aPolicy(
  aHousehold().withCategory('games', 'block').withCategory('video', 'block').child,
);
async function withPhone() {
  const { home, worker } = await aSetUpHome(strict);
  return { home, worker, phone: await pairs(home, worker) };
}
const arabic = (code: string): string =>
  code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
async function guesses(home: Home, worker: Worker, phone: Phone, requestId: string, times: number) {
  const wrong = notShownBy(phone, home.clock.now);
  const kinds: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const redeemed = await redeems(worker, requestId, wrong);
    kinds.push(redeemed.kind === 'refused' ? redeemed.why : redeemed.kind);
  }
  return kinds;
}
const triesOf = (home: Home) =>
  (home.stored('codeAttempts') as { count: number } | undefined)?.count ?? 0;

describe('pairing a phone', () => {
  test('needs the guardian', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const phone = aPhone();
    const pairing = { name: 'Mine', secret: phone.secret, code: phone.shows(home.clock.now) };
    expect(await worker.ask('phone.pair', pairing)).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    expect(await worker.ask('codes.read', {})).toEqual({ ok: false, failure: 'needs-guardian' });
    expect(await worker.gets('codes.state', {})).toMatchObject({ takesCodes: false });
  });

  test('is proven by a code, and told to the guardian', async () => {
    const { worker, phone } = await withPhone();
    const { phones } = await worker.gets('codes.read', { token: phone.token });
    expect(phones).toMatchObject([{ id: phone.id, name: 'Ammi', lastUsedAt: null }]);
    expect(await worker.gets('codes.state', {}, from.blocked)).toMatchObject({ takesCodes: true });
    const { entries } = await worker.gets('journal.read', {});
    expect(entries[0]).toMatchObject({
      who: 'guardian',
      change: { key: 'changePhonePaired', values: { name: 'Ammi' }, weakens: true },
    });
  });

  test.each([
    ['a code of another phone', (phone: Phone, at: number) => notShownBy(phone, at), 'wrong'],
    ['an old code', (phone: Phone, at: number) => phone.shows(at - 5 * minute), 'wrong'],
    ['five digits', () => '12345', 'slip'],
  ] as const)('fails with %s and changes nothing', async (_, code, why) => {
    const { home, worker } = await aSetUpHome(strict);
    const token = await worker.unlock();
    const phone = aPhone();
    const pairing = { name: 'x', secret: phone.secret, code: code(phone, home.clock.now), token };
    expect(await worker.gets('phone.pair', pairing)).toEqual({ kind: 'refused', why });
    expect((await worker.gets('codes.read', { token })).phones).toEqual([]);
  });

  test('fails with a secret that is none', async () => {
    const { worker } = await aSetUpHome(strict);
    const token = await worker.unlock();
    const pairing = { name: 'x', secret: 'MZXW6YTB', code: '123456', token };
    expect(await worker.gets('phone.pair', pairing)).toEqual({ kind: 'refused', why: 'slip' });
  });

  test('takes three phones at most, and any of them answers', async () => {
    const { home, worker } = await withPhone();
    const father = await pairs(home, worker, 'Abbu');
    const { token } = await pairs(home, worker, 'Dadi');
    const fourth = aPhone();
    const code = fourth.shows(home.clock.now);
    expect(
      await worker.gets('phone.pair', { name: 'x', secret: fourth.secret, code, token }),
    ).toEqual({ kind: 'refused', why: 'too-many' });
    const redeemed = await redeems(worker, await asks(worker, game), father.shows(home.clock.now));
    expect(redeemed.kind).toBe('allowed');
  });

  test('keeps no secret that could be read again', async () => {
    const { worker } = await withPhone();
    const kept = (await (await worker.database()).secrets.read('phones')) as { key: CryptoKey }[];
    expect(kept.map(({ key }) => key.extractable)).toEqual([false]);
  });

  test('proves the wall clock: a clock that was set ahead and back is believed again', async () => {
    const { home, worker } = await aSetUpHome(strict);
    home.clock.now += 400 * 24 * 60 * minute;
    await worker.tell({ kind: 'tick' });
    home.clock.now -= 400 * 24 * 60 * minute;
    const phone = await pairs(home, worker);
    const redeemed = await redeems(worker, await asks(worker, game), phone.shows(home.clock.now));
    expect(redeemed.kind).toBe('allowed');
  });

  test('removed, it answers nothing', async () => {
    const { home, worker, phone } = await withPhone();
    await worker.gets('phone.remove', { phoneId: phone.id, token: phone.token });
    const redeemed = await redeems(worker, await asks(worker, game), phone.shows(home.clock.now));
    expect(redeemed).toMatchObject({ kind: 'refused', why: 'no-phone' });
    expect(triesOf(home)).toBe(0);
  });
});

describe('a code answers one request', () => {
  test('with what it asked for, and ends by itself', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game, 'minutes-15');
    const redeemed = await redeems(worker, id, phone.shows(home.clock.now));
    expect(redeemed).toMatchObject({
      kind: 'allowed',
      request: { state: 'allowed', answer: 'minutes-15', expiresAt: home.clock.now + 15 * minute },
    });
    expect(await isOpen(worker, game)).toBe(true);
    expect(await isOpen(worker, video)).toBe(false);
    home.passes(15 * minute);
    expect(await isOpen(worker, game)).toBe(false);
  });

  test('and the guardian reads of it, without the address', async () => {
    const { home, worker, phone } = await withPhone();
    await redeems(worker, await asks(worker, game), phone.shows(home.clock.now));
    const { entries } = await worker.gets('journal.read', {});
    expect(entries[0]?.change).toMatchObject({
      key: 'codeUsed',
      childId: 'child-1',
      values: { child: 'Zara', name: 'Ammi' },
    });
    expect(JSON.stringify(entries)).not.toContain('game.test');
    const { phones } = await worker.gets('codes.read', { token: await worker.unlock() });
    expect(phones[0]?.lastUsedAt).toBe(home.clock.now);
  });

  test.each([
    [
      'in Arabic-Indic digits with spaces',
      (code: string) => ` ${arabic(code.slice(0, 3))} ${arabic(code.slice(3))} `,
    ],
    ['with a dash', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ])('typed %s', async (_, typed) => {
    const { home, worker, phone } = await withPhone();
    const code = typed(phone.shows(home.clock.now));
    expect((await redeems(worker, await asks(worker, game), code)).kind).toBe('allowed');
  });

  test.each([
    ['half a minute late', -30_000, 'allowed'],
    ['half a minute early', 30_000, 'allowed'],
    ['a minute and a half late', -90_000, 'old'],
    ['two minutes early', 120_000, 'wrong'],
  ] as const)('%s: %#', async (_, by, outcome) => {
    const { home, worker, phone } = await withPhone();
    home.passes(10 * minute);
    const redeemed = await redeems(
      worker,
      await asks(worker, game),
      phone.shows(home.clock.now + by),
    );
    expect(redeemed.kind === 'refused' ? redeemed.why : redeemed.kind).toBe(outcome);
  });

  test('and no other one afterwards: the code is spent', async () => {
    const { home, worker, phone } = await withPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    await redeems(worker, first, code);
    expect(await redeems(worker, second, code)).toMatchObject({ kind: 'refused', why: 'used' });
    expect(await isOpen(worker, video)).toBe(false);
  });

  test('the code that paired the phone is spent too', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const token = await worker.unlock();
    const phone = aPhone();
    const code = phone.shows(home.clock.now);
    await worker.gets('phone.pair', { name: 'Ammi', secret: phone.secret, code, token });
    const redeemed = await redeems(worker, await asks(worker, game), code);
    expect(redeemed).toMatchObject({ kind: 'refused', why: 'used' });
  });

  test('a restart of worker or browser makes no code new', async () => {
    const { home, worker, phone } = await withPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    await redeems(worker, first, code);
    expect(await redeems(await home.wake(), second, code)).toMatchObject({ why: 'used' });
    home.closeBrowser();
    expect(await redeems(await home.wake(), second, code)).toMatchObject({ why: 'used' });
  });

  test('of two at once with one code, one is answered', async () => {
    const { home, worker, phone } = await withPhone();
    const ids = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    const both = await Promise.all(ids.map((id) => redeems(worker, id, code)));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['allowed', 'refused']);
  });

  test('of twenty at once for one request, one answers it', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    const code = phone.shows(home.clock.now);
    const all = await Promise.all(Array.from({ length: 20 }, () => redeems(worker, id, code)));
    expect(all.filter(({ kind }) => kind === 'allowed')).toHaveLength(1);
    expect(home.stored('overrides')).toHaveLength(1);
  });

  test.each([
    ['never asked', 'no-such-request'],
    ['empty-looking', ' '],
  ])('not one that was %s', async (_, id) => {
    const { home, worker, phone } = await withPhone();
    expect(await redeems(worker, id, phone.shows(home.clock.now))).toMatchObject({
      kind: 'refused',
      why: 'no-request',
    });
    expect(triesOf(home)).toBe(0);
  });

  test('not one that was refused, and the code is not spent on it', async () => {
    const { home, worker, phone } = await withPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    await worker.gets('request.answer', { requestId: first, answer: 'not-now' });
    const code = phone.shows(home.clock.now);
    expect(await redeems(worker, first, code)).toMatchObject({ why: 'no-request' });
    expect((await redeems(worker, second, code)).kind).toBe('allowed');
  });

  test('more time, where a quota was spent', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(aHousehold().withQuota('all', 1).child));
    const phone = await pairs(home, worker);
    await browses(home, worker, video, 2);
    expect(await isOpen(worker, video)).toBe(false);
    const redeemed = await redeems(worker, await asks(worker, video), phone.shows(home.clock.now));
    expect(redeemed).toMatchObject({ kind: 'allowed', request: { answer: 'minutes-15' } });
    expect(await isOpen(worker, video)).toBe(true);
  });

  test('not from a private window, whose tries nobody could count', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    const inPrivate = await home.wake('private');
    const code = phone.shows(home.clock.now);
    expect(await inPrivate.ask('code.redeem', { requestId: id, code }, from.blocked)).toEqual({
      ok: false,
      failure: 'private-window',
    });
    expect(await inPrivate.gets('codes.state', {}, from.blocked)).toMatchObject({
      takesCodes: false,
    });
  });

  test('never from a web page', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    const tab = home.shows(game);
    const code = phone.shows(home.clock.now);
    expect(await worker.ask('code.redeem', { requestId: id, code }, from.page(tab))).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
  });
});

describe('a clock set back', () => {
  const hour = 60 * minute;

  test('makes no old code good again, not even one that was never used', async () => {
    const { home, worker, phone } = await withPhone();
    const unused = phone.shows(home.clock.now);
    const id = await asks(worker, game);
    home.passes(3 * hour);
    await worker.tell({ kind: 'tick' });
    home.clock.now -= 3 * hour;
    expect(await redeems(worker, id, unused)).toMatchObject({ kind: 'refused', why: 'clock' });
    const next = await home.wake();
    expect(await redeems(next, id, unused)).toMatchObject({ why: 'clock' });
    expect(await isOpen(next, game)).toBe(false);
  });

  test('does not stop a code of the true time while the browser runs', async () => {
    const { home, worker, phone } = await withPhone();
    home.passes(3 * hour);
    await worker.tell({ kind: 'tick' });
    const truth = home.clock.now;
    home.clock.now -= 3 * hour;
    const redeemed = await redeems(worker, await asks(worker, game), phone.shows(truth));
    expect(redeemed.kind).toBe('allowed');
  });

  test('to before a code was used does not free its step', async () => {
    const { home, worker, phone } = await withPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    await redeems(worker, first, code);
    home.clock.now -= 40_000;
    expect(await redeems(worker, second, code)).toMatchObject({ why: 'used' });
  });
});

describe('wrong codes', () => {
  test('BYP-153 wait as wrong PINs do, each counted before it is looked at', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    const kinds = await guesses(home, worker, phone, id, freeTries + 1);
    expect(kinds).toEqual([...Array.from({ length: freeTries }, () => 'wrong'), 'wait']);
    // The right one waits too.
    expect(await redeems(worker, id, phone.shows(home.clock.now))).toMatchObject({
      kind: 'wait',
      waitUntil: home.clock.now + waitAfter(freeTries),
    });
    home.passes(waitAfter(freeTries));
    expect((await redeems(worker, id, phone.shows(home.clock.now))).kind).toBe('allowed');
    expect(triesOf(home)).toBe(0);
  });

  test('BYP-154 wait on in another worker, another browser session and on the heartbeat', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    await guesses(home, worker, phone, id, freeTries);
    expect(await guesses(home, await home.wake(), phone, id, 1)).toEqual(['wait']);
    home.closeBrowser();
    const next = await home.wake();
    expect(await guesses(home, next, phone, id, 1)).toEqual(['wait']);
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
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    const wrong = notShownBy(phone, home.clock.now);
    const all = await Promise.all(Array.from({ length: 100 }, () => redeems(worker, id, wrong)));
    expect(all.filter(({ kind }) => kind === 'refused')).toHaveLength(freeTries);
    expect(all.filter(({ kind }) => kind === 'wait')).toHaveLength(100 - freeTries);
  });

  test('BYP-156 a clock set forward by a day ends no wait', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    await guesses(home, worker, phone, id, freeTries);
    home.clock.now += 24 * 60 * minute;
    expect(await guesses(home, worker, phone, id, 1)).toEqual(['wait']);
    expect((await worker.gets('codes.state', {}, from.blocked)).waitUntil).not.toBeNull();
  });

  test('do not make the guardian wait for the PIN', async () => {
    const { home, worker, phone } = await withPhone();
    await guesses(home, worker, phone, await asks(worker, game), freeTries + 3);
    expect(await worker.unlock()).toBeTypeOf('string');
  });

  test('a try that can not be stored is not given', async () => {
    const { home, worker, phone } = await withPhone();
    const id = await asks(worker, game);
    home.profile.failing = { key: 'codeAttempts', error: new Error('disk') };
    const code = phone.shows(home.clock.now);
    expect((await worker.ask('code.redeem', { requestId: id, code }, from.blocked)).ok).toBe(false);
    expect(home.stored('overrides') ?? []).toEqual([]);
  });

  test('a count that was tampered with is no fresh start', async () => {
    const { home, worker, phone } = await withPhone();
    home.profile.local.set('codeAttempts', { count: -1 });
    expect(await guesses(home, worker, phone, await asks(worker, game), 1)).toEqual(['wait']);
  });

  test('slips of the finger cost no try', async () => {
    const { home, worker } = await withPhone();
    const id = await asks(worker, game);
    for (const slip of ['', '12345', 'abcdef', '1234567']) {
      expect(await redeems(worker, id, slip)).toMatchObject({ kind: 'refused', why: 'slip' });
    }
    expect(triesOf(home)).toBe(0);
  });
});

test('a worker that dies anywhere while a code is taken gives it at most once', async () => {
  for (let writes = 0; writes < 12; writes += 1) {
    const { home, worker, phone } = await withPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    home.profile.writesLeft = writes;
    await worker.ask('code.redeem', { requestId: first, code }, from.blocked).catch(() => null);
    const next = await home.wake();
    await redeems(next, second, code);
    const open = [await isOpen(next, game), await isOpen(next, video)];
    expect(open.filter(Boolean).length, `killed after ${writes} writes`).toBeLessThanOrEqual(1);
  }
});
