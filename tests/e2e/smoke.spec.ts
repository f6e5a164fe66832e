import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

test('the extension starts, and its options page opens with a title', async ({ saathi }) => {
  const page = await saathi.openOwn('options');
  await expect(page).toHaveTitle(/\S/);
  await expect(page.getByRole('main')).toBeVisible();
});

test('before set-up every page loads as it would without us', async ({ saathi, web }) => {
  const page = await saathi.open('http://game.test/');
  await expect(page.getByRole('heading', { name: 'Star Basket' })).toBeVisible();
  expect(web.requestsTo('game.test')).not.toEqual([]);
});

test('after set-up a blocked host is never asked for, and the block page stands in its place', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  expect(web.requestsTo('game.test')).toEqual([]);
});

test('a killed worker finds the same policy again', async ({ saathi, web }) => {
  await saathi.setUp(aPolicy().blocking('game.test').named('Zoya'));
  await saathi.killWorker();
  const page = await saathi.open('http://game.test/');
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  const state = await saathi.ask('state.read', {});
  expect(state.ok && state.value.child?.nickname).toBe('Zoya');
  expect(web.requestsTo('game.test')).toEqual([]);
});

test('a browser that was closed opens with the same rules', async ({ saathi, web }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  await saathi.restart();
  const page = await saathi.open('http://game.test/');
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  expect(web.requestsTo('game.test')).toEqual([]);
});
