// A child's question about a site that a list closed, as the guardian reads it.
import { afterEach, expect, test } from 'vitest';

import { goodToken } from '@/tests/support/household.ts';
import { aMatchedList } from '@/tests/support/list-replies.ts';
import { openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';
import { aFamily, anExplanation, aRequest, noon } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const explained = anExplanation(
  { kind: 'category', category: 'games' },
  { matched: [aMatchedList()] },
);
const open = async (changes: Parameters<typeof aRequest>[0] = {}) => {
  page = await openOptionsPage({
    policy: aFamily('9-12'),
    section: 'requests',
    requests: [aRequest({ why: 'mistake', words: '', ...changes })],
    replies: {
      'visit.explain': explained,
      'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
    },
  });
};

test('the card says that the child thinks the list is wrong, and names the list', async () => {
  await open();
  expect(page.text()).toContain('Your child thinks the list is wrong');
  expect(page.text()).toContain('Oak University: games · as of November 3, 2026');
  for (const part of page.root.querySelectorAll('details')) part.open = true;
  expect(await page.violations()).toEqual([]);
});

test('the guardian opens the page or the whole site, and may tell who keeps the list', async () => {
  await open();
  expect(page.root.querySelector('.correction-words')?.textContent).toContain('play.games.test');
  await page.choose('Always');
  await page.press('Answer');
  await page.type('Grown-up PIN', 'any');
  await page.settle(() => {
    page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
  });
  const answered = page.platform.asked.find(({ name }) => name === 'request.answer');
  expect(page.platform.asked.map(({ name }) => name)).toContain('request.answer');
  expect(answered?.body).toMatchObject({ requestId: 'request-1', answer: 'always' });
});

test('where no list closed it, none is looked for', async () => {
  await open({ why: 'school', reason: { kind: 'unknown' } });
  expect(page.platform.asked.map(({ name }) => name)).not.toContain('visit.explain');
  expect(page.text()).not.toContain('Is the list wrong?');
});
