// What one load of one page costs: until `load`, on the main thread, in the whole renderer.
import type { BrowserContext } from '@playwright/test';

export type PageCost = {
  /** Milliseconds from the start of the navigation to the end of `load`. */
  readonly loadMs: number;
  /** CPU time of the page's process, all threads, until half a second after `load`. */
  readonly rendererMs: number;
  readonly mainThreadMs: number;
};

export async function costOf(context: BrowserContext, url: string): Promise<PageCost> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'load' });
  // What a content script does late belongs to its cost.
  await page.waitForTimeout(500);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) =>
    (metrics.find((one) => one.name === name)?.value ?? Number.NaN) * 1000;
  const loadMs = await page.evaluate(() => {
    const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return timing?.loadEventEnd ?? Number.NaN;
  });
  await page.close();
  return { loadMs, rendererMs: metric('ProcessTime'), mainThreadMs: metric('ThreadTime') };
}

/** Milliseconds of the main thread that an extension's scripts took while a page loaded, from a trace. */
export async function scriptTimeOf(
  context: BrowserContext,
  url: string,
  scripts: readonly string[],
): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('No browser to trace');
  const page = await context.newPage();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8.execute'] });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(500);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  await page.close();
  const own = trace.traceEvents.filter(
    ({ name, args }) =>
      (name === 'EvaluateScript' || name === 'FunctionCall' || name === 'v8.compile') &&
      scripts.some((script) => args?.data?.url?.endsWith(`/${script}`) === true),
  );
  return outermost(own).reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000;
}

type TraceEvent = {
  readonly name: string;
  readonly tid: number;
  readonly pid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread: what a busy machine does not stretch. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
};

/** A function called within the script's own run is in that run's time already. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter(
    (event) =>
      !events.some(
        (other) =>
          other !== event &&
          other.pid === event.pid &&
          other.tid === event.tid &&
          other.ts <= event.ts &&
          other.ts + (other.dur ?? 0) >= event.ts + (event.dur ?? 0),
      ),
  );
}
