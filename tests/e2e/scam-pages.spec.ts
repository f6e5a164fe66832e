// The whole extension reads pages that trick: two signs close, one warns, and an honest page with the same words stays.
import { expect, test } from './fixtures/test.ts';
import { press, wordsSeen } from './page/seen.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '9-12' });
const family = aPolicy().category('scam', 'block');

test('a page that wants a password for game money is closed, and says by which signs', async ({
  saathi,
}) => {
  await saathi.setUp(family);
  const blocked = new BlockedPage(await saathi.open('http://coin-maker.test/'));
  await blocked.isShown();
  await blocked.says('scamGenerator');
  await blocked.says('scamAsksPassword');
});

test('a prize that only wants a press is warned about, in words', async ({ saathi }) => {
  await saathi.setUp(family);
  const warning = new WarningDialog(await saathi.open('http://lucky-visitor.test/'));
  await warning.isShown();
  expect(await warning.text()).toContain(words('warningRiskTrickHeading'));
  expect(await warning.text()).toContain(words('scamPrize'));
});

test('a library with a prize draw and a page to sign in on stays', async ({ saathi }) => {
  await saathi.setUp(family);
  const page = await saathi.open('http://reading-club.test/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Pages are read one after the other: when the next one is closed, this one was read.
  const next = new BlockedPage(await saathi.open('http://coin-maker.test/'));
  await next.isShown();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
});

test.describe('at an address that imitates nobody and is very odd all the same', () => {
  const odd = 'secure-login-verify-account.xyz';
  test.use({ borrowedHosts: [odd] });

  test('who begins a password is asked first, and one press leads away', async ({ saathi }) => {
    await saathi.setUp(family);
    const page = await saathi.open(`http://${odd}/`);
    await page.waitForLoadState('domcontentloaded');
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.type = 'password';
      field.id = 'field';
      field.setAttribute('aria-label', 'Password');
      document.body.append(field);
    });
    await page.locator('#field').click();
    // The part of the page that watches a field comes with the first focus: what was typed before is not asked about.
    await expect(async () => {
      await page.keyboard.type('x');
      await expect
        .poll(() => wordsSeen(page), { timeout: 4000 })
        .toContain(words('typedPasswordPlaceHeading'));
    }).toPass();
    const seen = await wordsSeen(page);
    expect(seen).toContain(words('typedPasswordPlaceBody'));
    expect(seen).toContain(words('typedSign_scamOddAddress'));
    // The buttons answer 800 ms after they came up; a press before that does nothing, and is made again.
    await expect(async () => {
      // The press that was heard takes the card away before the page.
      if (page.url().includes(odd)) await press(page, words('cardLeave'));
      await expect(page).not.toHaveURL(new RegExp(odd), { timeout: 1000 });
    }).toPass();
  });
});
