// The tour: a family's first day with Saathi, driven in a browser without a window.
import { setTimeout as pause } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { createChild } from '../../rules/policy/presets.ts';
import type { Saathi } from '../../tests/e2e/fixtures/saathi.ts';
import { BlockedPage } from '../../tests/e2e/pages/blocked-page.ts';
import { ReportCard } from '../../tests/e2e/pages/report-card.ts';
import { SetupPage } from '../../tests/e2e/pages/setup-page.ts';
import { WarningDialog } from '../../tests/e2e/pages/warning-dialog.ts';
import { takeBothThemes, takeScreenshot } from '../../tests/e2e/support/screenshots.ts';
import { testPin } from '../../tests/e2e/support/secret.ts';
import { wordsOf } from '../../tests/e2e/support/words.ts';
import type { TrialDesk } from '../desk/desk.ts';
import type { IntakeTrialDesk } from '../desk/intake.ts';
import type { PretendWeb } from '../pretend-web/server.ts';
import { Teller } from './teller.ts';
import { tourHelps } from './tour-helps.ts';

type Stage = { readonly saathi: Saathi; readonly web: PretendWeb; readonly desk: TrialDesk };

const nickname = 'Mina';
const reader = { language: 'en', band: '9-12' } as const;
const older = { language: 'en', band: '16-17' } as const;

/** Answers how many steps failed. */
export async function tour(stage: Stage): Promise<number> {
  stage.saathi.context.setDefaultTimeout(10_000);
  const teller = new Teller();
  await setUp(stage, teller);
  await browse(stage, teller);
  await askAndReport(stage, teller);
  await timeAndWarning(stage, teller);
  await tourHelps(stage.saathi, teller);
  await lookAround(stage, teller);
  return teller.failed;
}

async function setUp({ saathi }: Stage, teller: Teller): Promise<void> {
  const page = await saathi.openOwn('options');
  const setup = new SetupPage(page);
  await teller.step('A parent opens the set-up page and looks at it in Urdu', async () => {
    await setup.choosesLanguage('ur');
    await takeScreenshot(page, 'setup/1-language-ur');
    await setup.choosesLanguage('en');
    await takeBothThemes(page, 'setup/1-language-en');
    return 'The page turned around at once, and back.';
  });
  await teller.step(
    `The child is called ${nickname} and is 9 to 12; no birth date is asked`,
    async () => {
      await setup.choosesCountry('PK');
      await setup.goesOn();
      await setup.namesChild(nickname, '9-12');
      await takeScreenshot(page, 'setup/2-child');
      await setup.goesOn();
      await setup.seesRulesFor(nickname);
      await takeScreenshot(page, 'setup/3-rules');
      return 'One card says in three lines what is closed, when it stops and what the parent will see.';
    },
  );
  await teller.step(
    'A PIN or passphrase, a recovery code to print, and the side doors',
    async () => {
      await setup.goesOn();
      await setup.setsSecret(testPin);
      await takeScreenshot(page, 'setup/4-secret');
      await setup.finishes();
      await takeScreenshot(page, 'setup/5-side-doors');
      await setup.passesDoors();
      await setup.handsOverTo(nickname);
      await takeScreenshot(page, 'setup/6-hand-over');
      await setup.childHasRead('9-12');
      return `The rules are in force. ${nickname} has read what this does and who sees what.`;
    },
  );
  await page.close();
}

async function browse({ saathi, web }: Stage, teller: Teller): Promise<void> {
  await teller.step('The school site', async () => {
    const page = await saathi.open('http://school.test/');
    await page.getByRole('heading', { name: 'Good morning, class 5!' }).waitFor();
    await takeScreenshot(page, 'browse/school');
    await page.close();
    return 'It opens, as it would without Saathi.';
  });
  await teller.step('A chat with strangers', async () => {
    const page = await saathi.open('http://chat.test/');
    const blocked = new BlockedPage(page, reader);
    await blocked.isShown();
    await takeBothThemes(page, 'browse/blocked');
    const help = await blocked.opensHelp();
    await help.waitFor();
    await takeScreenshot(page, 'browse/help');
    await page.close();
    return `It is closed: ${web.requestsTo('chat.test').length} requests reached it. Help is one press away.`;
  });
  await teller.step('A site that nobody has checked', async () => {
    const page = await saathi.open('http://news.test/');
    const blocked = new BlockedPage(page, reader);
    await blocked.isShown();
    await blocked.says('closedUnknownHeading');
    await takeScreenshot(page, 'browse/unchecked');
    await page.close();
    return 'At nine it stays closed until a grown-up has looked.';
  });
}

async function askAndReport({ saathi, desk }: Stage, teller: Teller): Promise<void> {
  const page = await saathi.open('http://unknown.test/');
  const blocked = new BlockedPage(page, reader);
  await teller.step(`${nickname} asks for a site that nobody has checked`, async () => {
    await blocked.isShown();
    await blocked.asks('school', { words: 'My teacher wrote this address on the board.' });
    await takeScreenshot(page, 'ask/question');
    await blocked.isAnsweredHere(testPin, 'minutes-15');
    await page.getByRole('heading', { name: 'A small site at unknown.test' }).waitFor();
    return 'The parent is in the room, types the PIN and allows 15 minutes. The site opens by itself.';
  });
  await page.close();
  await teller.step('One click reports a page', async () => {
    const closed = await saathi.open('http://chat.test/room/7?invite=1');
    await new BlockedPage(closed, reader).isShown();
    const report = new ReportCard(closed, reader);
    await report.files();
    await report.isUndoable();
    await takeScreenshot(closed, 'report/filed');
    await report.isDelivered(desk.name);
    await takeScreenshot(closed, 'report/delivered');
    await closed.close();
    const [ticket] = (await desk.tickets()).slice(-1);
    if (ticket === undefined) throw new Error('the desk has no ticket');
    return `${desk.name} has it as ticket ${ticket.id}: "${ticket.subject}". No picture, no page content.`;
  });
  if (isAnswering(desk)) await hearBack(saathi, desk, teller);
}

const isAnswering = (desk: TrialDesk): desk is IntakeTrialDesk => 'officer' in desk;

async function hearBack(saathi: Saathi, desk: IntakeTrialDesk, teller: Teller): Promise<void> {
  await teller.step('Somebody at the desk reads it and writes back', async () => {
    const [ticket] = (await desk.tickets()).slice(-1);
    const receipt = ticket?.receipt ?? '';
    await desk.officer.read(receipt);
    await desk.officer.say(receipt, 'Thank you for telling us. Are you all right?');
    // The desk is asked every ten seconds at most, and was asked when the report arrived.
    await pause(11_000);
    const page = await saathi.context.newPage();
    await page.goto(`${saathi.address('report')}#${ticket?.reportId ?? ''}`);
    await page.getByText('Are you all right?').waitFor();
    await takeScreenshot(page, 'report/answered');
    await page.close();
    return `${nickname} sees that it was read, and what the desk wrote. Nobody else is told.`;
  });
}

async function timeAndWarning({ saathi }: Stage, teller: Teller): Promise<void> {
  await teller.step("Today's time runs out while a video plays", async () => {
    const day = await saathi.ask('day.read', {});
    const quota = day.ok ? day.value.quotas.find(({ scope }) => scope === 'all') : undefined;
    const limit = quota?.limitSeconds ?? null;
    if (limit === null) throw new Error('the preset has no daily limit');
    await saathi.leaveSeconds({ scope: 'all', limitMinutes: limit / 60 }, 6);
    const page = await saathi.open('http://video.test/watch?v=How+bees+find+flowers');
    await page.waitForSelector('[data-saathi="grace"]', { state: 'attached', timeout: 20_000 });
    await takeBothThemes(page, 'time/two-minutes');
    await saathi.goTo(page, 'http://video.test/');
    await new BlockedPage(page, reader).isTimeUp();
    await takeBothThemes(page, 'time/time-up');
    await page.close();
    return 'The video was paused, with two minutes to save; the next page was closed, kindly: when it opens again, what else to do, and how to ask.';
  });
  await teller.step(
    'A sister of 16 meets a page that imitates a bank: a warning, not a wall',
    async () => {
      await saathi.changePolicy((policy) => ({
        ...policy,
        activeChild: 'sister',
        children: [...policy.children, createChild('sister', 'Sara', '16-17')],
      }));
      const page = await saathi.open('http://demobank-login.test/');
      const warning = new WarningDialog(page);
      await warning.isShown();
      await pause(600); // The dialog's own entrance: a picture of it, not of its first frame.
      await takeScreenshot(page, 'browse/warning');
      const said = await warning.text();
      await page.close();
      return `It says: "${said.slice(0, 90)}..."`;
    },
  );
}

async function lookAround({ saathi }: Stage, teller: Teller): Promise<void> {
  await teller.step('The popup, my page and the guardian area', async () => {
    for (const name of ['popup', 'mine', 'options'] as const) {
      const page = await saathi.openOwn(name);
      if (name === 'popup') await page.setViewportSize({ width: 380, height: 620 });
      await page.getByRole('main').waitFor();
      await takeBothThemes(page, `pages/${name}`);
      await page.close();
    }
    return 'Each in light and dark.';
  });
  await teller.step('The same family in Urdu', async () => {
    const page = await saathi.open('http://adult.test/');
    await page.getByRole('button', { name: wordsOf(older)('languageUrdu') }).click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await takeBothThemes(page, 'pages/blocked-ur');
    await page.close();
    return 'One press turns every page around, from right to left.';
  });
}
