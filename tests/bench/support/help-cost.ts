// What the helps inside a page cost its main thread, from a trace that goes on until they have come to rest.
import type { BrowserContext } from '@playwright/test';

export type HelpCost = {
  /** CPU time of the page's main thread, whoever's code it ran. */
  readonly mainThreadMs: number;
  /** Of that, inside functions of the named scripts, with all they called. */
  readonly scriptMs: number;
  /** The longest single run of one of those functions. */
  readonly longestMs: number;
  /** How many tasks over 50 ms, by the page's own PerformanceObserver, were begun from the page's start. */
  readonly longTasks: number;
};

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

/** `restMs`: the reader starts in calm and looks again after five seconds; both belong to the cost. */
export async function helpCostOf(
  context: BrowserContext,
  url: string,
  { scripts, restMs }: { readonly scripts: readonly string[]; readonly restMs: number },
): Promise<HelpCost> {
  const browser = context.browser();
  if (browser === null) throw new Error('No browser to trace');
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasksSeen: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8.execute'] });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(restMs);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const { metrics } = await cdp.send('Performance.getMetrics');
  const longTasks = await page.evaluate(
    () => (globalThis as unknown as { longTasksSeen: number[] }).longTasksSeen.length,
  );
  await page.close();
  const own = outermost(trace.traceEvents.filter((event) => isOf(event, scripts)));
  const times = own.map(({ dur = 0, tdur = dur }) => tdur / 1000);
  return {
    mainThreadMs: (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000,
    scriptMs: times.reduce((sum, ms) => sum + ms, 0),
    longestMs: Math.max(0, ...times),
    longTasks,
  };
}

const isOf = ({ name, args }: TraceEvent, scripts: readonly string[]): boolean =>
  (name === 'EvaluateScript' || name === 'FunctionCall' || name === 'v8.compile') &&
  scripts.some((script) => args?.data?.url?.endsWith(`/${script}`) === true);

/** A function called within the script's own run is in that run's time already. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const sorted = events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const ends = new Map<string, number>();
  return sorted.filter(({ pid, tid, ts, dur = 0 }) => {
    const thread = `${pid}:${tid}`;
    if (ts + dur <= (ends.get(thread) ?? -Infinity)) return false;
    ends.set(thread, ts + dur);
    return true;
  });
}
