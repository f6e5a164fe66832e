// Answers from somebody who is not there: six digits from a phone, a card of paper, a signed file. No server in any of them.
import { TOTP } from 'otpauth';

import { grantKeyFrom, writeChildCard } from '../../rules/codes/keys.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { aPolicy } from './support/policy.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** What an authenticator app on the guardian's phone shows, now or some half minutes from now. */
const shown = (steps = 0): string =>
  new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

async function pairsPhone(saathi: Saathi): Promise<void> {
  const token = await saathi.unlock();
  // The code of the half minute before is taken, the one before that is not: it must not pass while this is on its way.
  const leftMs = 30_000 - (Date.now() % 30_000);
  if (leftMs < 5000) await new Promise((resolve) => setTimeout(resolve, leftMs));
  const body = { name: 'Phone', secret, code: shown(-1), token };
  const paired = await saathi.ask('phone.pair', body);
  if (!paired.ok || paired.value.kind !== 'paired') throw new Error(JSON.stringify(paired));
}

test('a code read over the phone opens what was asked for, once, also after the worker died', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test', 'small.test'));
  await pairsPhone(saathi);
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.asks('friend');
  await blocked.asksForCode('minutes-15');
  await blocked.types('12345');
  await blocked.says('codeSlip');
  await saathi.killWorker();
  const code = shown();
  await blocked.types(code);
  await expect(page).toHaveURL('http://game.test/');
  const day = await saathi.ask('day.read', {});
  const until = day.ok ? (day.value.overrides[0]?.expiresAt ?? 0) - Date.now() : 0;
  expect(until).toBeGreaterThan(14 * 60_000);
  expect(until).toBeLessThanOrEqual(15 * 60_000);

  const second = new BlockedPage(await saathi.open('http://small.test/'));
  await second.asks('friend');
  await second.asksForCode('minutes-15');
  await second.types(code);
  await second.says('codeRefused-used');
});

test('a paper card gives its minutes to the time that is used up, once', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('all', 30));
  const child = await saathi.ask('state.read', {});
  const childId = child.ok ? (child.value.child?.id ?? '') : '';
  const token = await saathi.unlock();
  const made = await saathi.ask('vouchers.make', { childId, minutes: 15, count: 2, token });
  if (!made.ok || made.value.kind !== 'made') throw new Error(JSON.stringify(made));
  const [card = ''] = made.value.codes;
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 0);
  const page = await saathi.open('http://news.test/');
  const blocked = new BlockedPage(page);
  await blocked.isTimeUp();
  await blocked.hasCard();
  await blocked.types(card);
  await expect(page).toHaveURL('http://news.test/', { timeout: 15_000 });
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 45 }, 0);
  const again = new BlockedPage(await saathi.open('http://news.test/'));
  await again.isTimeUp();
  await again.hasCard();
  await again.types(card);
  await again.says('cardRefused-used');
});

test('a file that the guardian’s browser signed opens a site; changed by one letter it opens nothing', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const token = await saathi.unlock();
  const signer = await saathi.ask('signer.make', { token });
  if (!signer.ok || signer.value.publicKey === null) throw new Error(JSON.stringify(signer));
  const { publicKey } = signer.value;
  const read = await saathi.ask('policy.read', {});
  const childId = read.ok ? (read.value.policy?.activeChild ?? '') : '';
  const about = { name: 'Amma', childId, publicKey };
  const key = grantKeyFrom(about, crypto.getRandomValues(new Uint8Array(16)));
  await saathi.changePolicy((policy) => ({ ...policy, grantKeys: [key] }));
  const own = await saathi.unlock();
  await saathi.ask('signer.add', { card: writeChildCard(key, 'Sara'), token: own });
  const gives = { kind: 'host', host: 'game.test', minutes: 30 } as const;
  const signed = await saathi.ask('grant.sign', { keyId: key.id, gives, token: own });
  if (!signed.ok) throw new Error(signed.failure);
  const { text } = signed.value;

  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.bringsFile(text.replace('"minutes":30', '"minutes":90'));
  await blocked.says('grantRefused-altered');
  await blocked.bringsFile(text);
  await expect(page).toHaveURL('http://game.test/', { timeout: 15_000 });
});
