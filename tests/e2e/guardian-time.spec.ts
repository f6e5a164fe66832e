// The guardian's screens of time in a real browser: a week drawn with the mouse, and dinner called on the spot.
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './fixtures/test.ts';
import { UnlockDialog } from './pages/unlock-dialog.ts';
import { fitsNarrowScreen, passesAxe } from './support/accessibility.ts';
import { aPolicy } from './support/policy.ts';
import { testPin } from './support/secret.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: null });
const closed = '[data-saathi="blocked"], [data-saathi="time-up"]';

async function drawsWholeWeek(page: Page, grid: Locator): Promise<void> {
  const middleOf = async (at: string) => {
    const box = await grid.locator(`[data-at="${at}"]`).boundingBox();
    if (box === null) throw new Error(`no cell ${at}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await grid.scrollIntoViewIfNeeded();
  const [from, to] = [await middleOf('0-0'), await middleOf('6-95')];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

test('a week drawn with the mouse closes what it closes, and a trial says the same before it is saved', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.openOwn('options');
  await page.goto(`${saathi.address('options')}#rules`);
  await page.getByRole('heading', { name: words('rulesQuiet') }).click();
  await page.getByText(words('gridDraw')).click();
  await drawsWholeWeek(page, page.getByRole('grid'));
  await expect(
    page.getByText(words('sayQuietAllDay', { days: words('daysEvery') })).first(),
  ).toBeVisible();
  await fitsNarrowScreen(page);
  // The cells themselves are held to axe in tests/component: here they would take it half a minute.
  await page.getByText(words('gridDraw')).click();
  await page.getByRole('heading', { name: words('tryHeading') }).click();
  await page.getByRole('button', { name: words('tryButton') }).click();
  await expect(page.getByText(words('tryNeverOpens'))).toBeVisible();
  await passesAxe(page);

  await page.getByRole('button', { name: words('save'), exact: true }).click();
  await expect(page.getByText(words('savedRules'))).toBeVisible();
  const tab = await saathi.open('http://game.test/');
  await expect(tab.locator(closed)).toBeVisible();
});

test('dinner closes the next page at once, and only the PIN ends it early', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('all', 60));
  const page = await saathi.openOwn('options');
  await page.goto(`${saathi.address('options')}#today`);
  await page.getByRole('button', { name: /^Rest for .*30/ }).click();
  await expect(page.getByRole('button', { name: words('restEnd') })).toBeVisible();
  const tab = await saathi.open('http://game.test/');
  await expect(tab.locator(closed)).toBeVisible();

  await page.getByRole('button', { name: words('restEnd') }).click();
  await new UnlockDialog(page, words).opensWith(testPin);
  await expect(page.getByRole('heading', { name: words('restHeading') })).toBeVisible();
  await page.getByRole('button', { name: /^Give .*15/ }).click();
  await expect(page.getByText(words('giveDone', { count: 15 }))).toBeVisible();
  await saathi.goTo(tab, 'http://game.test/');
  await expect(tab.locator(closed)).toHaveCount(0);
});
