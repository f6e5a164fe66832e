// From a dead worker to its first verdict, as a page's content script waits for it.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { median } from './support/figures.ts';
import { atMost, figure, publish } from './support/publish.ts';
import { chromiumForBench, withEmptyExtension, withSaathi } from './support/subjects.ts';

const rounds = Number(process.env['SAATHI_ROUNDS'] ?? 21);
// What a page says first of all: the curtain is up until it is answered.
const hello = { name: 'page.hello', body: { labels: [], why: 'start' } };

const { path, version } = await chromiumForBench();
const web = await startPretendWeb();
const ours = await withSaathi(path, web);
const empty = await withEmptyExtension(path, web);
const seats = [await seatIn(ours.context), await seatIn(empty.context)] as const;

const cold: [number[], number[]] = [[], []];
const warm: [number[], number[]] = [[], []];
// The first, unwarmed round of each is left out.
for (let round = -1; round < rounds; round += 1) {
  for (const who of [0, 1] as const) {
    await killWorkers(seats[who].browser);
    const coldMs = await seats[who].ask();
    const warmMs = await seats[who].ask();
    if (round < 0) continue;
    cold[who].push(coldMs);
    warm[who].push(warmMs);
  }
}

publish('worker', `Chromium ${version}`, [
  atMost(50, figure('cold start of the worker to the first verdict', median(cold[0]), 'ms')),
  figure('the same with an empty worker (the floor)', median(cold[1]), 'ms'),
  figure('a verdict from a warm worker', median(warm[0]), 'ms'),
  figure('an answer from a warm empty worker', median(warm[1]), 'ms'),
]);
await ours.close();
await empty.close();
await web.close();

type Seat = { readonly browser: CDPSession; readonly ask: () => Promise<number> };

/** A page, and a way to speak from its content script's own world: the very road a real hello takes. */
async function seatIn(context: BrowserContext): Promise<Seat> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const world = contentWorld(cdp);
  await cdp.send('Runtime.enable');
  await page.goto('http://school.test/');
  const contextId = await world;
  const browser = context.browser();
  if (browser === null) throw new Error('No browser to speak to');
  return {
    browser: await browser.newBrowserCDPSession(),
    ask: () => timeOf(cdp, page, contextId),
  };
}

function contentWorld(cdp: CDPSession): Promise<number> {
  return new Promise((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    });
  });
}

async function timeOf(cdp: CDPSession, page: Page, contextId: number): Promise<number> {
  await page.bringToFront();
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `(async () => {
      const start = performance.now();
      const answer = await chrome.runtime.sendMessage(${JSON.stringify(hello)});
      return answer?.ok === true ? performance.now() - start : 'refused: ' + JSON.stringify(answer);
    })()`,
  });
  if (typeof result.value !== 'number')
    throw new Error(exceptionDetails?.text ?? String(result.value));
  return result.value;
}

async function killWorkers(browser: CDPSession): Promise<void> {
  const { targetInfos } = await browser.send('Target.getTargets');
  for (const { targetId, type } of targetInfos) {
    if (type === 'service_worker') await browser.send('Target.closeTarget', { targetId });
  }
  // Its process needs a moment to be gone; a start that waits for an end would be measured too.
  await new Promise((resolve) => setTimeout(resolve, 400));
}
