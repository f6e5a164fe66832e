// Pictures: how long one takes in our thread, fetched, unpacked and judged, beside the bare model (nsfwjs as published, on points
// that lie ready) in the same browser, in turns; and what a page with pictures pays on its own main thread.
import { statSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { chromeBuild, launchChromium } from '../../scripts/chromium.ts';
import { pictureModelFiles } from '../../scripts/picture-model.ts';
import { Saathi } from '../e2e/fixtures/saathi.ts';
import { aPolicy } from '../e2e/support/policy.ts';
import { median } from './support/figures.ts';
import { helpCostOf } from './support/help-cost.ts';
import { startBenchSite } from './support/picture-bench-site.ts';
import { atMost, figure, publishPart } from './support/publish.ts';
import { chromiumForBench } from './support/subjects.ts';

const rounds = Number(process.env['SAATHI_ROUNDS'] ?? 5);
const perRound = 30;
const scripts = ['pictures.js', 'pictures-hide.js', 'pictures-more.js'];

const { path: executablePath, version } = await chromiumForBench();
const site = await startBenchSite((rounds + 1) * perRound);
const resolverRule = `MAP *.test 127.0.0.1:${site.port}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND`;
const saathi = await Saathi.launch({ executablePath, extension: chromeBuild, resolverRule });
await saathi.setUp(aPolicy().forBand('5-8'));
const bare = await launchChromium({ executablePath, extension: null, resolverRule });

const ours: number[] = [];
const theirs: number[] = [];
const modelAlone: number[] = [];
const plain = await bare.context.newPage();
await plain.goto('http://bench.test/bare');
const own = await saathi.openOwn('options');
for (let round = 0; round <= rounds; round += 1) {
  const pictures = Array.from(
    { length: perRound },
    (_, place) => `http://bench.test/hills-${round * perRound + place}.png`,
  );
  const bareMs = await bareTimes(plain, pictures);
  const { each, model } = await ourTimes(own, pictures);
  // The first round opens the models.
  if (round === 0) continue;
  theirs.push(...bareMs);
  ours.push(...each);
  modelAlone.push(...model);
  console.log(`round ${round} of ${rounds}`);
}
await own.close();
const many = Array.from(
  { length: 20 },
  (_, place) => `<img src="/hills-${place}.png" width="150" height="100">`,
);
site.pages.set('/page', `<!doctype html><title>x</title>${many.join('')}`);
const costs = [];
const shifts: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  costs.push(await helpCostOf(saathi.context, 'http://bench.test/page', { scripts, restMs: 6000 }));
  shifts.push(await shiftOf());
}
const ms = (name: string, value: number) => figure(name, value, 'ms');
const packed = pictureModelFiles(join('.wxt', 'picture-model')).map(
  ({ absoluteSrc }) => statSync(absoluteSrc).size,
);
publishPart('help', 'pictures', {
  browser: `Chromium ${version}`,
  results: [
    ms('one picture by the bare model (nsfwjs classify, WASM with SIMD), p50', median(theirs)),
    ms('one picture in our thread, fetched, unpacked and judged, p50', median(ours)),
    ms('of that, the model', median(modelAlone)),
    atMost(1.1, figure('ours against the bare model', median(ours) / median(theirs), 'times')),
    atMost(
      5,
      ms(
        'page with 20 pictures, main thread in our scripts',
        median(costs.map(({ scriptMs }) => scriptMs)),
      ),
    ),
    atMost(0, figure('page with 20 pictures, layout shift', Math.max(...shifts), '')),
    atMost(5000, figure('pictures.js', statSync(join(chromeBuild, 'pictures.js')).size, 'bytes')),
    figure(
      'model and its runner in the package',
      (packed.reduce((sum, size) => sum + size, 0) +
        statSync(join(chromeBuild, 'picture-host.js')).size) /
        1e6,
      'MB',
    ),
  ],
});
await bare.close();
await saathi.close();
await site.close();

/** Milliseconds from one picture's verdict to the next. */
function ourTimes(page: Page, addresses: string[]): Promise<{ each: number[]; model: number[] }> {
  return page.evaluate(
    (wanted) =>
      new Promise<{ each: number[]; model: number[] }>((resolve, reject) => {
        const here = globalThis as unknown as { pictureHost?: Worker };
        here.pictureHost ??= new Worker('/picture-host.js');
        const host = here.pictureHost;
        const each: number[] = [];
        const model: number[] = [];
        let last = performance.now();
        host.addEventListener('message', function hear({ data }: MessageEvent) {
          const found = data as { kind: string; tookMs: number };
          if (found.kind !== 'scores') reject(new Error(`a picture was not scored: ${found.kind}`));
          const now = performance.now();
          each.push(now - last);
          model.push(found.tookMs);
          last = now;
          if (each.length < wanted.length) return;
          host.removeEventListener('message', hear);
          resolve({ each, model });
        });
        host.postMessage({ wanted: wanted.map((address) => ({ address, mayBePrivate: false })) });
      }),
    addresses,
  );
}

function bareTimes(page: Page, addresses: string[]): Promise<number[]> {
  return page.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve, reject) => {
        const here = globalThis as unknown as { bare?: Worker };
        here.bare ??= new Worker('/bare-worker.js');
        here.bare.addEventListener('message', ({ data }) => resolve(data as number[]), {
          once: true,
        });
        here.bare.addEventListener('error', ({ message }) => reject(new Error(message)), {
          once: true,
        });
        here.bare.postMessage(wanted.map((address) => new URL(address).pathname));
      }),
    addresses,
  );
}

async function shiftOf(): Promise<number> {
  const page = await saathi.context.newPage();
  await page.addInitScript(() => {
    const state = Object.assign(globalThis, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        state.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('http://bench.test/page', { waitUntil: 'load' });
  await page.waitForTimeout(4000);
  const moved = await page.evaluate(() => (globalThis as unknown as { moved: number }).moved);
  await page.close();
  return moved;
}
