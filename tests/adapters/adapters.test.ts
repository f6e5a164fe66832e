import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';

import { aboutBrowser } from '@/entrypoints/background/adapters/about-browser.ts';
import { lock } from '@/entrypoints/background/adapters/clock.ts';
import { type Area, defineItem } from '@/entrypoints/background/adapters/store.ts';

import { from } from '../support/fake-senders.ts';
import { aHome } from '../support/fake-world.ts';
import { aSetUpHome } from './support/family.ts';

afterEach(() => vi.restoreAllMocks());

describe('a stored item', () => {
  const anItem = () => {
    const values = new Map<string, unknown>();
    const area: Area = {
      get: async (key) => (values.has(key) ? { [key]: values.get(key) } : {}),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) values.set(key, value);
      },
      remove: async (key) => void values.delete(key),
    };
    const counted = z.number().check(z.minimum(0));
    const item = defineItem({ area, lock }, 'count', counted, { absent: 0, damaged: 99 });
    return { values, item };
  };

  test('that was never stored is not taken for one that was damaged', async () => {
    const { values, item } = anItem();
    expect(await item.read()).toBe(0);
    for (const damage of ['7', Number.NaN, -1, null, {}]) {
      values.set('count', damage);
      expect(await item.read(), JSON.stringify(damage)).toBe(99);
    }
  });

  test('is changed by a hundred at once without losing one change', async () => {
    const { item } = anItem();
    await Promise.all(Array.from({ length: 100 }, () => item.update((old) => old + 1)));
    expect(await item.read()).toBe(100);
  });

  test('a change that throws changes nothing and blocks nobody', async () => {
    const { item } = anItem();
    const bug = (): number => {
      throw new Error('a bug');
    };
    await expect(item.update(bug)).rejects.toThrow('a bug');
    expect(await item.update((old) => old + 1)).toBe(1);
    await item.clear();
    expect(await item.read()).toBe(0);
  });
});

describe('what a desk is told about the program', () => {
  test.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.7204.93 Safari/537.36',
      { browser: 'Chromium 156', system: 'Linux' },
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0',
      { browser: 'Firefox 153', system: 'Windows' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile',
      { browser: 'Chromium 150', system: 'Android' },
    ],
    ['Something else', { browser: 'Chromium', system: 'other' }],
  ])('is its name, main version and system: %s', async (agent, known) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent);
    expect(await aboutBrowser()).toEqual(known);
  });
});

describe('files of our own package', () => {
  const broken = async (which: string, answer: () => Response) => {
    const { home, worker } = await aSetUpHome();
    const real = globalThis.fetch;
    let isBroken = true;
    vi.stubGlobal('fetch', async (url: string) =>
      isBroken && url.endsWith(which) ? answer() : real(url),
    );
    return { home, worker, mends: () => (isBroken = false) };
  };

  test('a list that could not be read is read again, not missed for the rest of the wake', async () => {
    const { home, mends } = await broken('starter.json', () => new Response('', { status: 500 }));
    const next = await home.wake();
    await expect(next.reconcile()).rejects.toThrow('Not in the package');
    mends();
    await next.reconcile();
  });

  test('a country without a pack, or with a broken one, still has help for any country', async () => {
    for (const answer of [() => new Response('', { status: 404 }), () => Response.json({ x: 1 })]) {
      const { home } = await broken('packs/PK.json', answer);
      const worker = await home.wake();
      const tab = home.shows('https://childline.org.uk/');
      await worker.reconcile();
      expect(tab.url).toBe('https://childline.org.uk/');
      home.shows('https://new.test/');
      expect((await worker.gets('report.file', {}, from.popup)).state).toBe('by-hand');
    }
  });
});

test('nothing is fetched but files of our own package until a report is due', async () => {
  const home = await aHome();
  const worker = await home.wake();
  worker.listen();
  worker.browser.runtime.onInstalled.fire({ reason: 'install' });
  worker.browser.runtime.onStartup.fire();
  await home.settled();
  expect(home.sent).toEqual([]);
  expect(home.failures).toEqual([]);
});
