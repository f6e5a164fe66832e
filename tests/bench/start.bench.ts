// A closed address open at the start of the browser: what is on the screen, what is asked for, and how soon it is replaced.
// The extension is installed as a package: in Chromium packed and forced by policy, in Firefox as a package of the profile.
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { buildFolder, buildIfStale, type Target } from '../../scripts/fresh-build.ts';
import { BareChromium } from '../support/start/bare-chromium.ts';
import { BareFirefox, packFirefox } from '../support/start/bare-firefox.ts';
import { canForceInstall, forceInstall } from '../support/start/chromium.ts';
import { setUpMessage } from '../support/start/household.ts';
import { openScreen, type Screen } from '../support/start/screen.ts';
import { type LoudWeb, startLoudWeb } from '../support/start/web.ts';
import { median } from './support/figures.ts';
import { figure, publishPart, type Result } from './support/publish.ts';

const starts = Number(process.env['SAATHI_STARTS'] ?? 20);
const replacedWithinMs = 20_000;

type Started = Pick<BareChromium, 'tabs' | 'open' | 'close'>;
type Subject = {
  readonly name: 'Chromium' | 'Firefox';
  readonly start: (url: string) => Promise<Started>;
  readonly remove: () => void;
};
type Seen = {
  readonly loudMs: number;
  readonly requests: number;
  /** Milliseconds from the start of the program; null: nothing was to be replaced, or nothing was. */
  readonly replacedMs: number | null;
  readonly laterRequests: number;
  readonly isLaterReplaced: boolean;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const web = await startLoudWeb();
const screen = await openScreen();
if (screen === null) throw new Error('No Xvfb: nobody could see what is on the screen.');
const versions: string[] = [];
/** "chromium" or "firefox": that one alone. */
const only = process.env['SAATHI_ONLY'];
for (const make of [
  ...(only === 'firefox' ? [] : [inChromium]),
  ...(only === 'chromium' ? [] : [inFirefox]),
]) {
  const subject = await make(web, screen);
  if (subject === null) continue;
  const seen: Seen[] = [];
  for (let start = 1; start <= starts; start += 1) {
    seen.push(await watchOneStart(subject, web, screen));
    console.log(subject.name, start, JSON.stringify(seen.at(-1)));
  }
  publishPart('lists', `start of ${subject.name}`, {
    browser: only === undefined ? versions.join(', ') : null,
    results: [...rowsOf(seen), await sightOf(subject, screen)],
  });
  subject.remove();
}
screen.close();
await web.close();
process.exit(0);

async function watchOneStart(subject: Subject, site: LoudWeb, eye: Screen): Promise<Seen> {
  site.forget();
  const began = performance.now();
  const starting = subject.start('http://loud.test/start');
  const replacing = starting.then((browser) => whenReplaced(browser, 1, site));
  const { loudMs } = await eye.watch(replacing.then(() => pause(700)));
  const at = await replacing;
  const browser = await starting;
  const requests = site.requestsTo('loud.test').length;
  const before = at === null ? 0 : 1;
  await browser.open('http://loud.test/later');
  const later = await whenReplaced(browser, before + 1, site);
  const laterRequests = site.requestsTo('loud.test').length - requests;
  await browser.close();
  return {
    loudMs,
    requests,
    replacedMs: at === null ? null : at - began,
    laterRequests,
    isLaterReplaced: later !== null,
  };
}

/** Null if so many block pages do not come; not waited for long where nothing of the site ever came. */
async function whenReplaced(
  browser: Started,
  count: number,
  site: LoudWeb,
): Promise<number | null> {
  const until = performance.now() + replacedWithinMs;
  const giveUp = performance.now() + 4000;
  while (performance.now() < until) {
    const replaced = (await browser.tabs()).filter((url) => url.includes('/blocked.html#'));
    if (replaced.length >= count) return performance.now();
    if (performance.now() > giveUp && site.requestsTo('loud.test').length === 0) return null;
    await pause(20);
  }
  return null;
}

function rowsOf(seen: readonly Seen[]): Result[] {
  const all = `${seen.length} of ${seen.length}`;
  const count = (what: string, isMet: (one: Seen) => boolean): Result => {
    const value = seen.filter(isMet).length;
    return {
      name: what,
      value,
      unit: 'starts',
      goal: all,
      met: value === seen.length,
    };
  };
  const longest = Math.max(...seen.map(({ loudMs }) => loudMs));
  const times = seen.flatMap(({ replacedMs }) => (replacedMs === null ? [] : [replacedMs]));
  const paint = figure('from paint to cover, longest', longest, 'ms');
  return [
    count('covered before it can be seen', ({ loudMs }) => loudMs === 0),
    { ...paint, goal: '0', met: paint.value === 0 },
    count('replaced by the block page', ({ replacedMs }) => replacedMs !== null),
    count(
      'later navigation blocked at the first request',
      ({ laterRequests }) => laterRequests === 0,
    ),
    count(
      'later navigation: the block page in its place',
      ({ isLaterReplaced }) => isLaterReplaced,
    ),
    figure(
      'starts in which the first request left',
      seen.filter(({ requests }) => requests > 0).length,
      `of ${seen.length}`,
    ),
    ...(times.length === 0
      ? []
      : [figure('from the start of the program to the block page', median(times), 'ms')]),
  ];
}

/** An open page, by the same eye: one that saw nothing may be blind. */
async function sightOf(subject: Subject, eye: Screen): Promise<Result> {
  const starting = subject.start('http://open.test/');
  const { loudest } = await eye.watch(starting.then(() => pause(5000)));
  await (await starting).close();
  const row = figure('an open page fills the same screen', loudest * 100, '%');
  return { ...row, goal: 'over 30', met: row.value > 30 };
}

async function built(target: Target): Promise<string> {
  if (process.env[`SAATHI_BUILD_${target}`] !== undefined)
    return process.env[`SAATHI_BUILD_${target}`] ?? '';
  const { code, output } = await buildIfStale(target);
  if (code !== 0) throw new Error(output);
  return buildFolder(target);
}

async function inChromium(site: LoudWeb, { display }: Screen): Promise<Subject | null> {
  const found = await findChromium();
  if (found === null || !(await canForceInstall())) {
    console.log('Chromium: a policy can be tried only by root on Linux, with unshare');
    return null;
  }
  versions.push(`Chromium ${found.version}`);
  const { id, program, profile, remove } = await forceInstall(
    found.path,
    await built('chrome'),
    site,
  );
  const start = (url: string): Promise<BareChromium> =>
    BareChromium.start({ program, profile, webPort: site.port, display, urls: [url] });
  const first = await start('about:blank');
  await first.ask(id, await setUpMessage());
  await pause(1500);
  await first.close();
  return { name: 'Chromium', start, remove };
}

async function inFirefox(site: LoudWeb, { display }: Screen): Promise<Subject | null> {
  const found = await findFirefox();
  if (found === null) return null;
  versions.push(`Firefox ${found.version}`);
  const { profile, remove } = await packFirefox(await built('firefox'));
  const start = (url: string): Promise<BareFirefox> =>
    BareFirefox.start({ program: found.path, profile, webPort: site.port, display, urls: [url] });
  const first = await start('about:blank');
  await first.ask(await setUpMessage());
  await pause(1500);
  await first.close();
  return { name: 'Firefox', start, remove };
}
