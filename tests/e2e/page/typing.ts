// A stage on which words are looked at: what is unkind, private or a password is settled here, so that only the page's own
// part is tried.
import type { Page } from '@playwright/test';

import type { CardTexts } from '../../../rules/messages/help-replies.ts';
import { aCard } from '../../support/page-stub/cards.ts';
import type { Heard, Say } from '../../support/page-stub/desk.ts';
import { seenIn, wordsSeen } from './seen.ts';
import { expect, type Stage } from './stage.ts';

export const host = '[data-saathi="card"]';

const done = (value: unknown): Say => ({ answered: { ok: true, value } });
const helps = { calm: [], typing: ['typed'] };

export const answersWith =
  (cardFor: (message: Heard) => CardTexts | null) =>
  (message: Heard): Say => {
    if (message.name === 'page.hello')
      return done({ show: { kind: 'nothing' }, againInMs: null, helps });
    if (message.name !== 'typed.check') return done({});
    return done({ card: cardFor(message), isUnchecked: false });
  };

/** Unkind is "stupid", private is a number, and every password stands on a look-alike. */
function ordinaryCard({ body }: Heard): CardTexts | null {
  const { text = '', place, rested = [] } = body;
  if (place === 'password') return rested.includes('password') ? null : aCard('password');
  if (text.includes('0300') && !rested.includes('privacy')) return aCard('privacy');
  return text.includes('stupid') && !rested.includes('kindness') ? aCard('kindness') : null;
}

export async function openEditor(stage: Stage, kind: string): Promise<Page> {
  stage.desk.answer = answersWith(ordinaryCard);
  const page = await stage.open(`/edit/${kind}`);
  await stage.hears('page.hello');
  return page;
}

/** The part comes with the first focus; a slow machine may need a moment for it. */
export async function write(stage: Stage, page: Page, words: string): Promise<void> {
  await page.locator('#field').click();
  await stage.hears('part.load');
  await page.keyboard.type(words);
}

export async function cardUp(page: Page, card: CardTexts): Promise<void> {
  await expect.poll(() => wordsSeen(page)).toContain(card.heading);
}

/** Where the card and the field stand, in CSS pixels. */
export async function boxes(page: Page): Promise<{
  readonly card: { left: number; top: number; right: number; bottom: number };
  readonly field: { left: number; top: number; right: number; bottom: number };
}> {
  const region = (await seenIn(page)).find(({ role }) => role === 'region');
  const cdp = await page.context().newCDPSession(page);
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: region?.node ?? 0 });
  await cdp.detach();
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  const field = await page.locator('#field').evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  });
  return { card: { left, top, right, bottom }, field };
}
