// Pictures in a real Firefox: hidden before anything is drawn, shown once looked at, covered when unsafe.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';

import { startPictureSite } from '../e2e/support/picture-site.ts';
import { aPolicy } from '../e2e/support/policy.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import { withColourModel } from '../support/colour-model.ts';
import { Firefox } from './firefox.ts';

const isCovered = (id: string): string =>
  `getComputedStyle(document.getElementById('${id}')).objectPosition.startsWith('-99999px')`;
/** By the attribute that our script writes; its name is another one on each page. */
const isJudged = (id: string, is: string): string =>
  `[...document.getElementById('${id}').attributes].some(({ name, value }) => /^[a-z]{12}$/.test(name) && value === '${is}')`;

export async function looksAtPictures(executablePath: string, build: string): Promise<void> {
  const site = await startPictureSite();
  const extension = withColourModel(build);
  const firefox = await Firefox.launch({ executablePath, extension, proxyPort: site.port });
  try {
    const answer = await firefox.ask('setup.finish', {
      policy: aPolicy().forBand('5-8').build(),
      secret: await recordOf(testPin),
      recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
    });
    assert.equal(answer.ok, true, JSON.stringify(answer));
    site.pages.set('/', {
      headers: { 'content-security-policy': "default-src 'none'; img-src 'self'" },
      body: ['red', 'hills-1'].map((id) => `<img id="${id}" src="/${id}.png">`).join(''),
    });
    const tab = await firefox.open(`${site.url}/`);
    await firefox.waitFor(tab, isJudged('red', 'u'));
    await firefox.waitFor(tab, isJudged('hills-1', 's'));
    await firefox.waitFor(tab, `${isCovered('red')} && !${isCovered('hills-1')}`);
    const [, second] = site.asked.get('/hills-1.png') ?? [];
    assert.ok(second !== undefined, 'the picture was not asked for a second time');
    assert.deepEqual([second['cookie'], second['referer']], [undefined, undefined]);
  } finally {
    await firefox.close();
    await site.close();
    rmSync(extension, { recursive: true, force: true });
  }
}
