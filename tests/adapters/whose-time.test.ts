import { describe, expect, test } from 'vitest';

import { aHousehold, anOpenChild, aPolicy } from '../support/builders.ts';
import { aSetUpHome, browses, ledgerOf, passes, secondsIn } from './support/family.ts';

describe('children', () => {
  test('time is counted to the child who browses', async () => {
    const sister = { ...anOpenChild(), id: 'child-2', nickname: 'Sara' };
    const policy = aPolicy();
    const both = { ...policy, children: [...policy.children, sister] };
    const { home, worker } = await aSetUpHome(both);
    await browses(home, worker, 'https://game.test/', 5);
    await worker.gets('policy.save', {
      policy: { ...both, activeChild: 'child-2' },
      baseRevision: 1,
    });
    await passes(home, worker, 2);
    expect(await secondsIn(worker)).toBe(120);
    expect(ledgerOf(home).usage).toMatchObject({
      'child-1': { totalSeconds: 300 },
      'child-2': { totalSeconds: 120 },
    });
  });
});

describe('private windows', () => {
  test('BYP-189 count into the same day', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 2);
    const inPrivate = await home.wake('private');
    home.shows('https://game.test/', { incognito: true });
    await inPrivate.observeFront();
    await passes(home, inPrivate, 3);
    expect(await secondsIn(inPrivate)).toBe(300);
    expect(await secondsIn(worker)).toBe(300);
  });

  test('BYP-191 an ordinary and a private window together count once', async () => {
    const { home, worker } = await aSetUpHome();
    const inPrivate = await home.wake('private');
    home.shows('https://game.test/');
    home.shows('https://game.test/', { incognito: true });
    await Promise.all([worker.observeFront(), inPrivate.observeFront()]);
    for (let half = 0; half < 10; half += 1) {
      home.passes(30_000);
      await Promise.all([worker.observeFront(), inPrivate.observeFront()]);
    }
    expect(await secondsIn(worker)).toBe(300);
  });

  test('BYP-202 leave no host behind, and count all the same', async () => {
    const policy = aPolicy(
      aHousehold().withQuota('host:play.test', 60).withQuota('category:games', 60).child,
    );
    const { home } = await aSetUpHome(policy);
    const inPrivate = await home.wake('private');
    home.shows('https://diary.test/', { incognito: true });
    await inPrivate.observeFront();
    await passes(home, inPrivate, 2);
    home.shows('https://www.play.test/', { incognito: true });
    await inPrivate.observeFront();
    await passes(home, inPrivate, 3);
    const day = await inPrivate.gets('day.read', {});
    expect(day.quotas).toMatchObject([{ usedSeconds: 180 }, { usedSeconds: 180 }]);
    expect(day.totalSeconds).toBe(300);
    expect(JSON.stringify([...home.profile.local])).not.toContain('diary.test');
  });

  test('BYP-202 the same where one worker serves both kinds of window, as in Firefox', async () => {
    const { home, worker } = await aSetUpHome();
    const tab = home.shows('https://diary.test/');
    Object.assign(worker.world.tabs, {
      inFront: async () => ({ ...tab, shown: tab.url, incognito: true }),
      all: async () => [],
    });
    await worker.observeFront();
    await passes(home, worker, 1);
    expect(await secondsIn(worker)).toBe(60);
    expect(JSON.stringify([...home.profile.local])).not.toContain('diary.test');
  });
});
