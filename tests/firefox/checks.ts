// The smoke run: the few things that only a real Firefox can show. Each check gets a fresh Firefox.
import assert from 'node:assert/strict';

import type { PretendWeb } from '../../scripts/pretend-web/server.ts';
import { aPolicy, type PolicyBuilder } from '../e2e/support/policy.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import type { Firefox } from './firefox.ts';

export type Scene = { readonly firefox: Firefox; readonly web: PretendWeb };
export type Check = {
  readonly title: string;
  readonly run: (scene: Scene) => Promise<void>;
};

const surface = (name: string): string =>
  `document.querySelector('[data-saathi="${name}"]') !== null`;

async function setUp(firefox: Firefox, policy: PolicyBuilder): Promise<void> {
  const answer = await firefox.ask('setup.finish', {
    policy: policy.build(),
    secret: await recordOf(testPin),
    recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
  });
  assert.deepEqual(answer.ok, true, JSON.stringify(answer));
}

async function showsBlockPage({ firefox, web }: Scene, url: string, host: string): Promise<void> {
  const tab = await firefox.open(url);
  await firefox.waitFor(tab, surface('blocked'));
  assert.deepEqual(web.requestsTo(host), []);
}

export const checks: readonly Check[] = [
  {
    title: 'the extension installs, and its options page opens with a title',
    run: async ({ firefox }) => {
      const page = await firefox.open(firefox.address('options'));
      await firefox.waitFor(
        page,
        "document.title !== '' && document.querySelector('main') !== null",
      );
    },
  },
  {
    title: 'the background answers, and says that nobody has set it up',
    run: async ({ firefox }) => {
      const answer = await firefox.ask('state.read', {});
      assert.equal(answer.ok, true, JSON.stringify(answer));
      assert.equal(answer.ok && answer.value.setUp, false);
    },
  },
  {
    title: 'before set-up a page loads as it would without us',
    run: async ({ firefox, web }) => {
      const tab = await firefox.open('http://school.test/');
      await firefox.waitFor(tab, "document.title === 'Green Hill School'");
      assert.notDeepEqual(web.requestsTo('school.test'), []);
    },
  },
  {
    title: 'after set-up a blocked host is never asked for, and the block page stands in its place',
    run: async (scene) => {
      await setUp(scene.firefox, aPolicy().blocking('game.test'));
      await showsBlockPage(scene, 'http://game.test/', 'game.test');
    },
  },
  {
    title:
      'a page that nobody has checked is read: a name and an age gate close it, a page too deep to read says so',
    run: async ({ firefox }) => {
      await setUp(firefox, aPolicy().category('gambling', 'block'));
      const casino = await firefox.open('http://royal-casino.test/');
      await firefox.waitFor(casino, surface('blocked'));
      const deep = await firefox.open('http://heavy.test/shadows');
      await firefox.waitFor(deep, "document.querySelector('[data-saathi-mark]') !== null");
    },
  },
];
