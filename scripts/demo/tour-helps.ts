// The part of the tour that is about help inside pages: what a child is told, and nobody else.
import { expect, type Page } from '@playwright/test';

import type { Saathi } from '../../tests/e2e/fixtures/saathi.ts';
import { wordsSeen } from '../../tests/e2e/page/seen.ts';
import { BlockedPage } from '../../tests/e2e/pages/blocked-page.ts';
import { takeBothThemes } from '../../tests/e2e/support/screenshots.ts';
import { wordsOf } from '../../tests/e2e/support/words.ts';
import type { Teller } from './teller.ts';

const reader = { language: 'en', band: '16-17' } as const;
const words = wordsOf(reader);
/** What stands in a field is looked at after a pause, a chat every few seconds. */
const within = { timeout: 40_000 };

const says = (page: Page, key: string): Promise<void> =>
  expect.poll(() => wordsSeen(page), within).toContain(words(key));

/** For a child of 16, to whom sites that nobody has checked are open. */
export async function tourHelps(saathi: Saathi, teller: Teller): Promise<void> {
  await teller.step('She writes something unkind, and is asked before it is sent', async () => {
    const page = await saathi.open('http://talk.test/');
    await page.getByLabel('Your message').click();
    await page.keyboard.type('you are such a stupid idiot');
    await says(page, 'typedKindnessHeading');
    await takeBothThemes(page, 'helps/kindness');
    await page.close();
    return `"${words('typedKindnessHeading')}" No key was held back, and nobody is told.`;
  });
  await teller.step('Somebody presses her in a chat', async () => {
    const page = await saathi.open('http://talk.test/');
    await page.getByLabel('Your message').click();
    const more = page.getByRole('button', { name: 'Somebody writes' });
    for (let line = 0; line < 5; line += 1) await more.click();
    await page.getByLabel('Your message').click();
    await says(page, 'receivedPressureHeading');
    await takeBothThemes(page, 'helps/pressure');
    await page.close();
    return `"${words('receivedPressureHeading')}" What was noticed stands below, and what to do.`;
  });
  await teller.step('A casino that no list knows asks for her age', async () => {
    await saathi.changePolicy((policy) => ({
      ...policy,
      children: policy.children.map((child) => ({
        ...child,
        filter: {
          ...child.filter,
          categories: { ...child.filter.categories, gambling: 'block' as const },
        },
      })),
    }));
    const page = await saathi.open('http://royal-casino.test/');
    await new BlockedPage(page, reader).isShown();
    await takeBothThemes(page, 'helps/casino');
    await page.close();
    return 'Its name and its door together closed it; one of them alone would have warned.';
  });
}
