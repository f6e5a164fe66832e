// Runs the checks in Firefox, one after the other, and counts them. Exit code 1 if one failed.
import { writeFileSync } from 'node:fs';

import { findFirefox } from '../../scripts/browsers.ts';
import { buildFolder, buildIfStale } from '../../scripts/fresh-build.ts';
import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { type Check, checks } from './checks.ts';
import { codes } from './codes.ts';
import { Firefox } from './firefox.ts';
import { fillsAForm } from './forms.ts';
import { lists } from './lists.ts';
import { tryPageScripts } from './page-scripts.ts';
import { parity } from './parity.ts';
import { looksAtPictures } from './pictures.ts';
import { restoresNothingClosed } from './restored.ts';
import { goRound } from './round.ts';
import { waysIn } from './ways-in.ts';
import { waysInside } from './ways-inside.ts';
import { waysOfKinds } from './ways-kinds.ts';
import { typedWords } from './words-typed.ts';

const counted = { passed: 0, failed: 0 };

const built = await buildIfStale('firefox');
if (built.code !== 0) throw new Error(built.output);
const browser = await findFirefox();
if (browser === null) throw new Error('No Firefox to try the extension in.');
const executablePath = browser.path;

for (const check of [...checks, ...codes, ...parity, ...lists, ...typedWords])
  tell(check.title, await attempt(check));
for await (const { title, failure } of tryPageScripts(buildFolder('firefox'), launch)) {
  tell(title, failure);
}
const ownLaunch = (proxyPort: number) => launch(buildFolder('firefox'), proxyPort);
const round = goRound(ownLaunch, [...waysIn, ...waysInside, ...waysOfKinds]);
for await (const { title, failure } of round) tell(title, failure);
tell(
  'BYP-053 of the tabs that Firefox restores, the closed ones are block pages and are not asked for',
  await failureOf(() => restoresNothingClosed(executablePath, buildFolder('firefox'))),
);
tell(
  'an official form opens with a card beside it, is filled in on request and is not sent',
  await failureOf(() => fillsAForm(executablePath, buildFolder('firefox'))),
);
tell(
  'pictures are hidden before anything is drawn, looked at, and shown or covered',
  await failureOf(() => looksAtPictures(executablePath, buildFolder('firefox'))),
);
const results = process.env['SAATHI_RESULTS'];
if (results !== undefined) writeFileSync(results, JSON.stringify(counted));
console.log(`${counted.passed} passed, ${counted.failed} failed`);
// A Firefox that would not close must not keep the run open.
process.exit(counted.failed === 0 ? 0 : 1);

function tell(title: string, failure: string | null): void {
  counted[failure === null ? 'passed' : 'failed'] += 1;
  console.log(`${failure === null ? 'ok  ' : 'FAIL'} ${title}`);
  if (failure !== null) console.log(failure);
}

async function attempt({ run }: Check): Promise<string | null> {
  const web = await startPretendWeb();
  return failureOf(async () => {
    const firefox = await launch(buildFolder('firefox'), web.port);
    try {
      await run({ firefox, web });
    } finally {
      await firefox.close();
    }
  }).finally(() => web.close());
}

/** Null, or what went wrong. */
async function failureOf(task: () => Promise<void>): Promise<string | null> {
  try {
    await task();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** A first start of Firefox on a busy machine has been seen to time out; the second does not. */
async function launch(extension: string, proxyPort: number): Promise<Firefox> {
  const options = { executablePath, extension, proxyPort };
  return Firefox.launch(options).catch(() => Firefox.launch(options));
}
