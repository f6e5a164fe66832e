// Searches that ask for help get it above the results.
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../scripts/commands.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { expect, test } from './fixtures/test.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '13-15' });

/** In the replica's page. */
declare const search: (words: string) => void;

async function openResults(saathi: Saathi, query: string): Promise<Page> {
  const path = join(root, 'tests/fixtures/searches/results.html');
  await saathi.context.route('https://www.google.com/**', (route) => route.fulfill({ path }));
  const page = await saathi.open(`https://www.google.com/search?q=${encodeURIComponent(query)}`);
  // Its own script is read by then.
  await page.waitForLoadState('domcontentloaded');
  return page;
}

test('a search about dying gets kind words and the country’s helpline', async ({ saathi }) => {
  await saathi.setUp(aPolicy().forBand('13-15'));
  const card = new WarningDialog(await openResults(saathi, 'i want to die'), 'card');
  await card.isShown();
  await expect.poll(() => card.text()).toContain(words('searchSelfHarmHeading'));
  expect(await card.text()).toMatch(/\d{3,}/);
  await card.page.waitForTimeout(1000);
  await card.presses(words('cardUnderstood'));
  await card.isGone();
});

test('a page that changes its address by itself is asked about again', async ({ saathi }) => {
  await saathi.setUp(aPolicy().forBand('13-15'));
  const page = await openResults(saathi, 'red roses');
  const card = new WarningDialog(page, 'card');
  await page.evaluate(() => search('my dad hits me'));
  await card.isShown();
  await expect.poll(() => card.text()).toContain(words('searchAbuseHeading'));
  await page.evaluate(() => search('child abuse definition sociology'));
  await card.isGone();
});

test('nothing of a search is kept', async ({ saathi }) => {
  await saathi.setUp(aPolicy().forBand('13-15'));
  const page = await openResults(saathi, 'i want to die');
  await new WarningDialog(page, 'card').isShown();
  const state = JSON.stringify([await saathi.stored('local'), await saathi.stored('session')]);
  expect(state).not.toMatch(/want.{1,3}to.{1,3}die|searchSelfHarm/);
});
