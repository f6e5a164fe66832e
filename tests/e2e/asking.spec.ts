// A child asks, a guardian answers in person: from the closed page, with the PIN, and what is given ends by itself.
import { expect, test } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { UnlockDialog } from './pages/unlock-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { testPin } from './support/secret.ts';

test('an hour is given for one site; the site opens, and what was given can be seen and ended', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.isShown();
  await blocked.asks('friend', { words: 'Ali plays it too' });
  await blocked.isAnsweredHere(testPin, 'minutes-60');
  await expect(page).toHaveURL('http://game.test/');
  await expect(page.getByRole('heading', { name: 'Star Basket' })).toBeVisible();

  const day = await saathi.ask('day.read', {});
  if (!day.ok) throw new Error(day.failure);
  const [given] = day.value.overrides;
  expect(given).toMatchObject({ covers: 'game.test' });
  expect((given?.expiresAt ?? 0) - Date.now()).toBeLessThanOrEqual(60 * 60_000);

  await saathi.ask('override.end', { overrideId: given?.id ?? '' });
  await new BlockedPage(page).isShown();
});

test('"this page" opens that address and no other of the site', async ({ saathi, web }) => {
  await saathi.setUp(aPolicy().blocking('small.test'));
  const page = await saathi.open('http://small.test/one');
  const blocked = new BlockedPage(page);
  await blocked.asks('school');
  await blocked.isAnsweredHere(testPin, 'page');
  await expect(page).toHaveURL('http://small.test/one');
  web.forgetRequests();
  await new BlockedPage(await saathi.open('http://small.test/two')).isShown();
  expect(web.requestsTo('small.test')).toEqual([]);
});

test('"always" becomes a rule of the family that the journal tells of', async ({ saathi }) => {
  await saathi.setUp(aPolicy().unknown('ask'));
  const page = await saathi.open('http://fresh.test/');
  const blocked = new BlockedPage(page);
  await blocked.asks('school');
  await blocked.isAnsweredHere(testPin, 'always');
  await expect(page).toHaveURL('http://fresh.test/');
  const policy = await saathi.ask('policy.read', {});
  if (!policy.ok) throw new Error(policy.failure);
  expect(policy.value.policy?.children[0]?.filter.allowlist).toEqual(['fresh.test']);
  // The page may open as soon as the rules are saved; the journal is written after them.
  await expect
    .poll(async () => {
      const journal = await saathi.ask('journal.read', {});
      return journal.ok ? journal.value.entries[0] : undefined;
    })
    .toMatchObject({
      who: 'guardian',
      change: { key: 'changeAllowlistAdded', weakens: true },
    });
});

test('"not this time" comes with a reason the child reads, and the page stays closed', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.asks('game');
  await blocked.isAnsweredHere(testPin, 'not-now', 'enough-today');
  await blocked.says('notNow-enough-today');
  expect(web.requestsTo('game.test')).toEqual([]);
});

test('a question that was left waits in the guardian area, also after the worker died', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.asks('friend', { words: 'please' });
  await blocked.sendsForLater();
  await blocked.says('askedNext');
  await saathi.killWorker();
  const requests = await saathi.ask('requests.read', {});
  expect(requests).toMatchObject({
    ok: true,
    value: { requests: [{ host: 'game.test', words: 'please', state: 'open' }] },
  });
});

test('a wrong PIN opens nothing; after five tries there is a wait that a dead worker does not end', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://game.test/');
  const blocked = new BlockedPage(page);
  await blocked.asks('game');
  await page.getByRole('button', { name: blocked.words('askInPerson') }).click();
  const unlock = new UnlockDialog(page, blocked.words);
  await unlock.tries('not-the-pin');
  await unlock.says('unlockWrong');
  for (let tried = 1; tried < 5; tried += 1) await saathi.ask('guardian.challenge', {});
  expect(await saathi.ask('guardian.challenge', {})).toMatchObject({
    ok: true,
    value: { kind: 'wait' },
  });
  await saathi.killWorker();
  expect(await saathi.ask('guardian.challenge', {})).toMatchObject({
    ok: true,
    value: { kind: 'wait' },
  });
});

test('more time can be asked for, and is given to the limit that ran out', async ({ saathi }) => {
  await saathi.setUp(aPolicy().withQuota('all', 30));
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 30 }, 0);
  const page = await saathi.open('http://news.test/');
  const blocked = new BlockedPage(page);
  await blocked.isTimeUp();
  await blocked.asks('video', { moreTime: true });
  await blocked.isAnsweredHere(testPin, 'minutes-15');
  await expect(page).toHaveURL('http://news.test/');
});
