import type { SideDoors } from '@/components/services.ts';

import { browser } from './browser.ts';

const everySite = { origins: ['<all_urls>'] };

export async function sideDoors(): Promise<SideDoors> {
  const [privateWindows, siteAccess, self] = await Promise.all([
    browser.extension.isAllowedIncognitoAccess(),
    browser.permissions.contains(everySite),
    browser.management.getSelf(),
  ]);
  return { privateWindows, siteAccess, install: self.installType };
}

export const allowEverySite = (): Promise<boolean> => browser.permissions.request(everySite);

/** Chromium opens its page about one extension; Firefox lets no extension open about:addons. */
export const openBrowserSettings = import.meta.env.FIREFOX
  ? null
  : (): void => {
      void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
    };
