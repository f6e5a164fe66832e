import { describe, expect, test, vi } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import type { FakeTab } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, minute } from './support/family.ts';

const night = aPolicy(aHousehold().withQuietTime('20:00', '06:30').child);
const limited = aPolicy(aHousehold().withQuota('category:games', 10).child);
const essay = 'https://school.test/essay';

const isClosed = ({ url }: FakeTab): boolean => url.includes('/blocked.html#');
const hello = (worker: Worker, tab: FakeTab, why: Body<'page.hello'>['why']) =>
  worker.gets('page.hello', { labels: [], why }, from.page(tab));
const shown = async (worker: Worker, tab: FakeTab, why: Body<'page.hello'>['why'] = 'timer') =>
  (await hello(worker, tab, why)).show.kind;
const kindsTold = (home: Home, tab: FakeTab): unknown[] =>
  home.profile.told
    .filter(({ tabId }) => tabId === tab.id)
    .flatMap(({ message }) =>
      typeof message === 'object' && message !== null && 'order' in message
        ? [(message.order as { show: { kind: string } }).show.kind]
        : [],
    );

/** A family at 20:00, with one page that stands open. */
async function atBedtime() {
  const { home, worker } = await aSetUpHome(night);
  home.clock.now = at('19:59');
  const tab = home.shows(essay);
  await hello(worker, tab, 'start');
  await worker.observeFront();
  home.passes(minute);
  return { home, worker, tab };
}

describe('a page that stands open at bedtime', () => {
  test('stays two minutes, is told, and nothing of it is heard', async () => {
    const { home, worker, tab } = await atBedtime();
    await worker.reconcileIfStale();
    expect(isClosed(tab)).toBe(false);
    expect(kindsTold(home, tab)).toEqual(['grace']);
    expect(tab.isMuted).toBe(true);
    expect(home.profile.scripts).toContain(`/still.js ${tab.id} `);
    expect(home.alarm('policy-change')).toBe(at('20:02'));
    home.passes(2 * minute);
    await worker.reconcileIfStale();
    expect(isClosed(tab)).toBe(true);
    // The sound comes back with our own page, so that nothing is heard in between.
    expect(tab.isMuted).toBe(true);
    await worker.gets('visit.explain', { url: essay }, { ...from.blocked, tab: { id: tab.id } });
    expect(tab.isMuted).toBe(false);
  });

  test('is told in the words of the family, also when it asks by itself', async () => {
    const { worker, tab } = await atBedtime();
    const { show, againInMs } = await hello(worker, tab, 'timer');
    if (show.kind !== 'grace') throw new Error('it has two minutes');
    expect(show.grace.text).toMatch(/2 minutes/);
    expect(show.grace.leftMs).toBe(2 * minute);
    expect(JSON.stringify(show.grace)).not.toMatch(/grace[A-Z]/);
    expect(againInMs).toBeLessThanOrEqual(5000);
  });

  test('and every other page in every window has the same two minutes', async () => {
    const { home, worker, tab } = await atBedtime();
    const others = [1, 2, 3].map((page) =>
      home.shows(`https://wiki.test/${page}`, { windowId: page + 5, active: false }),
    );
    await worker.reconcileIfStale();
    expect([tab, ...others].some(isClosed)).toBe(false);
    home.passes(2 * minute);
    await worker.reconcileIfStale();
    expect([tab, ...others].every(isClosed)).toBe(true);
  });

  test('has no more by a killed worker', async () => {
    const { home, worker, tab } = await atBedtime();
    await worker.reconcileIfStale();
    home.passes(minute);
    const next = await home.wake();
    const { show } = await hello(next, tab, 'timer');
    expect(show).toMatchObject({ kind: 'grace', grace: { leftMs: minute } });
    home.passes(minute);
    await (await home.wake()).reconcileIfStale();
    expect(isClosed(tab)).toBe(true);
  });

  test('costs no time of any quota', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://game.test/', 10);
    await worker.reconcileIfStale();
    const before = await worker.gets('day.read', {});
    home.passes(minute);
    await worker.observeFront();
    const after = await worker.gets('day.read', {});
    expect(after.totalSeconds).toBe(before.totalSeconds);
  });

  test('plays on when the guardian gives time in the middle of it', async () => {
    const { home, worker, tab } = await atBedtime();
    await worker.reconcileIfStale();
    const read = await worker.gets('policy.read', {});
    await worker.gets('policy.save', {
      policy: aPolicy(aHousehold().child),
      baseRevision: read.revision,
      token: await worker.unlock(),
    });
    expect(isClosed(tab)).toBe(false);
    expect(tab.isMuted).toBe(false);
    expect(home.profile.told.at(-1)?.message).toEqual({ still: false });
    expect(await shown(worker, tab)).toBe('nothing');
  });
});

describe('a stop', () => {
  test('rings by itself in the last half minute, where an alarm may come late', async () => {
    const { home, worker } = await aSetUpHome(night);
    home.clock.now = at('20:00') - 5000;
    const tab = home.shows(essay);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await worker.reconcile();
    const ring = timers.mock.calls.find(([, ms]) => ms === 5000)?.[0];
    timers.mockRestore();
    if (typeof ring !== 'function') throw new Error('nothing rings');
    home.passes(5000);
    ring();
    await vi.waitFor(() => expect(kindsTold(home, tab)).toEqual(['grace']));
  });

  test('is carried out before the rules are made, which can take a second', async () => {
    const { home, worker, tab } = await atBedtime();
    const failing = { updateDynamicRules: () => Promise.reject(new Error('too many')) };
    Object.assign(worker.browser.declarativeNetRequest, failing);
    await worker.reconcile().catch(() => undefined);
    expect(kindsTold(home, tab)).toEqual(['grace']);
  });

  test('waits for no page that does not answer', async () => {
    const { home, worker, tab } = await atBedtime();
    const frozen = home.shows('https://wiki.test/', { active: false });
    const { tabs } = worker.browser;
    const awake = { ...tabs };
    tabs.sendMessage = (id, message) =>
      id === frozen.id ? new Promise<never>(() => {}) : awake.sendMessage(id, message);
    const away = home.shows('https://wiki.test/away', { active: false });
    away.pendingUrl = 'https://wiki.test/other';
    const running = worker.reconcileIfStale();
    await vi.waitFor(() => expect(kindsTold(home, tab)).toEqual(['grace']));
    expect(isClosed(away)).toBe(true);
    await running;
    expect(isClosed(frozen)).toBe(false);
    home.passes(2 * minute);
    await worker.reconcileIfStale();
    expect(isClosed(frozen)).toBe(true);
  });
});

describe('two minutes are not had by', () => {
  test('a new page, nor a new tab', async () => {
    const { home, worker, tab } = await atBedtime();
    await worker.reconcileIfStale();
    const popup = home.shows('https://wiki.test/popup');
    expect(await shown(worker, popup, 'start')).toBe('closing');
    expect(isClosed(popup)).toBe(true);
    expect(isClosed(tab)).toBe(false);
  });

  test('a reload, and not by coming back afterwards', async () => {
    const { worker, tab } = await atBedtime();
    await worker.reconcileIfStale();
    await worker.judgeTab(tab.id, essay);
    expect(isClosed(tab)).toBe(true);
    tab.url = essay;
    expect(await shown(worker, tab)).toBe('closing');
  });

  test.each(['start', 'restored'] as const)('a page that says "%s"', async (why) => {
    const { worker, tab } = await atBedtime();
    expect(await shown(worker, tab, why)).toBe('closing');
    expect(isClosed(tab)).toBe(true);
  });

  test('a tab on its way at that moment', async () => {
    const { worker, tab } = await atBedtime();
    tab.pendingUrl = 'https://wiki.test/';
    await worker.reconcileIfStale();
    expect(isClosed(tab)).toBe(true);
  });

  test('a page that no script of ours can speak in', async () => {
    const { worker, tab } = await atBedtime();
    tab.isDeaf = true;
    await worker.reconcileIfStale();
    expect(isClosed(tab)).toBe(true);
  });

  test('pages that a restarted browser brings back', async () => {
    const { home } = await atBedtime();
    home.closeBrowser();
    const again = home.shows(essay);
    const worker = await home.wake();
    worker.listen();
    await home.settled();
    expect(isClosed(again)).toBe(true);
  });

  test('a site that is closed for another reason', async () => {
    const { home, worker } = await atBedtime();
    const game = home.shows('https://game.test/', { active: false });
    const read = await worker.gets('policy.read', {});
    const stricter = aHousehold().withQuietTime('20:00', '06:30').withCategory('games', 'block');
    await worker.gets('policy.save', {
      policy: aPolicy(stricter.child),
      baseRevision: read.revision,
    });
    expect(isClosed(game)).toBe(true);
  });
});

test('a page that does not go when it has to stays silent', async () => {
  const { home, worker, tab } = await atBedtime();
  await worker.reconcileIfStale();
  home.passes(2 * minute);
  await worker.reconcileIfStale();
  // "Leave this site?" was answered with no.
  tab.url = essay;
  tab.isMuted = false;
  expect(await shown(worker, tab)).toBe('closing');
  expect(tab.isMuted).toBe(true);
  expect(isClosed(tab)).toBe(true);
});

describe('a page that changes its own address in its two minutes', () => {
  const moves = async (home: Home, worker: Worker, tab: FakeTab, url: string) => {
    tab.url = url;
    worker.browser.webNavigation.onHistoryStateUpdated.fire({ tabId: tab.id, frameId: 0, url });
    await home.settled();
  };

  test('keeps them and gains none', async () => {
    const { home, worker, tab } = await atBedtime();
    worker.listen();
    await home.settled();
    home.passes(minute);
    await moves(home, worker, tab, 'https://school.test/saved');
    expect(isClosed(tab)).toBe(false);
    home.passes(minute);
    await moves(home, worker, tab, 'https://school.test/again');
    expect(isClosed(tab)).toBe(true);
    expect(home.failures).toEqual([]);
  });

  test('has them also when that is the first we see of the stop', async () => {
    const { home, worker, tab } = await atBedtime();
    worker.browser.webNavigation.onHistoryStateUpdated.fire({});
    worker.listen();
    await moves(home, worker, tab, 'https://school.test/saved');
    expect(isClosed(tab)).toBe(false);
  });
});

test('a spent quota gives two minutes to its own pages alone, and bedtime in the middle no more', async () => {
  const both = aPolicy(
    aHousehold().withQuota('category:games', 10).withQuietTime('12:11', '13:00').child,
  );
  const { home, worker } = await aSetUpHome(both);
  const reading = home.shows('https://wiki.test/', { active: false, windowId: 8 });
  await browses(home, worker, 'https://game.test/', 10);
  const game = home.profile.tabs.find(({ url }) => url.includes('game.test'));
  if (game === undefined) throw new Error('the game is open');
  await worker.reconcileIfStale();
  expect(kindsTold(home, game)).toEqual(['grace']);
  expect(kindsTold(home, reading)).toEqual([]);
  home.passes(minute);
  await worker.reconcileIfStale();
  expect(kindsTold(home, reading)).toEqual(['grace']);
  home.passes(minute);
  await worker.reconcileIfStale();
  expect(isClosed(game)).toBe(true);
  expect(isClosed(reading)).toBe(false);
});
