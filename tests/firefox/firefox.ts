// Firefox with the built extension, driven by WebDriver BiDi: puppeteer-core starts it, and raw BiDi does the rest,
// since puppeteer's own page.goto never resolves on moz-extension pages.
import { type Browser, launch } from 'puppeteer-core';

import type { Answered, Body, MessageName } from '../../rules/messages/contract.ts';
import { until } from './until.ts';

const geckoId = 'saathi@saathi.example';
/** Firefox makes one up at each install; a fixed one lets us open our own pages. */
const uuid = '5aa71e57-0000-4000-8000-5aa71e570001';

export type OwnPage = 'options' | 'popup' | 'blocked' | 'report' | 'mine';
type Sent = { readonly result: Record<string, unknown> };
type Connection = { send: (method: string, params: Record<string, unknown>) => Promise<Sent> };
type Evaluated = { readonly type: string; readonly result?: { readonly value?: string } } & {
  readonly exceptionDetails?: { readonly text: string };
};

export class Firefox {
  readonly #browser: Browser;
  readonly #bidi: Connection;
  #seat: string | null = null;

  private constructor(browser: Browser) {
    this.#browser = browser;
    // Not in puppeteer's types, but it is the one door to commands of WebDriver BiDi that puppeteer does not know.
    this.#bidi = (browser as unknown as { connection: Connection }).connection;
  }

  static async launch(options: {
    readonly executablePath: string;
    readonly extension: string;
    /** Port of an HTTP proxy on loopback that answers for every host. */
    readonly proxyPort: number;
    /** Takes https from a pretend office, which nobody signed for. */
    readonly acceptInsecureCerts?: boolean;
  }): Promise<Firefox> {
    const browser = await launch({
      browser: 'firefox',
      executablePath: options.executablePath,
      headless: true,
      acceptInsecureCerts: options.acceptInsecureCerts ?? false,
      timeout: 90_000,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: preferences(options.proxyPort),
    });
    const firefox = new Firefox(browser);
    await firefox.#bidi.send('webExtension.install', {
      extensionData: { type: 'path', path: options.extension },
      'moz:allowPrivateBrowsing': true,
    });
    return firefox;
  }

  address(page: OwnPage): string {
    return `moz-extension://${uuid}/${page}.html`;
  }

  /** Opens an address in a new tab; does not wait for it. */
  async open(url: string): Promise<string> {
    const { result } = await this.#bidi.send('browsingContext.create', { type: 'tab' });
    const context = result['context'] as string;
    // A navigation that we block never "completes": the caller waits for what the tab shows.
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'none' }).catch(() => {
      // Refused by a rule while it began; the tab tells the rest.
    });
    return context;
  }

  /** Opens a page of ours and waits until it can send messages: the tab begins with an empty page that can not. */
  async openOwn(page: OwnPage): Promise<string> {
    const tab = await this.open(this.address(page));
    await this.waitFor(
      tab,
      `location.pathname === '/${page}.html' && document.readyState === 'complete'`,
    );
    return tab;
  }

  /** Goes on in a tab that is open; does not wait for it. */
  async goTo(context: string, url: string): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', { context, url, wait: 'none' }).catch(() => {
      // Refused by a rule while it began; the tab tells the rest.
    });
  }

  /** One step back (-1) or forward (1) in the history of a tab, as the browser's own buttons do. */
  async travel(context: string, delta: number): Promise<void> {
    await this.#bidi.send('browsingContext.traverseHistory', { context, delta });
  }

  /** Every tab, the oldest first. */
  async tabs(): Promise<readonly string[]> {
    const { result } = await this.#bidi.send('browsingContext.getTree', { maxDepth: 0 });
    return (result['contexts'] as { readonly context: string }[]).map(({ context }) => context);
  }

  async closeTab(context: string): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context });
  }

  /** Opens what no page may open, as the browser's own menus do: view-source: and the reader. */
  async openAsBrowser(url: string): Promise<string> {
    const before = await this.tabs();
    const { result } = await this.#bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [browser] = result['contexts'] as { readonly context: string }[];
    if (browser === undefined) throw new Error('no window of Firefox');
    await this.evaluate(browser.context, `void openTrustedLinkIn(${JSON.stringify(url)}, 'tab')`);
    return this.newTab(before);
  }

  /** The tab that was not there before; waits for it. */
  async newTab(before: readonly string[]): Promise<string> {
    const opened = async () => (await this.tabs()).find((tab) => !before.includes(tab));
    let found = '';
    await until('a new tab', async () => (found = (await opened()) ?? '') !== '');
    return found;
  }

  /** Runs an expression in the page of a tab, as if a person had just clicked there; a promise is awaited. */
  async evaluate(context: string, expression: string): Promise<unknown> {
    const { result } = await this.#bidi.send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    });
    const { exceptionDetails, result: value } = result as unknown as Evaluated;
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return JSON.parse(value?.value ?? 'null');
  }

  /** Waits until an expression is true in a tab, through navigations; throws with the last value seen. */
  async waitFor(context: string, expression: string, withinMs = 20_000): Promise<void> {
    let last: unknown;
    const isSo = async (): Promise<boolean> => {
      last = await this.evaluate(context, expression).catch(String);
      return last === true;
    };
    await until(expression, isSo, withinMs).catch(async (cause: unknown) => {
      const shown = await this.evaluate(context, '[location.href, document.title]').catch(String);
      const told = `${expression} was ${JSON.stringify(last)} at ${JSON.stringify(shown)}`;
      throw new Error(told, { cause });
    });
  }

  /** What a person would see of the tab, as PNG. */
  async picture(context: string): Promise<Buffer> {
    await this.#bidi.send('browsingContext.activate', { context });
    const capture = (): Promise<Sent> =>
      this.#bidi.send('browsingContext.captureScreenshot', { context });
    // A tab that is just being replaced has no picture for a moment.
    const { result } = await capture().catch(capture);
    return Buffer.from(result['data'] as string, 'base64');
  }

  /** Real keys, one after the other. `\uE004` is Tab, `\uE007` Enter, `\uE00C` Escape. */
  async press(context: string, ...keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#bidi.send('input.performActions', {
      context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  /** Closes every tab but the first one, without which Firefox would end. */
  async closeOtherTabs(): Promise<void> {
    const [, ...others] = await this.tabs();
    for (const tab of others) await this.closeTab(tab).catch(() => this.#isGone(tab));
    this.#seat = null;
  }

  /** A tab may close itself while its turn comes. */
  async #isGone(tab: string): Promise<void> {
    await until(
      'a tab that would not close is gone',
      async () => !(await this.tabs()).includes(tab),
    );
  }

  async ask<Name extends MessageName>(name: Name, body: Body<Name>): Promise<Answered<Name>> {
    if (this.#seat === null) {
      this.#seat = await this.openOwn('options');
    }
    const message = JSON.stringify({ name, body });
    const answer = await this.evaluate(this.#seat, `browser.runtime.sendMessage(${message})`);
    return answer as Answered<Name>;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** The pretend web answers as a proxy, so that addresses need no port; nothing else is reachable or looked for. */
function preferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
    // A service worker needs an origin that counts as safe, as https would.
    'dom.securecontext.allowlist': 'worker.test',
    'dom.security.https_first': false,
    'dom.security.https_first_for_custom_ports': false,
    'browser.search.update': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
}
