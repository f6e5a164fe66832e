import { expect, type Page } from '@playwright/test';

import type { AgeBand, Language } from '../../../rules/policy/schema.ts';
import { wordsOf, type Words } from '../support/words.ts';

/** The five screens of set-up and the page for the child, as a parent walks through them. */
export class SetupPage {
  readonly page: Page;
  #words: Words;

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.#words = wordsOf({ language, band: null });
  }

  async choosesLanguage(language: Language): Promise<void> {
    const group = this.page.getByRole('group', { name: this.#words('setupLanguage') });
    await group.locator(`input[value="${language}"]`).check();
    this.#words = wordsOf({ language, band: null });
    await this.#hasHeading('setupPlaceHeading');
  }

  async choosesCountry(country: string): Promise<void> {
    await this.page.getByLabel(this.#words('setupCountry')).selectOption(country);
  }

  async namesChild(nickname: string, band: AgeBand): Promise<void> {
    await this.#hasHeading('setupChildHeading');
    await this.page.getByLabel(this.#words('setupNickname')).fill(nickname);
    const group = this.page.getByRole('group', { name: this.#words('setupBand') });
    await group.locator(`input[value="${band}"]`).check();
  }

  async seesRulesFor(nickname: string): Promise<void> {
    const heading = this.#words('setupRulesHeading', { child: nickname });
    await expect(this.page.getByRole('heading', { name: heading })).toBeVisible();
  }

  async setsSecret(pin: string): Promise<void> {
    await this.#hasHeading('setupSecretHeading');
    await this.page.getByLabel(this.#words('secretLabel'), { exact: true }).fill(pin);
    await this.page.getByLabel(this.#words('secretAgain'), { exact: true }).fill(pin);
    await this.page.getByLabel(this.#words('recoveryKept')).check();
  }

  async recoveryCode(): Promise<string> {
    const groups = await this.page.locator('.recovery-code span').allTextContents();
    return groups.join('-');
  }

  async goesOn(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('next'), exact: true }).click();
  }

  async finishes(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('setupFinish') }).click();
    await this.#hasHeading('setupPhoneHeading', 20_000);
    await this.page.getByRole('button', { name: this.#words('setupPhoneSkip') }).click();
    await this.#hasHeading('setupDoorsHeading');
  }

  async passesDoors(): Promise<void> {
    await this.page.locator('form.step button[type="submit"]').click();
  }

  async handsOverTo(nickname: string): Promise<void> {
    const hello = this.#words('handOverHello', { child: nickname });
    await expect(this.page.getByRole('heading', { name: hello })).toBeVisible();
  }

  async childHasRead(band: AgeBand): Promise<void> {
    await this.page.getByRole('button', { name: this.#words(`handOverDone.${band}`) }).click();
  }

  async #hasHeading(key: string, timeout = 10_000): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.#words(key) })).toBeVisible({
      timeout,
    });
  }
}
