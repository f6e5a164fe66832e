import { expect, type Locator, type Page } from '@playwright/test';

import type { Category } from '../../../rules/policy/schema.ts';
import type { Saathi } from '../fixtures/saathi.ts';
import { testPin } from '../support/secret.ts';
import type { Words } from '../support/words.ts';
import { UnlockDialog } from './unlock-dialog.ts';

/** The guardian area, where lists are turned on, looked at and removed. */
export class GuardianLists {
  readonly page: Page;
  readonly #words: Words;

  private constructor(page: Page, words: Words) {
    this.page = page;
    this.#words = words;
  }

  static async open(
    saathi: Saathi,
    words: Words,
    room: 'settings' | 'rules' | 'requests',
  ): Promise<GuardianLists> {
    const page = await saathi.context.newPage();
    await page.goto(`${saathi.address('options')}#${room}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    return new GuardianLists(page, words);
  }

  list(name: string): Locator {
    return this.page.locator('.list-item', { hasText: name });
  }

  async addsByAddress(list: {
    readonly name: string;
    readonly url: string;
    readonly category: Category;
  }): Promise<void> {
    await this.page.getByText(this.#words('ownListsAdd')).click();
    await this.page.getByLabel(this.#words('listName')).fill(list.name);
    await this.page.getByLabel(this.#words('listAddress'), { exact: true }).fill(list.url);
    await this.page.getByLabel(this.#words('listTopic')).selectOption(list.category);
    await this.page.getByRole('button', { name: this.#words('listAdd') }).click();
  }

  /** Opens a topic and what stands behind it. */
  async opensTopic(category: Category): Promise<void> {
    await this.page.getByRole('heading', { name: this.#words('rulesTopics') }).click();
    await this.page
      .getByText(this.#words(`category-${category}-hint`))
      .first()
      .click();
  }

  async remove(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('listRemove', { name }) }).click();
  }

  async savesWithPin(): Promise<void> {
    await this.#save();
    await new UnlockDialog(this.page, this.#words).opensWith(testPin);
    await expect(this.page.getByText(this.#words('savedRules'))).toBeVisible();
  }

  /** The guardian is still unlocked. */
  async savesAgain(): Promise<void> {
    await this.#save();
    await expect(this.page.getByText(this.#words('savedRules'))).toBeVisible();
  }

  async #save(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('save'), exact: true }).click();
  }

  async says(key: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
    await expect(this.page.getByText(this.#words(key, values)).first()).toBeVisible({
      timeout: 40_000,
    });
  }
}
