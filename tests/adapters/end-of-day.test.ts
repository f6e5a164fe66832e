import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, ledgerOf, minute, passes, secondsIn } from './support/family.ts';

// A worker that dies, and a database that does not open, are failures that the background writes down.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

describe('the end of a day', () => {
  const untilMidnight = async () => {
    const { home, worker } = await aSetUpHome();
    home.clock.now = at('23:58');
    await browses(home, worker, 'https://game.test/', 4);
    return { home, worker };
  };
  const days = async (worker: Worker) =>
    (await worker.database()).days.between('child-1', '2000-01-01', '2100-01-01');

  test('BYP-140 is filed once, at local midnight, and the page that runs on is cut there', async () => {
    const { home, worker } = await untilMidnight();
    expect(await days(worker)).toMatchObject([
      { date: '2026-11-18', usage: { totalSeconds: 120, byCategory: { games: 120 } } },
    ]);
    expect(await secondsIn(worker)).toBe(120);
    expect(ledgerOf(home).finished).toEqual([]);
    await passes(home, worker, 1);
    expect(await days(worker)).toHaveLength(1);
  });

  test('keeps no host: a day that is over is sums', async () => {
    const { worker } = await untilMidnight();
    expect(JSON.stringify(await days(worker))).not.toContain('game.test');
  });

  test('keeps the count of attempts that was there', async () => {
    const { home, worker } = await aSetUpHome();
    await (
      await worker.database()
    ).days.save({ childId: 'child-1', date: '2026-11-18', usage: null, blockedCount: 4 });
    home.clock.now = at('23:59');
    await browses(home, worker, 'https://game.test/', 2);
    expect(await days(worker)).toMatchObject([{ blockedCount: 4, usage: { totalSeconds: 60 } }]);
  });

  test('BYP-102 a worker that dies while it files it loses nothing and files it once', async () => {
    for (let writes = 0; writes < 8; writes += 1) {
      const { home, worker } = await aSetUpHome();
      home.clock.now = at('23:58');
      await browses(home, worker, 'https://game.test/', 1);
      home.passes(90_000);
      home.profile.writesLeft = writes;
      await worker.observeFront().catch(() => null);
      const next = await home.wake();
      await next.observeFront();
      expect(await days(next)).toMatchObject([
        { date: '2026-11-18', usage: { totalSeconds: 120 } },
      ]);
      expect(ledgerOf(home).finished).toEqual([]);
      expect(await secondsIn(next)).toBe(30);
    }
  });

  test('BYP-103 with a database that does not open it waits in the ledger', async () => {
    const { home, worker } = await aSetUpHome();
    home.clock.now = at('23:58');
    await browses(home, worker, 'https://game.test/', 1);
    home.databaseDoor.isBroken = true;
    const broken = await home.wake();
    home.passes(90_000);
    await broken.observeFront();
    expect(ledgerOf(home).finished).toHaveLength(1);
    home.databaseDoor.isBroken = false;
    const mended = await home.wake();
    await mended.observeFront();
    expect(await days(mended)).toMatchObject([{ usage: { totalSeconds: 120 } }]);
  });

  test('BYP-103 with a database that does not open a page is stopped all the same', async () => {
    const { home } = await aSetUpHome(aPolicy(aHousehold().withQuietTime('00:30', '06:30').child));
    home.clock.now = at('23:59');
    const tab = home.shows('https://game.test/');
    home.databaseDoor.isBroken = true;
    const broken = await home.wake();
    broken.listen();
    await broken.observeFront();
    for (let minutes = 0; minutes < 34; minutes += 1) {
      home.passes(minute);
      broken.browser.alarms.onAlarm.fire({ name: minutes % 2 ? 'policy-change' : 'heartbeat' });
      await home.settled();
    }
    expect(tab.url).toContain('/blocked.html#');
  });

  test('BYP-237 days, answered questions and blocked hosts are not kept for ever', async () => {
    const { home, worker } = await aSetUpHome();
    const database = await worker.database();
    const reason = { kind: 'unknown' } as const;
    await database.days.save({
      childId: 'child-1',
      date: '2026-01-01',
      usage: null,
      blockedCount: 1,
    });
    await database.blocked.add({
      at: at('12:00') - 8 * 24 * 60 * minute,
      childId: 'child-1',
      host: 'old.test',
      reason,
    });
    home.clock.now = at('23:59');
    await browses(home, worker, 'https://game.test/', 2);
    expect((await days(worker)).map(({ date }) => date)).toEqual(['2026-11-18']);
    expect(await database.blocked.since('child-1', 0)).toEqual([]);
  });
});
