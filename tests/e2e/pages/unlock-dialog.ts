import { expect, type Locator, type Page } from '@playwright/test';

import type { Words } from '../support/words.ts';

/** Where a guardian types the PIN, on whichever page asks for it. */
export class UnlockDialog {
  readonly #dialog: Locator;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#words = words;
    this.#dialog = page.getByRole('dialog', { name: words('unlockHeading') });
  }

  async opensWith(pin: string): Promise<void> {
    await this.tries(pin);
    // Argon2id takes its time on purpose.
    await expect(this.#dialog).toBeHidden({ timeout: 30_000 });
  }

  async tries(pin: string): Promise<void> {
    await this.#dialog.getByLabel(this.#words('unlockLabel')).fill(pin);
    await this.#dialog.getByRole('button', { name: this.#words('unlockButton') }).click();
  }

  async says(key: string): Promise<void> {
    await expect(this.#dialog.getByText(this.#words(key))).toBeVisible({ timeout: 30_000 });
  }

  async isOpen(): Promise<void> {
    await expect(this.#dialog).toBeVisible();
  }
}
