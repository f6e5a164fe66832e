// What a child with a little script and much patience tries.
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

const isBlocked = (page: Page) =>
  expect(page.locator('[data-saathi="blocked"], [data-saathi="time-up"]')).toBeVisible();

test('an address too long to be named in another one is replaced all the same', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('spa.test/games'));
  const page = await saathi.open('http://spa.test/');
  await page.evaluate(() => history.pushState(null, '', `/games?${'/'.repeat(1_000_000)}`));
  await isBlocked(page);
});

test('BYP-048 an empty window that a page fills counts as that page, and closes with it', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().withQuota('host:game.test', 30));
  await saathi.leaveSeconds({ scope: 'host:game.test', limitMinutes: 30 }, 6);
  const page = await saathi.open('http://game.test/');
  const opening = saathi.context.waitForEvent('page');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = location.href;
    window.open('about:blank')?.document.body.append(frame);
  });
  const empty = await opening;
  await empty.bringToFront();
  await page.close();
  await isBlocked(empty);
});
