// Replicas of well-known chats at their own addresses: the structure of their rows, and nothing else of them.
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../../scripts/commands.ts';
import type { Saathi } from '../fixtures/saathi.ts';

export const replicas = {
  whatsapp: 'https://web.whatsapp.com/',
  discord: 'https://discord.com/channels/@me/1',
  messenger: 'https://www.messenger.com/t/77',
  facebook: 'https://www.facebook.com/messages/t/77',
  instagram: 'https://www.instagram.com/direct/t/77/',
  'telegram-k': 'https://web.telegram.org/k/#77',
  'telegram-a': 'https://web.telegram.org/a/#77',
  roblox: 'https://www.roblox.com/home',
  'google-chat': 'https://chat.google.com/dm/77',
} as const;
export type Replica = keyof typeof replicas;

/** In a replica's page. */
declare const say: (who: string, text: string) => void;

export class ChatReplica {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(saathi: Saathi, file: string, url: string): Promise<ChatReplica> {
    const path = join(root, 'tests/fixtures/chats/replicas', `${file}.html`);
    await saathi.context.route(`${new URL(url).origin}/**`, (route) =>
      route.request().resourceType() === 'document' ? route.fulfill({ path }) : route.abort(),
    );
    const page = await saathi.open(url);
    // Its own script is read by then.
    await page.waitForLoadState('domcontentloaded');
    return new ChatReplica(page);
  }

  /** "<" they, ">" the child. */
  async says(...lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      await this.page.evaluate(([who, text]) => say(who, text), [
        line.startsWith('>') ? 'me' : 'them',
        line.slice(1),
      ] as const);
    }
  }

  /** Into what one writes in: only then an unknown page is looked at. */
  async writes(): Promise<void> {
    await this.page.locator('textarea, input').last().focus();
  }
}
