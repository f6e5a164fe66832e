// The card in a real Firefox: its content scripts see a page's elements through other glasses than Chromium's do.
import assert from 'node:assert/strict';

import { aPolicy } from '../e2e/support/policy.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import type { Check } from './checks.ts';

const withField = `(() => {
  const field = document.createElement('textarea');
  field.setAttribute('aria-label', 'Message');
  field.style.cssText = 'position:fixed;inset:auto 0 0;height:60px;width:100%';
  document.body.append(field);
  field.focus();
  return true;
})()`;
/** The card is what lies just above the field, and nothing lies over the field: it has its place, and its own style. */
const isCardAbove = `document.elementFromPoint(60, innerHeight - 90)?.matches('[data-saathi="card"]') === true &&
  document.elementFromPoint(60, innerHeight - 30)?.matches('textarea') === true`;

const keysOf = (words: string): string[] => words.split('');

export const typedWords: readonly Check[] = [
  {
    title: 'a phone number typed in a page brings the card beside the field, and typing goes on',
    run: async ({ firefox }) => {
      const answer = await firefox.ask('setup.finish', {
        policy: aPolicy().build(),
        secret: await recordOf(testPin),
        recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
      });
      assert.equal(answer.ok, true, JSON.stringify(answer));
      const tab = await firefox.open('http://label.test/plain');
      await firefox.waitFor(
        tab,
        "location.host === 'label.test' && document.readyState === 'complete'",
      );
      await firefox.evaluate(tab, withField);
      await firefox.press(tab, ...keysOf('call 0300-1234567'));
      await firefox.waitFor(tab, isCardAbove);
      await firefox.press(tab, ...keysOf(' ok'));
      await firefox.waitFor(
        tab,
        "document.querySelector('textarea').value === 'call 0300-1234567 ok'",
      );
    },
  },
];
