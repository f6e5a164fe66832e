// Runs the checks in Firefox, one after the other, and counts them. Exit code 1 if one failed.
import { writeFileSync } from 'node:fs';

import { findFirefox } from '../../scripts/browsers.ts';
import { buildFolder, buildIfStale } from '../../scripts/fresh-build.ts';
import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { type Check, checks } from './checks.ts';
import { Firefox } from './firefox.ts';

const counted = { passed: 0, failed: 0 };

const built = await buildIfStale('firefox');
if (built.code !== 0) throw new Error(built.output);
const browser = await findFirefox();
if (browser === null) throw new Error('No Firefox to try the extension in.');
const executablePath = browser.path;

for (const check of checks) {
  const failure = await attempt(check);
  counted[failure === null ? 'passed' : 'failed'] += 1;
  console.log(`${failure === null ? 'ok  ' : 'FAIL'} ${check.title}`);
  if (failure !== null) console.log(failure);
}
const results = process.env['SAATHI_RESULTS'];
if (results !== undefined) writeFileSync(results, JSON.stringify(counted));
console.log(`${counted.passed} passed, ${counted.failed} failed`);
// A Firefox that would not close must not keep the run open.
process.exit(counted.failed === 0 ? 0 : 1);

/** Null, or what went wrong. */
async function attempt({ run }: Check): Promise<string | null> {
  const web = await startPretendWeb();
  try {
    const firefox = await launch(web.port);
    try {
      await run({ firefox, web });
    } finally {
      await firefox.close();
    }
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await web.close();
  }
}

/** A first start of Firefox on a busy machine has been seen to time out; the second does not. */
async function launch(proxyPort: number): Promise<Firefox> {
  const options = { executablePath, extension: buildFolder('firefox'), proxyPort };
  return Firefox.launch(options).catch(() => Firefox.launch(options));
}
