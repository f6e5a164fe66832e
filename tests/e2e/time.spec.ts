// Schedule and quota on real tabs. Time is seeded, never slept through for more than a few seconds.
import type { Page } from '@playwright/test';

import type { Saathi } from './fixtures/saathi.ts';
import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

const isTimeUp = (page: Page) =>
  expect(page.locator('[data-saathi="time-up"]')).toBeVisible({ timeout: 30_000 });

/** The bar of the two minutes in which typed work can be saved. */
const bar = '[data-saathi="grace"]';

/** As if the two minutes were nearly over: the page looks again within five seconds. */
async function nearlyOver(saathi: Saathi): Promise<void> {
  const kept = async () =>
    (await saathi.stored('session')) as { grace: { left: Record<string, number>; seen: object } };
  await expect(async () => {
    const { grace } = await kept();
    const left = Object.fromEntries(Object.keys(grace.left).map((tab) => [tab, 200]));
    await saathi.store({ grace: { ...grace, left } }, 'session');
    // A look at all tabs that was under way meanwhile writes down what it had read before.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const after = Object.values((await kept()).grace.left);
    expect(after.filter((leftMs) => leftMs > 200)).toEqual([]);
  }).toPass();
}

/** When the bar came, by the page's own account: to ask a page behind takes a busy machine its time. */
const noteBar = (page: Page) =>
  page.evaluate((selector) => {
    const noted = globalThis as unknown as { barAt?: number };
    new MutationObserver(() => {
      if (document.querySelector(selector) !== null) noted.barAt ??= Date.now();
    }).observe(document, { childList: true, subtree: true });
  }, bar);
const barAt = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { barAt?: number }).barAt ?? 0);

async function secondsToday(saathi: Saathi): Promise<number> {
  const day = await saathi.ask('day.read', {});
  if (!day.ok) throw new Error(day.failure);
  return day.value.totalSeconds;
}

/** "HH:MM" of the machine's own zone, some minutes from now. */
function clock(minutesFromNow: number): string {
  const at = new Date(Date.now() + minutesFromNow * 60_000);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** A quiet time that is in force already. */
async function bedtime(saathi: Saathi): Promise<void> {
  const read = await saathi.ask('policy.read', {});
  if (!read.ok) throw new Error('no policy');
  await saathi.ask('policy.save', {
    policy: aPolicy().withQuietTime(clock(-60), clock(60)).build(),
    baseRevision: read.value.revision,
  });
}

type Players = { players: HTMLMediaElement[] };
declare const chrome: {
  tabs: { query: (wanted: { muted: boolean }) => Promise<{ url: string }[]> };
};

async function mutedTabs(saathi: Saathi): Promise<string[]> {
  const own = await saathi.openOwn('options');
  const urls = await own.evaluate(async () =>
    (await chrome.tabs.query({ muted: true })).map(({ url }) => url),
  );
  await own.close();
  return urls;
}

/** In the page, in a closed shadow root, in a frame it fills itself, started again and again; and a film from elsewhere. */
function playEverywhere(): void {
  const frame = document.createElement('iframe');
  const film = document.createElement('iframe');
  film.src = 'http://video.test/watch';
  const rooted = document.createElement('div');
  document.body.append(frame, film, rooted);
  const places = [document.body, rooted.attachShadow({ mode: 'closed' }), document.body];
  if (frame.contentDocument !== null) places.push(frame.contentDocument.body);
  const players = places.map((place) => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    setInterval(() => pen?.fillRect(0, 0, Math.random() * 90, 9), 50);
    const player = document.createElement('video');
    player.muted = true;
    player.srcObject = canvas.captureStream(10);
    place.append(player);
    return player;
  });
  (globalThis as unknown as Players).players = players;
  for (const player of players) void player.play();
  setInterval(() => void players[2]?.play().catch(() => undefined), 20);
}

/** How many go on; the one that is started again and again does not get anywhere. */
const playing = () =>
  (globalThis as unknown as Players).players.filter(
    ({ paused, style }) => !paused && style.visibility !== 'hidden',
  ).length;

test('a spent quota stops the page that is already open after two minutes to save, and the next one before it is asked for', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().withQuota('all', 30));
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 6);
  const page = await saathi.open('http://news.test/');
  await page.waitForLoadState('domcontentloaded');
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('afterbegin', '<textarea></textarea>'),
  );
  await page.locator('textarea').pressSequentially('My essay');
  await expect(page.locator(bar)).toBeAttached({ timeout: 30_000 });
  await page.keyboard.type(' is not lost');
  await expect(page.locator('textarea')).toHaveValue('My essay is not lost');
  web.forgetRequests();
  await isTimeUp(await saathi.open('http://school.test/'));
  expect(web.requestsTo('school.test')).toEqual([]);
  await page.bringToFront();
  await nearlyOver(saathi);
  await isTimeUp(page);
});

test('a stop reaches every tab in every window within two seconds, and no tab longer than its two minutes', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().withQuota('all', 30));
  // So many that a slow machine has all four open by then.
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 25);
  const pages = [
    await saathi.open('http://news.test/'),
    await saathi.open('http://school.test/'),
    await saathi.open('http://chat.test/'),
  ];
  const [first, , front] = pages;
  const opened = saathi.context.waitForEvent('page');
  await first?.evaluate(
    () => void window.open('http://video.test/', '', 'popup,width=500,height=400'),
  );
  const popup = await opened;
  await popup.waitForURL('http://video.test/', { waitUntil: 'commit' });
  pages.push(popup);
  for (const page of pages) await noteBar(page);
  await front?.bringToFront();
  for (const page of pages) await expect(page.locator(bar)).toBeAttached({ timeout: 45_000 });
  const stoppedAt = await Promise.all(pages.map(barAt));
  expect(Math.min(...stoppedAt)).toBeGreaterThan(0);
  expect(Math.max(...stoppedAt) - Math.min(...stoppedAt)).toBeLessThan(2000);
  await nearlyOver(saathi);
  for (const page of pages) await isTimeUp(page);
});

test('in its two minutes a page plays nothing, in no frame and by no trick', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://news.test/');
  await page.waitForLoadState('domcontentloaded');
  await page.mouse.click(5, 5);
  await page.evaluate(playEverywhere);
  const film = page.frameLocator('iframe[src]').locator('video');
  const isFilmPaused = () => film.evaluate((video: HTMLVideoElement) => video.paused);
  await expect.poll(() => page.evaluate(playing)).toBe(4);
  await expect.poll(isFilmPaused).toBe(false);
  await bedtime(saathi);
  await expect(page.locator(bar)).toBeAttached();
  await expect.poll(() => page.evaluate(playing)).toBe(0);
  await expect.poll(isFilmPaused).toBe(true);
  const [muted] = await mutedTabs(saathi);
  expect(muted).toBe('http://news.test/');
  await page.waitForTimeout(1000);
  expect(await page.evaluate(playing)).toBe(0);
});

test('two minutes are no way out: not by new windows, not by history, not by a question', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://news.test/');
  await saathi.goTo(page, 'http://school.test/');
  await page.mouse.click(5, 5);
  await page.evaluate(() => {
    addEventListener('beforeunload', (event) => event.preventDefault(), true);
    // Whatever is answered: the page is to go.
  });
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  await bedtime(saathi);
  await expect(page.locator(bar)).toBeAttached();
  await page.evaluate(() => history.pushState(null, '', '/saved'));
  for (const url of ['', 'http://news.test/']) {
    const opening = saathi.context.waitForEvent('page');
    await page.evaluate((address) => {
      window.open(address)?.document.write('<h1>Out</h1>');
    }, url);
    await isTimeUp(await opening);
  }
  await expect(page.locator(bar)).toBeAttached();
  const gone = page.waitForEvent('close', { timeout: 20_000 });
  await page.bringToFront();
  await nearlyOver(saathi);
  await gone;
  for (const open of saathi.context.pages()) expect(open.url()).not.toContain('http://');
});

test('a quota of one category leaves the others open', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('category:games', 20));
  await saathi.leaveSeconds({ scope: 'category:games', limitMinutes: 20 }, 0);
  await isTimeUp(await saathi.open('http://game.test/'));
  const school = await saathi.open('http://school.test/');
  await expect(school.getByRole('heading').first()).toBeVisible();
});

test('a quiet time closes every page, open or new, and says when it ends', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://news.test/');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await bedtime(saathi);
  await expect(page.locator(bar)).toBeAttached();
  await isTimeUp(await saathi.open('http://school.test/'));
  await saathi.goTo(page, 'http://news.test/');
  await isTimeUp(page);
  const explained = await saathi.ask('visit.explain', { url: 'http://news.test/' }, 'blocked');
  expect(explained).toMatchObject({
    ok: true,
    value: { verdict: { action: 'block', reason: { kind: 'quiet-time' } } },
  });
});

test('a notice comes before the end', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('all', 30));
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 4 * 60);
  const page = await saathi.open('http://news.test/');
  await expect(page.locator('[data-saathi="notice"]')).toBeAttached();
});

test('BYP-089 the time-up page itself costs no time', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('category:games', 20).withQuota('all', 60));
  await saathi.leaveSeconds({ scope: 'category:games', limitMinutes: 20 }, 0);
  const page = await saathi.open('http://game.test/');
  await isTimeUp(page);
  const before = await saathi.ask('day.read', {});
  await page.waitForTimeout(2500);
  const after = await saathi.ask('day.read', {});
  if (!before.ok || !after.ok) throw new Error('no day');
  expect(after.value.totalSeconds).toBe(before.value.totalSeconds);
});

test('the active tab is counted, about as long as it was in front', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('all', 60));
  const started = Date.now();
  const page = await saathi.open('http://news.test/');
  await page.bringToFront();
  // The browser tells of a new tab a moment later; from then on every second counts.
  await expect.poll(() => secondsToday(saathi)).toBeGreaterThan(0);
  await page.waitForTimeout(4000);
  const day = await saathi.ask('day.read', {}, 'popup');
  if (!day.ok) throw new Error('no day');
  expect(day.value.totalSeconds).toBeGreaterThan(2);
  // Never more than has really passed, however slow the machine.
  expect(day.value.totalSeconds).toBeLessThanOrEqual((Date.now() - started) / 1000);
});

test('a killed worker loses no counted time', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('all', 60));
  const started = Date.now();
  const page = await saathi.open('http://news.test/');
  await page.bringToFront();
  await expect.poll(() => secondsToday(saathi)).toBeGreaterThan(0);
  await page.waitForTimeout(2000);
  await saathi.killWorker();
  await page.waitForTimeout(2000);
  const day = await saathi.ask('day.read', {}, 'popup');
  if (!day.ok) throw new Error('no day');
  expect(day.value.totalSeconds).toBeGreaterThan(3);
  // Never more than has really passed, however slow the machine.
  expect(day.value.totalSeconds).toBeLessThanOrEqual((Date.now() - started) / 1000);
});

test('help opens in a quiet time and is not counted', async ({ saathi, web }) => {
  await saathi.setUp(aPolicy().withQuietTime(clock(-60), clock(60)));
  const blocked = await saathi.open('http://news.test/');
  await isTimeUp(blocked);
  const explained = await saathi.ask(
    'visit.explain',
    { url: 'https://childline.org.uk/' },
    'blocked',
  );
  expect(explained).toMatchObject({
    ok: true,
    value: { verdict: { action: 'allow', reason: { kind: 'help' } } },
  });
  expect(web.requestsTo('news.test')).toEqual([]);
});
