// "Report" in the context menu, in the family's language.
import { browser } from 'wxt/browser';

import { wordsFor } from '@/rules/words/text.ts';

import type { World } from '../world.ts';

export const reportMenuId = 'report';

export async function makeMenu(world: World): Promise<void> {
  const { policy } = await world.policies.current();
  const language = policy?.language ?? 'en';
  const catalogue = await world.packaged.words(language);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: reportMenuId,
    title: wordsFor(catalogue, { language, band: null }, 'menuReport'),
    contexts: ['page', 'frame', 'link', 'image', 'video', 'selection'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}
