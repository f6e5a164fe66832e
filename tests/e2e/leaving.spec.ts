// BYP-052: the way out of a closed page. Back leads to where the child was, never round in a circle.
import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

test('BYP-052 "go back" returns to the last open page', async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://small.test/');
  await expect(page.getByRole('heading', { name: 'Small page' })).toBeVisible();
  await page.evaluate(() => {
    location.href = 'http://game.test/';
  });
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(page.getByRole('heading', { name: 'Small page' })).toBeVisible();
  expect(page.url()).toBe('http://small.test/');
});

test("BYP-052 the browser's own back button returns there too", async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://small.test/');
  // A page that goes on by itself before it has loaded can be left out of the history.
  await page.waitForLoadState();
  await page.evaluate(() => {
    location.href = 'http://game.test/';
  });
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await expect(page).toHaveURL('http://small.test/');
});

test('BYP-052 a block page that is reloaded judges its address anew', async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
});
