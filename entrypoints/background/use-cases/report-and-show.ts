// The doors to Report and Help that are no page of ours: the popup shows what became of them.
import { browser } from 'wxt/browser';

import type { WorldWithReports } from '../reports.ts';
import { fileReport, seenIn } from './file-report.ts';

export type OpenTab = { readonly url?: string | undefined; readonly title?: string | undefined };

export async function reportAndShow(
  world: WorldWithReports,
  linkUrl: string | undefined,
  tab: OpenTab | undefined,
): Promise<void> {
  const inFront = tab ?? (await world.tabs.inFront()) ?? undefined;
  const url = linkUrl ?? inFront?.url;
  if (url === undefined) return;
  const title = linkUrl === undefined ? (inFront?.title ?? null) : null;
  const { reportId } = await fileReport(world, seenIn({ url, title }));
  await showPopup(`#report=${reportId}`);
}

/** In the popup, not in a tab: nothing is left in the browser's history. */
export async function showPopup(fragment: string): Promise<void> {
  await browser.action.setPopup({ popup: `/popup.html${fragment}` });
  try {
    await browser.action.openPopup();
  } catch {
    // No browser window is in front: a small window of its own, which leaves no tab behind.
    const url = browser.runtime.getURL('/popup.html');
    await browser.windows.create({
      url: `${url}${fragment}`,
      type: 'popup',
      width: 420,
      height: 640,
    });
  } finally {
    await browser.action.setPopup({ popup: '/popup.html' });
  }
}
