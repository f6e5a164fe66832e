// One browser with the page's scripts and a background that answers as the test says. The only file here that knows
// the stub: a journey on the whole extension needs another `stage`, and the same sentences.
import { rmSync } from 'node:fs';

import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';

import type { MessageName } from '../../../rules/messages/contract.ts';
import { chromeBuild, extensionId, launchChromium } from '../../../scripts/chromium.ts';
import { ordinaryAnswers } from '../../support/page-stub/answers.ts';
import { type Desk, type Heard, startDesk } from '../../support/page-stub/desk.ts';
import { makeStubExtension } from '../../support/page-stub/extension.ts';
import { browserPath } from '../fixtures/test.ts';
import { hostilePages } from './hostile.ts';
import { readPng, shareOfMagenta, shareOfTeal } from './png.ts';

export { expect } from '@playwright/test';

/** The little of chrome that Chromium's own page of extensions has for tests. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration: (change: { inDeveloperMode: boolean }) => Promise<void>;
    reload: (id: string) => Promise<unknown>;
  };
};

export const hostile = 'http://hostile.test';

export class Stage {
  readonly desk: Desk;
  readonly context: BrowserContext;

  constructor(desk: Desk, context: BrowserContext) {
    this.desk = desk;
    this.context = context;
  }

  /** A page with an adult label: a warning is up when this is done. */
  async openWarned(path = '/'): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(hostile + path, { waitUntil: 'load' });
    await this.isWarned(page);
    return page;
  }

  async isWarned(page: Page): Promise<void> {
    await expect(page.locator('[data-saathi="warning"]').first()).toBeAttached();
  }

  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(hostile + path, { waitUntil: 'load' });
    return page;
  }

  /** Waits for a message of a page's script. */
  async hears(name: MessageName, why?: string): Promise<Heard> {
    const isIt = (message: Heard): boolean =>
      message.name === name && (why === undefined || message.body.why === why);
    await expect
      .poll(() => this.desk.heard.some(isIt), { message: `${name} ${why ?? ''}` })
      .toBe(true);
    return this.desk.heard.findLast(isIt) as Heard;
  }

  heard(name: MessageName): Heard[] {
    return this.desk.heard.filter((message) => message.name === name);
  }

  /** What a child sees for as long as the attack goes on: nothing of the loud page. */
  async staysCovered(page: Page, samples = 4): Promise<void> {
    for (let sample = 0; sample < samples; sample += 1) {
      await page.waitForTimeout(350);
      expect(await loudness(page), `sample ${sample + 1}`).toBeLessThan(0.0005);
    }
    // And in the end the warning itself, or the block page in its place.
    await expect
      .poll(async () => page.url().endsWith('/blocked.html') || (await seesButton(page)))
      .toBe(true);
  }

  /** As an update of the extension does it: the scripts in open pages become orphans. */
  async reload(): Promise<void> {
    const extensions = await this.context.newPage();
    await extensions.goto('chrome://extensions');
    // Without developer mode Chromium does not load an unpacked extension again.
    await extensions.evaluate(() =>
      chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    );
    await extensions.evaluate((id) => chrome.developerPrivate.reload(id), extensionId);
    await extensions.close();
    this.desk.heard.splice(0);
  }

  /** As a background does with open tabs after an update. */
  injectInto(tabId: number): void {
    this.desk.push({ tabId, again: true });
  }

  /** The buttons answer 800 ms after they came up. */
  async readable(page: Page): Promise<void> {
    await page.waitForTimeout(950);
  }
}

/** A tab that is just being replaced has no picture for a moment. */
const picture = (page: Page): Promise<Buffer> => page.screenshot().catch(() => page.screenshot());

const seesButton = async (page: Page): Promise<boolean> =>
  shareOfTeal(readPng(await picture(page))) > 0.002;

/** The share of the viewport in the hostile page's colour. */
export const loudness = async (page: Page): Promise<number> =>
  shareOfMagenta(readPng(await picture(page)));

type Fixtures = { readonly stage: Stage };
type WorkerFixtures = { readonly browserAndDesk: Stage };

/** One browser for all tests of a worker, since nothing is stored in it; pages and answers are each test's own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  browserAndDesk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const desk = await startDesk(hostilePages);
      const extension = makeStubExtension(process.env['SAATHI_BUILD'] ?? chromeBuild, desk.port);
      const launched = await launchChromium({
        executablePath: browserPath(),
        extension,
        resolverRule: `MAP *.test 127.0.0.1:${desk.port}`,
        backForwardCache: true,
      });
      if (launched.context.serviceWorkers().length === 0) {
        await launched.context.waitForEvent('serviceworker');
      }
      await use(new Stage(desk, launched.context));
      await launched.close();
      await desk.close();
      rmSync(extension, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  stage: async ({ browserAndDesk: stage }, use) => {
    stage.desk.answer = ordinaryAnswers;
    stage.desk.heard.splice(0);
    await use(stage);
    const [first, ...pages] = stage.context.pages();
    for (const page of pages) await page.close();
    // The browser would end with its last page.
    await first?.goto('about:blank');
  },
});
