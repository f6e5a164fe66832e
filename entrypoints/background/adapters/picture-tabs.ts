// The script that covers pictures, in the browser: registered as the policy says, put into pages that were open before.
import { browser } from 'wxt/browser';

import type { Helps } from '@/rules/policy/schema.ts';

const id = 'pictures';
type Script = '/pictures-hide.js' | '/pictures.js';
const filesBy: Readonly<Record<Helps['pictures'], readonly Script[]>> = {
  hide: ['/pictures-hide.js', '/pictures.js'],
  cover: ['/pictures.js'],
  off: [],
};

/** Makes the browser equal to the policy; idempotent. Whether pages that are open now have to hear of it. */
export async function registerPictures(mode: Helps['pictures']): Promise<boolean> {
  const [standing] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const files = filesBy[mode];
  // The browser tells the files back as addresses in some versions.
  const stand = (standing?.js ?? []).map((file) => `/${file.replace(/^.*\//, '')}`);
  if (stand.join() === files.join()) return false;
  if (standing !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (files.length === 0) return true;
  await browser.scripting.registerContentScripts([
    {
      id,
      js: [...files],
      matches: ['<all_urls>'],
      runAt: 'document_start',
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    },
  ]);
  return true;
}

/** Pages that were open before: what they show is covered from now on, or shown again. */
export async function refreshOpenPages(mode: Helps['pictures']): Promise<void> {
  const open = await browser.tabs.query({ discarded: false, url: ['http://*/*', 'https://*/*'] });
  const each = open.map(async (tab) => {
    if (tab.id === undefined) return;
    const target = { tabId: tab.id, allFrames: true };
    const files = filesBy[mode];
    if (files.length > 0) await browser.scripting.executeScript({ target, files: [...files] });
    await browser.tabs.sendMessage(tab.id, { pictures: mode });
  });
  await Promise.allSettled(each); // closed meanwhile, or one of the browser's own
}

/** Into one frame, above everything that the page itself can write. */
export async function coverPictures(tabId: number, frameId: number, css: string): Promise<void> {
  try {
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.insertCSS({ target, css, origin: 'USER' });
  } catch (gone) {
    if (!(gone instanceof Error)) throw gone; // closed meanwhile
  }
}

export async function showPictures(tabId: number): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, { pictures: 'off' });
  } catch (gone) {
    if (!(gone instanceof Error)) throw gone; // closed meanwhile
  }
}
