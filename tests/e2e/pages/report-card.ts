import { expect, type Locator, type Page } from '@playwright/test';

import type { ReportTopic } from '../../../rules/messages/contract.ts';
import { type Reader, type Words, wordsOf } from '../support/words.ts';

/** One press, and what happens to the report afterwards: on the block page, in the popup, on the report page. */
export class ReportCard {
  readonly root: Locator;
  readonly words: Words;

  constructor(page: Page, reader: Reader = { language: 'en', band: '9-12' }) {
    this.root = page.locator('[data-saathi="report"]');
    this.words = wordsOf(reader);
  }

  async files(): Promise<void> {
    await this.#press('helpReport');
  }

  async isUndoable(): Promise<void> {
    await expect(this.#button('reportUndo')).toBeVisible();
  }

  async undoes(): Promise<void> {
    await this.#press('reportUndo');
    await expect(this.root).toContainText(this.words('reportUndoneHeading'));
  }

  /** Ten seconds to undo come first. `desk` as the child is told it: "DESK has it." */
  async isDelivered(desk: string, withinMs = 40_000): Promise<void> {
    const heading = this.words('reportDeliveredHeading', { desk });
    await expect(this.root).toContainText(heading, { timeout: withinMs });
  }

  async addsTopic(topic: ReportTopic): Promise<void> {
    await this.#press('reportAdd');
    await this.root.locator(`input[type="radio"][value="${topic}"]`).check();
  }

  async addsWords(words: string): Promise<void> {
    await this.root.getByLabel(this.words('reportWords')).fill(words);
    await this.#press('reportWordsAdd');
  }

  #button(key: string): Locator {
    return this.root.getByRole('button', { name: this.words(key) });
  }

  async #press(key: string): Promise<void> {
    await this.#button(key).click();
  }
}
