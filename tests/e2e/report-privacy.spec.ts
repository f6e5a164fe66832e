// What a report does not take along, and who can not make one.
import { extensionId } from '../../scripts/chromium.ts';
import { deskOf } from './fixtures/desk.ts';
import { expect, test } from './fixtures/test.ts';
import { ReportCard } from './pages/report-card.ts';
import { aPolicy } from './support/policy.ts';

const typed = {
  customer: 'CUSTOMER-4711',
  password: 'correct-horse-battery',
  card: '4929 1234 5678 9012',
  chat: 'please do not tell anybody',
  framed: 'written in a frame',
};

test('BYP-218 nothing that was typed into a page goes with its report', async ({
  saathi,
  desk,
}) => {
  test.setTimeout(120_000);
  await saathi.setUp(aPolicy().withDesk(deskOf(desk)));
  const page = await saathi.open('http://demobank.test/account');
  await page.fill('[name="customer"]', typed.customer);
  await page.fill('[name="password"]', typed.password);
  await page.evaluate(({ card, chat, framed }) => {
    const field = document.createElement('input');
    field.autocomplete = 'cc-number';
    field.value = card;
    const area = document.createElement('textarea');
    area.value = chat;
    const frame = document.createElement('iframe');
    frame.src = `http://chat.test/?framed`;
    frame.name = framed;
    document.body.append(field, area, frame);
    area.select();
  }, typed);
  const popup = await saathi.openOwn('popup');
  await popup.getByRole('button', { name: 'Report this page' }).waitFor();
  await page.bringToFront();
  await popup.evaluate(() =>
    [...document.querySelectorAll('button')]
      .find((button) => button.textContent.includes('Report'))
      ?.click(),
  );
  const card = new ReportCard(popup);
  await card.isUndoable();
  await card.isDelivered('Trial desk', 90_000);
  const reports = await saathi.ask('reports.read', {}, 'mine');
  const [report] = reports.ok ? reports.value.reports : [];
  const [ticket, ...more] = await desk.tickets(report?.reportId);
  expect(more).toEqual([]);
  const told = JSON.stringify(ticket);
  expect(told).toContain('http://demobank.test/account');
  for (const secret of [...Object.values(typed), 'chat.test', '4929']) {
    expect(told).not.toContain(secret);
  }
  expect(told).not.toMatch(/data:image|base64|"screenshot/i);
});

test('BYP-221 no page can hold one of ours in a frame, to lay Report under a button of its own', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://chat.test/');
  await page.waitForLoadState('domcontentloaded');
  const ours = ['popup.html', 'blocked.html#http%3A%2F%2Fgame.test%2F', 'report.html', 'mine.html'];
  await page.evaluate(
    ([id, paths]) => {
      for (const path of paths) {
        const frame = document.createElement('iframe');
        frame.style.cssText = 'position:fixed;inset:0;opacity:0.01';
        frame.src = `chrome-extension://${id}/${path}`;
        document.body.append(frame);
      }
    },
    [extensionId, ours] as const,
  );
  await expect.poll(() => page.frames().length).toBe(1 + ours.length);
  const framed = page.frames().filter((frame) => frame !== page.mainFrame());
  for (const frame of framed) {
    // Chromium's own page of errors stands there.
    await expect.poll(() => frame.url()).toMatch(/^chrome-error:/);
    expect(await frame.getByText(/report/i).count()).toBe(0);
  }
  const reports = await saathi.ask('reports.read', {}, 'mine');
  expect(reports.ok && reports.value.reports).toEqual([]);
});
