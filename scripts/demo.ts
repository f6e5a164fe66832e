// `npm run demo`: a pretend web, a desk and a browser with Saathi in it, for a person to try. Without a display (or with
// --headless) the same tour is driven and told, with screenshots in demo-output/. --desk=rt starts the real Request Tracker,
// --desk=intake a desk that answers (docs/intake-protocol.md): whoever runs it in a window reads, writes and closes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { Saathi } from '../tests/e2e/fixtures/saathi.ts';
import { findChromium } from './browsers.ts';
import { root } from './commands.ts';
import { ensureFonts } from './debian.ts';
import { officerAtDesk } from './demo/officer-at-desk.ts';
import { tour } from './demo/tour.ts';
import { makeTrialBuild } from './demo/trial-build.ts';
import type { TrialDesk } from './desk/desk.ts';
import { startEmbeddedDesk } from './desk/embedded.ts';
import { startIntakeDesk } from './desk/intake.ts';
import { startRequestTracker } from './desk/rt.ts';
import { buildIfStale } from './fresh-build.ts';
import { startPretendWeb } from './pretend-web/server.ts';

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = process.argv.includes('--headless') || !hasDisplay;

process.exitCode = await demo();

/** Answers the exit code. */
async function demo(): Promise<number> {
  const browser = await findChromium();
  if (browser === null)
    return stop('No browser to show it in. Install Chromium and run this again.');
  say(`the browser is ${browser.path} (${browser.version})`);
  const built = await buildIfStale('chrome');
  if (built.code !== 0) return stop(`The extension does not build:\n${built.output}`);
  if (!(await ensureFonts())) say('no font for Urdu here: its letters may show as boxes');

  const web = await startPretendWeb();
  say(`a pretend web answers on port ${web.port}, for every host that ends in .test`);
  const desk = await openDesk();
  const build = makeTrialBuild(desk);
  const saathi = await Saathi.launch({
    executablePath: browser.path,
    extension: build.folder,
    resolverRule: headless
      ? `${web.resolverRule}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND`
      : web.resolverRule,
    headless,
    ...(headless ? { timeZone: zoneOfAfternoon(new Date()) } : {}),
  });
  const failed = headless ? await drive({ saathi, web, desk }) : await leaveOpen(saathi, desk);
  await saathi.close();
  build.remove();
  await desk.close();
  await web.close();
  return failed === 0 ? 0 : 1;
}

async function openDesk(): Promise<TrialDesk> {
  const desk = await chosenDesk();
  say(`reports go to ${desk.name} at ${desk.url}`);
  return desk;
}

async function chosenDesk(): Promise<TrialDesk> {
  if (process.argv.includes('--desk=rt')) {
    say('starting the real Request Tracker: half a minute, more if it must be installed');
    return startRequestTracker();
  }
  if (!process.argv.includes('--desk=intake')) return startEmbeddedDesk();
  const desk = await startIntakeDesk();
  if (!headless) officerAtDesk(desk);
  return desk;
}

async function drive(stage: Parameters<typeof tour>[0]): Promise<number> {
  say('no display here (or --headless): driving the tour');
  rmSync(join(root, 'demo-output'), { recursive: true, force: true });
  const failed = await tour(stage);
  console.log(
    failed === 0
      ? '\nThe tour is over. Look at the pictures in demo-output/.'
      : `\nThe tour is over; ${failed} of its steps failed. The pictures so far are in demo-output/.`,
  );
  return failed;
}

/** For a person: the set-up page in front, the list of pretend sites behind it, until the browser is closed. */
async function leaveOpen(saathi: Saathi, desk: TrialDesk): Promise<number> {
  const list = await saathi.open('http://known.test/');
  await saathi.openOwn('options');
  say(
    'set Saathi up as a parent, then go to http://known.test/ (the other tab) and browse as a child',
  );
  say('close the browser to end the demo');
  const over = new Promise<void>((resolve) => {
    saathi.context.once('close', () => resolve());
  });
  const told = new Set<number>();
  const watch = setInterval(() => {
    void desk.tickets().then((tickets) => {
      for (const { id, subject } of tickets.filter((ticket) => !told.has(ticket.id))) {
        told.add(id);
        say(`the desk received ticket ${id}: ${subject}`);
      }
    });
  }, 3000);
  await over;
  clearInterval(watch);
  return list.isClosed() ? 0 : 1;
}

/** A zone where it is four in the afternoon now: no tour in a child's quiet time, whenever it is driven. */
function zoneOfAfternoon(now: Date): string {
  const ahead = 16 - now.getUTCHours();
  const hours = ahead > 12 ? ahead - 24 : ahead < -12 ? ahead + 24 : ahead;
  // The sign of these names is turned around: Etc/GMT-5 is five hours ahead.
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function say(words: string): void {
  console.log(`demo: ${words}`);
}

function stop(words: string): number {
  console.error(`demo: ${words}`);
  return 1;
}
