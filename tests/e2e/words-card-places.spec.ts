// The card above a page's content and in the corner, as other helps show it.
import type { Page } from '@playwright/test';

import { aCard } from '../support/page-stub/cards.ts';
import { cardBox, seenIn } from './page/seen.ts';
import { expect, type Stage, test } from './page/stage.ts';
import { cardUp, host } from './page/typing.ts';

declare const chrome: {
  scripting: { executeScript: (order: object) => Promise<unknown> };
};

const help = aCard('search');

/** As a part of ours does: in the extension's own world, where no page can call it. */
async function showAt(stage: Stage, page: Page, place: 'top' | 'corner'): Promise<void> {
  const { tabId } = await stage.hears('page.hello');
  const [worker] = stage.context.serviceWorkers();
  await worker?.evaluate(
    async (given) => {
      const target = { tabId: given.tabId };
      await chrome.scripting.executeScript({ target, files: ['/card.js'] });
      await chrome.scripting.executeScript({
        target,
        args: [given.card, given.place],
        func: (card: unknown, at: unknown) => {
          const here = globalThis as unknown as Record<
            symbol,
            { card: { show: (...all: unknown[]) => void } }
          >;
          here[Symbol.for('saathi')]?.card.show(card, at, () => undefined);
        },
      });
    },
    { tabId, card: help, place },
  );
  await cardUp(page, help);
}

const contentTop = (page: Page): Promise<number> =>
  page.locator('h1').evaluate((heading) => heading.getBoundingClientRect().top);

test('above a page’s content it moves the page down and covers nothing of it', async ({
  stage,
}) => {
  const page = await stage.open('/edit/textarea');
  const before = await contentTop(page);
  await showAt(stage, page, 'top');
  const { top, bottom } = await cardBox(page);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(await contentTop(page)).toBeGreaterThan(before);
  expect(await contentTop(page)).toBeGreaterThanOrEqual(bottom);
  // Helplines stand in it without a press.
  expect((await seenIn(page)).some(({ role, name }) => role === 'link' && name === '1121')).toBe(
    true,
  );
});

test('under a bar that stays at the top it goes into the corner', async ({ stage }) => {
  const page = await stage.open('/edit/bar');
  await showAt(stage, page, 'top');
  await expect
    .poll(async () => {
      const { right, top } = await cardBox(page);
      const { width } = page.viewportSize() ?? { width: 0 };
      return width - right < 40 && top < 40 && (await contentTop(page)) < 40;
    })
    .toBe(true);
});

test('in the corner it stays inside a narrow view', async ({ stage }) => {
  const page = await stage.open('/edit/textarea');
  await page.setViewportSize({ width: 320, height: 480 });
  await showAt(stage, page, 'corner');
  const { left, top, right, bottom } = await cardBox(page);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(320);
  expect(bottom).toBeLessThanOrEqual(480);
});

test('a second card takes the place of the first', async ({ stage }) => {
  const page = await stage.open('/edit/textarea');
  await showAt(stage, page, 'corner');
  await showAt(stage, page, 'top');
  await expect(page.locator(host)).toHaveCount(1);
});
