import { describe, expect, test, vi } from 'vitest';

import type { AgeBand } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome, minute } from './support/family.ts';

const strictFor = (band: AgeBand) =>
  aPolicy(
    aHousehold()
      .with({ child: anOpenChild(band) })
      .withCategory('games', 'block')
      .withFilter({
        blocklist: ['chat.test'],
      }).child,
  );
const house = async (band: AgeBand = '9-12') => {
  const { home, worker } = await aSetUpHome(strictFor(band));
  return { home, worker };
};
/** A child tries an address in a tab of its own. */
async function tries(home: Home, worker: Worker, url: string): Promise<void> {
  const tab = home.shows(url);
  await worker.judgeTab(tab.id, url);
}
const seen = async (worker: Worker) => {
  const { blocked, blockedCount } = await worker.gets('day.read', {});
  return { hosts: blocked.map(({ host }) => host), count: blockedCount };
};

describe('what a guardian may know of closed pages', () => {
  test.each(['5-8', '9-12'] as const)('for the band %s: the host and the reason', async (band) => {
    const { home, worker } = await house(band);
    await tries(home, worker, 'https://game.test/play?name=zara');
    const { blocked, blockedCount } = await worker.gets('day.read', {});
    expect(blocked).toEqual([
      { at: home.clock.now, host: 'game.test', reason: { kind: 'category', category: 'games' } },
    ]);
    expect(blockedCount).toBe(1);
    expect(JSON.stringify(blocked)).not.toContain('zara');
  });

  test.each(['13-15', '16-17'] as const)('for the band %s: the count alone', async (band) => {
    const { home, worker } = await house(band);
    await tries(home, worker, 'https://game.test/');
    expect(await seen(worker)).toEqual({ hosts: [], count: 1 });
    const database = await worker.database();
    expect(await database.blocked.since('child-1', 0)).toEqual([]);
  });

  test('BYP-236 a thousand addresses a second at a closed site are one attempt', async () => {
    const { home, worker } = await house();
    worker.listen();
    const tab = home.shows('https://game.test/0');
    for (let step = 0; step < 300; step += 1) {
      const url = `https://game.test/${step}`;
      worker.browser.webNavigation.onHistoryStateUpdated.fire({ tabId: tab.id, frameId: 0, url });
      if (step % 30 === 0) await home.settled();
      home.clock.now += 1;
    }
    await home.settled();
    expect(await seen(worker)).toEqual({ hosts: ['game.test'], count: 1 });
    const database = await worker.database();
    expect(await database.blocked.since('child-1', 0)).toHaveLength(1);
  });

  test('BYP-236 at an open site they leave nothing', async () => {
    const { home, worker } = await house();
    worker.listen();
    const tab = home.shows('https://school.test/0');
    for (let step = 0; step < 300; step += 1) {
      const url = `https://school.test/${step}`;
      worker.browser.webNavigation.onHistoryStateUpdated.fire({ tabId: tab.id, frameId: 0, url });
      if (step % 30 === 0) await home.settled();
      home.clock.now += 1;
    }
    await home.settled();
    expect(await seen(worker)).toEqual({ hosts: [], count: 0 });
    expect(JSON.stringify(await worker.gets('journal.read', {}))).not.toContain('school.test');
  });

  test('no host is kept longer than seven days', async () => {
    const { home, worker } = await house();
    await tries(home, worker, 'https://game.test/');
    home.clock.now += 7 * 24 * 60 * minute;
    expect((await seen(worker)).hosts).toEqual(['game.test']);
    home.clock.now += minute;
    expect((await seen(worker)).hosts).toEqual([]);
    await tries(home, worker, 'https://chat.test/');
    const database = await worker.database();
    expect((await database.blocked.since('child-1', 0)).map(({ host }) => host)).toEqual([
      'chat.test',
    ]);
  });

  test('hosts of the younger years are not shown once the child is older', async () => {
    const { home, worker } = await house('9-12');
    await tries(home, worker, 'https://game.test/');
    const token = await worker.unlock();
    await worker.gets('policy.save', { policy: strictFor('13-15'), baseRevision: 1, token });
    expect(await seen(worker)).toEqual({ hosts: [], count: 1 });
  });

  test('the form of a closed service, where a child wants to report, leaves nothing', async () => {
    const policy = aPolicy(
      aHousehold()
        .with({ child: anOpenChild('9-12') })
        .withFilter({ blocklist: ['instagram.com', 'tiktok.com'] }).child,
    );
    const { home, worker } = await aSetUpHome(policy);
    for (const url of [
      'https://help.instagram.com/192435014247952',
      'https://www.tiktok.com/legal/report/feedback',
    ]) {
      const tab = home.shows(url);
      await worker.judgeTab(tab.id, url);
      expect(tab.url).toMatch(/blocked\.html/);
    }
    expect(await seen(worker)).toEqual({ hosts: [], count: 0 });
    await tries(home, worker, 'https://www.instagram.com/');
    expect(await seen(worker)).toEqual({ hosts: ['www.instagram.com'], count: 1 });
  });

  test('a closed hour is no attempt at anything', async () => {
    const policy = aPolicy(aHousehold().withQuietTime('11:00', '14:00').child);
    const { home, worker } = await aSetUpHome(policy);
    await tries(home, worker, 'https://school.test/');
    expect(await seen(worker)).toEqual({ hosts: [], count: 0 });
  });

  test('a page that is open, and help, leave nothing', async () => {
    const { home, worker } = await house();
    await tries(home, worker, 'https://school.test/');
    await tries(home, worker, 'https://helpline.test/chat');
    expect(await seen(worker)).toEqual({ hosts: [], count: 0 });
  });

  test('a page that was open when a rule came is closed, and is no attempt of the child’s', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://new.test/');
    const policy = strictFor('9-12');
    const [child] = policy.children;
    if (child === undefined) throw new Error('there is a child');
    const filter = { ...child.filter, blocklist: ['chat.test', 'new.test'] };
    await worker.gets('policy.save', {
      policy: { ...policy, children: [{ ...child, filter }] },
      baseRevision: 1,
    });
    expect(tab.url).toMatch(/blocked\.html/);
    expect(await seen(worker)).toEqual({ hosts: [], count: 0 });
  });

  test('yesterday’s attempts are not today’s', async () => {
    const { home, worker } = await house();
    await tries(home, worker, 'https://game.test/');
    home.clock.now = at('24:00');
    expect((await seen(worker)).count).toBe(0);
  });
});

describe('one attempt', () => {
  test('is counted once though several walls see it', async () => {
    const { home, worker } = await house();
    worker.listen();
    await home.settled();
    const tab = home.shows('https://game.test/');
    const navigation = { tabId: tab.id, frameId: 0, url: 'https://game.test/' };
    worker.browser.webNavigation.onBeforeNavigate.fire(navigation);
    worker.browser.webNavigation.onCommitted.fire(navigation);
    worker.browser.webNavigation.onErrorOccurred.fire(navigation);
    await worker.gets('page.hello', { labels: [], why: 'start' }, from.page({ ...tab }));
    await home.settled();
    expect(await seen(worker)).toEqual({ hosts: ['game.test'], count: 1 });
    expect(home.failures).toEqual([]);
  });

  test('after some seconds is another one', async () => {
    const { home, worker } = await house();
    await tries(home, worker, 'https://game.test/');
    home.passes(4000);
    await tries(home, worker, 'https://game.test/');
    expect((await seen(worker)).count).toBe(2);
  });

  test('is the same one in the next worker', async () => {
    const { home, worker } = await house();
    await tries(home, worker, 'https://game.test/');
    home.passes(500);
    const next = await home.wake();
    await tries(home, next, 'https://game.test/');
    expect((await seen(next)).count).toBe(1);
  });

  test('two pages closed at once are two attempts, and no more however often they are seen', async () => {
    const { home, worker } = await house();
    const urls = ['https://game.test/', 'https://chat.test/', 'https://play.test/'];
    for (let wall = 0; wall < 3; wall += 1) {
      await Promise.all(urls.map((url) => tries(home, worker, url)));
    }
    const { hosts, count } = await seen(worker);
    expect(count).toBe(3);
    expect(hosts.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'chat.test',
      'game.test',
      'play.test',
    ]);
  });

  test('is counted although the clock was set back since the last one', async () => {
    const { home, worker } = await house();
    await tries(home, worker, 'https://game.test/');
    home.clock.now -= 60 * minute;
    await tries(home, worker, 'https://game.test/');
    expect((await seen(worker)).count).toBe(2);
  });

  test('BYP-101 with a full database, or none, is not counted; the page is closed all the same', async () => {
    const { home } = await house();
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    home.databaseDoor.isBroken = true;
    const worker = await home.wake();
    const tab = home.shows('https://game.test/');
    await worker.judgeTab(tab.id, tab.url);
    expect(tab.url).toMatch(/blocked\.html/);
    const order = await worker.gets(
      'page.hello',
      { labels: [], why: 'start' },
      {
        ...from.page(tab),
        url: 'https://game.test/',
      },
    );
    expect(order.show).toEqual({ kind: 'closing' });
    log.mockRestore();
  });
});

describe('private windows', () => {
  test('BYP-202 leave neither host nor count', async () => {
    const { home, worker } = await house();
    const inPrivate = await home.wake('private');
    const tab = home.shows('https://game.test/', { incognito: true });
    await inPrivate.judgeTab(tab.id, tab.url);
    expect(tab.url).toMatch(/blocked\.html/);
    expect(await seen(worker)).toEqual({ hosts: [], count: 0 });
    expect(await seen(inPrivate)).toEqual({ hosts: [], count: 0 });
    expect(JSON.stringify([...home.profile.local])).not.toContain('game.test/');
  });

  test('BYP-202 leave no host where one worker serves both kinds of window, as in Firefox', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://game.test/');
    const real = { ...worker.world.tabs };
    Object.assign(worker.world.tabs, {
      get: async (id: number) => {
        const found = await real.get(id);
        return found === null ? null : { ...found, incognito: true };
      },
    });
    await worker.judgeTab(tab.id, 'https://game.test/');
    expect(tab.url).toMatch(/blocked\.html/);
    expect((await seen(worker)).hosts).toEqual([]);
    expect(await (await worker.database()).blocked.since('child-1', 0)).toEqual([]);
  });
});

test('a child who is removed leaves nothing behind', async () => {
  const [zara] = strictFor('9-12').children;
  if (zara === undefined) throw new Error('there is a child');
  const sister = { ...zara, id: 'child-2', nickname: 'Sara' };
  const policy = { ...strictFor('9-12'), children: [zara, sister] };
  const { home, worker } = await aSetUpHome(policy);
  await tries(home, worker, 'https://game.test/');
  const token = await worker.unlock();
  const without = { ...policy, activeChild: 'child-2', children: [sister] };
  await worker.gets('policy.save', { policy: without, baseRevision: 1, token });
  const database = await worker.database();
  expect(await database.blocked.since('child-1', 0)).toEqual([]);
  expect(await database.days.between('child-1', '2000-01-01', '2100-01-01')).toEqual([]);
});
