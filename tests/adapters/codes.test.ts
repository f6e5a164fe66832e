import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aSetUpHome, browses, minute } from './support/family.ts';
import {
  aHomeWithPhone,
  aPhone,
  asks,
  codeTriesOf,
  isOpen,
  pairs,
  redeems,
  strictHousehold,
} from './support/phone.ts';

// A worker that dies, and a full disk, are failures that the background writes down.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const game = 'https://game.test/';
const video = 'https://video.test/';
const arabic = (code: string): string =>
  code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

describe('a code answers one request', () => {
  test('with what it asked for, and ends by itself', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
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
    const { home, worker, phone } = await aHomeWithPhone();
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
    const { home, worker, phone } = await aHomeWithPhone();
    const code = typed(phone.shows(home.clock.now));
    expect((await redeems(worker, await asks(worker, game), code)).kind).toBe('allowed');
  });

  test.each([
    ['half a minute late', -30_000, 'allowed'],
    ['half a minute early', 30_000, 'allowed'],
    ['a minute and a half late', -90_000, 'old'],
    ['two minutes early', 120_000, 'wrong'],
  ] as const)('%s: %#', async (_, by, outcome) => {
    const { home, worker, phone } = await aHomeWithPhone();
    home.passes(10 * minute);
    const redeemed = await redeems(
      worker,
      await asks(worker, game),
      phone.shows(home.clock.now + by),
    );
    expect(redeemed.kind === 'refused' ? redeemed.why : redeemed.kind).toBe(outcome);
  });

  test('and no other one afterwards: the code is spent', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    await redeems(worker, first, code);
    expect(await redeems(worker, second, code)).toMatchObject({ kind: 'refused', why: 'used' });
    expect(await isOpen(worker, video)).toBe(false);
  });

  test('the code that paired the phone is spent too', async () => {
    const { home, worker } = await aSetUpHome(strictHousehold);
    const token = await worker.unlock();
    const phone = aPhone();
    const code = phone.shows(home.clock.now);
    await worker.gets('phone.pair', { name: 'Ammi', secret: phone.secret, code, token });
    const redeemed = await redeems(worker, await asks(worker, game), code);
    expect(redeemed).toMatchObject({ kind: 'refused', why: 'used' });
  });

  test('a restart of worker or browser makes no code new', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    await redeems(worker, first, code);
    expect(await redeems(await home.wake(), second, code)).toMatchObject({ why: 'used' });
    home.closeBrowser();
    expect(await redeems(await home.wake(), second, code)).toMatchObject({ why: 'used' });
  });

  test('of two at once with one code, one is answered', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const ids = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    const both = await Promise.all(ids.map((id) => redeems(worker, id, code)));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['allowed', 'refused']);
  });

  test('of twenty at once for one request, one answers it', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
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
    const { home, worker, phone } = await aHomeWithPhone();
    expect(await redeems(worker, id, phone.shows(home.clock.now))).toMatchObject({
      kind: 'refused',
      why: 'no-request',
    });
    expect(codeTriesOf(home)).toBe(0);
  });

  test('not one that was refused, and the code is not spent on it', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
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
    const { home, worker, phone } = await aHomeWithPhone();
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
    const { home, worker, phone } = await aHomeWithPhone();
    const id = await asks(worker, game);
    const tab = home.shows(game);
    const code = phone.shows(home.clock.now);
    expect(await worker.ask('code.redeem', { requestId: id, code }, from.page(tab))).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
  });
});

test('a worker that dies anywhere while a code is taken gives it at most once', async () => {
  for (let writes = 0; writes < 12; writes += 1) {
    const { home, worker, phone } = await aHomeWithPhone();
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
