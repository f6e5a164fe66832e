// The small card that says how much time is left.
import type { Page } from '@playwright/test';

import { aNotice, aWarning } from '../../support/page-stub/words.ts';
import { press, seenIn, wordsSeen } from './seen.ts';
import { expect, loudness, type Stage, test } from './stage.ts';

const notice = aNotice();
const card = '[data-saathi="notice"]';

async function withNotice(stage: Stage, page: Page): Promise<void> {
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({ tabId, order: { show: { kind: 'notice', notice }, againInMs: null } });
  await expect.poll(() => wordsSeen(page)).toContain(notice.text);
}

test('it is read out as a status, takes no focus and blocks nothing', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.locator('#field').focus();
  await withNotice(stage, page);
  expect(await seenIn(page)).toContainEqual(expect.objectContaining({ role: 'status' }));
  await page.keyboard.type('still typing');
  expect(await page.locator('#field').inputValue()).toBe('still typing');
});

test('it is closed by hand', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withNotice(stage, page);
  await press(page, notice.close);
  await expect(page.locator(card)).toHaveCount(0);
});

test('it goes by itself after 20 seconds', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withNotice(stage, page);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(15_000);
  await expect(page.locator(card)).toBeAttached();
  await expect(page.locator(card)).toHaveCount(0, { timeout: 8000 });
});

test('a newer one takes the place of an older one', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withNotice(stage, page);
  await withNotice(stage, page);
  await expect(page.locator(card)).toHaveCount(1);
});

test('it hides nothing of the page but its own corner', async ({ stage }) => {
  const page = await stage.open('/plain');
  const before = await loudness(page);
  await withNotice(stage, page);
  expect(before - (await loudness(page))).toBeLessThan(0.06);
});

test('it comes over a page in full screen', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.evaluate(() => document.getElementById('full')?.requestFullscreen());
  await expect.poll(() => loudness(page)).toBe(1);
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({ tabId, order: { show: { kind: 'notice', notice }, againInMs: null } });
  await expect.poll(() => loudness(page)).toBeLessThan(0.99);
  expect(await loudness(page)).toBeGreaterThan(0.9);
  expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('full');
});

test('a film that goes to full screen a moment later does not hide it', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withNotice(stage, page);
  await page.evaluate(() => document.getElementById('full')?.requestFullscreen());
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('full');
  await expect.poll(() => loudness(page)).toBeLessThan(0.99);
  expect(await loudness(page)).toBeGreaterThan(0.9);
});

test('over a warning it can be read and closed, and the warning stays', async ({ stage }) => {
  const page = await stage.openWarned();
  await withNotice(stage, page);
  expect(await wordsSeen(page)).toContain(aWarning().heading);
  await stage.readable(page);
  await press(page, notice.close);
  await expect.poll(() => wordsSeen(page)).not.toContain(notice.text);
  await stage.staysCovered(page, 2);
  expect(stage.heard('warning.tampered')).toEqual([]);
});

test('BYP-132 after an update the older script keeps its warning until the newer one has its own', async ({
  stage,
}) => {
  const page = await stage.openWarned();
  const { tabId } = await stage.hears('page.hello');
  await stage.reload();
  await stage.staysCovered(page, 3);
  stage.injectInto(tabId);
  await stage.hears('page.hello', 'start');
  await expect(page.locator('[data-saathi="warning"]')).toHaveCount(1);
  await stage.staysCovered(page, 3);
  expect(stage.heard('warning.tampered')).toEqual([]);
  await stage.readable(page);
  await press(page, aWarning().stay);
  await stage.hears('warning.continue');
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
  expect(await page.evaluate(() => document.body.getAttribute('style'))).toBeNull();
});

test('BYP-132 two scripts, one notice', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withNotice(stage, page);
  const { tabId } = await stage.hears('page.hello');
  await stage.reload();
  stage.injectInto(tabId);
  await stage.hears('page.hello', 'start');
  await expect(page.locator(card)).toHaveCount(0);
});

test('BYP-132 a page that calls an element ours is not believed', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.reload();
  await page.evaluate(() => {
    const fake = document.createElement('div');
    fake.dataset['saathi'] = 'warning';
    fake.setAttribute('data-retired', 'nothing');
    document.querySelector('[data-saathi]')?.setAttribute('data-retired', 'nothing');
    document.documentElement.append(fake);
  });
  await stage.staysCovered(page, 3);
});
