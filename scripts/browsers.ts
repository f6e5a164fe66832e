// Finds the browsers the extension is tried in: the one that is there, else Playwright's own, else the system's package.
import { chromium } from '@playwright/test';

import { firstOnPath, isProgram, run, tool } from './commands.ts';
import { canInstallPackages, installPackages } from './debian.ts';

export type Browser = { readonly path: string; readonly version: string };

/** As in the manifest: older ones refuse the extension. */
const oldestChromium = 144;
const oldestFirefox = 142;

// Google Chrome is left out on purpose: since version 137 it ignores --load-extension.
const chromiumNames = ['chromium', 'chromium-browser', 'brave-browser', 'brave', 'thorium-browser'];
const chromiumPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];
const firefoxNames = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** A Chromium that loads unpacked extensions, installed if need be; null with the reason printed. */
export async function findChromium(): Promise<Browser | null> {
  const there = await firstThatRuns(
    [
      process.env['SAATHI_CHROMIUM'] ?? null,
      ...chromiumNames.map((name) => firstOnPath([name])),
      ...chromiumPlaces,
      chromium.executablePath(),
    ],
    oldestChromium,
  );
  if (there !== null) return there;
  if (process.env['SAATHI_BROWSERS'] !== 'system') {
    console.log("browser: no Chromium here; trying Playwright's own (playwright install chromium)");
    await run(tool('playwright'), ['install', 'chromium'], { timeoutMs: 600_000 });
    const own = await firstThatRuns([chromium.executablePath()], oldestChromium);
    if (own !== null) return own;
    console.log('browser: that download did not work here');
  }
  return fromSystem('chromium', ['/usr/bin/chromium'], oldestChromium);
}

/** Playwright's Firefox is a build of its own that can not load extensions, so only real ones count. */
export async function findFirefox(): Promise<Browser | null> {
  const there = await firstThatRuns(
    [
      process.env['SAATHI_FIREFOX'] ?? null,
      ...firefoxNames.map((name) => firstOnPath([name])),
      ...firefoxPlaces,
    ],
    oldestFirefox,
  );
  return there ?? fromSystem('firefox-esr', ['/usr/bin/firefox-esr'], oldestFirefox);
}

async function fromSystem(
  name: string,
  places: readonly string[],
  oldest: number,
): Promise<Browser | null> {
  if (!canInstallPackages()) {
    console.log(`browser: install ${name} (version ${oldest} or later) and run this again`);
    return null;
  }
  await installPackages([name]);
  return firstThatRuns(places, oldest);
}

async function firstThatRuns(
  paths: readonly (string | null)[],
  oldest: number,
): Promise<Browser | null> {
  for (const path of paths) {
    if (path === null || path === '' || !isProgram(path)) continue;
    const { code, output } = await run(path, ['--version'], { timeoutMs: 30_000 });
    const version = /\d+(?:\.\d+)+/.exec(output)?.[0] ?? '0';
    if (code === 0 && Number.parseInt(version, 10) >= oldest) return { path, version };
    console.log(`browser: ${path} is version ${version}; Saathi needs ${oldest} or later`);
  }
  return null;
}
