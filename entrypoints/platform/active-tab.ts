import { browser } from './browser.ts';

/** Address of the tab that the popup hangs on; null for pages the browser does not show us. */
export async function activeTabAddress(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}
