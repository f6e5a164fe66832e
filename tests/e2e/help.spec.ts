// Help: on every surface, at any hour, under any rule, with no PIN and no trace of our making.
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { leavesAtOnce } from './support/quick-exit.ts';
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

test('a help page opens in place and leaves no trace: no entry, no message, nothing stored', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.isShown();
  const help = await blocked.opensHelp();
  const traces = async () => ({
    session: await saathi.stored('session'),
    ...(await page.evaluate(() => ({
      url: location.href,
      entries: history.length,
      kept: JSON.stringify(localStorage),
      said: document.title,
    }))),
  });
  // What the page's own coming set off is still being written down.
  let before = await traces();
  await expect(async () => {
    const last = before;
    await page.waitForTimeout(1000);
    before = await traces();
    expect(before).toEqual(last);
  }).toPass();
  await help.getByRole('button', { name: words('guideName-bullying') }).click();
  await expect(help).toContainText(words('guideStep-bullying-2'));
  await expect(help.locator('.danger-now a[href^="tel:"]')).toBeInViewport();
  expect(await traces()).toEqual(before);
  await help.getByRole('button', { name: words('helpBack') }).click();
  await expect(help.getByRole('button', { name: words('guideName-bullying') })).toBeFocused();
  expect(await traces()).toEqual(before);
});

test('a help page is reached and left by keyboard alone', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.openOwn('mine');
  const help = await helpOn(page);
  const topic = help.getByRole('button', { name: words('guideName-scam') });
  for (let presses = 0; presses < 30; presses += 1) {
    if (await topic.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(help).toContainText(words('guideStep-scam-1'));
  await leavesAtOnce(page);
  await expect.poll(() => page.isClosed()).toBe(true);
});

test('parents and teachers read without a PIN, and paper gets the page whole', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.openOwn('options');
  const adult = wordsOf({ language: 'en', band: null });
  await page.getByRole('link', { name: adult('section-guides') }).click();
  await page.getByText(adult('guidesFor-teacher')).click();
  await page.getByRole('button', { name: adult('guideName-picture-threat') }).click();
  await expect(page.getByText(adult('teacherNot-picture-threat-1'))).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(adult('teacherNot-picture-threat-1'))).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: adult('print') })).toBeHidden();
});
