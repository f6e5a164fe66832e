// The report as a child meets it: three pictures for the youngest, a list that opens in place, and a fast way out.
import { deskOf } from './fixtures/desk.ts';
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { ReportCard } from './pages/report-card.ts';
import { aPolicy } from './support/policy.ts';
import { leavesAtOnce } from './support/quick-exit.ts';
import { wordsOf } from './support/words.ts';

test('the youngest get three pictures and the number for danger, and no form opens', async ({
  saathi,
}) => {
  const young = { language: 'en', band: '5-8' } as const;
  const words = wordsOf(young);
  await saathi.setUp(aPolicy().forBand('5-8').blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const card = new ReportCard(page, young);
  await card.files();
  for (const picture of ['youngAdult', 'youngCall', 'youngLeave']) {
    await expect(card.root.getByRole('button', { name: words(picture) })).toBeVisible();
  }
  await expect(card.root.locator('a').first()).toHaveAttribute('href', 'tel:15');
  await expect(card.root.locator('textarea')).toHaveCount(0);
  await page.waitForTimeout(2000);
  expect(saathi.context.pages().filter((open) => open.url().startsWith('https:'))).toEqual([]);
});

test('my reports open in place, are erased after a question, and Escape twice leaves', async ({
  saathi,
  desk,
}) => {
  const words = wordsOf({ language: 'en', band: '9-12' });
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(deskOf(desk)));
  const page = await saathi.open('http://game.test/');
  await new BlockedPage(page).isShown();
  await new ReportCard(page).files();
  await new ReportCard(page).isUndoable();
  const own = await saathi.openOwn('report');
  const before = await own.evaluate(() => [location.href, history.length]);
  await own.getByRole('button', { name: words('reportsOpen') }).click();
  await expect(own.locator('.filed')).toContainText('Trial desk');
  expect(await own.evaluate(() => [location.href, history.length])).toEqual(before);
  await own.getByRole('button', { name: words('back'), exact: true }).click();
  await own.getByRole('button', { name: words('reportsForget') }).click();
  await own.getByRole('button', { name: words('forgetYes') }).click();
  await expect(own.locator('main')).toContainText(words('reportsNone'));
  const closed = own.waitForEvent('close');
  await leavesAtOnce(own);
  await closed;
});
