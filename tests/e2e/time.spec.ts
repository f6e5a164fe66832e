// Schedule and quota on real tabs. Time is seeded, never slept through for more than a few seconds.
import type { Page } from '@playwright/test';

import type { Saathi } from './fixtures/saathi.ts';
import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

const isTimeUp = (page: Page) =>
  expect(page.locator('[data-saathi="time-up"]')).toBeVisible({ timeout: 15_000 });

/** The bar of the two minutes in which typed work can be saved. */
const bar = '[data-saathi="grace"]';

/** As if the two minutes were nearly over: the page looks again within five seconds. */
async function nearlyOver(saathi: Saathi): Promise<void> {
  const { grace } = (await saathi.stored('session')) as {
    grace: { left: Record<string, number>; seen: object };
  };
  const left = Object.fromEntries(Object.keys(grace.left).map((tab) => [tab, 200]));
  await saathi.store({ grace: { ...grace, left } }, 'session');
}

/** "HH:MM" of the machine's own zone, some minutes from now. */
function clock(minutesFromNow: number): string {
  const at = new Date(Date.now() + minutesFromNow * 60_000);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

test('a spent quota stops the page that is already open after two minutes to save, and the next one before it is asked for', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().withQuota('all', 30));
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 6);
  const page = await saathi.open('http://news.test/');
  await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<textarea></textarea>'));
  await page.locator('textarea').pressSequentially('My essay');
  await expect(page.locator(bar)).toBeAttached({ timeout: 15_000 });
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
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 12);
  const pages = [
    await saathi.open('http://news.test/'),
    await saathi.open('http://school.test/'),
    await saathi.open('http://chat.test/'),
  ];
  const [first, , front] = pages;
  const opened = saathi.context.waitForEvent('page');
  await first?.evaluate(() => void window.open('http://video.test/', '', 'popup,width=500,height=400'));
  pages.push(await opened);
  await front?.bringToFront();
  const stoppedAt = await Promise.all(
    pages.map(async (page) => {
      await page.waitForSelector(bar, { state: 'attached', timeout: 30_000 });
      return Date.now();
    }),
  );
  expect(Math.max(...stoppedAt) - Math.min(...stoppedAt)).toBeLessThan(2000);
  await nearlyOver(saathi);
  for (const page of pages) await isTimeUp(page);
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
  const read = await saathi.ask('policy.read', {});
  if (!read.ok) throw new Error('no policy');
  await saathi.ask('policy.save', {
    policy: aPolicy().withQuietTime(clock(-60), clock(60)).build(),
    baseRevision: read.value.revision,
  });
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
  await expect(page.locator('[data-saathi="notice"]')).toBeAttached({ timeout: 10_000 });
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
