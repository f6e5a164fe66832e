// Words that close an address, as a guardian keeps them.
import { afterEach, expect, test } from 'vitest';

import { goodToken } from '@/tests/support/household.ts';
import { openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';
import { aFamily, noon } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const open = async (words?: string[]) => {
  const family = aFamily('9-12');
  const children = family.children.map((child) => ({
    ...child,
    filter: { ...child.filter, ...(words && { words }) },
  }));
  page = await openOptionsPage({
    policy: { ...family, children },
    section: 'rules',
    replies: {
      'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
    },
  });
};
const submit = (label: string) =>
  page.settle(() => {
    page.labelled(label).closest('form')?.dispatchEvent(new Event('submit'));
  });
const saved = () => page.household.policy()?.children[0]?.filter;

test('are kept as they are judged, without a PIN', async () => {
  await open();
  await page.type('Add a word', '  Free   GAMES ');
  await submit('Add a word');
  await page.press('Save');
  expect(saved()?.words).toEqual(['free games']);
});

test('are taken away with the PIN, and the last one leaves nothing behind', async () => {
  await open(['casino']);
  await page.press('Remove casino');
  await page.press('Save');
  expect(saved()?.words).toEqual(['casino']);
  await page.type('Grown-up PIN', 'any');
  await page.settle(() => {
    page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
  });
  expect(saved()).not.toHaveProperty('words');
});

test.each([
  ['', 'Please type a word.'],
  ['com', 'This word is in almost every address.'],
  ['a*b', 'A star can only stand at the start or the end.'],
  ['ab', 'This is so short that it would close very many pages.'],
  ['x'.repeat(61), 'This is too long for a word.'],
  ['casino', 'casino is on this list already.'],
])('refuse "%s" in plain words', async (typed, words) => {
  await open(['casino']);
  await page.type('Add a word', typed);
  await submit('Add a word');
  expect(page.text()).toContain(words);
  expect(page.text()).not.toContain('not saved yet');
});
