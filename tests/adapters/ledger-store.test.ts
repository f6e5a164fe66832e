// The ledger in two places, and every way in which a worker can die between them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createLedgerStore } from '@/entrypoints/background/adapters/ledger-store.ts';
import type { Area } from '@/entrypoints/background/adapters/store.ts';
import { emptyLedger, type Ledger, type LedgerEvent, reduce } from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';

const zone = 'Asia/Karachi';
const rules = { zone, keptHosts: [] };
const noon = Date.parse('2026-11-23T07:00:00Z');

type FakeArea = Area & { readonly values: Map<string, unknown>; sets: number; isFull: boolean };

function anArea(): FakeArea {
  const values = new Map<string, unknown>();
  const area: FakeArea = {
    values,
    sets: 0,
    isFull: false,
    get: async (key) => (values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
    async set(items) {
      if (area.isFull) throw new Error('QuotaExceededError');
      area.sets += 1;
      for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value));
    },
    remove: async (key) => void values.delete(key),
  };
  return area;
}

const aBrowser = () => {
  const [local, session, privateSession] = [anArea(), anArea(), anArea()];
  const lock = <T>(_name: string, task: () => Promise<T>) => task();
  return {
    local,
    session,
    wakes: (isPrivate = false) =>
      createLedgerStore({ local, session: isPrivate ? privateSession : session, lock, isPrivate }),
  };
};

const show = (at: number, host: string): LedgerEvent => ({
  kind: 'show',
  at,
  childId: 'zara',
  host,
  categories: ['games'],
});
const secondsOf = ({ usage, finished }: Ledger): number =>
  [...finished.map((day) => day.usage), ...Object.values(usage)].reduce(
    (sum, { totalSeconds }) => sum + totalSeconds,
    0,
  );

const step = fc.record({
  ms: fc.integer({ min: 0, max: 60_000 }),
  host: fc.constantFrom('a.test', 'b.test', null),
  isKilled: fc.boolean(),
  isPrivate: fc.boolean(),
});
const eventOf = (at: number, host: string | null): LedgerEvent =>
  host === null ? { kind: 'hide', at } : show(at, host);

describe('whatever dies', () => {
  test('BYP-143 a worker killed between any two events loses nothing: the ledger is that of one that never died', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const browser = aBrowser();
        let store = browser.wakes();
        let truth = emptyLedger;
        let at = noon;
        for (const { ms, host, isKilled } of steps) {
          at += ms;
          if (isKilled) store = browser.wakes();
          truth = reduce(truth, eventOf(at, host), rules);
          await store.update((old) => reduce(old, eventOf(at, host), rules));
        }
        const { writes: _writes, ...stored } = await browser.wakes().read();
        expect(stored).toStrictEqual(truth);
      }),
    );
  });

  test('a browser that is killed loses at most the half minute since the disk was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const browser = aBrowser();
        let at = noon;
        for (const { ms, host } of steps) {
          at += ms % 30_000;
          await browser.wakes().update((old) => reduce(old, eventOf(at, host), rules));
        }
        const before = secondsOf(await browser.wakes().read());
        browser.session.values.clear();
        expect(before - secondsOf(await browser.wakes().read())).toBeLessThanOrEqual(30);
      }),
    );
  });

  test('ordinary and private windows in turns: never more than real time, never less than before, at most a half minute lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const browser = aBrowser();
        let at = noon;
        let counted = 0;
        for (const { ms, host, isPrivate } of steps) {
          at += ms;
          const ledger = await browser
            .wakes(isPrivate)
            .update((old) => reduce(old, show(at, host ?? 'c.test'), rules));
          expect(secondsOf(ledger)).toBeGreaterThanOrEqual(counted);
          expect(secondsOf(ledger)).toBeLessThanOrEqual((at - noon) / 1000);
          counted = secondsOf(ledger);
        }
        // Something was in front all the time: what is missing lies before the first event.
        const first = steps[0]?.ms ?? 0;
        expect((at - noon - first) / 1000 - counted).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the disk', () => {
  test('is written at most twice a minute by ordinary browsing', async () => {
    const browser = aBrowser();
    const store = browser.wakes();
    for (let second = 0; second < 3600; second += 3)
      await store.update((old) =>
        reduce(old, show(noon + second * 1000, `h${second % 7}.test`), rules),
      );
    expect(browser.local.sets).toBeLessThanOrEqual(120);
    expect(secondsOf(await store.read())).toBe(3597);
  });

  test('that is full does not stop the count while the browser runs', async () => {
    const browser = aBrowser();
    await browser.wakes().update((old) => reduce(old, show(noon, 'a.test'), rules));
    browser.local.isFull = true;
    for (const at of [noon + 40_000, noon + 80_000])
      await browser.wakes().update((old) => reduce(old, { kind: 'tick', at }, rules));
    expect(secondsOf(await browser.wakes().read())).toBe(80);
  });

  test('that holds a ledger nobody can read gives no time: what memory holds counts on, else the day is lost', async () => {
    const browser = aBrowser();
    const store = browser.wakes();
    await store.update((old) => reduce(old, show(noon, 'a.test'), rules));
    await store.update((old) => reduce(old, { kind: 'tick', at: noon + 20_000 }, rules));
    browser.local.values.set('ledger', { schema: 'saathi-ledger/1', usage: 'none' });
    expect(secondsOf(await store.read())).toBe(20);
    browser.session.values.clear();
    expect((await store.read()).lostOn).toBe('');
    await store.update((old) => reduce(old, { kind: 'tick', at: noon + 40_000 }, rules));
    expect((await browser.wakes().read()).lostOn).toBe(momentAt(noon, zone).date);
  });

  test('that was written by somebody else meanwhile is believed', async () => {
    const browser = aBrowser();
    const store = browser.wakes();
    await store.update((old) => reduce(old, show(noon, 'a.test'), rules));
    await store.update((old) => reduce(old, { kind: 'tick', at: noon + 20_000 }, rules));
    await store.write(emptyLedger);
    expect(secondsOf(await store.read())).toBe(0);
  });

  test('from which the ledger was removed is an empty one, as before set-up', async () => {
    const browser = aBrowser();
    expect(await browser.wakes().read()).toStrictEqual(emptyLedger);
  });
});
