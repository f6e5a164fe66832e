// The bar of the last two minutes, in a page that would rather not have it.
import type { Page } from '@playwright/test';

import { aGrace, aNotice } from '../../support/page-stub/words.ts';
import { press, seenIn, wordsSeen } from './seen.ts';
import { expect, loudness, type Stage, test } from './stage.ts';

const grace = aGrace();
const bar = '[data-saathi="grace"]';

async function withBar(stage: Stage, page: Page, texts = grace): Promise<void> {
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({ tabId, order: { show: { kind: 'grace', grace: texts }, againInMs: null } });
  await expect.poll(() => wordsSeen(page)).toContain(texts.text);
}

test('it is read out as a status, takes no focus, and typing goes on', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.locator('#field').focus();
  await page.keyboard.type('half a ');
  await withBar(stage, page);
  await page.keyboard.type('sentence');
  expect(await page.locator('#field').inputValue()).toBe('half a sentence');
  expect(await seenIn(page)).toContainEqual(expect.objectContaining({ role: 'status' }));
  expect(await loudness(page)).toBeGreaterThan(0.85);
});

test('the same order again says nothing twice and makes no second bar', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withBar(stage, page);
  await withBar(stage, page, aGrace(undefined, 45_000));
  await expect(page.locator(bar)).toHaveCount(1);
  expect(await wordsSeen(page)).not.toContain(grace.text);
});

test('it takes the place of the notice before it', async ({ stage }) => {
  const page = await stage.open('/plain');
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({
    tabId,
    order: { show: { kind: 'notice', notice: aNotice() }, againInMs: null },
  });
  await expect(page.locator('[data-saathi="notice"]')).toHaveCount(1);
  await withBar(stage, page);
  await expect(page.locator('[data-saathi="notice"]')).toHaveCount(0);
});

test('it moves out of the way of what has to be pressed', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withBar(stage, page);
  const below = { clip: { x: 0, y: 600, width: 1280, height: 200 } };
  const before = await page.screenshot(below);
  await press(page, grace.move);
  expect((await page.screenshot(below)).equals(before)).toBe(false);
  await press(page, grace.move);
});

test('full screen, a dialog and a page that takes it out leave it in sight', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withBar(stage, page);
  const isSeen = () => expect.poll(() => loudness(page)).toBeLessThan(0.95);
  await page.evaluate(() => document.getElementById('full')?.requestFullscreen());
  await isSeen();
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
  });
  await isSeen();
  await page.evaluate(() => document.querySelector('[data-saathi]')?.remove());
  await isSeen();
});

test('it goes when time was given meanwhile', async ({ stage }) => {
  const page = await stage.open('/plain');
  await withBar(stage, page);
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({ tabId, order: { show: { kind: 'nothing' }, againInMs: null } });
  await expect(page.locator(bar)).toHaveCount(0);
});
