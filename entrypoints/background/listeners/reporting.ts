// The doors to Report and Help that are no page: context menu, keyboard, and the alarm of the outbox.
import { browser } from 'wxt/browser';

import { openLater } from '../load-later.ts';
import type { World } from '../world.ts';
import { quietly } from './quietly.ts';

// As in use-cases/make-menu.ts, which is loaded later.
const menuId = 'report';

export function listenToReporting(world: World): void {
  browser.runtime.onInstalled.addListener(
    quietly(async () => {
      const later = await openLater(world);
      await later.makeMenu();
      await later.deliverDue();
    }),
  );
  browser.runtime.onStartup.addListener(
    quietly(() => openLater(world).then((later) => later.deliverDue())),
  );
  browser.storage.onChanged.addListener(
    quietly(async (changes: Record<string, unknown>) => {
      if ('policy' in changes) await (await openLater(world)).makeMenu();
    }),
  );
  browser.contextMenus.onClicked.addListener(
    quietly(async (info: { menuItemId: string | number; linkUrl?: string }, tab?: OpenTab) => {
      if (info.menuItemId !== menuId) return;
      await reportAndShow(world, info.linkUrl, tab);
    }),
  );
  browser.commands.onCommand.addListener(
    quietly(async (command: string, tab?: OpenTab) => {
      if (command === 'report') await reportAndShow(world, undefined, tab);
      if (command === 'help') await showPopup('#help');
    }),
  );
  browser.alarms.onAlarm.addListener(
    quietly(async ({ name }: { name: string }) => {
      if (name === 'outbox') await (await openLater(world)).deliverDue();
    }),
  );
}

type OpenTab = { readonly url?: string | undefined; readonly title?: string | undefined };

async function reportAndShow(
  world: World,
  linkUrl: string | undefined,
  tab: OpenTab | undefined,
): Promise<void> {
  const inFront = tab ?? (await world.tabs.inFront()) ?? undefined;
  const url = linkUrl ?? inFront?.url;
  if (url === undefined) return;
  const title = linkUrl === undefined ? (inFront?.title ?? null) : null;
  const { reportId } = await (await openLater(world)).file({ url, title });
  await showPopup(`#report=${reportId}`);
}

/** In the popup, not in a tab: nothing is left in the browser's history. */
async function showPopup(fragment: string): Promise<void> {
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
