// One click, one ticket at the desk: the real Request Tracker where the run has one, the embedded receiver elsewhere.
import { deskOf } from './fixtures/desk.ts';
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { ReportCard } from './pages/report-card.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

/** chrome as the worker has it: the little of it that these tests need. */
declare const chrome: {
  action: { openPopup: () => Promise<void> };
  tabs: { query: (about: { active: true }) => Promise<readonly unknown[]> };
  commands: { onCommand: { dispatch: (command: string, tab: unknown) => void } };
  contextMenus: { onClicked: { dispatch: (info: { menuItemId: string }, tab: unknown) => void } };
};

test('one click on a closed page becomes one ticket with the facts and nothing else', async ({
  saathi,
  desk,
}) => {
  test.setTimeout(120_000);
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(deskOf(desk)));
  const page = await saathi.open('http://game.test/room?id=7&token=secret');
  await new BlockedPage(page).isShown();
  const card = new ReportCard(page);
  await card.files();
  await card.isUndoable();
  await card.isDelivered('Trial desk');
  const reports = await saathi.ask('reports.read', {}, 'mine');
  if (!reports.ok) throw new Error(reports.failure);
  const [report] = reports.value.reports;
  const tickets = await desk.tickets(report?.reportId);
  expect(tickets).toHaveLength(1);
  const [content = ''] = tickets[0]?.contents ?? [];
  expect(content).toContain('http://game.test/room?id=7');
  expect(content).not.toContain('secret');
  expect(content).toMatch(/Chromium \d+/);
  expect(content).toContain('blocklist');
  // After delivery only the receipt stays on the device.
  expect(JSON.stringify(report)).not.toContain('game.test');
});

test('an undone report never leaves', async ({ saathi, desk }) => {
  test.setTimeout(120_000);
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(deskOf(desk)));
  const before = await desk.tickets();
  const page = await saathi.open('http://game.test/');
  const card = new ReportCard(page);
  await card.files();
  await card.undoes();
  await page.waitForTimeout(12_000);
  expect(await desk.tickets()).toHaveLength(before.length);
});

test('a report survives a killed worker and a closed browser, and arrives once', async ({
  saathi,
  desk,
}) => {
  test.setTimeout(180_000);
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(deskOf(desk)));
  const page = await saathi.open('http://game.test/once');
  await new ReportCard(page).files();
  await new ReportCard(page).isUndoable();
  const filed = await saathi.ask('reports.read', {}, 'mine');
  const reportId = filed.ok ? filed.value.reports[0]?.reportId : undefined;
  await saathi.killWorker();
  await saathi.restart();
  await expect.poll(async () => (await desk.tickets(reportId)).length, { timeout: 90_000 }).toBe(1);
  await saathi.restart();
  expect(await desk.tickets(reportId)).toHaveLength(1);
});

test('what happened can be added: it is in the same ticket', async ({ saathi, desk }) => {
  test.setTimeout(120_000);
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(deskOf(desk)));
  const page = await saathi.open('http://game.test/told');
  const card = new ReportCard(page);
  await card.files();
  await card.addsTopic('cyberbullying');
  await card.addsWords('They keep writing mean things');
  await card.isDelivered('Trial desk');
  const reports = await saathi.ask('reports.read', {}, 'mine');
  const reportId = reports.ok ? reports.value.reports[0]?.reportId : undefined;
  await expect
    .poll(
      async () => (await desk.tickets(reportId)).flatMap(({ contents }) => contents).join('\n'),
      {
        timeout: 40_000,
      },
    )
    .toContain('They keep writing mean things');
  expect(await desk.tickets(reportId)).toHaveLength(1);
});

test('where a country has no desk the official form is offered with everything ready to copy', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const card = new ReportCard(page);
  await card.files();
  await expect(card.root.getByRole('link').first()).toBeVisible();
  await expect(card.root).toContainText('http://game.test/');
  await expect(card.root.locator('a[href^="https://"]').first()).toBeVisible();
});

test('the popup reports the page in front of it', async ({ saathi, desk }) => {
  await saathi.setUp(aPolicy().withDesk(deskOf(desk)));
  const page = await saathi.open('http://chat.test/room/9');
  const popup = await saathi.openOwn('popup');
  await popup.getByRole('button', { name: 'Report this page' }).waitFor();
  // A popup is no tab: behind the page it asks as it would from the toolbar.
  await page.bringToFront();
  await popup.evaluate(() =>
    [...document.querySelectorAll('button')]
      .find((button) => button.textContent.includes('Report'))
      ?.click(),
  );
  await new ReportCard(popup).isUndoable();
  await expect(new ReportCard(popup).root).toContainText('http://chat.test/room/9');
});

test.describe('the doors to Report that are no page', () => {
  for (const door of ['contextMenus', 'commands'] as const) {
    test(door, async ({ saathi, desk }) => {
      await saathi.setUp(aPolicy().withDesk(deskOf(desk)));
      const page = await saathi.open('http://chat.test/');
      await page.bringToFront();
      const worker = saathi.context.serviceWorkers().at(-1);
      const opens = saathi.context.waitForEvent('page', { timeout: 40_000 });
      await worker?.evaluate(async (which) => {
        // A popup on the toolbar's button is no page that a test can look at; the small window in its place is.
        chrome.action.openPopup = () => Promise.reject(new Error('No window is in front'));
        const [tab] = await chrome.tabs.query({ active: true });
        if (which === 'commands') chrome.commands.onCommand.dispatch('report', tab);
        else chrome.contextMenus.onClicked.dispatch({ menuItemId: 'report' }, tab);
      }, door);
      const popup = await opens;
      // The report is in it, and nowhere in its address: the next popup is one as always.
      await expect(new ReportCard(popup).root).toContainText('http://chat.test/');
      expect(popup.url()).toMatch(/\/popup\.html$/);
      await popup.reload();
      await expect(popup.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(popup.locator('body')).not.toContainText('http://chat.test/');
      await expect
        .poll(async () => {
          const reports = await saathi.ask('reports.read', {}, 'mine');
          return reports.ok ? reports.value.reports[0]?.facts : undefined;
        })
        .toContainEqual({ key: 'address', value: 'http://chat.test/' });
    });
  }
});

test('a report from inside a warning goes to the same desk', async ({ saathi, desk }) => {
  test.setTimeout(120_000);
  await saathi.setUp(aPolicy().ageLabels('warn').withDesk(deskOf(desk)));
  const page = await saathi.open('http://label.test/');
  const warning = new WarningDialog(page);
  await warning.isShown();
  await page.waitForTimeout(900);
  const words = wordsOf({ language: 'en', band: '9-12' });
  await warning.presses(words('warningReport'));
  await expect.poll(() => warning.text()).toContain('Trial desk');
  const reports = await saathi.ask('reports.read', {}, 'mine');
  expect(reports).toMatchObject({ ok: true, value: { reports: [{ route: { kind: 'desk' } }] } });
  await page.bringToFront();
  await warning.presses(words('warningReportUndo'));
  await expect.poll(() => warning.text()).toContain(words('warningReportUndone'));
});

test('nothing a guardian reads speaks of a report or of help', async ({ saathi, desk }) => {
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(deskOf(desk)));
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await new ReportCard(page).files();
  await new ReportCard(page).isUndoable();
  await blocked.opensHelp();
  for (const name of [
    'journal.read',
    'day.read',
    'history.read',
    'requests.read',
    'policy.read',
  ] as const) {
    const answer = await saathi.ask(name, {});
    expect(JSON.stringify(answer), name).not.toMatch(/report|receipt|help(?!ful)/i);
  }
});
