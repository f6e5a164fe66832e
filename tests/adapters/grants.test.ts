import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { grantKeyFrom, readPublicKey, writeChildCard } from '@/rules/codes/keys.ts';
import type { Gives } from '@/rules/messages/codes-contract.ts';
import type { GrantKey, Policy } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, minute } from './support/family.ts';
import { isOpen } from './support/phone.ts';

// A worker that dies is a failure that the background writes down.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

const game = 'https://game.test/';
const day = 24 * 60 * minute;
const strict = aPolicy(
  aHousehold().withCategory('games', 'block').withQuota('category:video', 1).child,
);
const openGame: Gives = { kind: 'host', host: 'game.test', minutes: 30 };

/** The guardian's own browser, where nothing is set up, with a key. */
async function aSigner() {
  const home = await aHome();
  const worker = await home.wake();
  const { publicKey } = await worker.gets('signer.make', {});
  return { home, worker, publicKey: publicKey ?? '' };
}
let keys = 0;
const accepted = (publicKey: string, childId = 'child-1'): GrantKey =>
  grantKeyFrom({ name: 'Ammi', childId, publicKey }, new Uint8Array(16).fill((keys += 1)));

/** Two browsers of one family that have shown each other their cards. Both clocks agree. */
async function aPair(policy: Policy = strict) {
  const guardian = await aSigner();
  const key = accepted(guardian.publicKey);
  const { home, worker } = await aSetUpHome({ ...policy, grantKeys: [key] });
  await addsChild(guardian.worker, key);
  const signs = async (gives: Gives = openGame): Promise<string> =>
    (await guardian.worker.gets('grant.sign', { keyId: key.id, gives })).text;
  return { home, worker, guardian, key, signs };
}
const addsChild = (worker: Worker, key: GrantKey) =>
  worker.gets('signer.add', { card: writeChildCard(key, 'Zara') });
const takes = (worker: Worker, file: string) => worker.gets('grant.take', { file }, from.blocked);
async function refusal(worker: Worker, file: string) {
  const taken = await takes(worker, file);
  return taken.kind === 'refused' ? taken.why : taken.kind;
}

describe('the guardian’s own browser', () => {
  test('makes its key where nothing is set up, once, and shows only the public half', async () => {
    const { home, publicKey } = await aSigner();
    expect(readPublicKey(publicKey)).toBe(publicKey);
    const next = await home.wake();
    expect(await next.gets('signer.make', {})).toEqual({ publicKey, children: [] });
    const kept = (await (await next.database()).secrets.read('signer')) as {
      privateKey: CryptoKey;
    };
    expect(kept.privateKey.extractable).toBe(false);
  });

  test('has none before it is made', async () => {
    const worker = await (await aHome()).wake();
    expect(await worker.gets('signer.read', {})).toEqual({ publicKey: null, children: [] });
    const card = writeChildCard(accepted('A'.repeat(43)), 'Zara');
    expect(await worker.gets('signer.add', { card })).toEqual({ kind: 'refused', why: 'no-key' });
  });

  test('asks for the PIN where one is set', async () => {
    const { worker } = await aSetUpHome(strict);
    expect(await worker.ask('signer.make', {})).toEqual({ ok: false, failure: 'needs-guardian' });
    expect(await worker.ask('grant.sign', { keyId: 'x', gives: openGame })).toEqual({
      ok: false,
      failure: 'needs-guardian',
    });
    const token = await worker.unlock();
    expect((await worker.gets('signer.make', { token })).publicKey).not.toBeNull();
  });

  test('knows a child by the card of its browser', async () => {
    const { worker, publicKey } = await aSigner();
    const key = accepted(publicKey);
    const expected = { publicKey, children: [{ keyId: key.id, nickname: 'Zara' }] };
    expect(await addsChild(worker, key)).toEqual({ kind: 'added', signer: expected });
    expect(await addsChild(worker, key)).toEqual({ kind: 'added', signer: expected });
    expect(await worker.gets('signer.remove', { keyId: key.id })).toEqual({
      publicKey,
      children: [],
    });
    expect(await worker.ask('grant.sign', { keyId: key.id, gives: openGame })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });

  test.each([
    ['not-a-card', 'hello'],
    ['other-key', writeChildCard(accepted('A'.repeat(42) + 'A'), 'Zara')],
  ])('refuses a card: %s', async (why, card) => {
    const { worker } = await aSigner();
    expect(await worker.gets('signer.add', { card })).toEqual({ kind: 'refused', why });
  });

  test('a child’s own key signs nothing that is accepted', async () => {
    const { worker, key } = await aPair();
    const child = await aSigner();
    await addsChild(child.worker, { ...key, publicKey: child.publicKey });
    const { text } = await child.worker.gets('grant.sign', { keyId: key.id, gives: openGame });
    expect(await refusal(worker, text)).toBe('altered');
  });
});

describe('a grant file', () => {
  test('opens what it names, for anyone who brings it, and ends by itself', async () => {
    const { home, worker, signs } = await aPair();
    const file = await signs();
    expect(await isOpen(worker, game)).toBe(false);
    expect(await takes(worker, file)).toEqual({
      kind: 'taken',
      gives: openGame,
      override: {
        id: expect.any(String) as string,
        covers: 'game.test',
        expiresAt: home.clock.now + 30 * minute,
      },
    });
    expect(await isOpen(worker, game)).toBe(true);
    home.passes(30 * minute);
    expect(await isOpen(worker, game)).toBe(false);
  });

  test('gives minutes to a quota until the day ends', async () => {
    const { home, worker, signs } = await aPair();
    await browses(home, worker, 'https://video.test/', 2);
    const gives: Gives = { kind: 'minutes', scope: 'category:video', minutes: 15 };
    expect(await takes(worker, await signs(gives))).toMatchObject({
      kind: 'taken',
      override: { covers: 'category:video', expiresAt: at('24:00') },
    });
    expect(await isOpen(worker, 'https://video.test/')).toBe(true);
  });

  test('lets a quiet time rest for a while', async () => {
    const policy = aPolicy(aHousehold().withQuietTime('00:00', '24:00').child);
    const { home, worker, signs } = await aPair(policy);
    await takes(worker, await signs({ kind: 'quiet-time', minutes: 20 }));
    expect(await isOpen(worker, game)).toBe(true);
    home.passes(20 * minute);
    expect(await isOpen(worker, game)).toBe(false);
  });

  test('counts once, also after a restart and with the clock set back', async () => {
    const { home, worker, signs } = await aPair();
    const file = await signs();
    await takes(worker, file);
    expect(await refusal(worker, file)).toBe('used');
    home.closeBrowser();
    home.clock.now -= 5 * minute;
    expect(await refusal(await home.wake(), file)).toBe('used');
  });

  test('brought twice at once counts once', async () => {
    const { home, worker, signs } = await aPair();
    const file = await signs();
    const both = await Promise.all([takes(worker, file), takes(worker, file)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'taken']);
    expect(home.stored('overrides')).toHaveLength(1);
  });

  test('is too old after a day, and a clock set back makes it no younger', async () => {
    const { home, worker, signs } = await aPair();
    const file = await signs();
    home.passes(day);
    await worker.tell({ kind: 'tick' });
    expect(await refusal(worker, file)).toBe('expired');
    home.clock.now -= day;
    expect(await refusal(worker, file)).toBe('expired');
  });

  test('of tomorrow is refused', async () => {
    const { worker, guardian, signs } = await aPair();
    guardian.home.clock.now += day;
    expect(await refusal(worker, await signs())).toBe('from-future');
  });

  test('of another family’s browser is refused', async () => {
    const [{ worker }, other] = [await aPair(), await aPair()];
    expect(await refusal(worker, await other.signs())).toBe('other-browser');
  });

  test('for a brother is refused while this child browses', async () => {
    const guardian = await aSigner();
    const key = accepted(guardian.publicKey, 'ali');
    const zara = strict.children[0] ?? anOpenChild();
    const ali = { ...anOpenChild(), id: 'ali', nickname: 'Ali' };
    const { home, worker } = await aSetUpHome({
      ...strict,
      children: [zara, ali],
      grantKeys: [key],
    });
    await addsChild(guardian.worker, key);
    const { text } = await guardian.worker.gets('grant.sign', { keyId: key.id, gives: openGame });
    expect(await refusal(worker, text)).toBe('other-child');
    expect(home.stored('overrides') ?? []).toEqual([]);
  });

  test('is refused once the guardian took the key back', async () => {
    const { worker, signs } = await aPair();
    const file = await signs();
    const { policy, revision } = await worker.gets('policy.read', {});
    await worker.gets('policy.save', {
      policy: { ...policy, grantKeys: [] },
      baseRevision: revision,
    });
    expect(await refusal(worker, file)).toBe('other-browser');
  });

  test.each([
    ['altered', (file: string) => file.replace('"minutes":30', '"minutes":31')],
    ['not-ours', () => '{"hello":"world"}'],
    ['not-ours', () => 'GIF89a'],
    ['too-large', (file: string) => file + ' '.repeat(5000)],
  ])('that is %s changes nothing', async (why, change) => {
    const { home, worker, signs } = await aPair();
    expect(await refusal(worker, change(await signs()))).toBe(why);
    expect(home.stored('overrides') ?? []).toEqual([]);
    expect(await (await worker.database()).meta.read('usedGrants')).toBeNull();
  });

  test('is not taken in a private window', async () => {
    const { home, signs } = await aPair();
    const inPrivate = await home.wake('private');
    expect(await inPrivate.ask('grant.take', { file: await signs() }, from.blocked)).toEqual({
      ok: false,
      failure: 'private-window',
    });
  });

  test('goes into the journal with the name of its browser', async () => {
    const { worker, signs } = await aPair();
    await takes(worker, await signs());
    const { entries } = await worker.gets('journal.read', {});
    expect(entries[0]?.change).toMatchObject({
      key: 'grantTaken',
      values: { child: 'Zara', name: 'Ammi' },
    });
    expect(JSON.stringify(entries)).not.toContain('game.test');
  });

  test('that a worker died over gives at most once', async () => {
    for (let writes = 0; writes < 5; writes += 1) {
      const { home, worker, signs } = await aPair();
      const file = await signs();
      home.profile.writesLeft = writes;
      await worker.ask('grant.take', { file }, from.blocked);
      await (await home.wake()).ask('grant.take', { file }, from.blocked);
      const given = (home.stored('overrides') ?? []) as readonly unknown[];
      expect(given.length, `killed after ${writes} writes`).toBeLessThanOrEqual(1);
    }
  });
});

test('accepting a key needs the guardian; the closed page then says that files are taken', async () => {
  const { worker } = await aSetUpHome(strict);
  const { policy, revision } = await worker.gets('policy.read', {});
  const wanted = { ...policy, grantKeys: [accepted('A'.repeat(43))] };
  const saving = { policy: wanted, baseRevision: revision };
  expect(await worker.ask('policy.save', saving)).toEqual({ ok: false, failure: 'needs-guardian' });
  expect(await worker.gets('codes.state', {}, from.blocked)).toMatchObject({ takesGrants: false });
  await worker.gets('policy.save', { ...saving, token: await worker.unlock() });
  expect(await worker.gets('codes.state', {}, from.blocked)).toMatchObject({ takesGrants: true });
});
