// A child's afternoon in a real browser: the script is played, the worker is killed, and at the end two accounts are compared.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

import type { HeldLedger } from '../../rules/time/keeping.ts';
import type { Ledger } from '../../rules/time/ledger.ts';
import { type PretendWeb, startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { Saathi } from '../e2e/fixtures/saathi.ts';
import { aPolicy } from '../e2e/support/policy.ts';
import type { Clock } from './faster.ts';
import type { Step } from './script.ts';
import { type Totals, Truth } from './truth.ts';

export type Outcome = {
  readonly truth: Totals;
  readonly counted: Totals;
  readonly minutes: number;
  readonly kills: number;
  /** Writes of the ledger to the disk, and of anything. */
  readonly writes: { readonly ledger: number; readonly all: number };
};

const helpHost = 'childline.org.uk';

/** chrome as an extension's page has it. */
declare const chrome: {
  tabs: {
    query: (wanted: { url: string; audible: boolean }) => Promise<unknown[]>;
    onActivated: { addListener: (listener: () => void) => void };
  };
  webNavigation: {
    onCommitted: { addListener: (listener: (details: { frameId: number }) => void) => void };
  };
  storage: {
    onChanged: {
      addListener: (listener: (changes: Record<string, unknown>, area: string) => void) => void;
    };
  };
};

type Open = { readonly page: Page; readonly host: string | null; isLoud: boolean };

export class Afternoon {
  readonly #saathi: Saathi;
  readonly #web: PretendWeb;
  readonly #clock: Clock;
  readonly #browser: CDPSession;
  readonly #watcher: Page;
  readonly #open: Open[] = [];
  readonly #truth: Truth;
  readonly #start: number;
  #front: Open | null = null;
  #kills = 0;

  private constructor(
    { saathi, web, clock }: { saathi: Saathi; web: PretendWeb; clock: Clock },
    { browser, watcher }: { browser: CDPSession; watcher: Page },
  ) {
    this.#saathi = saathi;
    this.#web = web;
    this.#clock = clock;
    this.#browser = browser;
    this.#watcher = watcher;
    this.#start = clock.now();
    this.#truth = new Truth(this.#start);
  }

  static async begin(executablePath: string, extension: string, clock: Clock): Promise<Afternoon> {
    const web = await startPretendWeb();
    const saathi = await Saathi.launch({
      executablePath,
      extension,
      resolverRule: `${web.resolverRule}, MAP ${helpHost} 127.0.0.1:${web.port}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND`,
      sound: true,
      arguments: ['--autoplay-policy=no-user-gesture-required'],
    });
    const policy = aPolicy().withQuota('all', 1440).withQuota('host:game.test', 1440).build();
    await saathi.setUp({ ...policy, timeZone: morningZone(clock.now()) });
    const watcher = await watch(saathi);
    const browser = await browserOf(saathi.context);
    return new Afternoon({ saathi, web, clock }, { browser, watcher });
  }

  async play(steps: readonly Step[], killsAt: readonly number[]): Promise<Outcome> {
    let due = this.#clock.now();
    const killing = this.#killAt(killsAt.map((seconds) => due + seconds * 1000));
    for (const step of steps) {
      due += step.seconds * 1000;
      await this.#take(step);
      await this.#until(due);
    }
    await killing;
    return this.#account();
  }

  async close(): Promise<void> {
    await this.#saathi.close();
    await this.#web.close();
  }

  async #take(step: Step): Promise<void> {
    // A child goes back to pages, seldom to an empty tab: those come by their own steps.
    const others = this.#open.filter((each) => each !== this.#front && each.host !== null);
    const other = others[Math.floor(step.which * others.length)];
    switch (step.kind) {
      case 'go':
        return this.#visit(step.host, this.#front?.page);
      case 'open':
        return this.#visit(step.host);
      case 'help':
        return this.#visit(helpHost);
      case 'own':
        return this.#visit('own');
      case 'empty':
        return this.#visit('empty');
      case 'switch':
        return other === undefined ? this.#visit(step.host) : this.#show(other);
      case 'close':
        return other === undefined ? this.#visit(step.host) : this.#closeFor(other);
      case 'sound':
        return this.#play(step.host);
      case 'silence':
        return this.#silence();
    }
  }

  async #visit(host: string, into?: Page): Promise<void> {
    if (into !== undefined && this.#front?.isLoud === true) await this.#quiet(this.#front);
    const start = Date.now();
    const page = into ?? (await this.#saathi.context.newPage());
    // A new tab is in front, and empty, before its page is.
    if (into === undefined)
      this.#isShown({ page, host: null, isLoud: false }, await this.#since('activated', start));
    if (host === 'empty') return;
    const url = host === 'own' ? this.#saathi.address('mine') : `http://${host}/`;
    await page.goto(url, { waitUntil: 'commit' });
    const isCounted = host !== 'own' && host !== helpHost;
    const shown = { page, host: isCounted ? host : null, isLoud: false };
    this.#isShown(shown, await this.#since('committed', start));
  }

  async #show(tab: Open): Promise<void> {
    const start = Date.now();
    await tab.page.bringToFront();
    this.#isShown(tab, await this.#since('activated', start));
  }

  async #closeFor(next: Open): Promise<void> {
    const closing = this.#front;
    await this.#show(next);
    if (closing === null) return;
    this.#open.splice(this.#open.indexOf(closing), 1);
    await closing.page.close();
    this.#tellTruth(this.#clock.now());
  }

  /** When the browser itself did it, as a page beside the worker was told; what the script hears of it comes later. */
  async #since(kind: 'activated' | 'committed', start: number): Promise<number> {
    const at = Number(await this.#watcher.evaluate(`told.${kind}`));
    return this.#clock.at(at >= start ? at : Date.now());
  }

  /** One page at a time plays: which it is can be told by its address. */
  async #play(host: string): Promise<void> {
    await this.#silence();
    if (this.#front?.host == null) await this.#visit(host);
    if (this.#front !== null) await this.#loud(this.#front);
  }

  async #silence(): Promise<void> {
    const tab = this.#open.find(({ isLoud }) => isLoud);
    if (tab !== undefined) await this.#quiet(tab);
  }

  async #loud(tab: Open): Promise<void> {
    await tab.page.evaluate(startTone);
    await this.#isHeard(tab, true);
  }

  async #quiet(tab: Open): Promise<void> {
    await tab.page.evaluate(stopTone);
    await this.#isHeard(tab, false);
  }

  /** A tab is heard from when the browser says so until it says no more, some two seconds after the last tone. */
  async #isHeard(tab: Open, isLoud: boolean): Promise<void> {
    const url = `${tab.page.url()}*`;
    for (let tries = 0; tries < 250; tries += 1) {
      const heard = await this.#watcher.evaluate(
        async (wanted) => (await chrome.tabs.query({ url: wanted, audible: true })).length,
        url,
      );
      if (heard > 0 === isLoud) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    tab.isLoud = isLoud;
    this.#tellTruth(this.#clock.now());
  }

  #isShown(tab: Open, at: number): void {
    const known = this.#open.findIndex(({ page }) => page === tab.page);
    if (known === -1) this.#open.push(tab);
    else this.#open[known] = tab;
    this.#front = tab;
    this.#tellTruth(at);
  }

  #tellTruth(at: number): void {
    const heard = this.#open.filter(({ isLoud }) => isLoud).flatMap(({ host }) => host ?? []);
    this.#truth.becomes({ front: this.#front?.host ?? null, heard }, at);
  }

  async #killAt(instants: readonly number[]): Promise<void> {
    for (const instant of instants) {
      await this.#until(instant);
      // Between two workers there is none to kill: the next one that wakes.
      while (!(await this.#killWorker())) await new Promise((resolve) => setTimeout(resolve, 50));
      this.#kills += 1;
    }
  }

  async #killWorker(): Promise<boolean> {
    const { targetInfos } = await this.#browser.send('Target.getTargets');
    const worker = targetInfos.find(({ type }) => type === 'service_worker');
    if (worker === undefined) return false;
    await this.#browser.send('Target.closeTarget', { targetId: worker.targetId });
    return true;
  }

  async #until(instant: number): Promise<void> {
    const ms = (instant - this.#clock.now()) / this.#clock.speed;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
  }

  async #account(): Promise<Outcome> {
    const day = await this.#saathi.ask('day.read', {});
    const at = this.#clock.now();
    if (!day.ok) throw new Error(`the day can not be read: ${day.failure}`);
    const onDisk = (await this.#saathi.stored())['ledger'] as Ledger;
    const held = (await this.#saathi.stored('session'))['ledger'] as HeldLedger | undefined;
    const ledger = held !== undefined && held.writes === onDisk.writes ? held.ledger : onDisk;
    const [usage] = Object.values(ledger.usage);
    const written = await this.#watcher.evaluate('written');
    return {
      truth: this.#truth.totals(at),
      counted: { seconds: day.value.totalSeconds, byHost: usage?.byHost ?? {} },
      minutes: (at - this.#start) / 60_000,
      kills: this.#kills,
      writes: written as Outcome['writes'],
    };
  }
}

/** A page of ours that notes when the browser did what the script asked for, and counts what is written to the disk. */
async function watch(saathi: Saathi): Promise<Page> {
  const watcher = await saathi.openOwn('options');
  await watcher.evaluate(() => {
    const written = { ledger: 0, all: 0 };
    const told = { activated: 0, committed: 0 };
    Object.assign(globalThis, { written, told });
    chrome.tabs.onActivated.addListener(() => {
      told.activated = Date.now();
    });
    chrome.webNavigation.onCommitted.addListener(({ frameId }) => {
      if (frameId === 0) told.committed = Date.now();
    });
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area !== 'local') return;
      written.all += 1;
      if ('ledger' in changes) written.ledger += 1;
    });
  });
  return watcher;
}

async function browserOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('No browser to speak to');
  return browser.newBrowserCDPSession();
}

/** A zone in which no midnight comes in the next hours: the day is read as one. */
function morningZone(now: number): string {
  const hours = (8 - new Date(now).getUTCHours() + 36) % 24;
  const ahead = hours > 12 ? hours - 24 : hours;
  // The sign of these names is the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const startTone = `(() => {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(context.destination);
  tone.start();
  globalThis.tone = context;
})()`;
const stopTone = 'globalThis.tone.close()';
