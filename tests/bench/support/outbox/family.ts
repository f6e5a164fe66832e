// One family's browser: a child reports five pages by a real click each, which is what a day allows, and worker and
// browser may die at any moment. The browser is opened again, as a child would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CDPSession, Page } from '@playwright/test';

import type { Answered } from '../../../../rules/messages/contract.ts';
import type { ReportState } from '../../../../rules/messages/report-replies.ts';
import type { Desk } from '../../../../rules/policy/desk-schema.ts';
import type { LaunchOptions } from '../../../../scripts/chromium.ts';
import { Saathi } from '../../../e2e/fixtures/saathi.ts';
import { ReportCard } from '../../../e2e/pages/report-card.ts';
import { aPolicy } from '../../../e2e/support/policy.ts';
import type { Victim } from './fire.ts';

export type Filed = {
  readonly reportId: string;
  /** Null: it took several tries to click, and the first may have counted. */
  readonly undoUntil: number | null;
  /** From the click to the answer, which the background gives only once the report is on the disk. */
  readonly durableMs: number;
};
type Clicked = {
  readonly clickedAt: number;
  readonly answeredAt: number;
  readonly reply: Answered<'report.file'>;
};

/** chrome as an extension's page has it. */
declare const chrome: {
  runtime: {
    sendMessage: (message: { readonly name: string; readonly body?: unknown }) => Promise<unknown>;
  };
};

/** What the limit lets a child report in a day. */
export const perDay = 5;

export class Family {
  readonly profile: string;
  readonly #options: LaunchOptions;
  #saathi: Saathi;
  #browser: CDPSession;
  /** A page of ours to look from. */
  #seat: Page | null = null;
  /** The browser that is being opened again. */
  #opening: Promise<void> = Promise.resolve();
  #killing: Promise<void> = Promise.resolve();
  #isClosed = false;
  readonly killed = { worker: 0, browser: 0 };

  private constructor(options: LaunchOptions, saathi: Saathi, browser: CDPSession) {
    this.profile = options.profile ?? '';
    this.#options = options;
    this.#saathi = saathi;
    this.#browser = browser;
  }

  static async open(options: Omit<LaunchOptions, 'profile'>, desk: Desk): Promise<Family> {
    const profile = mkdtempSync(join(tmpdir(), 'saathi-family-'));
    const whole = { ...options, profile };
    const saathi = await Saathi.launch(whole);
    await saathi.setUp(aPolicy().blocking('game.test').withDesk(desk));
    await noteClicks(saathi);
    return new Family(whole, saathi, await browserOf(saathi));
  }

  /** A real click on a real block page; clicked again if the browser died under the child's hand. */
  async reports(path: string): Promise<Filed> {
    for (let tries = 1; ; tries += 1) {
      await this.#opening;
      try {
        return await this.#click(path);
      } catch (error) {
        if (tries >= 4 || !this.#hasDied(error)) throw error;
      }
    }
  }

  /** How its reports stand, as the child's own page shows it; null while the browser or its worker is coming back. */
  async states(): Promise<readonly ReportState[] | null> {
    await this.#opening;
    try {
      if (this.#seat === null) this.#seat = await this.#saathi.openOwn('mine');
      const answer = (await this.#seat.evaluate(() =>
        chrome.runtime.sendMessage({ name: 'reports.read', body: {} }),
      )) as Answered<'reports.read'> | undefined;
      return answer?.ok === true ? answer.value.reports : null;
    } catch {
      // Killed while it was asked.
      this.#seat = null;
      return null;
    }
  }

  /** When a report was first seen as delivered, looked at every few milliseconds from inside a page of ours. */
  async deliveredAt(reportId: string): Promise<number> {
    const page = await this.#saathi.openOwn('report');
    const at = await page.evaluate(async (id) => {
      for (;;) {
        const message = { name: 'report.read', body: { reportId: id } };
        const answer = (await chrome.runtime.sendMessage(message)) as Answered<'report.read'>;
        if (answer.ok && answer.value.state === 'delivered') return Date.now();
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    }, reportId);
    await page.close();
    return at;
  }

  /** One after the other: the dead can not be killed again. */
  kill(who: Victim): Promise<void> {
    this.#killing = this.#killing.then(() => this.#kill(who));
    return this.#killing;
  }

  async #kill(who: Victim): Promise<void> {
    await this.#opening;
    if (this.#isClosed) return;
    if (who === 'worker') return this.#killWorker();
    this.killed.browser += 1;
    const pid = await pidOf(this.#browser);
    const gone = new Promise<void>((resolve) => {
      this.#saathi.context.once('close', () => resolve());
    });
    process.kill(pid, 'SIGKILL');
    this.#opening = gone.then(() => this.#reopen());
    await gone;
  }

  async close(): Promise<void> {
    await this.#opening;
    this.#isClosed = true;
    await this.#saathi.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #click(path: string): Promise<Filed> {
    const page = await this.#saathi.open(`http://game.test/${path}`);
    await new ReportCard(page).files();
    const handle = await page.waitForFunction(
      () => (globalThis as { readonly noted?: Clicked }).noted,
      undefined,
      { timeout: 15_000 },
    );
    const { clickedAt, answeredAt, reply } = (await handle.jsonValue()) as Clicked;
    if (!reply.ok) throw new Error(`The click was refused: ${reply.failure}`);
    const { reportId, undoUntil, state } = reply.value;
    if (state === 'by-hand') throw new Error('A limit or a missing desk sent it to a form');
    // The page makes room for the next one: nothing of ours stays open that could wake the worker.
    await page.close();
    return { reportId, undoUntil, durableMs: answeredAt - clickedAt };
  }

  #hasDied = (error: unknown): boolean =>
    /closed|crashed|Timeout|detached/i.test(String(error)) && this.killed.browser > 0;

  async #reopen(): Promise<void> {
    this.#seat = null;
    this.#saathi = await Saathi.launch(this.#options);
    await noteClicks(this.#saathi);
    this.#browser = await browserOf(this.#saathi);
  }

  async #killWorker(): Promise<void> {
    const { targetInfos } = await this.#browser.send('Target.getTargets');
    const worker = targetInfos.find(({ type }) => type === 'service_worker');
    // Between two workers there is none to kill.
    if (worker === undefined) return;
    await this.#browser.send('Target.closeTarget', { targetId: worker.targetId });
    this.killed.worker += 1;
  }
}

/** Notes when a page was clicked and when its message to file a report was answered. */
const noteClicks = (saathi: Saathi): Promise<unknown> =>
  saathi.context.addInitScript(() => {
    if (location.protocol !== 'chrome-extension:') return;
    let clickedAt = 0;
    addEventListener('click', (event) => (clickedAt = event.timeStamp), true);
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = async (message) => {
      const reply = await send(message);
      const answeredAt = performance.now();
      if (message.name === 'report.file' && reply !== undefined) {
        Object.assign(globalThis, { noted: { clickedAt, answeredAt, reply } });
      }
      return reply;
    };
  });

async function browserOf({ context }: Saathi): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('No browser to speak to');
  return browser.newBrowserCDPSession();
}

async function pidOf(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const found = processInfo.find(({ type }) => type === 'browser');
  if (found === undefined) throw new Error('The browser does not say which process it is');
  return found.id;
}
