// Starting Chromium with an unpacked extension, quiet on the network and with the pretend web's hosts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext } from '@playwright/test';

import { root } from './commands.ts';

/** Another build can be tried with SAATHI_BUILD. */
export const chromeBuild = process.env['SAATHI_BUILD'] ?? join(root, '.output', 'chrome-mv3');
/** Follows from the manifest's fixed `key`, so it is the same on every machine. */
export const extensionId = 'lddljilebblfeakipefaeeedmkdoeeig';

export type LaunchOptions = {
  readonly executablePath: string;
  /** Folder of the unpacked extension; null starts without one. */
  readonly extension: string | null;
  /** From PretendWeb.resolverRule, and more if a test needs them, with commas between. */
  readonly resolverRule: string;
  /** Kept after closing when given, so that a test can open the same browser again. */
  readonly profile?: string;
  readonly headless?: boolean;
  readonly arguments?: readonly string[];
  /** The browser's own language: pages of the extension begin in it. */
  readonly locale?: string;
  /** The machine's zone as the browser sees it, IANA name. */
  readonly timeZone?: string;
  /** Playwright turns it off, though every family's browser has it on. */
  readonly backForwardCache?: boolean;
  /** Playwright mutes it, and then no tab is ever heard. */
  readonly sound?: boolean;
};

export type Launched = {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly close: () => Promise<void>;
};

export async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'saathi-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    headless: options.headless ?? true,
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.backForwardCache === true ? ['--disable-back-forward-cache'] : []),
      ...(options.sound === true ? ['--mute-audio'] : []),
    ],
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    locale: options.locale ?? 'en-GB',
    ...(options.timeZone === undefined ? {} : { env: { ...process.env, TZ: options.timeZone } }),
    args: [...argumentsFor(options), ...(options.arguments ?? [])],
  });
  const close = async () => {
    await context.close();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
  };
  return { context, profile, close };
}

/** No sandbox only for root, who can not have one; no background traffic; no upgrade of pretend http to https. */
export function argumentsFor({ extension, resolverRule }: LaunchOptions): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(extension === null
      ? ['--disable-extensions']
      : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    `--host-resolver-rules=${resolverRule}`,
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,DisableLoadExtensionCommandLineSwitch',
    '--hide-crash-restore-bubble',
  ];
}
