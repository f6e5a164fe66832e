import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { freeTries } from '@/rules/guardian/attempts.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, minute } from './support/family.ts';
import { isOpen } from './support/phone.ts';

// A worker that dies is a failure that the background writes down.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const video = 'https://video.test/';
const game = 'https://game.test/';
const oneMinute = aPolicy(aHousehold().withQuota('category:video', 1).child);

async function prints(worker: Worker, about: { minutes?: 15 | 30; childId?: string } = {}) {
  const token = await worker.unlock();
  const made = await worker.gets('vouchers.make', {
    childId: about.childId ?? 'child-1',
    minutes: about.minutes ?? 15,
    count: 4,
    token,
  });
  if (made.kind !== 'made') throw new Error(made.why);
  return { ...made, token };
}
const spends = (worker: Worker, code: string, url = video) =>
  worker.gets('voucher.redeem', { url, code }, from.blocked);
/** Cards are printed, and the video's minute is used up. */
async function spentHome(policy: Policy = oneMinute) {
  const { home, worker } = await aSetUpHome(policy);
  const sheet = await prints(worker);
  await browses(home, worker, video, 2);
  return { home, worker, ...sheet };
}
const cardOf = (codes: readonly string[], index: number): string => codes[index] ?? '';
const triesOf = (home: Home) =>
  (home.stored('codeAttempts') as { count: number } | undefined)?.count ?? 0;
const wrongCard = '00000 05724';

describe('cards', () => {
  test('are printed by the guardian alone', async () => {
    const { worker } = await aSetUpHome(oneMinute);
    const wanted = { childId: 'child-1', minutes: 15, count: 4 } as const;
    expect(await worker.ask('vouchers.make', wanted)).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    const { codes, sheet } = await prints(worker);
    expect(new Set(codes).size).toBe(4);
    expect(codes.every((code) => /^\d{5} \d{5}$/.test(code))).toBe(true);
    expect(sheet).toMatchObject({ childId: 'child-1', minutes: 15, made: 4, used: 0 });
    expect(await worker.gets('codes.state', {}, from.blocked)).toMatchObject({ cardsLeft: 4 });
  });

  test('are for a child of the family', async () => {
    const { worker } = await aSetUpHome(oneMinute);
    const token = await worker.unlock();
    const wanted = { childId: 'nobody', minutes: 15, count: 4, token } as const;
    expect(await worker.ask('vouchers.make', wanted)).toEqual({ ok: false, failure: 'not-found' });
  });

  test('stand nowhere in what is kept', async () => {
    const { worker, codes } = await spentHome();
    const kept = JSON.stringify(await (await worker.database()).meta.read('sheets'));
    for (const code of codes) expect(kept).not.toContain(code.replace(' ', ''));
  });

  test('are two hundred at most', async () => {
    const { worker } = await aSetUpHome(oneMinute);
    const token = await worker.unlock();
    const wanted = { childId: 'child-1', minutes: 30, count: 24, token } as const;
    for (let sheet = 0; sheet < 8; sheet += 1) await worker.gets('vouchers.make', wanted);
    expect(await worker.gets('vouchers.make', wanted)).toEqual({
      kind: 'refused',
      why: 'too-many',
    });
  });
});

describe('a card', () => {
  test('gives its minutes to a spent quota, of use and not of the clock', async () => {
    const { home, worker, codes } = await spentHome();
    expect(await isOpen(worker, video)).toBe(false);
    expect(await spends(worker, cardOf(codes, 0))).toEqual({
      kind: 'given',
      minutes: 15,
      scopes: ['category:video'],
      expiresAt: at('24:00'),
    });
    home.passes(60 * minute);
    expect(await isOpen(worker, video)).toBe(true);
    await browses(home, worker, video, 14);
    expect(await isOpen(worker, video)).toBe(true);
    await browses(home, worker, video, 1);
    expect(await isOpen(worker, video)).toBe(false);
  });

  test('gives all its minutes, though more was used than the quota gives', async () => {
    const { home, worker, codes, token } = await spentHome();
    const { request } = await worker.gets(
      'request.ask',
      { url: video, why: 'video', words: '' },
      from.blocked,
    );
    await worker.gets('request.answer', { requestId: request.id, answer: 'minutes-15', token });
    await browses(home, worker, video, 16);
    expect(await isOpen(worker, video)).toBe(false);
    await spends(worker, cardOf(codes, 0));
    await browses(home, worker, video, 14);
    expect(await isOpen(worker, video)).toBe(true);
    await browses(home, worker, video, 1);
    expect(await isOpen(worker, video)).toBe(false);
  });

  test('opens a page that two quotas closed', async () => {
    const policy = aPolicy(
      aHousehold().withQuota('category:video', 1).withQuota('host:video.test', 1).child,
    );
    const { worker, codes } = await spentHome(policy);
    const given = await spends(worker, cardOf(codes, 0));
    expect(given).toMatchObject({ kind: 'given' });
    expect(given.kind === 'given' && given.scopes.toSorted()).toEqual([
      'category:video',
      'host:video.test',
    ]);
    expect(await isOpen(worker, video)).toBe(true);
  });

  test('is used up, also for a worker or a browser that starts anew', async () => {
    const { home, worker, codes } = await spentHome();
    const code = cardOf(codes, 1);
    await spends(worker, code);
    await browses(home, worker, video, 16);
    expect(await spends(worker, code)).toMatchObject({ kind: 'refused', why: 'used' });
    home.closeBrowser();
    expect(await spends(await home.wake(), code)).toMatchObject({ kind: 'refused', why: 'used' });
  });

  test('typed twice at once gives once', async () => {
    const { home, worker, codes } = await spentHome();
    const code = cardOf(codes, 0);
    const both = await Promise.all([spends(worker, code), spends(worker, code)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['given', 'refused']);
    expect(home.stored('overrides')).toHaveLength(1);
  });

  test('is read in other digits', async () => {
    const { worker, codes } = await spentHome();
    const typed = cardOf(codes, 0).replaceAll(/\d/g, (digit) =>
      String.fromCodePoint(0x6f0 + Number(digit)),
    );
    expect((await spends(worker, typed)).kind).toBe('given');
  });

  test('opens no quiet time, and keeps its worth', async () => {
    const policy = aPolicy(
      aHousehold().withQuota('category:video', 1).withQuietTime('00:00', '24:00').child,
    );
    const { home, worker } = await aSetUpHome(policy);
    const { codes } = await prints(worker);
    expect(await spends(worker, cardOf(codes, 0))).toMatchObject({ why: 'not-for-this' });
    expect(await worker.gets('codes.state', {}, from.blocked)).toMatchObject({ cardsLeft: 4 });
    expect(triesOf(home)).toBe(0);
  });

  test('ends no rest', async () => {
    const { worker, codes } = await spentHome();
    await worker.gets('rest.start', { minutes: 30 });
    expect(await spends(worker, cardOf(codes, 0))).toMatchObject({ why: 'not-for-this' });
  });

  test.each([
    ['a site that is closed anyway', game],
    ['a page that is open', 'https://school.test/'],
    ['help', 'https://helpline.test/'],
    ['no address', 'not an address'],
  ])('is not spent on %s', async (_, url) => {
    const policy = aPolicy(
      aHousehold().withQuota('category:video', 1).withCategory('games', 'block').child,
    );
    const { worker, codes } = await spentHome(policy);
    expect(await spends(worker, cardOf(codes, 0), url)).toMatchObject({ why: 'not-for-this' });
  });

  test('is not spent where its time would open a site that stays closed', async () => {
    const policy = aPolicy(aHousehold().withQuota('all', 1).withCategory('games', 'block').child);
    const { worker, codes } = await spentHome(policy);
    expect(await spends(worker, cardOf(codes, 0), game)).toMatchObject({ why: 'not-for-this' });
    expect((await spends(worker, cardOf(codes, 0))).kind).toBe('given');
  });

  test('of a brother is refused and keeps its worth', async () => {
    const ali = { ...anOpenChild(), id: 'ali', nickname: 'Ali' };
    const zara = aHousehold().withQuota('category:video', 1).child;
    const { home, worker } = await aSetUpHome({ ...aPolicy(zara), children: [zara, ali] });
    const { codes } = await prints(worker, { childId: 'ali' });
    await browses(home, worker, video, 2);
    expect(await spends(worker, cardOf(codes, 0))).toMatchObject({ why: 'other-child' });
    const { sheets } = await worker.gets('codes.read', { token: await worker.unlock() });
    expect(sheets).toMatchObject([{ childId: 'ali', used: 0 }]);
    expect(await worker.gets('codes.state', {}, from.blocked)).toMatchObject({ cardsLeft: 0 });
  });

  test('of a child who left is worth nothing to another one under the same name', async () => {
    const ali = { ...anOpenChild(), id: 'ali', nickname: 'Ali' };
    const zara = aHousehold().withQuota('category:video', 1).child;
    const both = { ...aPolicy(zara), children: [zara, ali] };
    const { worker } = await aSetUpHome(both);
    const { token } = await prints(worker, { childId: 'ali' });
    const saves = async (policy: Policy) => {
      const { revision } = await worker.gets('policy.read', {});
      await worker.gets('policy.save', { policy, baseRevision: revision, token });
    };
    await saves(aPolicy(zara));
    await saves(both);
    expect((await worker.gets('codes.read', { token })).sheets).toEqual([]);
  });

  test('of a sheet that was withdrawn is worth nothing', async () => {
    const { worker, codes, sheet, token } = await spentHome();
    expect(await worker.ask('vouchers.withdraw', { sheetId: sheet.id })).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    await worker.gets('vouchers.withdraw', { sheetId: sheet.id, token });
    expect(await spends(worker, cardOf(codes, 0))).toMatchObject({ why: 'withdrawn' });
    expect((await worker.gets('codes.read', { token })).sheets).toEqual([]);
  });

  test('of last year is old, and a clock set back makes it no younger', async () => {
    const { home, worker, codes } = await spentHome();
    home.clock.now += 366 * 24 * 60 * minute;
    await browses(home, worker, video, 2);
    expect(await spends(worker, cardOf(codes, 0))).toMatchObject({ why: 'old' });
    home.clock.now -= 366 * 24 * 60 * minute;
    expect(await spends(worker, cardOf(codes, 1))).toMatchObject({ why: 'old' });
  });

  test('goes into the journal, which child and guardian read', async () => {
    const { worker, codes } = await spentHome();
    await spends(worker, cardOf(codes, 0));
    const { entries } = await worker.gets('journal.read', {}, from.mine);
    expect(entries[0]?.change).toMatchObject({
      key: 'cardUsed',
      values: { child: 'Zara', minutes: '15' },
    });
  });
});

describe('wrong cards', () => {
  test('BYP-153 wait as wrong PINs do, together with wrong codes', async () => {
    const { worker } = await spentHome();
    const kinds: string[] = [];
    for (let time = 0; time <= freeTries; time += 1) {
      const spent = await spends(worker, wrongCard);
      kinds.push(spent.kind === 'refused' ? spent.why : spent.kind);
    }
    expect(kinds).toEqual([...Array.from({ length: freeTries }, () => 'wrong'), 'wait']);
    const { waitUntil } = await worker.gets('codes.state', {}, from.blocked);
    expect(waitUntil).not.toBeNull();
  });

  test('are not forgotten for a right one: a handful of cards buys no guesses', async () => {
    const { home, worker, codes } = await spentHome();
    for (let time = 1; time < freeTries; time += 1) await spends(worker, wrongCard);
    expect((await spends(worker, cardOf(codes, 0))).kind).toBe('given');
    expect(triesOf(home)).toBe(freeTries - 1);
    await browses(home, worker, video, 16);
    expect(await spends(worker, wrongCard)).toMatchObject({ why: 'wrong' });
    expect((await spends(worker, cardOf(codes, 1))).kind).toBe('wait');
  });

  test('mistyped ones cost nothing: the last digit checks the others', async () => {
    const { home, worker, codes } = await spentHome();
    const code = cardOf(codes, 0);
    const slip = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    expect(await spends(worker, slip)).toMatchObject({ kind: 'refused', why: 'slip' });
    expect(triesOf(home)).toBe(0);
  });
});

test('a worker that dies anywhere while a card is spent gives it at most once', async () => {
  for (let writes = 0; writes < 8; writes += 1) {
    const { home, worker, codes } = await spentHome();
    const code = cardOf(codes, 0);
    home.profile.writesLeft = writes;
    await worker.ask('voucher.redeem', { url: video, code }, from.blocked).catch(() => null);
    const next = await home.wake();
    await next.ask('voucher.redeem', { url: video, code }, from.blocked);
    expect(
      (home.stored('overrides') ?? []) as readonly unknown[],
      `killed after ${writes} writes`,
    ).toSatisfy((overrides: readonly unknown[]) => overrides.length <= 1);
  }
});
