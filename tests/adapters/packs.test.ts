// Newer editions of country packs: from a file, and from the address that the pack in use names.
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Pack } from '@/rules/packs/pack.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { anOpenChild, aPolicy, noon } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { type Home, type Worker } from '../support/fake-world.ts';
import { aMechanism, aPack, aPackKey, aSignedPack, type TestPackKey } from '../support/packs.ts';
import { aSetUpHome } from './support/family.ts';

const day = 24 * 3_600_000;
const dateAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const key = aPackKey({ from: '2020-01-01', until: '2040-01-01' });
const updates = 'https://packs.example/PK.json';

let trusted: TestPackKey[] = [];
beforeEach(() => {
  trusted = [key];
  vi.doMock('@/rules/packs/trusted-keys.ts', () => ({ trustedKeys: trusted }));
});

const aStrictChild: ChildProfile = {
  ...anOpenChild('9-12'),
  filter: {
    ...anOpenChild().filter,
    categories: { ...anOpenChild().filter.categories, adult: 'block' },
    blocklist: ['closed.test'],
  },
};
const edition = (changed: Partial<Pack> = {}): Pack =>
  aPack({
    version: 2,
    issued: dateAt(noon - day),
    expires: dateAt(noon + 300 * day),
    mechanisms: [aMechanism({ website: 'https://newhelp.test/' })],
    ...changed,
  });
const fileOf = (pack: Pack, by = key): string => JSON.stringify(aSignedPack(pack, by));
const taking = (worker: Worker, pack: Pack, by = key) =>
  worker.gets('packs.import', { file: fileOf(pack, by) }, from.options);

/** A publisher of packs; what it was asked, and what it answers. */
function aPublisher(home: Home) {
  const asked: Headers[] = [];
  const answers: { now: () => Response } = { now: () => new Response('', { status: 404 }) };
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, request?: RequestInit) => {
    if (url !== updates) return real(url, request);
    asked.push(new Headers(request?.headers));
    return answers.now();
  });
  return { asked, answers, home };
}
const serving =
  (text: string, etag = '"2"') =>
  () =>
    new Response(text, { headers: { ETag: etag } });

describe('an edition from a file', () => {
  test('takes the place of the shipped one, for help, for reports and for what no rule closes', async () => {
    const { home, worker } = await aSetUpHome();
    expect(await worker.gets('packs.read', {})).toMatchObject({ version: 1, from: 'package' });
    const taken = await taking(worker, edition());
    expect(taken).toMatchObject({ ok: true, pack: { version: 2, from: 'file', deskName: null } });
    expect(await worker.gets('packs.read', {})).toMatchObject({ version: 2, from: 'file' });
    expect(home.stored('packHosts')).toMatchObject({
      PK: expect.arrayContaining(['newhelp.test']),
    });
    // The shipped pack's desk is not in this edition: the report goes nowhere by itself.
    home.shows('https://seen.test/');
    expect((await worker.gets('report.file', {}, from.popup)).state).toBe('by-hand');
  });

  test('opens its help at once, and leaves closed what it no longer names', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(aStrictChild));
    const open = async (url: string): Promise<boolean> => {
      const tab = home.shows(url);
      await worker.reconcile();
      return tab.url === url;
    };
    expect(await open('https://closed.test/')).toBe(false);
    const website = 'https://closed.test/';
    await taking(worker, edition({ mechanisms: [aMechanism({ website })] }));
    expect(await open('https://closed.test/')).toBe(true);
    await taking(worker, edition({ version: 3, mechanisms: [] }));
    expect(await open('https://closed.test/')).toBe(false);
    expect(await open('https://childline.org.uk/')).toBe(true);
  });

  test.each(['https://adult.test/help', 'https://help.adult.test/'])(
    'opens nothing as help that our own list knows for something else: %s',
    async (webForm) => {
      const { home, worker } = await aSetUpHome(aPolicy(aStrictChild));
      const answer = await taking(worker, edition({ mechanisms: [aMechanism({ webForm })] }));
      expect(answer).toMatchObject({ ok: false, problem: 'unsound' });
      expect(JSON.stringify(answer)).toContain('adult.test: adult');
      expect(home.stored('packHosts')).toBeUndefined();
      expect(await worker.gets('packs.read', {})).toMatchObject({ version: 1, from: 'package' });
    },
  );

  test('is there after the worker has died', async () => {
    const { home, worker } = await aSetUpHome();
    await taking(worker, edition());
    worker.kill();
    const next = await home.wake();
    expect(await next.gets('packs.read', {})).toMatchObject({ version: 2 });
  });

  test.each([
    ['not-a-pack', '<html>'],
    ['not-signed', JSON.stringify(edition())],
    ['unknown-key', fileOf(edition(), aPackKey({ id: 'stranger' }))],
    ['wrong-signature', fileOf(edition(), aPackKey({ from: '2020-01-01' }))],
    ['other-country', fileOf(edition({ country: 'IN' }))],
    ['not-newer', fileOf(edition({ version: 1 }))],
    ['expired', fileOf(edition({ issued: '2025-01-01', expires: '2025-12-31' }))],
    ['unsound', fileOf(edition({ mechanisms: [aMechanism({ country: 'IN' })] }))],
  ])('is refused as %s, and the one in use stays', async (problem, file) => {
    const { home, worker } = await aSetUpHome();
    const answer = await worker.gets('packs.import', { file }, from.options);
    expect(answer).toMatchObject({ ok: false, problem });
    expect(await worker.gets('packs.read', {})).toMatchObject({ version: 1, from: 'package' });
    expect(home.stored('packs')).toBeUndefined();
  });

  test('an older one is refused after a newer one, also when both come at once', async () => {
    const { worker } = await aSetUpHome();
    const answers = await Promise.all([
      taking(worker, edition({ version: 7 })),
      taking(worker, edition({ version: 6 })),
      taking(worker, edition({ version: 7, mechanisms: [] })),
    ]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    expect(await worker.gets('packs.read', {})).toMatchObject({ version: 7 });
    expect(await taking(worker, edition({ version: 6 }))).toMatchObject({ problem: 'not-newer' });
  });

  test('is dropped when its key is no longer trusted, and holds back nobody from then on', async () => {
    const { home, worker } = await aSetUpHome();
    await taking(worker, edition({ version: 2 ** 40 }));
    worker.kill();
    const next = aPackKey({ id: 'next-key', from: '2020-01-01', until: '2040-01-01' });
    trusted = [next];
    vi.doMock('@/rules/packs/trusted-keys.ts', () => ({ trustedKeys: trusted }));
    const updated = await home.wake();
    expect(await updated.gets('packs.read', {})).toMatchObject({ version: 1, from: 'package' });
    updated.listen();
    updated.browser.runtime.onStartup.fire();
    await home.settled();
    expect(home.stored('packHosts')).toEqual({});
    expect(await taking(updated, edition({ version: 2 }), next)).toMatchObject({ ok: true });
    expect(home.failures).toEqual([]);
  });

  test('that somebody changed in storage is not believed', async () => {
    const { home, worker } = await aSetUpHome();
    await taking(worker, edition());
    const stored = home.stored('packs') as { editions: { PK: { file: string } } };
    const file = stored.editions.PK.file.replace('newhelp.test', 'evil-help.test');
    home.profile.local.set('packs', { ...stored, editions: { PK: { file, from: 'file' } } });
    worker.kill();
    const next = await home.wake();
    expect(await next.gets('packs.read', {})).toMatchObject({ version: 1, from: 'package' });
  });

  test('past its last day it keeps its lines and loses its desk', async () => {
    const { home, worker } = await aSetUpHome();
    const desk = { kind: 'intake', name: 'New desk', endpoint: 'https://new-desk.test' } as const;
    await taking(worker, edition({ desk }));
    expect(await worker.gets('packs.read', {})).toMatchObject({ deskName: 'New desk' });
    home.passes(400 * day);
    expect(await worker.gets('packs.read', {})).toMatchObject({
      version: 2,
      isExpired: true,
      deskName: null,
    });
  });
});

describe('an edition from the address that the pack names', () => {
  async function following() {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    await home.settled();
    const publisher = aPublisher(home);
    await taking(worker, edition({ updates }));
    const rings = async () => {
      worker.browser.alarms.onAlarm.fire({ name: 'packs-refresh' });
      await home.settled();
    };
    return { home, worker, publisher, rings };
  }

  test('a pack that names none is asked for nowhere, and leaves no alarm', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    worker.browser.runtime.onStartup.fire();
    await home.settled();
    expect(home.sent).toEqual([]);
    expect(home.alarm('packs-refresh')).toBeNull();
  });

  test('is fetched, judged and taken, and asked for again in a week or a little more', async () => {
    const { home, worker, publisher, rings } = await following();
    publisher.answers.now = serving(fileOf(edition({ version: 3, updates })));
    await rings();
    expect(await worker.gets('packs.read', {})).toMatchObject({ version: 3, from: 'web' });
    const next = (home.alarm('packs-refresh') ?? 0) - home.clock.now;
    expect(next).toBeGreaterThanOrEqual(7 * day);
    expect(next).toBeLessThan(8 * day + 1);
    await rings();
    expect(publisher.asked).toHaveLength(1);
    home.passes(9 * day);
    publisher.answers.now = () => new Response(null, { status: 304 });
    await rings();
    expect(publisher.asked).toHaveLength(2);
    expect(publisher.asked[1]?.get('If-None-Match')).toBe('"2"');
    expect(home.failures).toEqual([]);
  });

  test.each([
    ['nothing', () => new Response('', { status: 404 })],
    ['a page', serving('<html>')],
    ['an older edition', serving(fileOf(edition({ version: 1 })))],
    ['a stranger’s edition', serving(fileOf(edition({ version: 9 }), aPackKey()))],
    ['more than a pack may weigh', serving('x'.repeat(400_001))],
    [
      'a broken line',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('with %s the one in use stays, and it is asked again later', async (_, answer) => {
    const { home, worker, publisher, rings } = await following();
    publisher.answers.now = answer;
    await rings();
    expect(await worker.gets('packs.read', {})).toMatchObject({ version: 2, from: 'file' });
    expect(home.alarm('packs-refresh') ?? 0).toBeGreaterThan(home.clock.now);
    expect(home.failures).toEqual([]);
  });

  test('a clock that was set back does not put it off for years', async () => {
    const { home, publisher, rings } = await following();
    await rings();
    home.clock.now -= 3650 * day;
    await rings();
    expect(publisher.asked).toHaveLength(2);
  });

  test('the alarm of a browser that forgets its alarms is set again at the next start', async () => {
    const { home, publisher } = await following();
    home.closeBrowser();
    const next = await home.wake();
    next.listen();
    next.browser.runtime.onStartup.fire();
    await home.settled();
    expect(home.alarm('packs-refresh')).not.toBeNull();
    expect(publisher.asked.length).toBeGreaterThan(0);
  });
});
