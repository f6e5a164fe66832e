// The whole extension warns: label and imitation, leave and stay, report, and pages that fight the warning.
// Every known attack, one by one, is in page/tamper.spec.ts.
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '9-12' });
/** The buttons answer 800 ms after they came up. */
const readableMs = 1000;

for (const path of ['/', '/rating', '/late']) {
  test(`a page that labels itself as adult is warned about: ${path}`, async ({ saathi }) => {
    await saathi.setUp(aPolicy().ageLabels('warn'));
    const warning = new WarningDialog(await saathi.open(`http://label.test${path}`));
    await warning.isShown();
    expect(await warning.text()).toContain(words('warningAgeHeading'));
  });
}

test('a page rated for everybody is not', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://label.test/plain');
  await page.waitForTimeout(1000);
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
});

test('leaving a warned page leads back to where the child was', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://school.test/');
  await saathi.goTo(page, 'http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await page.waitForTimeout(readableMs);
  await warning.presses(words('warningLeave'));
  await page.waitForURL('http://school.test/');
});

test('going on shows the page, and it is not asked again on this site', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await page.waitForTimeout(readableMs);
  await warning.presses(words('warningStay'));
  await warning.isGone();
  await expect(page.getByRole('heading', { name: 'Notes about roses' })).toBeVisible();
  await page.reload();
  await page.waitForTimeout(1000);
  await warning.isGone();
});

test('a report to a desk is filed from inside the warning, and taken back there', async ({
  saathi,
}) => {
  const desk = {
    kind: 'rt-rest2',
    name: 'National desk',
    endpoint: 'http://127.0.0.1:9',
    queue: 'Reports',
    user: 'intake',
    password: 'intake',
  } as const;
  await saathi.setUp(aPolicy().ageLabels('warn').withDesk(desk));
  const page = await saathi.open('http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await page.waitForTimeout(readableMs);
  await warning.presses(words('warningReport'));
  await expect.poll(() => warning.text()).toContain('National desk');
  await warning.presses(words('warningReportUndo'));
  await expect.poll(() => warning.text()).toContain(words('warningReportUndone'));
});

test('where there is no desk, the warning links to the official form', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await page.waitForTimeout(readableMs);
  await warning.presses(words('warningReport'));
  await expect.poll(() => warning.text()).toContain(words('warningReportForm').split('{desk}')[0]);
});

test('BYP-131 a warning outlives a dead worker, and its buttons wake it', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://school.test/');
  await saathi.goTo(page, 'http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await saathi.killWorker();
  await page.waitForTimeout(readableMs);
  await warning.presses(words('warningLeave'));
  await page.waitForURL('http://school.test/');
});

for (const attack of ['remove', 'hide', 'dialog', 'rewrite'] as const) {
  test(`a page that tries to "${attack}" the warning keeps it or loses the tab`, async ({
    saathi,
  }) => {
    await saathi.setUp(aPolicy().ageLabels('warn'));
    const page = await saathi.open(`http://hostile.test/${attack}`);
    const isGuarded = (): Promise<boolean> =>
      page.evaluate(
        () => document.querySelector('[data-saathi="warning"], [data-saathi="blocked"]') !== null,
      );
    await expect.poll(() => isGuarded().catch(() => false)).toBe(true);
    await page.waitForTimeout(2500);
    expect(await isGuarded()).toBe(true);
    await expect(page.getByRole('heading', { name: /^Attack/ })).toBeHidden();
  });
}

test('a page that keeps removing the warning is closed, and stays closed', async ({ saathi }) => {
  await saathi.setUp(aPolicy().ageLabels('warn'));
  const page = await saathi.open('http://hostile.test/remove');
  await new BlockedPage(page).isShown();
});
