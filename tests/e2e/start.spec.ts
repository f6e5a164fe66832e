// The start of the browser: pages are asked for before any worker lives. They are covered, replaced, and blocked from then on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromeBuild, extensionId } from '../../scripts/chromium.ts';
import { BareChromium, type StartOptions } from '../support/start/bare-chromium.ts';
import { canForceInstall, forceInstall } from '../support/start/chromium.ts';
import { setUpMessage } from '../support/start/household.ts';
import { openScreen, type Screen, type Watched } from '../support/start/screen.ts';
import { type LoudWeb, startLoudWeb } from '../support/start/web.ts';
import { Saathi } from './fixtures/saathi.ts';
import { browserPath, expect, test as base } from './fixtures/test.ts';
import { loudness } from './page/stage.ts';
import { aPolicy } from './support/policy.ts';

type Family = {
  readonly web: LoudWeb;
  readonly screen: Screen | null;
  readonly start: (
    urls: readonly string[],
    more?: readonly string[],
    extension?: boolean,
  ) => Promise<BareChromium>;
};

/** A profile in which the extension is set up, and "loud.test" closed. */
const test = base.extend<{ family: Family; isPackage: boolean }>({
  isPackage: [false, { option: true }],
  family: async ({ isPackage }, use) => {
    const web = await startLoudWeb();
    const screen = await openScreen();
    const packed =
      isPackage && (await canForceInstall())
        ? await forceInstall(browserPath(), chromeBuild, web)
        : null;
    const profile = packed?.profile ?? mkdtempSync(join(tmpdir(), 'saathi-start-'));
    const options: StartOptions = {
      program: packed?.program ?? browserPath(),
      profile,
      webPort: web.port,
      display: screen?.display ?? null,
      urls: [],
    };
    const fromFolder = [
      `--disable-extensions-except=${chromeBuild}`,
      `--load-extension=${chromeBuild}`,
    ];
    const load = packed === null ? fromFolder : [];
    const started: BareChromium[] = [];
    const start: Family['start'] = async (urls, more = [], withExtension = true) => {
      const browser = await BareChromium.start({
        ...options,
        urls,
        arguments: [...(withExtension ? load : ['--disable-extensions']), ...more],
      });
      started.push(browser);
      return browser;
    };
    const first = await start(['about:blank']);
    const answer = await first.ask(packed?.id ?? extensionId, await setUpMessage());
    expect(answer).toMatchObject({ ok: true });
    await first.close();
    await use({ web, screen, start });
    await started.at(-1)?.kill();
    screen?.close();
    await web.close();
    rmSync(profile, { recursive: true, force: true });
    packed?.remove();
  },
});

const isOneOf =
  (shown: readonly string[]) =>
  (address: string): boolean =>
    shown.includes(address);
const isReplaced = (url: string): boolean => url.includes('/blocked.html#');

/** Watches the screen, where there is one, until every tab of "loud.test" has become a block page. */
async function watchUntilReplaced(
  { screen }: Family,
  tabs: number,
  starting: ReturnType<Family['start']>,
): Promise<{ browser: BareChromium; seen: Watched | null }> {
  const replaced = (async () => {
    const browser = await starting;
    await expect
      .poll(async () => (await browser.tabs()).filter(isReplaced).length, { timeout: 30_000 })
      .toBe(tabs);
    // The block page has to come up, too.
    await new Promise((resolve) => setTimeout(resolve, 500));
  })();
  const seen = screen === null ? null : await screen.watch(replaced);
  await replaced;
  return { browser: await starting, seen };
}

test.describe.configure({ timeout: 120_000 });

test.describe('as families install it', () => {
  // A folder is loaded a moment after the first page; on a busy machine that is late enough to be seen.
  test.use({ isPackage: true });
  for (const round of [1, 2]) {
    test(`an address given at the start is never seen, replaced, and blocked from then on (${round})`, async ({
      family,
    }) => {
      const { web, start, screen } = family;
      const { browser, seen } = await watchUntilReplaced(family, 1, start(['http://loud.test/']));
      expect(seen?.loudest ?? 0).toBe(0);
      web.forget();
      await browser.open('http://loud.test/later');
      await expect
        .poll(async () => (await browser.tabs()).filter(isReplaced).length, { timeout: 30_000 })
        .toBe(2);
      expect(web.requestsTo('loud.test')).toEqual([]);
      // And the eye that saw nothing is no blind one.
      if (screen === null) return;
      await browser.open('http://open.test/');
      const aMoment = () => new Promise((resolve) => setTimeout(resolve, 500));
      await expect
        .poll(async () => (await screen.watch(aMoment())).loudest, { timeout: 30_000 })
        .toBeGreaterThan(0.3);
    });
  }
});

test('BYP-053 of twenty restored tabs, those that are closed by now are replaced', async ({
  family,
}) => {
  const { start } = family;
  const addresses = Array.from({ length: 20 }, (_, at) =>
    at % 3 === 0 ? `http://loud.test/${at}` : `http://other${at}.test/strict`,
  );
  const closed = addresses.filter((address) => address.includes('loud.test')).length;
  // A browser without us, as a child might have it: it remembers these tabs.
  const bare = await start(addresses, [], false);
  // Only a page that has come is remembered.
  await expect
    .poll(async () => addresses.filter(isOneOf(await bare.loaded())), { timeout: 30_000 })
    .toEqual(addresses);
  await bare.close();
  const { browser } = await watchUntilReplaced(
    family,
    closed,
    start([], ['--restore-last-session']),
  );
  // A busy browser restores the tabs behind one after the other.
  await expect
    .poll(async () => addresses.filter(isOneOf(await browser.tabs())), { timeout: 30_000 })
    .toEqual(addresses.filter((address) => address.includes('other')));
});

base(
  'BYP-042 a page that its own service worker serves without any request is replaced unseen',
  async ({ profile }) => {
    const web = await startLoudWeb();
    const saathi = await Saathi.launch({
      executablePath: browserPath(),
      extension: chromeBuild,
      resolverRule: `MAP *.test 127.0.0.1:${web.port}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND`,
      profile,
      arguments: ['--unsafely-treat-insecure-origin-as-secure=http://loud.test'],
    });
    await saathi.setUp(aPolicy());
    const page = await saathi.open('http://loud.test/');
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    web.forget();
    await page.goto('http://loud.test/from-its-worker');
    // It is seen once it has been judged.
    await expect.poll(() => loudness(page)).toBeGreaterThan(0.3);
    expect(web.requestsTo('loud.test')).toEqual([]);
    await saathi.changePolicy((policy) => ({
      ...policy,
      children: policy.children.map((child) => ({
        ...child,
        filter: { ...child.filter, blocklist: ['loud.test'] },
      })),
    }));
    await expect.poll(() => page.url()).toContain('/blocked.html#');
    const again = await saathi.open('http://loud.test/from-its-worker-again');
    for (let look = 0; look < 4; look += 1) {
      expect(await loudness(again), `look ${look + 1}`).toBeLessThan(0.0005);
    }
    await expect.poll(() => again.url()).toContain('/blocked.html#');
    await saathi.close();
    await web.close();
  },
);
