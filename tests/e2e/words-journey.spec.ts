// The whole extension looks at words before they are sent: the page's part, the message, the judgement, the card.
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures/test.ts';
import { press, wordsSeen } from './page/seen.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '9-12' });
const host = '[data-saathi="card"]';
/** The buttons answer 800 ms after they came up. */
const readableMs = 1000;

/** Any page of the tests, with a box to talk in. */
async function withField(page: Page): Promise<void> {
  await page.waitForLoadState('domcontentloaded');
  await page.evaluate(() => {
    const log = document.createElement('div');
    log.setAttribute('role', 'log');
    const field = document.createElement('textarea');
    field.id = 'field';
    field.setAttribute('aria-label', 'Message');
    document.body.append(log, field);
  });
  await page.locator('#field').click();
}

test('a phone number in a chat brings the card; taken out, it goes; nothing is kept of it', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://label.test/plain');
  await withField(page);
  await page.keyboard.type('call me 0300-1234567');
  await expect.poll(() => wordsSeen(page)).toContain(words('typedPrivacyHeading'));
  expect(await wordsSeen(page)).toContain(words('typedSign_phone'));
  await page.waitForTimeout(readableMs);
  await press(page, words('typedTakeOut'));
  await expect(page.locator(host)).toHaveCount(0);
  await page.keyboard.type(' please');
  expect(await page.locator('#field').inputValue()).toBe('call me 0300-1234567 please');
});

test('help in the card names the country’s lines', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://label.test/plain');
  await withField(page);
  await page.keyboard.type('my otp is 482910');
  await expect.poll(() => wordsSeen(page)).toContain(words('typedSign_code'));
  await page.waitForTimeout(readableMs);
  await press(page, words('warningHelp'));
  await expect.poll(() => wordsSeen(page)).toContain(words('warningHelpHeading'));
});
