// The steps of `npm test`, in order. Each says whether it passed and how many tests it ran.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findChromium, findFirefox } from './browsers.ts';
import { run, tool, type Finished } from './commands.ts';
import { ensureFonts } from './debian.ts';
import { isRequestTrackerAvailable, isRequestTrackerInstalled } from './desk/rt.ts';
import { lintFirefoxBuild } from './firefox-lint.ts';
import { buildIfStale } from './fresh-build.ts';

export type Outcome = {
  readonly ok: boolean;
  readonly output: string;
  readonly passed?: number;
  readonly failed?: number;
  readonly skipped?: number;
  /** A few words for the step's line. */
  readonly note?: string;
};
export type Step = {
  readonly name: string;
  readonly quick: boolean;
  readonly run: (options: { readonly strict: boolean }) => Promise<Outcome>;
};

const results = mkdtempSync(join(tmpdir(), 'saathi-results-'));
const live = process.env['CI'] !== undefined;

const plain = ({ code, output }: Finished): Outcome => ({ ok: code === 0, output });
const program =
  (name: string, ...args: string[]): Step['run'] =>
  async () =>
    plain(await run(tool(name), args));

export const steps: readonly Step[] = [
  { name: 'format', quick: true, run: program('oxfmt', '--check') },
  { name: 'lint', quick: true, run: program('oxlint', '--deny-warnings') },
  { name: 'types', quick: true, run: types },
  { name: 'dead code', quick: true, run: program('knip', '--no-progress') },
  { name: 'unit, component, adapters', quick: true, run: vitest('unit', 'component', 'adapters') },
  {
    name: 'build for Chromium',
    quick: false,
    run: async () => plain(await buildIfStale('chrome')),
  },
  {
    name: 'build for Firefox',
    quick: false,
    run: async () => plain(await buildIfStale('firefox')),
  },
  { name: 'artifact', quick: false, run: vitest('artifact') },
  { name: 'web-ext lint', quick: false, run: () => lintFirefoxBuild() },
  { name: 'end to end in Chromium', quick: false, run: endToEnd },
  { name: 'smoke in Firefox', quick: false, run: firefoxSmoke },
];

async function types(): Promise<Outcome> {
  const prepared = await run(tool('wxt'), ['prepare']);
  return plain(prepared.code === 0 ? await run(tool('tsc'), ['--noEmit']) : prepared);
}

function vitest(...projects: readonly string[]): Step['run'] {
  return async () => {
    const file = join(results, `${projects.join('-')}.json`);
    const chosen = projects.flatMap((project) => ['--project', project]);
    const finished = await run(tool('vitest'), [
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...chosen,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const counted = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport)
      : null;
    return {
      ...plain(finished),
      passed: counted?.numPassedTests ?? 0,
      failed: counted?.numFailedTests ?? 0,
      skipped: counted?.numPendingTests ?? 0,
    };
  };
}

async function endToEnd({ strict }: { strict: boolean }): Promise<Outcome> {
  await ensureFonts();
  const browser = await findChromium();
  if (browser === null) return { ok: false, output: 'No Chromium to try the extension in.' };
  const desk = deskFor(strict);
  const file = join(results, 'playwright.json');
  const finished = await run(
    tool('playwright'),
    ['test', '--config', 'tests/e2e/playwright.config.ts'],
    {
      live,
      env: {
        SAATHI_CHROMIUM: browser.path,
        SAATHI_STRICT: strict ? '1' : '',
        SAATHI_DESK: desk,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    },
  );
  const { stats } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport)
    : { stats: undefined };
  return {
    ...plain(finished),
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
    note: `Chromium ${browser.version}, ${desk === 'rt' ? 'the real Request Tracker' : 'the embedded desk'}`,
  };
}

/** CI installs the real desk; elsewhere it is used if it is there. SAATHI_DESK=rt or embedded decides otherwise. */
function deskFor(strict: boolean): string {
  const chosen = process.env['SAATHI_DESK'];
  if (chosen !== undefined) return chosen;
  const isReal = isRequestTrackerInstalled() || (strict && isRequestTrackerAvailable());
  return isReal ? 'rt' : 'embedded';
}

async function firefoxSmoke({ strict }: { strict: boolean }): Promise<Outcome> {
  const browser = await findFirefox();
  if (browser === null) {
    const output = 'No Firefox to try the extension in.';
    return { ok: !strict, output, skipped: 1, note: output };
  }
  const file = join(results, 'firefox.json');
  const finished = await run(process.execPath, ['tests/firefox/run.ts'], {
    live,
    env: { SAATHI_FIREFOX: browser.path, SAATHI_RESULTS: file },
  });
  const counted = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { passed: number; failed: number })
    : { passed: 0, failed: 1 };
  return { ...plain(finished), ...counted, note: `Firefox ${browser.version}` };
}

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
};
type PlaywrightReport = {
  readonly stats?: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
};
