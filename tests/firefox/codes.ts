// Keys that can not be read are kept by the browser's own database, and Ed25519 is its own too: only a real Firefox shows
// that it has both.
import assert from 'node:assert/strict';

import { TOTP } from 'otpauth';

import { grantKeyFrom, writeChildCard } from '../../rules/codes/keys.ts';
import type { Answered, Body, MessageName, ReplyTo } from '../../rules/messages/contract.ts';
import { aPolicy } from '../e2e/support/policy.ts';
import {
  keyOf,
  recordOf,
  recoveryVerifierOf,
  testPin,
  testRecoveryCode,
} from '../e2e/support/secret.ts';
import type { Check } from './checks.ts';
import type { Firefox } from './firefox.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const totp = new TOTP({ secret });
const shown = (steps: number): string => totp.generate({ timestamp: Date.now() + steps * 30_000 });

async function gets<Name extends MessageName>(
  firefox: Firefox,
  name: Name,
  body: Body<Name>,
): Promise<ReplyTo<Name>> {
  return found(await firefox.ask(name, body));
}
function found<Name extends MessageName>(answered: Answered<Name>): ReplyTo<Name> {
  if (!answered.ok) throw new Error(answered.failure);
  return answered.value;
}

async function unlock(firefox: Firefox): Promise<string> {
  const challenge = await gets(firefox, 'guardian.challenge', {});
  assert.ok(challenge.kind === 'derive');
  const { challengeId, salt, params } = challenge;
  const key = Buffer.from(await keyOf(testPin, salt, params)).toString('base64');
  const unlocked = await gets(firefox, 'guardian.unlock', { challengeId, key });
  assert.ok(unlocked.kind === 'unlocked');
  return unlocked.token;
}

export const codes: readonly Check[] = [
  {
    title: 'a code from a phone and a signed file open a closed site, each once',
    run: async ({ firefox }) => {
      await gets(firefox, 'setup.finish', {
        policy: aPolicy().blocking('game.test', 'small.test').build(),
        secret: await recordOf(testPin),
        recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
      });
      const token = await unlock(firefox);
      const paired = await gets(firefox, 'phone.pair', {
        name: 'Phone',
        secret,
        code: shown(-1),
        token,
      });
      assert.equal(paired.kind, 'paired');

      const closed = await firefox.open('http://game.test/');
      await firefox.waitFor(closed, `document.querySelector('[data-saathi="blocked"]') !== null`);
      const fromPage = async <Name extends MessageName>(name: Name, body: Body<Name>) => {
        const message = JSON.stringify({ name, body });
        const answered = await firefox.evaluate(closed, `browser.runtime.sendMessage(${message})`);
        return found(answered as Answered<Name>);
      };
      const { request } = await fromPage('request.ask', {
        url: 'http://game.test/',
        why: 'game',
        words: '',
      });
      const redeemed = await fromPage('code.redeem', { requestId: request.id, code: shown(0) });
      assert.equal(redeemed.kind, 'allowed', JSON.stringify(redeemed));

      const { publicKey } = await gets(firefox, 'signer.make', { token });
      const { policy, revision } = await gets(firefox, 'policy.read', {});
      assert.ok(policy !== null && publicKey !== null);
      const about = { name: 'Amma', childId: policy.activeChild, publicKey };
      const key = grantKeyFrom(about, crypto.getRandomValues(new Uint8Array(16)));
      const accepting = { policy: { ...policy, grantKeys: [key] }, baseRevision: revision, token };
      await gets(firefox, 'policy.save', accepting);
      await gets(firefox, 'signer.add', { card: writeChildCard(key, 'Sara'), token });
      const gives = { kind: 'host', host: 'small.test', minutes: 30 } as const;
      const { text } = await gets(firefox, 'grant.sign', { keyId: key.id, gives, token });
      const altered = await gets(firefox, 'grant.take', { file: text.replace(':30', ':60') });
      assert.deepEqual(altered, { kind: 'refused', why: 'altered' });
      assert.equal((await gets(firefox, 'grant.take', { file: text })).kind, 'taken');
      const again = await gets(firefox, 'grant.take', { file: text });
      assert.deepEqual(again, { kind: 'refused', why: 'used' });
    },
  },
];
