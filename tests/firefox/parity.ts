// Both walls in Firefox with the lists, the policy and the hosts that Chromium is tried with (tests/e2e/parity.spec.ts).
import assert from 'node:assert/strict';

import type { ListServer } from '../adapters/support/list-server.ts';
import { startListServer } from '../adapters/support/list-server.ts';
import {
  closedHosts,
  inFirstWall,
  inSetAlone,
  listTexts,
  parityPolicy,
  visits,
} from '../e2e/support/parity.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import type { Check, Scene } from './checks.ts';
import type { Firefox } from './firefox.ts';
import { pause, until } from './until.ts';

const settledMs = 300;
const isBlocked = `document.querySelector('[data-saathi="blocked"]') !== null`;

async function setUp(firefox: Firefox, publisher: ListServer): Promise<ReadonlySet<string>> {
  const policy = parityPolicy(publisher.at, 'allow');
  const answer = await firefox.ask('setup.finish', {
    policy,
    secret: await recordOf(testPin),
    recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
  });
  assert.equal(answer.ok, true, JSON.stringify(answer));
  await until('the lists are in force', async () => {
    const read = await firefox.ask('lists.read', {});
    return (
      read.ok &&
      listTexts.every(({ category, hosts }) =>
        read.value.lists.some(
          ({ id, state }) => id === `list-${category}` && state?.hosts === hosts,
        ),
      )
    );
  });
  return closedHosts(policy);
}

const namesInRules = (firefox: Firefox, tab: string): Promise<readonly string[]> =>
  firefox.evaluate(
    tab,
    `browser.declarativeNetRequest.getDynamicRules().then((rules) => rules
      .filter(({ action }) => action.type === 'block')
      .flatMap(({ condition }) => condition.requestDomains ?? [])
      .filter((name) => name.endsWith('.test')))`,
  ) as Promise<readonly string[]>;

async function walk({ firefox, web }: Scene): Promise<void> {
  const publisher = await startListServer();
  try {
    for (const { path, text } of listTexts) publisher.publishes(path, text, '"one"');
    const expected = await setUp(firefox, publisher);
    const own = await firefox.openOwn('options');
    await until('the rules hold their names', async () =>
      (await namesInRules(firefox, own)).includes(inFirstWall[0] ?? ''),
    );
    const names = await namesInRules(firefox, own);
    assert.deepEqual(
      inSetAlone.filter((host) => names.includes(host)),
      [],
    );
    const closed: string[] = [];
    for (const host of visits) {
      const tab = await firefox.open(`http://${host}/`);
      // A slow machine takes its time to the block page; what stays open is watched for a while.
      if (!expected.has(host)) {
        await firefox.waitFor(tab, "location.href !== 'about:blank' && document.body !== null");
        await pause(settledMs);
      }
      const ends = expected.has(host)
        ? firefox.waitFor(tab, isBlocked).then(() => true)
        : firefox.evaluate(tab, isBlocked);
      if ((await ends.catch(() => false)) === true) closed.push(host);
      await firefox.closeTab(tab);
    }
    assert.deepEqual(
      closed,
      visits.filter((host) => expected.has(host)),
    );
    // Firefox judges before a request leaves: no closed host hears of it, by whichever wall.
    assert.deepEqual(
      closed.filter((host) => web.requestsTo(host).length > 0),
      [],
    );
  } finally {
    await publisher.close();
  }
}

export const parity: readonly Check[] = [
  {
    title: 'both walls answer alike with fetched lists: every visit ends as decide() says',
    run: walk,
  },
];
