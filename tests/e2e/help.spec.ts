// Help: on every surface, at any hour, under any rule, with no PIN and no trace of our making.
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '9-12' });
const helpOn = async (page: Page) => {
  await page
    .getByRole('button', { name: words('help'), exact: true })
    .first()
    .click();
  const help = page.locator('[data-saathi="help"]').last();
  await expect(help).toBeVisible();
  return help;
};

for (const surface of ['options', 'popup', 'mine', 'report'] as const) {
  test(`the country's child helpline comes first on the ${surface} page`, async ({ saathi }) => {
    await saathi.setUp(aPolicy().withQuota('all', 1));
    await saathi.leaveSeconds({ scope: 'all', limitMinutes: 1 }, 0);
    const page = await saathi.openOwn(surface);
    const help = await helpOn(page);
    await expect(help.locator('a[href^="tel:"]').first()).toBeVisible();
    await expect(help).toContainText('Madadgaar');
  });
}

test('help opens in place on a closed page: the address and the history stay as they were', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test').withQuota('all', 1));
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 1 }, 0);
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.isShown();
  const before = { url: page.url(), entries: await page.evaluate(() => history.length) };
  const help = await blocked.opensHelp();
  await expect(help.locator('a[href^="tel:"]').first()).toBeVisible();
  expect({ url: page.url(), entries: await page.evaluate(() => history.length) }).toEqual(before);
});

test('help is there before set-up and while the worker is dead', async ({ saathi }) => {
  const page = await saathi.openOwn('popup');
  await saathi.killWorker();
  const help = await helpOn(page);
  await expect(help.getByRole('link').first()).toBeVisible();
});

test('help stands inside a warning, and asks nobody', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await page.waitForTimeout(900);
  await warning.presses(words('warningHelp'));
  await expect.poll(() => warning.text()).toContain('Madadgaar');
});
