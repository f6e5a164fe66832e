// The outbox under fire, `npm run bench:outbox`: the built extension in a real Chromium, the real Request Tracker as the desk.
// Families report five pages a day each, as the limit allows, while workers and browsers are killed at drawn points of
// delivery, answers are lost and the desk is stopped. Before that, in peace: how long a click takes.
// SAATHI_OUTBOX_REPORTS (200), SAATHI_OUTBOX_CLICKS (30), SAATHI_OUTBOX_AT_ONCE (8), SAATHI_OUTBOX_SEED.
import '../support/temporal.ts';
import { loadavg } from 'node:os';

import { findChromium } from '../../scripts/browsers.ts';
import { chromeBuild } from '../../scripts/chromium.ts';
import { isRequestTrackerAvailable, startRequestTracker } from '../../scripts/desk/rt.ts';
import { buildIfStale } from '../../scripts/fresh-build.ts';
import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { median } from './support/figures.ts';
import { underFire } from './support/outbox/battle.ts';
import { inPeace } from './support/outbox/peace.ts';
import { atMost, figure, publish, type Result } from './support/publish.ts';

const from = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = from('SAATHI_OUTBOX_SEED', Date.now() % 1_000_000);

const browser = await findChromium();
if (browser === null) throw new Error('No Chromium to report from.');
if (!isRequestTrackerAvailable()) throw new Error('No Request Tracker to report to.');
// Whoever names a build wants that one.
const built = process.env['SAATHI_BUILD'] === undefined ? await buildIfStale('chrome') : null;
if (built !== null && built.code !== 0) throw new Error(built.output);
console.log(`seed ${seed}`);

const busy = loadavg()[0] ?? 0;
const started = Date.now();
const desk = await startRequestTracker();
const web = await startPretendWeb();
const launch = {
  executablePath: browser.path,
  extension: chromeBuild,
  resolverRule: `${web.resolverRule}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND`,
};
try {
  const peace = await inPeace({ desk, launch, clicks: from('SAATHI_OUTBOX_CLICKS', 30) });
  const fire = await underFire({
    desk,
    launch,
    seed,
    reports: from('SAATHI_OUTBOX_REPORTS', 200),
    atOnce: from('SAATHI_OUTBOX_AT_ONCE', 8),
    known: peace.reportIds,
  });
  publish('outbox', `Chromium ${browser.version}`, [
    atMost(50, figure('in peace: from a click to the durable record', median(peace.durable), 'ms')),
    figure('in peace: the same, slowest of twenty', high(peace.durable), 'ms'),
    atMost(
      1.5,
      figure(
        'in peace: from the end of the undo window to the receipt',
        median(peace.receipt),
        's',
      ),
    ),
    figure('in peace: the same, slowest of twenty', high(peace.receipt), 's'),
    figure('in peace: clicks', peace.durable.length, 'clicks'),
    ...exactly(fire.filed, 'under fire: tickets at the desk', fire.tickets, 'tickets'),
    ...exactly(0, 'under fire: lost', fire.lost, 'reports'),
    ...exactly(0, 'under fire: twice at the desk', fire.twice, 'reports'),
    ...exactly(0, 'under fire: without a receipt in the end', fire.unreceipted, 'reports'),
    figure('under fire: of these safe in the outbox, on their way', fire.waiting, 'reports'),
    figure('under fire: reports', fire.filed, 'reports'),
    figure('under fire: workers killed', fire.workers, 'kills'),
    figure('under fire: browsers killed', fire.browsers, 'kills'),
    figure('under fire: answers lost after the desk accepted', fire.answersLost, 'answers'),
    figure('under fire: repeats that the desk joined to their ticket', fire.repeats, 'repeats'),
    figure('under fire: the desk stopped and started', fire.stops, 'times'),
    figure('all of it', (Date.now() - started) / 60_000, 'min'),
    figure('load of the machine before it began (0: quiet)', busy, 'processes'),
  ]);
} finally {
  await web.close();
  await desk.close();
}

/** One in twenty is slower. */
function high(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

function exactly(goal: number, name: string, value: number, unit: string): Result[] {
  return [{ ...figure(name, value, unit), value, goal: String(goal), met: value === goal }];
}
