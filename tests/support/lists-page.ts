// The guardian area opened at a family with lists, and what a person does there.
import type { Lists } from '@/rules/messages/replies.ts';
import type { Lists as Chosen, Policy } from '@/rules/policy/schema.ts';

import { goodPin, goodToken } from './household.ts';
import { listsOf } from './list-replies.ts';
import { openOptionsPage, type Opened, type OptionsPageOptions } from './options-page.tsx';
import { aFamily, noon } from './page-replies.ts';

export const family = aFamily('9-12');
export const ownList = {
  id: 'own-1',
  name: 'Our list',
  url: 'https://lists.home.test/a.txt',
  category: 'games',
} as const;
export const feed = {
  id: 'feed-1',
  name: 'City school',
  url: 'https://feed.school.test/lists/',
  root: 'A'.repeat(43),
};

export const withLists = (chosen: Partial<Chosen>): Policy => ({
  ...family,
  lists: { catalogue: [], own: [], feeds: [], ...chosen },
});

/** The background's lists, changed in what a test is about. */
export const told = (
  policy: Policy,
  views: Parameters<typeof listsOf>[1],
  changes: Partial<Lists> = {},
): OptionsPageOptions => ({
  replies: { 'lists.read': { ...listsOf(policy, views), ...changes } },
});

export type ListsPage = Opened & ReturnType<typeof listActions>;

/** Opens a room; every PIN is the right one. */
export async function openLists(
  section: string,
  policy: Policy,
  options: OptionsPageOptions = {},
): Promise<ListsPage> {
  const page = await openOptionsPage({
    policy,
    section,
    ...options,
    replies: {
      'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
      ...options.replies,
    },
  });
  return { ...page, ...listActions(page) };
}

export const wordsOf = (element: Element): string =>
  element.textContent.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');

function listActions(page: Opened) {
  const submit = (element: Element | null | undefined) =>
    page.settle(() => {
      element?.dispatchEvent(new Event('submit'));
    });
  return {
    item: (name: string): HTMLElement => {
      const found = [...page.root.querySelectorAll<HTMLElement>('.list-item')].find((each) =>
        each.textContent.includes(name),
      );
      if (found === undefined) throw new Error(`no list "${name}" on the page`);
      return found;
    },
    asked: (name: string) => page.platform.asked.filter((asked) => asked.name === name),
    submit: (label: string) => submit(page.labelled(label).closest('form')),
    givesPin: async () => {
      await page.type('Grown-up PIN', goodPin);
      await submit(page.root.querySelector('dialog form'));
    },
    savesWithPin: async () => {
      await page.press('Save');
      await page.type('Grown-up PIN', goodPin);
      await submit(page.root.querySelector('dialog form'));
    },
    openAll: () => {
      for (const part of page.root.querySelectorAll('details')) part.open = true;
    },
  };
}
