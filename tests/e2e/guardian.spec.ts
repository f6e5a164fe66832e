// What a guardian may change, with the PIN and without, and what everybody can read afterwards.
import { expect, test } from './fixtures/test.ts';
import { UnlockDialog } from './pages/unlock-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from './support/secret.ts';
import { wordsOf } from './support/words.ts';

/** chrome as a page of ours has it. */
declare const chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };

const words = wordsOf({ language: 'en', band: null });

test('tightening needs no PIN, weakening does, and both stand in the journal', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const tighter = await saathi.ask('policy.save', {
    policy: aPolicy().blocking('game.test', 'video.test').build(),
    baseRevision: 1,
  });
  expect(tighter).toMatchObject({ ok: true, value: { revision: 2 } });
  const weaker = { policy: aPolicy().blocking('video.test').build(), baseRevision: 2 };
  expect(await saathi.ask('policy.save', weaker)).toEqual({ ok: false, failure: 'needs-guardian' });
  const token = await saathi.unlock(testPin);
  expect(await saathi.ask('policy.save', { ...weaker, token })).toMatchObject({ ok: true });
  const journal = await saathi.ask('journal.read', {}, 'mine');
  if (!journal.ok) throw new Error(journal.failure);
  expect(journal.value.entries.map(({ who, change }) => [who, change.key, change.weakens])).toEqual(
    [
      ['guardian', 'changeBlocklistRemoved', true],
      ['anyone', 'changeBlocklistAdded', false],
      ['guardian', 'changeSetUp', false],
    ],
  );
});

test('a stolen or old token changes nothing', async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const token = await saathi.unlock(testPin);
  await saathi.ask('guardian.lock', {});
  for (const tried of [token, 'x'.repeat(44)]) {
    expect(
      await saathi.ask('policy.save', { policy: aPolicy().build(), baseRevision: 1, token: tried }),
    ).toEqual({ ok: false, failure: 'needs-guardian' });
  }
});

test('BYP-094 the second of two windows is told that the rules were changed elsewhere', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const first = { policy: aPolicy().blocking('a.test').build(), baseRevision: 1 };
  expect((await saathi.ask('policy.save', first)).ok).toBe(true);
  const second = { policy: aPolicy().blocking('b.test').build(), baseRevision: 1 };
  expect(await saathi.ask('policy.save', second)).toEqual({
    ok: false,
    failure: 'changed-elsewhere',
  });
});

test('a policy that does not parse is refused, and the last good one stays in force', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const bad = { ...aPolicy().build(), children: 'none' };
  expect(await saathi.ask('policy.save', { policy: bad, baseRevision: 1 })).toEqual({
    ok: false,
    failure: 'malformed',
  });
  const page = await saathi.open('http://game.test/');
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
  expect(web.requestsTo('game.test')).toEqual([]);
});

test('BYP-105 a stored policy that was tampered with is mended from its copy', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test').named('Zoya'));
  await saathi.store({ policy: { revision: 'seven', policy: { children: -1 } } });
  await saathi.killWorker();
  const state = await saathi.ask('state.read', {});
  expect(state).toMatchObject({ ok: true, value: { setUp: true, child: { nickname: 'Zoya' } } });
  expect(state.ok && state.value.problems.length).toBeGreaterThan(0);
  const page = await saathi.open('http://game.test/');
  await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
});

test('switching to a child with milder rules asks for the PIN; to one with stricter rules it does not', async ({
  saathi,
}) => {
  const both = aPolicy().blocking('game.test').withChild({ id: 'child-2', nickname: 'Omar' });
  await saathi.setUp(both);
  const milder = { policy: { ...both.build(), activeChild: 'child-2' }, baseRevision: 1 };
  expect(await saathi.ask('policy.save', milder)).toEqual({ ok: false, failure: 'needs-guardian' });
  const token = await saathi.unlock(testPin);
  expect((await saathi.ask('policy.save', { ...milder, token })).ok).toBe(true);
  await saathi.ask('guardian.lock', {});
  expect((await saathi.ask('policy.save', { policy: both.build(), baseRevision: 2 })).ok).toBe(
    true,
  );
});

test('the area itself: opening a category asks for the PIN, and the child can read that it was opened', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().category('games', 'block').named('Zara'));
  const page = await saathi.openOwn('options');
  await page.goto(`${saathi.address('options')}#rules`);
  await page.getByRole('heading', { name: words('rulesTopics') }).click();
  const games = page.getByRole('combobox', { name: words('category-games') });
  await games.selectOption('allow');
  await page.getByRole('button', { name: words('save') }).click();
  await new UnlockDialog(page, words).opensWith(testPin);
  await expect
    .poll(async () => {
      const journal = await saathi.ask('journal.read', {}, 'mine');
      return journal.ok ? journal.value.entries[0]?.change.key : undefined;
    })
    .toBe('changeCategory');
});

test('the recovery code sets a new PIN, also in the middle of a wait', async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  for (let tried = 0; tried < 6; tried += 1) await saathi.ask('guardian.challenge', {});
  expect(
    await saathi.ask('guardian.recover', {
      recoveryCode: testRecoveryCode.toLowerCase(),
      secret: await recordOf('a-new-long-secret'),
      recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
    }),
  ).toMatchObject({ ok: true });
  const token = await saathi.unlock('a-new-long-secret');
  expect(
    (await saathi.ask('policy.save', { policy: aPolicy().build(), baseRevision: 1, token })).ok,
  ).toBe(true);
});

test('BYP-111 BYP-112 without the PIN an open page of ours can read the rules and change none for the worse', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.openOwn('options');
  const answers = await page.evaluate(async () => {
    const ask = (name: string, body: unknown) => chrome.runtime.sendMessage({ name, body });
    return [
      await ask('guardian.unlock', { challengeId: 'guess', key: 'AAAA' }),
      await ask('request.answer', { requestId: 'x', answer: 'always' }),
      await ask('guardian.change', {
        secret: { params: 'm=19456,t=2,p=1', salt: 'A', verifier: 'A' },
      }),
      await ask('page.hello', { why: 'start', labels: [] }),
      await ask('__proto__', {}),
    ];
  });
  expect(answers.map((answer) => (answer as { ok: boolean }).ok)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('BYP-099 BYP-124 a web page reaches neither storage nor the background', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://small.test/');
  const reached = await page.evaluate(() =>
    typeof chrome === 'undefined' || !('runtime' in chrome) ? 'nothing' : 'something',
  );
  expect(reached).toBe('nothing');
});
