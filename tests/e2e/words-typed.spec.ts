// Words before they are sent: the card beside the field, in boxes and in the editors of big sites.
import type { Page } from '@playwright/test';

import { aCard } from '../support/page-stub/cards.ts';
import { focused, press, seenIn, wordsSeen } from './page/seen.ts';
import { expect, test } from './page/stage.ts';
import { boxes, cardUp, host, openEditor, write } from './page/typing.ts';

const kindness = aCard('kindness');
const privacy = aCard('privacy');
const labelOf = (card: typeof kindness, action: string): string =>
  card.actions.find((each) => each.action === action)?.label ?? '';

/** Fingers rest after Send: the emptied field ends the message, which takes as long as it takes. */
async function newMessage(page: Page, words: string): Promise<void> {
  await page.locator('#field').fill('');
  await page.locator('#field').click();
  await page.waitForTimeout(1500);
  await page.keyboard.type(words);
}

for (const kind of [
  'textarea',
  'input',
  'plain',
  'draft',
  'lexical',
  'slate',
  'prosemirror',
  'quill',
  'code',
  'dialog',
  'forms',
]) {
  test(`unkind words in a field of the kind "${kind}" bring the card, and typing goes on`, async ({
    stage,
  }) => {
    const page = await openEditor(stage, kind);
    await write(stage, page, 'you are so stupid');
    await cardUp(page, kindness);
    expect((await stage.hears('typed.check')).body.text).toContain('you are so stupid');
    await page.keyboard.type(' sorry');
    await expect
      .poll(() => stage.heard('typed.check').at(-1)?.body.text)
      .toContain('you are so stupid sorry');
  });
}

test('a field inside an open shadow root is a field too', async ({ stage }) => {
  const page = await openEditor(stage, 'shadow');
  await page.locator('textarea').click();
  // Also what was typed before the part came: no other key follows.
  await page.keyboard.type('you are so stupid');
  await stage.hears('part.load');
  await cardUp(page, kindness);
});

test('comments in a frame of their own are looked at there', async ({ stage }) => {
  const page = await openEditor(stage, 'framed');
  await page.frameLocator('iframe').locator('#field').click();
  expect((await stage.hears('part.load')).frameId).not.toBe(0);
  await page.keyboard.type('you are so stupid');
  await expect(page.frameLocator('iframe').locator(host)).toBeAttached();
});

test('the card takes no focus and stands over neither the field nor Send', async ({ stage }) => {
  const page = await openEditor(stage, 'textarea');
  await write(stage, page, 'you are so stupid');
  await cardUp(page, kindness);
  expect(await focused(page)).toBe('Message');
  expect(await seenIn(page)).toContainEqual(expect.objectContaining({ role: 'status' }));
  const { card, field } = await boxes(page);
  expect(card.bottom <= field.top || card.top >= field.bottom).toBe(true);
  await page.locator('#send').click();
  await expect(page.locator('#field')).toHaveValue('');
});

test('"change my words" puts the child back into the field, and says nothing more of this message', async ({
  stage,
}) => {
  const page = await openEditor(stage, 'textarea');
  await write(stage, page, 'you are so stupid');
  await cardUp(page, kindness);
  await stage.readable(page);
  await press(page, labelOf(kindness, 'reword'));
  await expect(page.locator(host)).toHaveCount(0);
  await page.keyboard.type('!');
  expect(await page.locator('#field').inputValue()).toBe('you are so stupid!');
  await expect
    .poll(() => stage.heard('typed.check').at(-1)?.body)
    .toMatchObject({ text: 'you are so stupid!', rested: ['kindness'] });
  await expect(page.locator(host)).toHaveCount(0);
});

test('"send it as it is" ends all questions about this message, and the next one is looked at again', async ({
  stage,
}) => {
  const page = await openEditor(stage, 'textarea');
  await write(stage, page, 'you are so stupid');
  await cardUp(page, kindness);
  await stage.readable(page);
  await press(page, labelOf(kindness, 'send'));
  await expect(page.locator(host)).toHaveCount(0);
  await page.locator('#send').click();
  await newMessage(page, 'call 0300-1234567');
  await cardUp(page, privacy);
});

test('"not now" lets kindness rest on this page, but not privacy', async ({ stage }) => {
  const page = await openEditor(stage, 'textarea');
  await write(stage, page, 'you are so stupid');
  await cardUp(page, kindness);
  await stage.readable(page);
  await press(page, labelOf(kindness, 'not-now'));
  await newMessage(page, 'stupid again');
  await expect
    .poll(() => stage.heard('typed.check').at(-1)?.body)
    .toMatchObject({ text: 'stupid again', rested: ['kindness'] });
  await page.keyboard.type(' 0300-1234567');
  await cardUp(page, privacy);
});

test('the card goes when the words have changed for the better', async ({ stage }) => {
  const page = await openEditor(stage, 'lexical');
  await write(stage, page, 'stupid');
  await cardUp(page, kindness);
  for (const _ of 'stupid') await page.keyboard.press('Backspace');
  await page.keyboard.type('hello');
  await expect(page.locator(host)).toHaveCount(0);
});

test('a password is never read: only that one is being written is said, once', async ({
  stage,
}) => {
  const page = await openEditor(stage, 'password');
  await write(stage, page, 'hunter2hunter2');
  await cardUp(page, aCard('password'));
  await page.keyboard.type('more');
  await page.locator('#field').evaluate((field) => field.setAttribute('type', 'text'));
  await page.keyboard.type('even more');
  await page.waitForTimeout(800);
  const asked = stage.heard('typed.check');
  expect(asked.map(({ body }) => [body.place, body.text])).toEqual([['password', '']]);
});

test('what is being composed is not looked at before it is a word', async ({ stage }) => {
  const page = await openEditor(stage, 'textarea');
  await write(stage, page, 'a');
  await stage.hears('typed.check');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'stupid', selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(700);
  expect(stage.heard('typed.check').some(({ body }) => body.text?.includes('stupid'))).toBe(false);
  await cdp.send('Input.insertText', { text: 'stupid' });
  await cardUp(page, kindness);
});

test('what a page writes into a field itself is looked at by nobody, whatever events it makes up', async ({
  stage,
}) => {
  const page = await openEditor(stage, 'textarea');
  await write(stage, page, 'a');
  await stage.hears('typed.check');
  const names = Array.from({ length: 60 }, (_, index) => `name${index}`).join(' ');
  await page.locator('#field').evaluate((field: HTMLTextAreaElement, words) => {
    field.value = words;
    for (const type of ['input', 'compositionstart', 'compositionend', 'keyup'])
      field.dispatchEvent(new Event(type, { bubbles: true }));
  }, names);
  // With the next look: the first one finds what was there before anybody typed.
  await expect
    .poll(async () => {
      await page.keyboard.type(' stupid');
      await page.waitForTimeout(700);
      return wordsSeen(page);
    })
    .toContain(kindness.heading);
  const texts = stage.heard('typed.check').map(({ body }) => body.text);
  expect(texts.at(-1)).toContain('stupid');
  expect(texts.some((text) => text?.includes('name1'))).toBe(false);
});
