// Chromium started as a family starts it. Playwright and puppeteer attach to every page and hold it until they are ready,
// which is the very moment that is to be watched; here tabs are only listed and opened, and nothing is attached to.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type StartOptions = {
  readonly program: string;
  readonly profile: string;
  readonly webPort: number;
  /** null: without a window. */
  readonly display: string | null;
  /** Given on the command line, as an icon on the desktop or another program does. */
  readonly urls: readonly string[];
  readonly arguments?: readonly string[];
};
type Target = {
  readonly type: string;
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class BareChromium {
  readonly #process: ChildProcess;
  readonly #door: string;

  private constructor(process: ChildProcess, door: string) {
    this.#process = process;
    this.#door = door;
  }

  static async start(options: StartOptions): Promise<BareChromium> {
    const portFile = join(options.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    // Without a window Chromium takes one address at its start, and ends at once where it is given more.
    const isHeadless = options.display === null;
    const [atStart, behind] = isHeadless
      ? [options.urls.slice(0, 1), options.urls.slice(1)]
      : [options.urls, []];
    const child = spawn(options.program, argumentsFor({ ...options, urls: atStart }), {
      stdio: 'ignore',
      env: { ...process.env, ...(options.display === null ? {} : { DISPLAY: options.display }) },
    });
    while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) {
      if (hasEnded(child)) throw new Error(`Chromium ended as it began: ${child.exitCode}`);
      await pause(5);
    }
    const [port] = readFileSync(portFile, 'utf8').split('\n');
    const browser = new BareChromium(child, `http://127.0.0.1:${port}`);
    for (const url of behind) await browser.open(url);
    return browser;
  }

  /** The addresses of all tabs. */
  async tabs(): Promise<string[]> {
    return (await this.#targets()).filter(({ type }) => type === 'page').map(({ url }) => url);
  }

  /** Addresses of the pages that have come: a tab tells the address that it was only asked for, too. */
  async loaded(): Promise<string[]> {
    const pages = (await this.#targets()).filter(({ type }) => type === 'page');
    const script = 'document.readyState === "complete" ? location.href : ""';
    return (await Promise.all(pages.map((page) => evaluate(page, script)))).map(String);
  }

  async open(url: string): Promise<void> {
    await fetch(`${this.#door}/json/new?${encodeURIComponent(url)}`, { method: 'PUT' });
  }

  /** Sends a message to the background as one of our own pages does, and closes that page. */
  async ask(extensionId: string, message: unknown): Promise<unknown> {
    const url = `chrome-extension://${extensionId}/options.html`;
    const script = `chrome.runtime.sendMessage(${JSON.stringify(message)})`;
    for (let tries = 0; tries < 60; tries += 1) {
      await this.open(url);
      await pause(500);
      const page = (await this.#targets()).find((target) => target.url.startsWith(url));
      const answer = page === undefined ? null : await evaluate(page, script);
      if (answer !== null) return answer;
    }
    throw new Error('The extension did not come');
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    const { webSocketDebuggerUrl } = (await (
      await fetch(`${this.#door}/json/version`)
    ).json()) as Target;
    await send(webSocketDebuggerUrl, 'Browser.close', {});
    await ended;
  }

  /** As a crash or a power cut ends it; one that has ended may be killed again. */
  async kill(): Promise<void> {
    if (hasEnded(this.#process)) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }

  async #targets(): Promise<Target[]> {
    return (await (await fetch(`${this.#door}/json/list`)).json()) as Target[];
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

const argumentsFor = ({ profile, webPort, display, urls, arguments: more = [] }: StartOptions) => [
  `--user-data-dir=${profile}`,
  '--remote-debugging-port=0',
  '--remote-allow-origins=*',
  '--no-sandbox',
  ...(display === null
    ? ['--headless']
    : ['--window-size=800,600', '--window-position=0,0', '--ozone-platform=x11']),
  `--host-resolver-rules=MAP *.test 127.0.0.1:${webPort}, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND`,
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,DisableLoadExtensionCommandLineSwitch',
  ...more,
  ...urls,
];

const evaluate = async ({ webSocketDebuggerUrl }: Target, expression: string): Promise<unknown> => {
  const { result } = (await send(webSocketDebuggerUrl, 'Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })) as { result?: { value?: unknown } };
  return result?.value ?? null;
};

const send = (door: string, method: string, params: object): Promise<unknown> =>
  new Promise((resolve) => {
    const socket = new WebSocket(door);
    socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 1, method, params })));
    // A browser that is told to close says nothing more.
    socket.addEventListener('close', () => resolve({}));
    socket.addEventListener('error', () => resolve({}));
    socket.addEventListener('message', ({ data }) => {
      resolve((JSON.parse(String(data)) as { result?: unknown }).result ?? {});
      socket.close();
    });
  });
