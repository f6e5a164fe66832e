// Tabs that Firefox opens again at its start: what was closed meanwhile is not asked for.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BareFirefox, packFirefox } from '../support/start/bare-firefox.ts';
import { setUpMessage } from '../support/start/household.ts';
import { type LoudWeb, startLoudWeb } from '../support/start/web.ts';
import { pause, until } from './until.ts';

type Home = { readonly program: string; readonly profile: string; readonly web: LoudWeb };

const settledMs = 1500;
const restoring = {
  'browser.startup.page': 3,
  // As often as this the session is written down, as for a crash.
  'browser.sessionstore.interval': 300,
  'browser.sessionstore.resume_from_crash': true,
  // Else Firefox asks for a tab only once somebody looks at it.
  'browser.sessionstore.restore_on_demand': false,
};

const closed = ['http://loud.test/1', 'http://loud.test/2', 'http://loud.test/3'];
const open = ['other1.test', 'other2.test', 'other3.test'];

const start = ({ program, profile, web }: Home, urls: readonly string[], preferences = {}) =>
  BareFirefox.start({ program, profile, webPort: web.port, display: null, urls, preferences });

/** Throws if it does not hold. */
export async function restoresNothingClosed(program: string, build: string): Promise<void> {
  const web = await startLoudWeb();
  const { profile, remove } = await packFirefox(build);
  const bare = mkdtempSync(join(tmpdir(), 'saathi-bare-'));
  const home = { program, profile, web };
  try {
    const family = await start(home, ['about:blank']);
    const answer = await family.ask(await setUpMessage());
    assert.equal((answer as { ok: boolean }).ok, true, JSON.stringify(answer));
    await family.close();
    // A Firefox without us remembers these tabs.
    const all = [...closed, ...open.map((host) => `http://${host}/`)];
    const stranger = await start({ ...home, profile: bare }, all, restoring);
    await until('the tabs', () => web.requestsTo('loud.test').length === closed.length);
    await until('the others', () => open.every((host) => web.requestsTo(host).length === 1));
    await pause(settledMs);
    copyFileSync(
      join(bare, 'sessionstore-backups', 'recovery.jsonlz4'),
      join(profile, 'sessionstore.jsonlz4'),
    );
    await stranger.close();
    web.forget();
    const restored = await start(home, [], restoring);
    await until('the tabs that are open to the child', () =>
      open.every((host) => web.requestsTo(host).length === 1),
    );
    const shown = async (part: string): Promise<number> =>
      (await restored.tabs()).filter((url) => url.includes(part)).length;
    await until('the block pages', async () => (await shown('/blocked.html#')) === closed.length);
    await pause(settledMs);
    assert.equal(await shown('/blocked.html#'), closed.length);
    assert.equal(await shown('http://other'), open.length);
    await restored.close();
    assert.deepEqual(web.requestsTo('loud.test'), []);
  } finally {
    await web.close();
    remove();
    rmSync(bare, { recursive: true, force: true });
  }
}
