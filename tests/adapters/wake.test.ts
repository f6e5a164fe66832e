import { afterEach, describe, expect, test, vi } from 'vitest';

import { aHousehold, aPolicy } from '../support/builders.ts';
import {
  createFakeBrowser,
  createProfile,
  createSession,
  type Profile,
} from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import { aHome } from '../support/fake-world.ts';
import { aSetUpHome, manage, opens } from './support/family.ts';

const hooks = ['saathiCreateDatabase', 'saathiCreateLater', 'saathiPolicyRules', 'importScripts'];
afterEach(() => {
  for (const hook of hooks) Reflect.deleteProperty(globalThis, hook);
  vi.doUnmock('@/entrypoints/background/listeners/quietly.ts');
});

/** index.ts as the browser runs it, over a profile in which nothing is set up. */
async function mainOver(profile: Profile) {
  const browser = createFakeBrowser(profile, createSession(), 'ordinary');
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser }));
  vi.doUnmock('@/entrypoints/background/listeners/quietly.ts');
  const { default: background } = await import('@/entrypoints/background/index.ts');
  const { createDatabase, createLater, policyRules } =
    await import('../support/background-modules.ts');
  Object.assign(globalThis, {
    saathiCreateDatabase: () => createDatabase('wake'),
    saathiCreateLater: createLater,
    saathiPolicyRules: policyRules,
  });
  return { browser, main: () => background.main() };
}

describe('a worker that wakes', () => {
  test('has registered every listener before its first turn is over', async () => {
    const { browser, main } = await mainOver((await aHome()).profile);
    main();
    const silent = [
      browser.runtime.onMessage,
      browser.runtime.onInstalled,
      browser.runtime.onStartup,
      browser.storage.onChanged,
      browser.alarms.onAlarm,
      browser.tabs.onActivated,
      browser.tabs.onUpdated,
      browser.tabs.onRemoved,
      browser.tabs.onReplaced,
      browser.windows.onFocusChanged,
      browser.idle.onStateChanged,
      browser.permissions.onAdded,
      browser.permissions.onRemoved,
      browser.contextMenus.onClicked,
      browser.commands.onCommand,
      ...Object.values(browser.webNavigation),
    ].filter((event) => event.count() === 0);
    expect(silent).toEqual([]);
  });

  test('answers every message, also those nobody knows', async () => {
    const home = await aHome();
    home.shows('https://school.test/');
    const { browser, main } = await mainOver(home.profile);
    main();
    const says = (message: unknown, sender: unknown) =>
      new Promise((reply) => {
        // Without "true" the browser would close the door before the answer is there.
        expect(browser.runtime.onMessage.fire(message, sender, reply)).toEqual([true]);
      });
    expect(await says({ name: 'state.read', body: {} }, from.options)).toMatchObject({
      ok: true,
      value: { setUp: false },
    });
    expect(await says({ name: 'nobody.knows', body: {} }, from.options)).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
    expect(await says('x', from.options)).toEqual({ ok: false, failure: 'not-allowed' });
  });
});

describe('what is loaded later', () => {
  const load = async () => {
    vi.resetModules();
    const browser = createFakeBrowser(createProfile(), createSession(), 'ordinary');
    vi.doMock('wxt/browser', () => ({ browser }));
    return import('@/entrypoints/background/load-later.ts');
  };
  const script = (made: () => unknown) => {
    const imports: string[] = [];
    Object.assign(globalThis, {
      importScripts(name: string) {
        imports.push(name);
        made();
      },
    });
    return imports;
  };
  const nothing = async () => ({});

  test('is imported once, and the database opened once a wake', async () => {
    const { openDatabase } = await load();
    const open = vi.fn(nothing);
    const imports = script(() =>
      Object.assign(globalThis, { saathiCreateDatabase: open, saathiCreateLater: nothing }),
    );
    const [first, second] = await Promise.all([openDatabase(), openDatabase()]);
    expect(first).toBe(second);
    expect(imports).toEqual(['/later.js']);
    expect(open).toHaveBeenCalledTimes(1);
  });

  test('BYP-103 a database that did not open is tried again at the next call', async () => {
    const { openDatabase } = await load();
    const open = vi.fn(nothing).mockRejectedValueOnce(new DOMException('blocked', 'UnknownError'));
    script(() =>
      Object.assign(globalThis, { saathiCreateDatabase: open, saathiCreateLater: nothing }),
    );
    await expect(openDatabase()).rejects.toThrow('blocked');
    await expect(openDatabase()).resolves.toEqual({});
  });

  test('a script that did not load is tried again, and says so instead of failing somewhere else', async () => {
    const { openPolicyRules } = await load();
    let tries = 0;
    script(() => {
      tries += 1;
      if (tries === 1) throw new Error('network error');
    });
    await expect(openPolicyRules()).rejects.toThrow('network error');
    await expect(openPolicyRules()).rejects.toThrow('later.js did not load');
    expect(tries).toBe(2);
  });
});

describe('installation', () => {
  test('of a browser with nobody in it opens set-up; an update does not', async () => {
    for (const [reason, isOpened] of [
      ['install', true],
      ['update', false],
    ] as const) {
      const home = await aHome();
      const worker = await home.wake();
      const opened = vi.spyOn(worker.browser.runtime, 'openOptionsPage');
      worker.listen();
      worker.browser.runtime.onInstalled.fire({ reason });
      await home.settled();
      expect(opened.mock.calls.length === 1, reason).toBe(isOpened);
      expect(home.failures).toEqual([]);
    }
  });

  test('under a managed policy opens no set-up, and closes what must be closed', async () => {
    const home = await aHome();
    manage(home, aPolicy(aHousehold().withCategory('games', 'block').child));
    const tab = home.shows('https://game.test/');
    const worker = await home.wake();
    const opened = vi.spyOn(worker.browser.runtime, 'openOptionsPage');
    worker.listen();
    worker.browser.runtime.onInstalled.fire({ reason: 'install' });
    await home.settled();
    expect(opened).not.toHaveBeenCalled();
    expect(tab.url).toMatch(/blocked\.html/);
    expect(home.profile.scripts).toContain(`/page.js ${tab.id} `);
  });

  test('a policy that changes in storage is in force without a restart', async () => {
    const { home, worker } = await aSetUpHome();
    worker.listen();
    await home.settled();
    const stricter = aPolicy(aHousehold().withCategory('games', 'block').child);
    home.profile.local.set('policy', { revision: 9, policy: stricter });
    worker.browser.storage.onChanged.fire({ policy: {} }, 'local');
    await home.settled();
    expect(opens(home, 'https://game.test/')).toBe(false);
    manage(home, aPolicy(aHousehold().withCategory('video', 'block').child));
    worker.browser.storage.onChanged.fire({ schema: {} }, 'managed');
    await home.settled();
    expect(opens(home, 'https://game.test/')).toBe(true);
    expect(opens(home, 'https://video.test/')).toBe(false);
    expect(home.failures).toEqual([]);
  });

  test('BYP-098 a policy that is deleted in storage comes back by itself', async () => {
    const strict = aPolicy(aHousehold().withCategory('games', 'block').child);
    const { home, worker } = await aSetUpHome(strict);
    worker.listen();
    await home.settled();
    home.profile.local.delete('policy');
    worker.browser.storage.onChanged.fire({ policy: {} }, 'local');
    await home.settled();
    expect(home.stored('policy')).toMatchObject({ policy: strict, mendedFrom: 'copy' });
    expect(opens(home, 'https://game.test/')).toBe(false);
  });

  test('BYP-098 everything that is deleted in storage leaves the rules that were chosen', async () => {
    const strict = aPolicy(aHousehold().withCategory('games', 'block').child);
    const { home } = await aSetUpHome(strict);
    home.profile.local.clear();
    home.closeBrowser();
    const worker = await home.wake();
    worker.listen();
    worker.browser.runtime.onStartup.fire();
    await home.settled();
    expect(opens(home, 'https://game.test/')).toBe(false);
    expect(await worker.gets('state.read', {})).toMatchObject({ setUp: true });
    expect(home.failures).toEqual([]);
  });
});

test('a listener that fails takes nobody with it, and says nothing of the page', async () => {
  vi.resetModules();
  vi.doUnmock('@/entrypoints/background/listeners/quietly.ts');
  const { quietly } = await import('@/entrypoints/background/listeners/quietly.ts');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const listener = quietly(async (url: string) => {
    if (url !== '') throw new Error('a bug');
  });
  expect(listener('https://diary.test/')).toBeUndefined();
  await new Promise((resolve) => setImmediate(resolve));
  expect(JSON.stringify(log.mock.calls)).not.toContain('diary');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

describe('the first wake of a browser', () => {
  test('BYP-053 looks at all open tabs before it loads or makes anything else', async () => {
    const strict = aPolicy(aHousehold().withCategory('games', 'block').child);
    const { home } = await aSetUpHome(strict);
    home.closeBrowser();
    const games = [1, 2, 3].map((page) => home.shows(`https://game.test/${page}`));
    const school = home.shows('https://school.test/');
    const worker = await home.wake();
    const { getDynamicRules } = worker.browser.declarativeNetRequest;
    const rulesAreRead = vi.spyOn(worker.browser.declarativeNetRequest, 'getDynamicRules');
    const urlsThen: string[] = [];
    rulesAreRead.mockImplementation(() => {
      urlsThen.push(...games.map(({ url }) => url));
      return getDynamicRules();
    });
    worker.listen();
    await home.settled();
    expect(urlsThen.length).toBeGreaterThan(0);
    expect(urlsThen.filter((url) => !url.includes('/blocked.html#'))).toEqual([]);
    expect(school.url).toBe('https://school.test/');
    expect(home.failures).toEqual([]);
  });
});
