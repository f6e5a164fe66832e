// Growing up: what a child proposes and a guardian agrees to, and the day on which the controls end.
import { expect, test } from './fixtures/test.ts';
import { UnlockDialog } from './pages/unlock-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { testPin } from './support/secret.ts';
import { wordsOf } from './support/words.ts';

const child = wordsOf({ language: 'en', band: '13-15' });
const adult = wordsOf({ language: 'en', band: null });
const plain = (words: string | null): string => (words ?? '').replaceAll(/[\u2066-\u2069]/g, '');

test('what a child proposes for later becomes a step that both read in the same words', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().forBand('13-15').withQuota('all', 60));
  const mine = await saathi.openOwn('mine');
  await mine.getByRole('button', { name: child('growingPropose') }).click();
  await mine
    .getByRole('radio', { name: child('growingWhenCalm', { count: 2 }) })
    .check({ force: true });
  await mine.getByLabel(child('growingProposeWhy')).fill('I finish my homework first');
  await mine.getByRole('button', { name: child('growingProposeSend') }).click();
  await expect(mine.getByText(child('growingProposeSent'))).toBeVisible();

  const options = await saathi.openOwn('options');
  await options.getByRole('link', { name: adult('section-growing') }).click();
  await expect(options.getByText('I finish my homework first')).toBeVisible();
  await options.getByRole('button', { name: adult('growingAgree') }).click();
  await new UnlockDialog(options, adult).opensWith(testPin);
  const agreed = options.locator('.growing-stone p').first();
  await expect(agreed).toBeVisible();

  await mine.reload();
  const read = mine.locator('.growing-stone p').first();
  await expect(read).toBeVisible();
  expect(plain(await read.textContent())).toBe(plain(await agreed.textContent()));
  expect(plain(await read.textContent())).toContain('After 2 calm weeks: 30 more minutes a day');
});

test('at 18 closed sites open, and every page says that the controls have ended', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().forBand('16-17').blocking('game.test').withQuota('all', 60));
  await saathi.changePolicy((policy) => ({
    ...policy,
    children: policy.children.map((each) => ({ ...each, born: '2001-02-03' })),
  }));
  await expect.poll(async () => (await saathi.rulesInForce()).length).toBe(0);
  const page = await saathi.open('http://game.test/');
  await expect(page.getByRole('heading', { name: 'Star Basket' })).toBeVisible();
  const mine = await saathi.openOwn('mine');
  await expect(mine.getByText(child('growingEndedChildHeading'))).toBeVisible();
  await expect
    .poll(async () => {
      const journal = await saathi.ask('journal.read', {});
      if (!journal.ok) throw new Error(journal.failure);
      return journal.value.entries.map(({ who, change }) => `${who} ${change.key}`);
    })
    .toContain('saathi changeOfAge');
});
