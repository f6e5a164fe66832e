import { expect, type Locator, type Page } from '@playwright/test';

import type { Answer, AskReason, Refusal, Wish } from '../../../rules/messages/contract.ts';
import { type Reader, type Words, wordsOf } from '../support/words.ts';
import { UnlockDialog } from './unlock-dialog.ts';

/** The page that stands in a closed page's place: "blocked" for a rule, "time-up" for a limit or a quiet time. */
export class BlockedPage {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, reader: Reader = { language: 'en', band: '9-12' }) {
    this.page = page;
    this.words = wordsOf(reader);
  }

  get root(): Locator {
    return this.page.locator('[data-saathi="blocked"], [data-saathi="time-up"]');
  }

  async isShown(): Promise<void> {
    await expect(this.page.locator('[data-saathi="blocked"]')).toBeVisible();
    await expect(this.root.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async isTimeUp(): Promise<void> {
    await expect(this.page.locator('[data-saathi="time-up"]')).toBeVisible({ timeout: 20_000 });
    await expect(this.root.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** The heading of one situation: "closedFamily" for closedFamilyHeading. */
  async says(key: string, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await expect(this.root).toContainText(this.words(key, values));
  }

  async namesHost(host: string): Promise<void> {
    await expect(this.root.getByText(host, { exact: true }).first()).toBeVisible();
  }

  /** Opens the question; `words` is left out for 5-8, who have no field for it. */
  async asks(
    why: AskReason,
    { words, moreTime = false }: { readonly words?: string; readonly moreTime?: boolean } = {},
  ): Promise<void> {
    await this.#press(moreTime ? 'askMoreTime' : 'askButton');
    await this.root.locator(`input[type="radio"][value="${why}"]`).check();
    if (words !== undefined) await this.root.getByLabel(this.words('askWords')).fill(words);
  }

  async sendsForLater(): Promise<void> {
    await this.#press('askSend');
  }

  /** A grown-up is on the phone: the question is kept, and the box for the code is there. */
  async asksForCode(wanted: Wish): Promise<void> {
    await this.root.locator(`input[type="radio"][value="${wanted}"]`).check();
    await this.#press('askByPhone');
  }

  async hasCard(): Promise<void> {
    await this.#press('wayCard');
  }

  /** Types a code, or the number of a card, and sends it. */
  async types(code: string): Promise<void> {
    await this.root.getByLabel(this.words('codeLabel'), { exact: true }).fill(code);
    await this.#press('codeTry');
  }

  async bringsFile(content: string): Promise<void> {
    const picker = this.root.locator('input[type="file"]');
    if (!(await picker.isVisible())) await this.#press('wayFile');
    await picker.setInputFiles({
      name: 'saathi-answer.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  }

  /** One press: the list is wrong about this place. */
  async saysMistake(): Promise<void> {
    await this.#press('mistakeButton');
    await expect(this.root).toContainText(/You asked/);
  }

  /** The grown-up is in the room: PIN, then the answer. */
  async isAnsweredHere(pin: string, answer: Answer, refusal?: Refusal): Promise<void> {
    await this.#press('askInPerson');
    await new UnlockDialog(this.page, this.words).opensWith(pin);
    const dialog = this.page.getByRole('dialog', { name: this.words('answerHeading') });
    await dialog.locator(`input[value="${answer}"]`).check();
    if (refusal !== undefined) await dialog.locator(`input[value="${refusal}"]`).check();
    await dialog.getByRole('button', { name: this.words('answerGive') }).click();
    await expect(dialog).toBeHidden();
  }

  async opensHelp(): Promise<Locator> {
    await this.page.getByRole('button', { name: this.words('help'), exact: true }).click();
    const help = this.page.locator('[data-saathi="help"]').last();
    await expect(help).toBeVisible();
    return help;
  }

  async #press(key: string): Promise<void> {
    await this.root.getByRole('button', { name: this.words(key) }).click();
  }
}
