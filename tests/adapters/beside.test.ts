// Several windows, sound behind them, tabs that change their place or their number.
import { describe, expect, test } from 'vitest';

import { aHousehold, anOpenChild, aPolicy } from '../support/builders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, ledgerOf, minute, passes, secondsIn } from './support/family.ts';

const counted = async (home: Home, worker: Worker, minutes = 1) => {
  await worker.observeFront();
  await passes(home, worker, minutes);
  const { usage } = ledgerOf(home);
  return usage['child-1'];
};

describe('what is seen or heard beside the page in front', () => {
  test('BYP-085 a game that is heard behind school work counts as a game, and the minute counts once', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/', { windowId: 7, audible: true });
    home.shows('https://play.test/', { windowId: 8, audible: true });
    home.shows('https://school.test/');
    expect(await counted(home, worker)).toMatchObject({
      totalSeconds: 60,
      byHost: { 'school.test': 60, 'game.test': 60, 'play.test': 60 },
      byCategory: { known: 60, games: 60 },
    });
  });

  test('BYP-085 two hundred tabs of one video count as one', async () => {
    const { home, worker } = await aSetUpHome();
    for (let each = 0; each < 200; each += 1)
      home.shows(`https://video.test/${each}`, { windowId: 7, audible: true });
    home.shows('https://school.test/');
    expect(await counted(home, worker)).toMatchObject({
      totalSeconds: 60,
      byHost: { 'video.test': 60 },
    });
    expect(ledgerOf(home).beside).toHaveLength(1);
  });

  test('BYP-086 a page that can be seen counts while another program has the focus', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    home.shows('https://video.test/');
    await worker.observeFront();
    // WINDOW_ID_NONE: the browser has lost the focus to something else.
    worker.browser.windows.onFocusChanged.fire(-1);
    await home.settled();
    await passes(home, worker, 5);
    expect(await secondsIn(worker)).toBe(300);
  });

  test('BYP-087 a video in a picture of its own counts while another tab is in front, and closes with its time', async () => {
    const policy = aPolicy(aHousehold().withQuota('category:video', 2).child);
    const { home, worker } = await aSetUpHome(policy);
    worker.listen();
    const video = home.shows('https://video.test/', { audible: true });
    home.shows('https://school.test/');
    await counted(home, worker, 1);
    await worker.reconcileIfStale();
    expect(home.alarm('policy-change')).toBe(home.clock.now + minute);
    await passes(home, worker, 1);
    const isOver = async () => {
      worker.browser.alarms.onAlarm.fire({ name: 'policy-change' });
      await home.settled();
      await worker.observeFront();
    };
    await isOver();
    expect(ledgerOf(home).usage['child-1']?.byCategory).toMatchObject({ video: 120 });
    expect(ledgerOf(home).beside ?? []).toEqual([]);
    // The minutes of grace are over too.
    await passes(home, worker, 3);
    await isOver();
    expect(video.url).toContain('blocked.html');
  });

  test('BYP-087 a picture without sound counts as well, as long as it stands', async () => {
    const { home, worker } = await aSetUpHome();
    const video = home.shows('https://video.test/');
    await worker.observeFront();
    home.shows('https://school.test/');
    video.isInPicture = true;
    expect((await counted(home, worker))?.byHost).toStrictEqual({
      'school.test': 60,
      'video.test': 60,
    });
    // It stays one while tabs come and go in front of it.
    for (const host of ['wiki.test', 'new.test', 'other.test', 'more.test']) {
      home.shows(`https://${host}/`);
      await worker.observeFront();
    }
    expect((await counted(home, worker))?.byHost['video.test']).toBe(120);
    video.isInPicture = false;
    await worker.observeFront();
    expect((await counted(home, worker))?.byHost['video.test']).toBe(120);
  });

  test('BYP-146 a film without sound counts in front of somebody who does not move, as long as it runs', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    const video = home.shows('https://video.test/');
    video.isPlaying = true;
    await worker.observeFront();
    home.profile.presence = 'idle';
    worker.browser.idle.onStateChanged.fire('idle');
    await home.settled();
    expect((await counted(home, worker))?.byHost['video.test']).toBe(60);
    video.isPlaying = false;
    await worker.observeFront();
    expect((await counted(home, worker))?.byHost['video.test']).toBe(60);
  });

  test('a muted tab behind is neither seen nor heard', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://video.test/', { windowId: 7, audible: true, isMuted: true });
    home.shows('https://school.test/');
    expect((await counted(home, worker))?.byHost).toStrictEqual({ 'school.test': 60 });
  });

  test('help that is heard behind a page is not counted either', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://helpline.test/call', { windowId: 7, audible: true });
    home.shows('https://school.test/');
    expect((await counted(home, worker))?.byHost).toStrictEqual({ 'school.test': 60 });
    expect(JSON.stringify(ledgerOf(home))).not.toContain('helpline');
  });
});

describe('sites that are always open', () => {
  const withSchool = aPolicy({
    ...anOpenChild('9-12'),
    hostSets: [{ id: 'school', name: 'School', hosts: ['school.test'], alwaysOpen: true }],
  });

  test('are counted apart, their sub-domains too', async () => {
    const { home, worker } = await aSetUpHome(withSchool);
    home.shows('https://maths.school.test/');
    expect(await counted(home, worker)).toMatchObject({
      totalSeconds: 60,
      byCategory: { 'always-open': 60 },
    });
  });

  test('make nothing free that plays behind them', async () => {
    const { home, worker } = await aSetUpHome(withSchool);
    home.shows('https://video.test/', { windowId: 7, audible: true });
    home.shows('https://school.test/');
    const usage = await counted(home, worker);
    expect(usage?.byCategory).toStrictEqual({ video: 60 });
  });
});

describe('tabs that change', () => {
  test('BYP-091 a tab that is replaced, moved, pinned or put to sleep loses no second and counts none twice', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    const tab = home.shows('https://game.test/');
    const { tabs } = worker.browser;
    const tells = async (fire: () => void) => {
      fire();
      await home.settled();
      await passes(home, worker, 1);
    };
    await worker.observeFront();
    await tells(() => {
      const before = tab.id;
      tab.id = 99;
      tabs.onReplaced.fire(99, before);
    });
    await tells(() => {
      tab.windowId = home.profile.focused.ordinary = 12;
      worker.browser.windows.onFocusChanged.fire(12);
    });
    await tells(() => tabs.onUpdated.fire(99, { pinned: true }));
    expect(await secondsIn(worker)).toBe(180);
    // Another tab comes in front; this one sleeps, and wakes under another number.
    home.shows('https://helpline.test/');
    await tells(() => tabs.onUpdated.fire(99, { discarded: true }));
    expect(await secondsIn(worker)).toBe(180);
    expect(home.failures).toEqual([]);
  });

  test('BYP-091 a page that is prerendered behind the one in front is not counted', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    const tab = home.shows('https://school.test/');
    await worker.observeFront();
    worker.browser.webNavigation.onCommitted.fire({
      tabId: tab.id,
      frameId: 0,
      url: 'https://game.test/',
      documentLifecycle: 'prerender',
    });
    await home.settled();
    await passes(home, worker, 1);
    expect(ledgerOf(home).usage['child-1']?.byHost).toStrictEqual({ 'school.test': 60 });
  });

  test('BYP-092 a page that opens two hundred tabs costs a few looks, not two hundred', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    await home.settled();
    const { tabs } = worker.world;
    const heard = tabs.heard.bind(tabs);
    let looks = 0;
    Object.assign(tabs, {
      heard: () => {
        looks += 1;
        return heard();
      },
    });
    for (let each = 0; each < 200; each += 1) {
      const tab = home.shows(`https://game.test/${each}`);
      worker.browser.tabs.onActivated.fire({ tabId: tab.id, windowId: tab.windowId });
      worker.browser.tabs.onUpdated.fire(tab.id, { url: tab.url });
    }
    await home.settled();
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(10);
    await passes(home, worker, 1);
    expect(await secondsIn(worker)).toBe(60);
  });
});

describe('signs of life', () => {
  test('BYP-147 nothing that a page does wakes an idle browser: the system alone says that somebody is there', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    const tab = home.shows('https://game.test/');
    await worker.observeFront();
    home.profile.presence = 'idle';
    worker.browser.idle.onStateChanged.fire('idle');
    await home.settled();
    for (let half = 0; half < 20; half += 1) {
      home.passes(30_000);
      const sender = {
        id: worker.browser.runtime.id,
        url: tab.url,
        frameId: 0,
        tab: { id: tab.id, url: tab.url, incognito: false },
        documentLifecycle: 'active',
      };
      await worker.answer({ name: 'page.hello', body: { labels: [], why: 'timer' } }, sender);
      worker.browser.tabs.onUpdated.fire(tab.id, { url: tab.url });
      worker.browser.tabs.onActivated.fire({ tabId: tab.id, windowId: tab.windowId });
      await home.settled();
    }
    expect(await secondsIn(worker)).toBe(0);
    worker.browser.idle.onStateChanged.fire('active');
    await home.settled();
    await passes(home, worker, 1);
    expect(await secondsIn(worker)).toBe(60);
  });
});
