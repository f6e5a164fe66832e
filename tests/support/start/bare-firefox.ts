// Firefox with the extension as a package in its profile, started with an address. Only an ESR takes one without a signature.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, launch } from 'puppeteer-core';

import { run, tool } from '../../../scripts/commands.ts';

const geckoId = 'saathi@saathi.example';
const uuid = '5aa71e57-0000-4000-8000-5aa71e570002';

export type FirefoxPackage = { readonly profile: string; readonly remove: () => void };
type Connection = {
  send: (method: string, params: object) => Promise<{ result: Record<string, unknown> }>;
};
type Context = { readonly context: string; readonly url: string };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function packFirefox(build: string): Promise<FirefoxPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-start-'));
  const packed = await run(tool('web-ext'), [
    'build',
    `--source-dir=${build}`,
    `--artifacts-dir=${folder}`,
    '--filename=saathi.zip',
    '--no-config-discovery',
  ]);
  if (packed.code !== 0) throw new Error(`The extension was not packed: ${packed.output}`);
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  copyFileSync(join(folder, 'saathi.zip'), join(profile, 'extensions', `${geckoId}.xpi`));
  return { profile, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export class BareFirefox {
  readonly #browser: Browser;
  readonly #bidi: Connection;

  private constructor(browser: Browser) {
    this.#browser = browser;
    // Not in puppeteer's types, but it is the one door to commands of WebDriver BiDi that puppeteer does not know.
    this.#bidi = (browser as unknown as { connection: Connection }).connection;
  }

  static async start(options: {
    readonly program: string;
    readonly profile: string;
    readonly webPort: number;
    readonly display: string | null;
    readonly urls: readonly string[];
    readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  }): Promise<BareFirefox> {
    const { program, profile, webPort, display, urls } = options;
    const browser = await launch({
      browser: 'firefox',
      executablePath: program,
      userDataDir: profile,
      headless: display === null,
      timeout: 90_000,
      waitForInitialPage: false,
      defaultViewport: null,
      env: { ...process.env, ...(display === null ? {} : { DISPLAY: display }) },
      args: ['--remote-allow-system-access', '--width=800', '--height=600', ...urls],
      extraPrefsFirefox: { ...preferences(webPort), ...options.preferences },
    });
    return new BareFirefox(browser);
  }

  async tabs(): Promise<string[]> {
    return (await this.#contexts()).map(({ url }) => url);
  }

  async open(url: string): Promise<void> {
    const { result } = await this.#bidi.send('browsingContext.create', { type: 'tab' });
    const context = result['context'] as string;
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'none' }).catch(() => {
      // Refused by a rule while it began; the tab tells the rest.
    });
  }

  /** Sends a message to the background as one of our own pages does. */
  async ask(message: unknown): Promise<unknown> {
    const url = `moz-extension://${uuid}/options.html`;
    await this.open(url);
    for (let tries = 0; tries < 60; tries += 1) {
      await pause(500);
      const page = (await this.#contexts()).find((context) => context.url.startsWith(url));
      const answer = page === undefined ? null : await this.#send(page.context, message);
      if (answer !== null) return answer;
    }
    throw new Error('The extension did not come');
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #send(context: string, message: unknown): Promise<unknown> {
    const { result } = await this.#bidi.send('script.evaluate', {
      expression: `browser.runtime.sendMessage(${JSON.stringify(message)}).then(JSON.stringify)`,
      target: { context },
      awaitPromise: true,
    });
    const { value } = (result['result'] ?? {}) as { value?: string };
    return value === undefined ? null : JSON.parse(value);
  }

  async #contexts(): Promise<readonly Context[]> {
    const { result } = await this.#bidi.send('browsingContext.getTree', { maxDepth: 0 });
    return result['contexts'] as readonly Context[];
  }
}

/** The loud web answers as a proxy, so that addresses need no port; nothing else is reachable or looked for. */
const preferences = (webPort: number): Record<string, string | number | boolean> => ({
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 15,
  'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': webPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': webPort,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
  'dom.security.https_first': false,
  'dom.security.https_first_for_custom_ports': false,
  'browser.search.update': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
});
