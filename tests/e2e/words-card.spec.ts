// The card itself: where it stands, how it is reached, what a hostile page can do about it.
import type { Page } from '@playwright/test';

import { ageBands, languages } from '../../rules/policy/schema.ts';
import { aCard, cardLook } from '../support/page-stub/cards.ts';
import { copyOf } from './page/inside.ts';
import { focused, press, wordsSeen } from './page/seen.ts';
import { expect, type Stage, test } from './page/stage.ts';
import { answersWith, boxes, cardUp, host, openEditor, write } from './page/typing.ts';
import { fitsNarrowScreen, passesAxe } from './support/accessibility.ts';

const kindness = aCard('kindness');
const [reword] = kindness.actions;

async function withCard(stage: Stage, kind = 'textarea'): Promise<Page> {
  const page = await openEditor(stage, kind);
  await write(stage, page, 'you are so stupid');
  await cardUp(page, kindness);
  return page;
}

for (const language of languages) {
  for (const band of ageBands) {
    test(`axe finds nothing in the card and its help, in light, dark and on a narrow screen (${language}, ${band})`, async ({
      stage,
    }) => {
      const page = await openEditor(stage, 'textarea');
      for (const kind of ['privacy', 'search'] as const) {
        const card = aCard(kind, { language, band });
        stage.desk.answer = answersWith(() => card);
        await write(stage, page, 'some words');
        await cardUp(page, card);
        await looksRight(stage, page);
        await stage.readable(page);
        if (kind === 'privacy') {
          await press(page, card.help);
          await looksRight(stage, page);
        }
      }
    });
  }
}

async function looksRight(stage: Stage, page: Page): Promise<void> {
  const copy = await copyOf(stage, page, cardLook);
  for (const colorScheme of ['light', 'dark'] as const) {
    await copy.emulateMedia({ colorScheme });
    await passesAxe(copy);
  }
  await fitsNarrowScreen(copy);
  await copy.close();
}

test('Tab leads from the field into the card, and Enter on a button puts the child back', async ({
  stage,
}) => {
  const page = await withCard(stage);
  await stage.readable(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return focused(page);
    })
    .toBe(reword?.label);
  await page.keyboard.press('Enter');
  await expect(page.locator(host)).toHaveCount(0);
  await page.keyboard.type('!');
  expect(await page.locator('#field').inputValue()).toBe('you are so stupid!');
});

test('no button answers while the page moves the card under the finger', async ({ stage }) => {
  const page = await withCard(stage);
  await stage.readable(page);
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return focused(page);
    })
    .toBe(reword?.label);
  await page.evaluate(() => {
    let isLow = false;
    const move = (): void => {
      isLow = !isLow;
      document.body.style.marginTop = isLow ? '120px' : '0';
      dispatchEvent(new Event('scroll'));
    };
    addEventListener('keydown', move, true);
    addEventListener('mouseup', () => removeEventListener('keydown', move, true), { once: true });
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator(host)).toHaveCount(1);
  await page.mouse.click(2, 2);
  await stage.readable(page);
  await expect(page.locator(host)).toHaveCount(1);
});

test('Escape in the field closes the card and nothing of the page', async ({ stage }) => {
  const page = await withCard(stage, 'dialog');
  await stage.readable(page);
  await page.keyboard.press('Escape');
  await expect(page.locator(host)).toHaveCount(0);
  await expect(page.locator('#sheet')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#sheet')).toBeHidden();
});

test('a press before the card could be read does nothing, nor does one that no hand has made', async ({
  stage,
}) => {
  const page = await withCard(stage);
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>('[data-saathi="card"]');
    const { left, top } = card?.getBoundingClientRect() ?? { left: 0, top: 0 };
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      card?.dispatchEvent(
        new MouseEvent(type, { bubbles: true, composed: true, clientX: left, clientY: top }),
      );
    card?.click();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  await expect(page.locator(host)).toHaveCount(1);
  await stage.readable(page);
  await press(page, kindness.close);
  await expect(page.locator(host)).toHaveCount(0);
});

test('help is shown in place, and back', async ({ stage }) => {
  const page = await withCard(stage);
  await stage.readable(page);
  await press(page, kindness.help);
  await expect.poll(() => wordsSeen(page)).toContain('1121');
  await press(page, kindness.helpBack);
  await expect.poll(() => wordsSeen(page)).toContain(kindness.heading);
  expect(stage.heard('typed.check').length).toBe(1);
});

test('a report is filed in place, and can be taken back', async ({ stage }) => {
  const page = await withCard(stage);
  const before = stage.desk.answer;
  const filed = {
    reportId: 'r1',
    undoUntil: 20_000,
    now: 0,
    route: { kind: 'desk', name: 'Desk' },
  };
  stage.desk.answer = (message) =>
    message.name === 'warning.report' || message.name === 'warning.undo'
      ? {
          answered: {
            ok: true,
            value: { ...filed, state: message.name === 'warning.undo' ? 'undone' : 'undoable' },
          },
        }
      : before(message);
  await stage.readable(page);
  await press(page, kindness.report);
  await expect.poll(() => wordsSeen(page)).toContain('Desk');
  const grown = await boxes(page);
  expect(grown.card.bottom).toBeLessThanOrEqual(grown.field.top + 1);
  // What moved by growing counts as newly shown.
  await stage.readable(page);
  expect(await boxes(page)).toEqual(grown);
  await press(page, kindness.reportUndo);
  await expect.poll(() => wordsSeen(page)).toContain(kindness.reportUndone);
});

test('it follows the field when the page scrolls, and stays in view at 320 px', async ({
  stage,
}) => {
  const page = await withCard(stage);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => {
    document.body.style.height = '3000px';
    scrollBy(0, 120);
  });
  await expect
    .poll(async () => {
      const { card, field } = await boxes(page);
      const isApart = card.bottom <= field.top + 1 || card.top >= field.bottom - 1;
      return isApart && card.left >= 0 && card.right <= 320 && card.top >= 0 && card.bottom <= 640;
    })
    .toBe(true);
});

test('a page that takes it away gets it back three times, and then has its will', async ({
  stage,
}) => {
  const page = await withCard(stage);
  const removals = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        let idle = 0;
        const every = setInterval(() => {
          const card = document.querySelector('[data-saathi="card"]');
          idle = card === null ? idle + 1 : 0;
          if (card !== null) {
            card.remove();
            count += 1;
          }
          if (idle < 160) return;
          clearInterval(every);
          resolve(count);
        }, 50);
      }),
  );
  expect(removals).toBe(4);
  await page.keyboard.type(' still');
  expect(await page.locator('#field').inputValue()).toBe('you are so stupid still');
});

test('a style sheet of the page does not hide it, nor does a policy that forbids styles', async ({
  stage,
}) => {
  const page = await openEditor(stage, 'strict');
  await write(stage, page, 'you are so stupid');
  await cardUp(page, kindness);
  const { card } = await boxes(page);
  // 26 times its own letters, as its style sheet says; without that it would be as wide as its words.
  expect(card.right - card.left).toBeCloseTo(26 * 16 * 1.1, 0);
});
