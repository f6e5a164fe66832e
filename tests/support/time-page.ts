// The guardian's time rules in happy-dom: what is written there, and what a person does with them.
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';

import type { Replies } from './fake-platform.ts';
import { goodPin, goodToken } from './household.ts';
import { derived, openOptionsPage, type Opened } from './options-page.tsx';
import { noon } from './page-replies.ts';

const withPin: Replies = {
  'guardian.unlock': ({ key }) =>
    key === derived(goodPin)
      ? { kind: 'unlocked', token: goodToken, until: noon + 6e5 }
      : { kind: 'wrong', waitUntil: null, now: 0 },
  'time.spot': ({ host }) => ({
    host,
    categories: host === 'game.test' ? ['games'] : ['unknown'],
  }),
};

export type TimePage = Awaited<ReturnType<typeof openTimePage>>;

export async function openTimePage(
  policy: Policy,
  options: Parameters<typeof openOptionsPage>[0] = {},
) {
  const page = await openOptionsPage({ policy, section: 'rules', replies: withPin, ...options });
  return { ...page, ...reading(page), ...drawing(page) };
}

export const plain = (words: string | null | undefined): string =>
  (words ?? '').replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u202f', ' ');

function reading(page: Opened) {
  const fold = (heading: string): HTMLElement => {
    const found = [...page.root.querySelectorAll<HTMLElement>('.fold')].find(
      (each) => each.querySelector('h2')?.textContent === heading,
    );
    if (found === undefined) throw new Error(`no part "${heading}"`);
    return found;
  };
  const wordsOf = (heading: string, what: string) =>
    [...fold(heading).querySelectorAll(what)].map((each) => plain(each.textContent));
  return {
    fold,
    child: (): ChildProfile => {
      const [first] = page.household.policy()?.children ?? [];
      if (first === undefined) throw new Error('no child');
      return first;
    },
    /** The sentences of one part. */
    lines: (heading: string) => wordsOf(heading, '.rule-words'),
    /** What disagrees, as it is told there. */
    notes: (heading: string) => wordsOf(heading, '.rule-note'),
    toggle: (label: string) =>
      page.settle(() => {
        [...page.root.querySelectorAll<HTMLInputElement>('input[role="switch"]')]
          .find((box) => plain(box.closest('label')?.textContent) === label)
          ?.click();
      }),
    submit: (label: string) =>
      page.settle(() => {
        page.labelled(label).closest('form')?.dispatchEvent(new Event('submit'));
      }),
    saveWithPin: async () => {
      await page.press('Save');
      if (!page.has('dialog')) return;
      await page.type('Grown-up PIN', goodPin);
      await page.settle(() => {
        page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
      });
    },
  };
}

const pictureNames = /^(?:Draw the week|See the week|ہفتے کا نقشہ)/;

function drawing(page: Opened) {
  const here = () => page.root.querySelector('.draw-grid [tabindex="0"]');
  return {
    /** The picture is drawn when it is asked for. */
    openPicture: () =>
      page.settle(() => {
        const more = [...page.root.querySelectorAll('details.more')].find((each) =>
          pictureNames.test(each.textContent),
        );
        more?.toggleAttribute('open', true);
        more?.dispatchEvent(new Event('toggle'));
      }),
    /** Everything that is folded, but no second picture. */
    openAll: () =>
      page.settle(() => {
        for (const part of page.root.querySelectorAll('details')) {
          if (!pictureNames.test(part.textContent)) part.open = true;
        }
      }),
    cell: (day: number, at: number): HTMLElement => {
      const found = page.root.querySelector<HTMLElement>(`[data-at="${day}-${at}"]`);
      if (found === null) throw new Error('no such cell');
      return found;
    },
    key: (name: string, about: KeyboardEventInit = {}) =>
      page.settle(() => {
        here()?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...about }));
      }),
    hereWords: () => plain(here()?.getAttribute('aria-label')),
    hereAt: () => here()?.getAttribute('data-at'),
  };
}
