import { setImmediate } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Home, type Worker } from '../support/fake-world.ts';
import {
  aSetUpHome,
  browses,
  family,
  ledgerOf,
  minute,
  passes,
  secondsIn,
} from './support/family.ts';

const tell = async (home: Home, worker: Worker, state: 'idle' | 'active' | 'locked') => {
  worker.browser.idle.onStateChanged.fire(state);
  await home.settled();
};

describe('what is counted', () => {
  test('the page in front, second by second, by what it is', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 3);
    await browses(home, worker, 'https://school.test/', 2);
    await browses(home, worker, 'https://new.test/', 1);
    expect(await worker.gets('day.read', {})).toMatchObject({
      date: '2026-11-18',
      totalSeconds: 360,
      byCategory: [
        { category: 'games', seconds: 180 },
        { category: 'known', seconds: 120 },
        { category: 'unknown', seconds: 60 },
      ],
    });
  });

  test('reading the day brings the count up to this very second', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/');
    await worker.observeFront();
    home.passes(7_250);
    expect(await secondsIn(worker)).toBe(7.25);
  });

  test('BYP-084 two windows side by side count once', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://video.test/', { windowId: 7 });
    await browses(home, worker, 'https://game.test/', 5);
    expect(await secondsIn(worker)).toBe(300);
  });

  test.each([
    ['help', 'https://helpline.test/chat'],
    ['help under its sub-domain', 'https://chat.helpline.test/'],
    ['our own page', `${from.options.url}#/rules`],
    ['our block page', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/blocked.html#x'],
    ['a page of the browser', 'chrome://settings/'],
    ['an empty page', 'about:blank'],
    ['another extension’s page', 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/x.html'],
  ])('BYP-089 %s is never counted', async (_, url) => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 1);
    await browses(home, worker, url, 10);
    expect(await secondsIn(worker)).toBe(60);
    expect(JSON.stringify(ledgerOf(home))).not.toContain('helpline');
  });

  test('help is not named in anything that is stored, however long it was read', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://helpline.test/i-am-afraid', 20);
    home.clock.now = at('24:00') + minute;
    await worker.tell({ kind: 'tick' });
    const stored = JSON.stringify([
      ...home.profile.local,
      await (await worker.database()).days.between('child-1', '2000-01-01', '2100-01-01'),
    ]);
    expect(stored).not.toContain('helpline');
    expect(stored).not.toContain('afraid');
  });

  test('a page that is closed is not counted in the moment before it is replaced', async () => {
    const policy = aPolicy(aHousehold().withCategory('games', 'block').child);
    const { home, worker } = await aSetUpHome(policy);
    await browses(home, worker, 'https://game.test/', 5);
    expect(await secondsIn(worker)).toBe(0);
  });

  test('a minimised browser shows nothing', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 1);
    home.profile.isMinimised = true;
    await worker.observeFront();
    await passes(home, worker, 5);
    expect(await secondsIn(worker)).toBe(60);
  });

  test('before set-up nothing is counted', async () => {
    const { home, worker } = await aSetUpHome();
    home.profile.local.clear();
    await (await worker.database()).secrets.remove('guardian');
    await (await worker.database()).meta.save('policy', null);
    const fresh = await home.wake();
    home.shows('https://game.test/');
    await fresh.observeFront();
    expect(home.stored('ledger')).toBeUndefined();
  });
});

describe('whether somebody is there', () => {
  const watching = async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    const tab = home.shows('https://video.test/');
    await worker.observeFront();
    await home.settled();
    return { home, worker, tab };
  };

  test('BYP-146 an idle page is not counted, an idle page that plays is', async () => {
    const { home, worker, tab } = await watching();
    await tell(home, worker, 'idle');
    await passes(home, worker, 5);
    expect(await secondsIn(worker)).toBe(0);
    tab.audible = true;
    worker.browser.tabs.onUpdated.fire(tab.id, { audible: true });
    await home.settled();
    await passes(home, worker, 5);
    expect(await secondsIn(worker)).toBe(300);
  });

  test('BYP-146 a locked screen is never counted, whatever plays', async () => {
    const { home, worker, tab } = await watching();
    tab.audible = true;
    await tell(home, worker, 'locked');
    await passes(home, worker, 5);
    expect(await secondsIn(worker)).toBe(0);
    await tell(home, worker, 'active');
    await passes(home, worker, 1);
    expect(await secondsIn(worker)).toBe(60);
  });

  test('BYP-142 eight hours of sleep with the page open count nothing', async () => {
    const { home, worker } = await watching();
    await passes(home, worker, 1);
    home.clock.now += 8 * 60 * minute;
    await worker.observeFront();
    await passes(home, worker, 1);
    expect(await secondsIn(worker)).toBe(120);
  });

  test('what counts keeps a heartbeat, and what does not keeps none', async () => {
    const { home, worker } = await watching();
    await worker.reconcileIfStale();
    expect(home.alarm('heartbeat')).not.toBeNull();
    await tell(home, worker, 'locked');
    expect(home.alarm('heartbeat')).toBeNull();
    expect(home.failures).toEqual([]);
  });
});

describe('workers that come and go', () => {
  test('BYP-143 a worker killed every 30 seconds for an hour loses nothing', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/');
    await worker.observeFront();
    let last = worker;
    for (let wakes = 0; wakes < 120; wakes += 1) {
      home.passes(30_000);
      if (wakes % 6 === 0) last = await home.wake();
      await last.observeFront();
    }
    expect(await secondsIn(last)).toBe(3600);
  });

  test('a browser start does not count the pause, however short', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 1);
    home.closeBrowser();
    home.passes(50_000);
    const next = await home.wake();
    await browses(home, next, 'https://game.test/', 1);
    expect(await secondsIn(next)).toBe(120);
  });

  test('of two that speak at once after a browser start, the slower one does not hide the page', async () => {
    const { home } = await aSetUpHome();
    home.closeBrowser();
    const worker = await home.wake();
    home.shows('https://game.test/');
    const { alive } = worker.world.stores;
    const { read } = alive;
    let reads = 0;
    Object.assign(alive, {
      async read() {
        const answer = await read();
        reads += 1;
        // The first to ask hears the answer last.
        if (reads === 1) for (let turn = 0; turn < 50; turn += 1) await setImmediate();
        return answer;
      },
    });
    await Promise.all([worker.tell({ kind: 'active' }), worker.observeFront()]);
    home.passes(30_000);
    expect(await secondsIn(worker)).toBe(30);
  });

  test('many events at once count no second twice', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/');
    await worker.observeFront();
    home.passes(20_000);
    await Promise.all(Array.from({ length: 20 }, () => worker.observeFront()));
    expect(await secondsIn(worker)).toBe(20);
  });

  test('BYP-240 an event that changes nothing writes nothing to the disk, and the policy is not read anew', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/');
    await worker.observeFront();
    home.profile.written.length = 0;
    await worker.observeFront();
    expect(home.profile.written).toEqual([]);
  });

  test('a busy half hour writes the disk at most twice a minute, heartbeats and all', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    await home.settled();
    home.profile.written.length = 0;
    for (let beat = 0; beat < 60; beat += 1) {
      home.passes(30_000);
      for (const host of ['game.test', 'school.test', 'video.test']) {
        const tab = home.shows(`https://${host}/${beat}`);
        worker.browser.tabs.onActivated.fire({ tabId: tab.id, windowId: tab.windowId });
        worker.browser.tabs.onUpdated.fire(tab.id, { url: tab.url });
        await home.settled();
        home.passes(2_000);
      }
      worker.browser.alarms.onAlarm.fire({ name: 'heartbeat' });
      await home.settled();
    }
    // Sixty times 36 seconds, the last two of them after the last event.
    expect(await secondsIn(worker)).toBe(60 * 36 - 30);
    expect(home.profile.written.length).toBeLessThanOrEqual(2 * 36);
    expect(home.failures).toEqual([]);
  });
});

describe('the clock', () => {
  test('BYP-136 set forward and back gives no time back', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 10);
    home.clock.now += 26 * 60 * minute;
    await worker.observeFront();
    home.clock.now -= 26 * 60 * minute;
    await worker.observeFront();
    const { usage, finished } = ledgerOf(home);
    const all = [...Object.values(usage), ...finished.map((day) => day.usage)];
    const stored = await (await worker.database()).days.between('child-1', '2000', '2100');
    expect(all.length + stored.length).toBeGreaterThan(0);
    expect(stored).toMatchObject([{ date: '2026-11-18', usage: { totalSeconds: 600 } }]);
  });

  test('BYP-150 a clock of 1970 that is put right later counts no half century', async () => {
    const home = await aHome();
    const worker = await home.wake();
    home.clock.now = 0;
    await worker.setUp(family);
    home.shows('https://game.test/');
    await worker.observeFront();
    home.passes(30_000);
    await worker.observeFront();
    home.clock.now = at('12:00');
    await worker.observeFront();
    expect(await secondsIn(worker)).toBe(0);
    home.passes(30_000);
    expect(await secondsIn(worker)).toBe(30);
  });
});
