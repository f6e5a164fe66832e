// An official form in Firefox: a tab, a small window beside it, and boxes that are filled in through another world's eyes.
import assert from 'node:assert/strict';

import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { aPolicy } from '../e2e/support/policy.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import { startSecureProxy } from '../e2e/support/secure-front.ts';
import { Firefox } from './firefox.ts';
import { until } from './until.ts';

const mechanismId = 'pk-iwf-reporting-portal-for-pakistan-partne';
const seen = 'http://game.test/room?id=7';

export async function fillsAForm(executablePath: string, extension: string): Promise<void> {
  const web = await startPretendWeb();
  const proxy = await startSecureProxy(web.port);
  const firefox = await Firefox.launch({
    executablePath,
    extension,
    proxyPort: proxy.port,
    acceptInsecureCerts: true,
  });
  try {
    await tryIt(firefox);
    const asked = web.requestsTo('report.iwf.org.uk');
    assert.ok(asked.length > 0);
    assert.deepEqual(
      asked.filter((address) => /sent|game/.test(address)),
      [],
    );
  } finally {
    await firefox.close();
    await proxy.close();
    await web.close();
  }
}

async function tryIt(firefox: Firefox): Promise<void> {
  const answer = await firefox.ask('setup.finish', {
    policy: aPolicy().blocking('game.test').build(),
    secret: await recordOf(testPin),
    recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
  });
  assert.equal(answer.ok, true, JSON.stringify(answer));
  const blocked = await firefox.open(seen);
  await firefox.waitFor(
    blocked,
    `document.querySelector('[data-saathi="report"] button') !== null`,
  );
  const filed = await firefox.evaluate(blocked, message('report.file', { url: seen }));
  const { reportId } = (filed as { value: { reportId: string } }).value;
  const opener = await firefox.openOwn('report');
  await firefox.evaluate(opener, message('form.open', { reportId, mechanismId }));
  const card = await tabShowing(firefox, '/popup.html');
  const form = await tabShowing(firefox, 'https://report.iwf.org.uk/pk');
  await firefox.waitFor(form, "document.readyState === 'complete'");
  await firefox.waitFor(
    card,
    'document.querySelector(\'[data-saathi="side-card"] .button-main\') !== null',
  );
  await firefox.evaluate(
    card,
    'document.querySelector(\'[data-saathi="side-card"] .button-main\').click()',
  );
  await firefox.waitFor(form, "document.querySelector('#url').value !== ''");
  const values = `[...document.querySelectorAll('input, textarea')].filter(({ value }) => value !== '').map(({ name, value }) => [name, value])`;
  assert.deepEqual(await firefox.evaluate(form, values), [
    ['url', seen],
    ['where', 'game.test'],
  ]);
  await firefox.evaluate(card, message('form.close', { reportId })).catch(() => {
    // The card goes away with the answer.
  });
  await until('the form is closed', async () =>
    (await addresses(firefox)).every((address) => !address.includes('iwf.org.uk')),
  );
}

const message = (name: string, body: unknown): string =>
  `browser.runtime.sendMessage(${JSON.stringify({ name, body })})`;

const addresses = async (firefox: Firefox): Promise<string[]> =>
  Promise.all(
    (await firefox.tabs()).map(async (tab) =>
      String(await firefox.evaluate(tab, 'location.href').catch(() => '')),
    ),
  );

async function tabShowing(firefox: Firefox, part: string): Promise<string> {
  let found = '';
  await until(`a tab shows ${part}`, async () => {
    for (const tab of await firefox.tabs()) {
      const shown = await firefox.evaluate(tab, 'location.href').catch(() => '');
      if (String(shown).includes(part)) found = tab;
    }
    return found !== '';
  });
  return found;
}
