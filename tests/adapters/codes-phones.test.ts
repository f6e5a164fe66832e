import { describe, expect, test } from 'vitest';

import { from } from '../support/fake-senders.ts';
import { aSetUpHome, minute } from './support/family.ts';
import {
  aHomeWithPhone,
  aPhone,
  asks,
  codeTriesOf,
  isOpen,
  notShownBy,
  pairs,
  type Phone,
  redeems,
  strictHousehold,
} from './support/phone.ts';

const game = 'https://game.test/';
const video = 'https://video.test/';

describe('pairing a phone', () => {
  test('needs the guardian', async () => {
    const { home, worker } = await aSetUpHome(strictHousehold);
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
    const { worker, phone } = await aHomeWithPhone();
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
    const { home, worker } = await aSetUpHome(strictHousehold);
    const token = await worker.unlock();
    const phone = aPhone();
    const pairing = { name: 'x', secret: phone.secret, code: code(phone, home.clock.now), token };
    expect(await worker.gets('phone.pair', pairing)).toEqual({ kind: 'refused', why });
    expect((await worker.gets('codes.read', { token })).phones).toEqual([]);
  });

  test('fails with a secret that is none', async () => {
    const { worker } = await aSetUpHome(strictHousehold);
    const token = await worker.unlock();
    const pairing = { name: 'x', secret: 'MZXW6YTB', code: '123456', token };
    expect(await worker.gets('phone.pair', pairing)).toEqual({ kind: 'refused', why: 'slip' });
  });

  test('takes three phones at most, and any of them answers', async () => {
    const { home, worker } = await aHomeWithPhone();
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
    const { worker } = await aHomeWithPhone();
    const kept = (await (await worker.database()).secrets.read('phones')) as { key: CryptoKey }[];
    expect(kept.map(({ key }) => key.extractable)).toEqual([false]);
  });

  test('proves the wall clock: a clock that was set ahead and back is believed again', async () => {
    const { home, worker } = await aSetUpHome(strictHousehold);
    home.clock.now += 400 * 24 * 60 * minute;
    await worker.tell({ kind: 'tick' });
    home.clock.now -= 400 * 24 * 60 * minute;
    const phone = await pairs(home, worker);
    const redeemed = await redeems(worker, await asks(worker, game), phone.shows(home.clock.now));
    expect(redeemed.kind).toBe('allowed');
  });

  test('removed, it answers nothing', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    await worker.gets('phone.remove', { phoneId: phone.id, token: phone.token });
    const redeemed = await redeems(worker, await asks(worker, game), phone.shows(home.clock.now));
    expect(redeemed).toMatchObject({ kind: 'refused', why: 'no-phone' });
    expect(codeTriesOf(home)).toBe(0);
  });
});

describe('a clock set back', () => {
  const hour = 60 * minute;

  test('makes no old code good again, not even one that was never used', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
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
    const { home, worker, phone } = await aHomeWithPhone();
    home.passes(3 * hour);
    await worker.tell({ kind: 'tick' });
    const truth = home.clock.now;
    home.clock.now -= 3 * hour;
    const redeemed = await redeems(worker, await asks(worker, game), phone.shows(truth));
    expect(redeemed.kind).toBe('allowed');
  });

  test('to before a code was used does not free its step', async () => {
    const { home, worker, phone } = await aHomeWithPhone();
    const [first, second] = [await asks(worker, game), await asks(worker, video)];
    const code = phone.shows(home.clock.now);
    await redeems(worker, first, code);
    home.clock.now -= 40_000;
    expect(await redeems(worker, second, code)).toMatchObject({ why: 'used' });
  });
});
