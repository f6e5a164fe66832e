import { describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, ledgerOf, minute } from './support/family.ts';

const twoChildren: Policy = {
  ...aPolicy(anOpenChild('9-12')),
  children: [anOpenChild('9-12'), { ...anOpenChild('5-8'), id: 'child-2', nickname: 'Omar' }],
};
const dates = async (worker: Worker) =>
  (await worker.gets('history.read', {})).days.map(({ date }) => date);

describe('the history', () => {
  test('is today alone on the first day, with its topics and its hours', async () => {
    const { home, worker } = await aSetUpHome();
    await browses(home, worker, 'https://game.test/', 2);
    const history = await worker.gets('history.read', {});
    expect(history).toMatchObject({ childId: 'child-1', today: '2026-11-18' });
    expect(history.days).toMatchObject([
      { date: '2026-11-18', totalSeconds: 120, byCategory: [{ category: 'games', seconds: 120 }] },
    ]);
    const [day] = history.days;
    expect(day?.byHour.reduce((sum, seconds) => sum + seconds, 0)).toBe(120);
  });

  test('counts up to this very second', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/');
    await worker.observeFront();
    home.passes(20_000);
    expect((await worker.gets('history.read', {})).days[0]?.totalSeconds).toBe(20);
  });

  test('holds the days that were filed, and every day between them', async () => {
    const { home, worker } = await aSetUpHome();
    const database = await worker.database();
    await database.days.save({
      childId: 'child-1',
      date: '2026-11-15',
      usage: { date: '2026-11-15', totalSeconds: 600, byHost: {}, byCategory: { video: 600 } },
      blockedCount: 4,
    });
    home.clock.now = at('12:00');
    const { days } = await worker.gets('history.read', {});
    expect(
      days.map(({ date, totalSeconds, blockedCount }) => [date, totalSeconds, blockedCount]),
    ).toEqual([
      ['2026-11-15', 600, 4],
      ['2026-11-16', 0, 0],
      ['2026-11-17', 0, 0],
      ['2026-11-18', 0, 0],
    ]);
    expect(days[0]?.byHour).toEqual([]);
  });

  test('passes over midnight without losing the day that ended', async () => {
    const { home, worker } = await aSetUpHome();
    home.clock.now = at('23:58');
    await browses(home, worker, 'https://game.test/', 4);
    const { days } = await worker.gets('history.read', {});
    expect(days.map(({ date, totalSeconds }) => [date, totalSeconds])).toEqual([
      ['2026-11-18', 120],
      ['2026-11-19', 120],
    ]);
    expect(days[0]?.byHour[23]).toBe(120);
    expect(days[1]?.byHour[0]).toBe(120);
  });

  test('keeps the count of a day whose record can not be read', async () => {
    const { worker } = await aSetUpHome();
    const database = await worker.database();
    await database.days.save({
      childId: 'child-1',
      date: '2026-11-17',
      usage: { totalSeconds: 'many' },
      blockedCount: 3,
    });
    expect((await worker.gets('history.read', {})).days[0]).toMatchObject({
      date: '2026-11-17',
      totalSeconds: 0,
      blockedCount: 3,
    });
  });

  test('goes back ninety days at most', async () => {
    const { worker } = await aSetUpHome();
    const database = await worker.database();
    for (const date of ['2026-01-01', '2026-08-20']) {
      await database.days.save({ childId: 'child-1', date, usage: null, blockedCount: 1 });
    }
    expect((await dates(worker))[0]).toBe('2026-08-20');
  });

  test('says what was asked on a day', async () => {
    const { home, worker } = await aSetUpHome(
      aPolicy(aHousehold().withFilter({ blocklist: ['chat.test'] }).child),
    );
    home.shows('https://chat.test/');
    const asked = { url: 'https://chat.test/', why: 'friend', words: 'please' } as const;
    expect(await worker.ask('request.ask', asked, from.blocked)).toMatchObject({ ok: true });
    expect((await worker.gets('history.read', {})).days.at(-1)).toMatchObject({
      asked: 1,
      allowed: 0,
    });
  });

  test('carries no address, whatever was browsed, closed or asked', async () => {
    const { home, worker } = await aSetUpHome(
      aPolicy(
        aHousehold()
          .withFilter({ blocklist: ['chat.test'] })
          .withQuota('host:game.test', 60).child,
      ),
    );
    await browses(home, worker, 'https://game.test/', 1);
    const tab = home.shows('https://chat.test/');
    await worker.judgeTab(tab.id, tab.url);
    await worker.ask('request.ask', { url: tab.url, why: 'game', words: '' }, from.blocked);
    expect(JSON.stringify(await worker.gets('history.read', {}))).not.toContain('.test');
  });

  test('of a sibling is read by the guardian’s page, and by no child’s', async () => {
    const { worker } = await aSetUpHome(twoChildren);
    const other = { childId: 'child-2' };
    expect(await worker.gets('history.read', other)).toMatchObject({ childId: 'child-2' });
    expect(await worker.ask('history.read', other, from.mine)).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
    expect(await worker.gets('history.read', {}, from.mine)).toMatchObject({ childId: 'child-1' });
  });

  test('of a child that is not at home is not found', async () => {
    const { worker } = await aSetUpHome();
    expect(await worker.ask('history.read', { childId: 'nobody' })).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });
});

describe('a clock that was set forward and back', () => {
  const heldBack = async () => {
    const set = await aSetUpHome();
    await browses(set.home, set.worker, 'https://game.test/', 1);
    const right = set.home.clock.now;
    set.home.clock.now = right + 3 * 24 * 60 * minute;
    await set.worker.observeFront();
    set.home.clock.now = right;
    await set.worker.observeFront();
    return { ...set, right };
  };

  test('is told to the guardian, and the later day stays in force', async () => {
    const { worker } = await heldBack();
    const day = await worker.gets('day.read', {});
    expect(day.setBacks).toHaveLength(1);
    expect(day.date).toBe('2026-11-21');
  });

  test('is not trusted again without the PIN', async () => {
    const { worker } = await heldBack();
    expect(await worker.ask('clock.confirm', {})).toEqual({ ok: false, failure: 'needs-guardian' });
    expect((await worker.gets('day.read', {})).setBacks).toHaveLength(1);
  });

  test('is trusted again when the guardian says so, and the journal tells it', async () => {
    const { home, worker } = await heldBack();
    const token = await worker.unlock();
    expect(await worker.ask('clock.confirm', { token })).toMatchObject({ ok: true });
    const day = await worker.gets('day.read', {});
    expect(day).toMatchObject({ date: '2026-11-18', setBacks: [] });
    expect(ledgerOf(home).setBacks).toEqual([]);
    const { entries } = await worker.gets('journal.read', {});
    expect(entries.at(0)?.change).toMatchObject({ key: 'changeClockConfirmed', weakens: true });
  });

  test('takes nothing out of the picture of the day it was right on', async () => {
    const { worker } = await heldBack();
    await worker.ask('clock.confirm', { token: await worker.unlock() });
    expect((await worker.gets('history.read', {})).days).toMatchObject([
      { date: '2026-11-18', totalSeconds: 60 },
    ]);
  });
});
