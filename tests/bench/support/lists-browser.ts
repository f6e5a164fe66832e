// A list of millions in a real browser: fetched from this machine, built off the main thread, read by a worker that was
// dead, and what it weighs there.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

import type { ListStates } from '../../../rules/lists/list-state.ts';
import { startPretendWeb } from '../../../scripts/pretend-web/server.ts';
import { edition, startListServer } from '../../adapters/support/list-server.ts';
import type { Saathi } from '../../e2e/fixtures/saathi.ts';
import { median } from './figures.ts';
import { atMost, figure, type Result } from './publish.ts';
import { chromiumForBench, withSaathi } from './subjects.ts';
import { type Target, targetAt } from './targets.ts';

const rounds = 7;
const patienceMs = 300_000;

/** Remembers the longest task of the thread it is put into. Tasks under 50 ms are none in the browser's book. */
const watchTasks = `(() => {
  if (globalThis.longest !== undefined) return;
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
})()`;

export async function inBrowser(
  list: readonly string[],
): Promise<{ readonly browser: string; readonly results: readonly Result[] }> {
  const { path, version } = await chromiumForBench();
  const web = await startPretendWeb();
  const publisher = await startListServer();
  const { saathi, context, close } = await withSaathi(path, web);
  const cdp = await browserOf(context);
  const page = await context.newPage();
  await page.goto('http://school.test/');
  const lightKb = await workerKb(cdp, saathi, page);
  const sends = edition(Buffer.from(`${list.join('\n')}\n`), '"bench"');
  const heard = { at: Number.NaN };
  publisher.answers('/list.txt', (request, response) => {
    heard.at = Date.now();
    sends(request, response);
  });
  const built = await build(saathi, cdp, publisher.at('/list.txt'));
  const heavyKb = await workerKb(cdp, saathi, page);
  const reads = await coldReads(cdp, saathi, page, built.key);
  await close();
  await web.close();
  await publisher.close();
  const millions = `${Math.round(list.length / 1e6)} million`;
  return {
    browser: `Chromium ${version}`,
    results: [
      atMost(
        20,
        figure(
          `${millions} in the browser, from the first request to in force`,
          (built.at - heard.at) / 1000,
          's',
        ),
      ),
      atMost(
        50,
        figure(
          'longest task of the builder’s document (0: none over 50 ms)',
          built.longest.document,
          'ms',
        ),
      ),
      atMost(
        50,
        figure(
          'longest task of a page of ours that is open (0: none over 50 ms)',
          built.longest.page,
          'ms',
        ),
      ),
      atMost(
        50,
        figure(`${millions} read from IndexedDB by a worker that was dead`, median(reads), 'ms'),
      ),
      atMost(
        25,
        figure(`memory added to the worker by ${millions}`, (heavyKb - lightKb) / 1024, 'MB'),
      ),
    ],
  };
}

async function browserOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('No browser to speak to');
  return browser.newBrowserCDPSession();
}

type Built = {
  /** Instant of the set in force. */
  readonly at: number;
  readonly key: string;
  readonly longest: { readonly document: number; readonly page: number };
};

async function build(saathi: Saathi, cdp: CDPSession, url: string): Promise<Built> {
  const open = await saathi.openOwn('options');
  await open.evaluate(watchTasks);
  // What a page does when it opens is not the list's doing.
  await open.waitForTimeout(2000);
  await open.evaluate('longest = 0');
  const start = Date.now();
  const own = { id: 'bench', name: 'Bench', url, category: 'adult' as const };
  await saathi.changePolicy((policy) => ({
    ...policy,
    lists: { catalogue: [], own: [own], feeds: [] },
  }));
  let document: Target | null = null;
  let longestInDocument = 0;
  while (Date.now() - start < patienceMs) {
    const { lists } = (await saathi.stored()) as { readonly lists?: ListStates };
    const state = lists?.lists['bench'];
    if (state?.problem != null) throw new Error(`the list was not built: ${state.problem}`);
    if (state?.updatedAt != null) {
      const longest = { document: longestInDocument, page: Number(await open.evaluate('longest')) };
      await open.close();
      return {
        at: state.updatedAt,
        key: lists?.sets['adult'] ?? '',
        longest,
      };
    }
    document ??= await targetAt(cdp, '/offscreen.html');
    const seen = await document?.evaluate(`${watchTasks}, longest`);
    longestInDocument = Math.max(longestInDocument, Number(seen ?? 0));
    await open.waitForTimeout(200);
  }
  throw new Error('the list was not built in time');
}

/** New workers that have judged a visit, as the protocol weighs them: their heap and the buffers they hold. */
async function workerKb(cdp: CDPSession, saathi: Saathi, page: Page): Promise<number> {
  const weights: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const worker = await freshWorker(cdp, saathi, page);
    // Twice: what the first round frees may hold buffers that only the second lets go.
    await worker.send('HeapProfiler.collectGarbage');
    await worker.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await worker.send('Runtime.getHeapUsage');
    weights.push((Number(usedSize) + Number(backingStorageSize)) / 1024);
  }
  return median(weights);
}

async function freshWorker(cdp: CDPSession, saathi: Saathi, page: Page): Promise<Target> {
  await saathi.killWorker();
  await page.goto('http://small.test/');
  await page.goto('http://school.test/');
  await page.waitForTimeout(1500);
  const worker = await targetAt(cdp, '/background.js');
  if (worker === null) throw new Error('no worker woke');
  return worker;
}

/** Opening the database and reading the one row, in a worker of its own each time. */
async function coldReads(
  cdp: CDPSession,
  saathi: Saathi,
  page: Page,
  key: string,
): Promise<number[]> {
  const read = `(async () => {
    const start = performance.now();
    const asked = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const database = await asked(indexedDB.open('saathi-lists'));
    const row = await asked(database.transaction('rows').objectStore('rows').get(${JSON.stringify(key)}));
    const took = performance.now() - start;
    database.close();
    return row.byteLength > 0 ? took : Number.NaN;
  })()`;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const worker = await freshWorker(cdp, saathi, page);
    times.push(Number(await worker.evaluate(read)));
  }
  return times;
}
