import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

import { type Reader, type Words, wordsOf } from '../support/words.ts';

/** The small window beside an official form. */
export class SideCard {
  readonly page: Page;
  readonly root: Locator;
  readonly words: Words;

  constructor(page: Page, reader: Reader = { language: 'en', band: '9-12' }) {
    this.page = page;
    this.root = page.locator('[data-saathi="side-card"]');
    this.words = wordsOf(reader);
  }

  static async of(context: BrowserContext): Promise<SideCard> {
    const isCard = (page: Page) => page.url().endsWith('/popup.html');
    await expect.poll(() => context.pages().filter(isCard).length).toBe(1);
    const page = context.pages().find(isCard);
    if (page === undefined) throw new Error('no card');
    return new SideCard(page);
  }

  async fills(): Promise<void> {
    await this.root.getByRole('button', { name: this.words('formFill') }).click();
    await this.told().waitFor();
  }

  /** What it says of the filling, beside what it may say of danger. */
  private told(): Locator {
    return this.root.locator('.notice[role="status"]');
  }

  /** The facts it says were filled in; none: it says that no box fits. */
  async says(...keys: string[]): Promise<void> {
    const names = new Intl.ListFormat('en').format(
      keys.map((key) => this.words(`reportFact.${key}`)),
    );
    const words =
      keys.length === 0 ? this.words('formFilledNone') : this.words('formFilled', { facts: names });
    // Names are kept apart by marks that nobody sees.
    await expect.poll(async () => plain(await this.told().innerText())).toContain(plain(words));
  }
}

const plain = (words: string): string => words.replaceAll(/[\u2066-\u2069]/g, '');
