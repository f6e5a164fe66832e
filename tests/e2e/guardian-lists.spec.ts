// The screens of lists: a guardian adds one, a child meets it, says that it is wrong, and is heard.
import { type ListServer, startListServer } from '../adapters/support/list-server.ts';
import { test as base, expect } from './fixtures/test.ts';
import { BlockedPage } from './pages/blocked-page.ts';
import { GuardianLists } from './pages/guardian-lists.ts';
import { UnlockDialog } from './pages/unlock-dialog.ts';
import { fitsNarrowScreen, passesAxe } from './support/accessibility.ts';
import { aPolicy } from './support/policy.ts';
import { testPin } from './support/secret.ts';
import { wordsOf } from './support/words.ts';

const test = base.extend<{ publisher: ListServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern.
  publisher: async ({}, use) => {
    const publisher = await startListServer();
    await use(publisher);
    await publisher.close();
  },
});
test.describe.configure({ timeout: 120_000 });

const words = wordsOf({ language: 'en', band: null });
const name = 'Class list';
const hosts = 'small.test\nother.example.com\nthird.example.com\n';

test('a guardian adds a list by its address: told whom the browser will ask, and nothing leaves before the PIN', async ({
  saathi,
  publisher,
}) => {
  publisher.publishes('/list.txt', hosts, '"one"');
  await saathi.setUp(aPolicy().category('games', 'block'));
  const lists = await GuardianLists.open(saathi, words, 'settings');
  await lists.says('listsAskNobody');
  const url = publisher.at('/list.txt');
  await lists.addsByAddress({ name, url, category: 'games' });
  await expect(lists.list(name)).toContainText(new URL(url).host);
  await lists.says('listTheySee');
  expect(publisher.requests).toEqual([]);
  await lists.savesWithPin();
  await expect(lists.list(name)).toContainText('3 sites', { timeout: 40_000 });
  await lists.says('listsAsk');
  await lists.remove(name);
  await lists.savesAgain();
  await lists.says('listsAskNobody');
});

test('the lists behind a topic are shown with their size before anything is fetched', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const lists = await GuardianLists.open(saathi, words, 'rules');
  await lists.opensTopic('adult');
  await lists.says('category-adult-about');
  const first = lists.list('OISD NSFW');
  await expect(first).toContainText(/about .?5\.8.MB/);
  await first.getByRole('switch').click();
  await expect(first).toContainText('Your browser will fetch this list from');
  await lists.says('saveWeakens');
  await passesAxe(lists.page);
  await fitsNarrowScreen(lists.page);
});

test('a child says in one press that a list is wrong; the guardian sees which list, and opens the site', async ({
  saathi,
  publisher,
}) => {
  publisher.publishes('/list.txt', hosts, '"one"');
  const lists = {
    catalogue: [],
    feeds: [],
    own: [{ id: 'class-list', name, url: publisher.at('/list.txt'), category: 'games' as const }],
  };
  await saathi.setUp({ ...aPolicy().category('games', 'block').build(), lists });
  await expect
    .poll(async () => JSON.stringify(await saathi.rulesInForce()), { timeout: 40_000 })
    .toContain('"small.test"');
  const blocked = new BlockedPage(await saathi.open('http://small.test/'));
  await blocked.isShown();
  await blocked.says('ruleListed', { topic: blocked.words('topic-games') });
  await blocked.saysMistake();

  const guardian = await GuardianLists.open(saathi, words, 'requests');
  await guardian.says('ask-mistake');
  await guardian.says('matchedWrong');
  await guardian.page.getByText(words('matchedWrong')).click();
  await expect(guardian.page.locator('.correction-words')).toContainText('Site: small.test');
  await expect(guardian.page.locator('.correction-words')).not.toContainText('Mina');
  await passesAxe(guardian.page);
  await fitsNarrowScreen(guardian.page);
  await guardian.page.getByText(words('answer-always'), { exact: true }).click();
  await guardian.page.getByRole('button', { name: words('requestSend'), exact: true }).click();
  await new UnlockDialog(guardian.page, words).opensWith(testPin);

  await blocked.page.bringToFront();
  await expect(blocked.page.getByRole('heading', { name: 'Small page' })).toBeVisible();
});
