// The doors to Report and Help that are no page of ours: the popup shows what became of them.
import { browser } from 'wxt/browser';

import type { PopupOpened } from '@/rules/messages/report-replies.ts';

import type { WorldWithReports } from '../reports.ts';
import { fileReport, seenIn } from './file-report.ts';
import { openFormAfterFiling } from './open-form.ts';

export type OpenTab = { readonly url?: string | undefined; readonly title?: string | undefined };
export type Shows = NonNullable<PopupOpened['shows']>;

export async function reportAndShow(
  world: WorldWithReports,
  linkUrl: string | undefined,
  tab: OpenTab | undefined,
): Promise<void> {
  const inFront = tab ?? (await world.tabs.inFront()) ?? undefined;
  const url = linkUrl ?? inFront?.url;
  if (url === undefined) return;
  const title = linkUrl === undefined ? (inFront?.title ?? null) : null;
  const report = await fileReport(world, seenIn({ url, title }));
  if (await openFormAfterFiling(world, report, null)) return;
  await showPopup(world, { kind: 'report', reportId: report.reportId });
}

type Clock = Pick<WorldWithReports, 'now'>;

/** A popup that comes later than this was opened by somebody else. */
const opensWithinMs = 10_000;
/**
 * In memory alone, and for one popup: in its address, or in the browser's setting, a report would be found by whoever
 * presses the button next, once a worker died in between. Then a popup as always is shown, and nothing is lost.
 */
let wantedCache: { readonly shows: Shows; readonly until: number } | null = null;

/** In the popup, not in a tab: nothing is left in the browser's history. */
export async function showPopup(world: Clock, shows: Shows): Promise<void> {
  wantedCache = { shows, until: world.now() + opensWithinMs };
  try {
    await browser.action.openPopup();
  } catch {
    // No browser window is in front: a small window of its own, which leaves no tab behind.
    const url = browser.runtime.getURL('/popup.html');
    await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
  }
}

/** The first popup that asks gets it; every other is the toolbar's. */
export function popupOpened(world: Clock): PopupOpened {
  const wanted = wantedCache;
  wantedCache = null;
  return { shows: wanted !== null && world.now() <= wanted.until ? wanted.shows : null };
}
