// A desk that answers, in a real browser: sealed reports, receipts that are checked, messages, and taking back.
import { type IntakeTrialDesk, startIntakeDesk } from '../../scripts/desk/intake.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { ReportCard } from './pages/report-card.ts';
import { aPolicy } from './support/policy.ts';

let desk: IntakeTrialDesk;
test.beforeEach(async () => {
  desk = await startIntakeDesk({ name: 'Answering desk' });
});
test.afterEach(() => desk.close());

async function reportArrives(saathi: Saathi): Promise<{ reportId: string; receipt: string }> {
  await saathi.setUp(aPolicy().blocking('game.test').withDesk(desk.asDesk));
  const page = await saathi.open('http://game.test/room?id=7&token=secret');
  await new BlockedPage(page).isShown();
  const card = new ReportCard(page);
  await card.files();
  await card.isDelivered('Answering desk');
  const reports = await saathi.ask('reports.read', {}, 'mine');
  if (!reports.ok) throw new Error(reports.failure);
  const [report] = reports.value.reports;
  if (report === undefined || report.receipt === null) throw new Error('no receipt');
  return { reportId: report.reportId, receipt: report.receipt };
}

test('a sealed report arrives, is read, and desk and child write to each other', async ({
  saathi,
}) => {
  test.setTimeout(120_000);
  const { reportId, receipt } = await reportArrives(saathi);
  const [letter] = (await desk.officer.read(receipt)) ?? [];
  expect(letter).toMatchObject({ reportId, where: { url: 'http://game.test/room?id=7' } });
  await desk.officer.say(receipt, 'Thank you. Are you all right?');
  // The page has asked when the report arrived; the desk is asked again ten seconds later at the soonest.
  const look = async () => {
    const state = await saathi.ask('report.refresh', { reportId }, 'report');
    return state.ok ? state.value : null;
  };
  await expect.poll(look, { intervals: [2000], timeout: 30_000 }).toMatchObject({
    progress: 'read',
    mayWithdraw: false,
    messages: [{ from: 'desk', text: 'Thank you. Are you all right?' }],
  });
  await saathi.ask('report.reply', { reportId, words: 'Yes, thank you' }, 'report');
  await expect.poll(() => desk.officer.heard(receipt)).toEqual(['Yes, thank you']);
});

test('an unread report is taken back at the desk, also where it asks for work', async ({
  saathi,
}) => {
  test.setTimeout(120_000);
  await desk.close();
  desk = await startIntakeDesk({ name: 'Answering desk', flood: { bits: 12 } });
  const { reportId } = await reportArrives(saathi);
  expect(await desk.tickets(reportId)).toHaveLength(1);
  const state = await saathi.ask('report.withdraw', { reportId }, 'report');
  expect(state).toMatchObject({ ok: true, value: { state: 'withdrawn', receipt: null } });
  expect(await desk.tickets(reportId)).toEqual([]);
});
