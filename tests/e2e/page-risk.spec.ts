// The whole extension reads pages that nobody has checked: two signs close, one warns, ordinary pages hear nothing, and
// whatever a page is made of, it stays usable.
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '9-12' });
const family = aPolicy().category('gambling', 'block').category('adult', 'block');

test('a casino by name that asks for an age is closed, and the closed page says by which signs', async ({
  saathi,
}) => {
  await saathi.setUp(family);
  const blocked = new BlockedPage(await saathi.open('http://royal-casino.test/'));
  await blocked.isShown();
  await blocked.says('riskGate');
  await blocked.says('riskAddress');
});

test('one sign alone is warned about, in words, and the child may go on', async ({ saathi }) => {
  await saathi.setUp(aPolicy().category('gambling', 'warn'));
  const page = await saathi.open('http://royal-casino.test/plain');
  const warning = new WarningDialog(page);
  await warning.isShown();
  expect(await warning.text()).toContain(words('warningRiskHeading'));
  expect(await warning.text()).toContain(words('riskAddress'));
});

test('where the family allows the topic nothing is said of it', async ({ saathi }) => {
  await saathi.setUp(aPolicy().category('adult', 'block'));
  const page = await saathi.open('http://royal-casino.test/plain');
  await expect(page.getByText('Spin the slots').first()).toBeVisible();
  // The same tab goes on to a page that is judged: by then this one has been.
  await saathi.goTo(page, 'http://growing-up.test/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('sex education stays, and a page that turns into another without loading is judged anew', async ({
  saathi,
}) => {
  await saathi.setUp(family);
  const page = await saathi.open('http://growing-up.test/');
  await expect(page.getByText('In puberty the body changes.').first()).toBeVisible();
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on' }).click();
  // By its door and by what the model hears in its words: no name and no list says anything here.
  const blocked = new BlockedPage(page);
  await blocked.isShown();
  await blocked.says('riskGate');
  await blocked.says('riskText-gambling');
});

for (const path of ['/nodes', '/text', '/texts', '/shadows']) {
  test(`a page of more than can be read says so, and stays usable: ${path}`, async ({ saathi }) => {
    await saathi.setUp(family);
    const page = await saathi.open(`http://heavy.test${path}`);
    // By the page's own search: a locator would go through a hundred thousand elements each time it looks.
    const isMarked = () =>
      page.evaluate(() => document.querySelector('[data-saathi-mark]') !== null);
    await expect.poll(isMarked, { timeout: 40_000 }).toBe(true);
    // Finding it takes a locator seconds among so many.
    await page.locator('#count').click({ timeout: 30_000 });
    await expect(page.locator('#count')).toHaveText('1');
    // It takes no press: what lies under it is still the page's.
    expect(
      await page.evaluate(
        () =>
          document.elementFromPoint(12, innerHeight - 12)?.closest('[data-saathi-mark]') ?? null,
      ),
    ).toBeNull();
  });
}

test('a page whose nodes answer to the names of our questions stays usable', async ({ saathi }) => {
  await saathi.setUp(family);
  const page = await saathi.open('http://heavy.test/getters');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await expect(page.locator('#late')).toContainText('Later words');
  await page.locator('#count').click();
  await expect(page.locator('#count')).toHaveText('1');
  expect(errors).toEqual([]);
});

test('a page in a sandbox of its own is read like any other', async ({ saathi }) => {
  await saathi.setUp(family);
  const page = await saathi.open('http://heavy.test/sandboxed');
  const warning = new WarningDialog(page);
  await warning.isShown();
  expect(await warning.text()).toContain(words('riskGate'));
});
