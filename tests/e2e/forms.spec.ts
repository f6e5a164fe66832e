// Official forms of different make in a real browser: what is filled in on request, and what never is.
import type { Page } from '@playwright/test';

import type { ReportState } from '../../rules/messages/report-replies.ts';
import { chromeBuild } from '../../scripts/chromium.ts';
import type { PretendWeb } from '../../scripts/pretend-web/server.ts';
import { officialForms } from '../../scripts/pretend-web/sites/official-forms.ts';
import { Saathi } from './fixtures/saathi.ts';
import { browserPath, expect, test as base } from './fixtures/test.ts';
import { ReportCard } from './pages/report-card.ts';
import { SideCard } from './pages/side-card.ts';
import { aPolicy } from './support/policy.ts';
import { leavesAtOnce } from './support/quick-exit.ts';
import { startSecureFront } from './support/secure-front.ts';

const test = base.extend({
  saathi: async ({ web, profile }, use) => {
    const front = await startSecureFront(web.port);
    const official = Object.keys(officialForms).flatMap((host) => [
      `MAP ${host} 127.0.0.1:${front.port}`,
      `MAP www.${host} 127.0.0.1:${front.port}`,
    ]);
    const rules = [web.resolverRule, ...official, 'EXCLUDE 127.0.0.1', 'MAP * ~NOTFOUND'];
    const saathi = await Saathi.launch({
      executablePath: browserPath(),
      extension: chromeBuild,
      resolverRule: rules.join(', '),
      profile,
      arguments: ['--ignore-certificate-errors'],
    });
    await use(saathi);
    await saathi.close();
    await front.close();
  },
});

const seen = 'http://game.test/room?id=7';

/** Reports `seen` with a few words; by then the report's own form is open, and `mechanismId` is opened after it. */
async function openedForm(
  saathi: Saathi,
  { country, mechanismId, host }: { country: string; mechanismId: string; host: string },
): Promise<{ form: Page; card: SideCard }> {
  await saathi.setUp(aPolicy().in('en', country).blocking('game.test'));
  const page = await saathi.open(seen);
  await new ReportCard(page).files();
  const { reportId, route } = await onlyReport(saathi);
  // The page opens a form by itself: it must not come after the one that is asked for here.
  const first = await SideCard.of(saathi.context);
  await saathi.ask('report.add', { reportId, words: 'They wrote to me' }, 'report');
  await saathi.ask('form.open', { reportId, mechanismId }, 'report');
  // Another form has a card of its own, and the one before must not be taken for it.
  if (route.kind !== 'form' || route.mechanismId !== mechanismId)
    await expect.poll(() => first.page.isClosed()).toBe(true);
  await expect.poll(() => onHost(saathi, host)?.url() ?? '').toContain(host);
  await expect
    .poll(() => saathi.context.pages().filter((each) => each.url().endsWith('/popup.html')).length)
    .toBe(1);
  const form = onHost(saathi, host);
  if (form === undefined) throw new Error(`${host} is not open`);
  await form.waitForLoadState();
  return { form, card: await SideCard.of(saathi.context) };
}

async function onlyReport(saathi: Saathi): Promise<ReportState> {
  await expect
    .poll(async () => {
      const read = await saathi.ask('reports.read', {}, 'mine');
      return read.ok ? read.value.reports.length : 0;
    })
    .toBe(1);
  const read = await saathi.ask('reports.read', {}, 'mine');
  const report = read.ok ? read.value.reports[0] : undefined;
  if (report === undefined) throw new Error('nothing was filed');
  return report;
}

const onHost = (saathi: Saathi, host: string): Page | undefined =>
  saathi.context.pages().find((page) => URL.parse(page.url())?.hostname.endsWith(host) === true);
const valuesOf = (form: Page | ReturnType<Page['mainFrame']>): Promise<Record<string, string>> =>
  form.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => [name, value]),
    ),
  );
const isSent = (web: PretendWeb, host: string): boolean =>
  web.requestsTo(host).some((address) => address.includes('/sent'));

test('the one click of a report without a desk opens the official form and a card with the answers', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().in('en', 'PK').blocking('game.test'));
  const page = await saathi.open(seen);
  await new ReportCard(page).files();
  const card = await SideCard.of(saathi.context);
  await expect(card.root).toContainText(card.words('formNothingSent'));
  await expect(card.root).toContainText(seen);
  const official = () =>
    saathi.context.pages().flatMap((each) => (each.url().startsWith('https://') ? each.url() : []));
  // A tab has no address before its site has answered, and the card may be there sooner.
  await expect.poll(() => official().length).toBe(1);
  expect(official()[0]).not.toContain('game.test');
});

test('a child of 5 to 8 gets no form', async ({ saathi }) => {
  await saathi.setUp(aPolicy().in('en', 'PK').forBand('5-8').blocking('game.test'));
  const page = await saathi.open(seen);
  await new ReportCard(page, { language: 'en', band: '5-8' }).files();
  const { reportId } = await onlyReport(saathi);
  expect(await saathi.ask('form.open', { reportId }, 'report')).toEqual({
    ok: false,
    failure: 'not-allowed',
  });
  expect(saathi.context.pages().filter((each) => each.url().startsWith('https://'))).toEqual([]);
});

test('plain labels: the three answers, and nothing into any trap', async ({ saathi, web }) => {
  const host = 'report.iwf.org.uk';
  const mechanismId = 'pk-iwf-reporting-portal-for-pakistan-partne';
  const { form, card } = await openedForm(saathi, { country: 'PK', mechanismId, host });
  await card.fills();
  await card.says('address', 'platform', 'words');
  expect(await valuesOf(form)).toEqual({ url: seen, where: 'game.test', what: 'They wrote to me' });
  expect(isSent(web, host)).toBe(false);
  await form.locator('#send').click();
  await form.locator('#sent').waitFor();
  expect(isSent(web, host)).toBe(true);
});

test('a table without labels: no name, no identity number, no file, no bot check', async ({
  saathi,
  web,
}) => {
  const host = 'complaint.pta.gov.pk';
  const mechanismId = 'pk-pakistan-telecommunication-authority-pta';
  const { form, card } = await openedForm(saathi, { country: 'PK', mechanismId, host });
  await expect(card.root).toContainText(card.words('formAdult'));
  await card.fills();
  expect(await valuesOf(form)).toEqual({
    ctl00$txtUrl: seen,
    ctl00$txtPlatform: 'game.test',
    ctl00$txtDetails: 'They wrote to me',
  });
  expect(isSent(web, host)).toBe(false);
});

test('a form that watches itself and sends itself has nothing before the press, and is not sent by it', async ({
  saathi,
  web,
}) => {
  const host = 'pkcert.gov.pk';
  const mechanismId = 'pk-national-cert-of-pakistan-pkcert';
  const { form, card } = await openedForm(saathi, { country: 'PK', mechanismId, host });
  await form.waitForTimeout(1000);
  expect(web.requestsTo(host).filter((address) => address.includes('/seen'))).toEqual([]);
  expect(web.requestsTo(host).every((address) => !address.includes('game'))).toBe(true);
  await card.fills();
  expect(Object.keys(await valuesOf(form))).toEqual(['f2', 'f3', 'f4']);
  expect(isSent(web, host)).toBe(false);
});

test('one step at a time: only the boxes that are shown', async ({ saathi, web }) => {
  const host = 'stopline.sk';
  const { form, card } = await openedForm(saathi, {
    country: 'SK',
    mechanismId: 'sk-stopline-sk',
    host,
  });
  await card.fills();
  await card.says('address');
  expect(await valuesOf(form)).toEqual({ link: seen });
  await form.locator('[data-next]').first().click();
  await card.fills();
  await card.says('time');
  await form.locator('[data-next]').nth(1).click();
  await card.fills();
  await card.says('words');
  expect(Object.keys(await valuesOf(form))).toEqual(['link', 'seen', 'text']);
  expect(isSent(web, host)).toBe(false);
});

test('boxes that a script owns hear it, and its password, file and bot check stay empty', async ({
  saathi,
  web,
}) => {
  const host = 'internethotlinecambodia.org';
  const mechanismId = 'kh-aple-cambodia-internet-hotline-cambodia';
  const { form, card } = await openedForm(saathi, { country: 'KH', mechanismId, host });
  await card.fills();
  await card.says('address', 'platform', 'words');
  // The script puts back what it was not told: what it knows is what it keeps.
  await expect(form.locator('#state')).toContainText('They wrote to me');
  await form.waitForTimeout(500);
  expect(await valuesOf(form)).toEqual({ url: seen, app: 'game.test', about: 'They wrote to me' });
  expect(isSent(web, host)).toBe(false);
});

test('a frame of the form’s own site is filled, a stranger’s beside it is not', async ({
  saathi,
  web,
}) => {
  const host = 'ecpat.se';
  const mechanismId = 'se-ecpat-sverige-ecpat-hotline';
  const { form, card } = await openedForm(saathi, { country: 'SE', mechanismId, host });
  await card.fills();
  await card.says('address', 'words');
  const frames = form.frames().slice(1);
  const values = await Promise.all(frames.map((frame) => valuesOf(frame)));
  expect(values).toEqual([{ inner: seen, text: 'They wrote to me' }, {}]);
  expect(isSent(web, host)).toBe(false);
});

test('a form that moved to another host gets nothing', async ({ saathi, web }) => {
  const host = 'ochranma.sk';
  const mechanismId = 'mt-childwebalert-agenzija-appogg-fsws';
  const { form, card } = await openedForm(saathi, { country: 'MT', mechanismId, host });
  await card.fills();
  await card.says();
  expect(await valuesOf(form)).toEqual({});
  expect(isSent(web, host)).toBe(false);
});

test('leaving from the card closes the form too', async ({ saathi }) => {
  const host = 'report.iwf.org.uk';
  const mechanismId = 'pk-iwf-reporting-portal-for-pakistan-partne';
  const { form, card } = await openedForm(saathi, { country: 'PK', mechanismId, host });
  await card.root.waitFor();
  await leavesAtOnce(card.page);
  await expect.poll(() => form.isClosed()).toBe(true);
  await expect.poll(() => card.page.isClosed()).toBe(true);
});
