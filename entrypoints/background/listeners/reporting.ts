// The doors to Report and Help that are no page: context menu, keyboard, and the alarm of the outbox.
import { browser, type Browser } from 'wxt/browser';

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
    quietly(
      async (info: { menuItemId: string | number; linkUrl?: string }, tab?: Browser.tabs.Tab) => {
        if (info.menuItemId !== menuId) return;
        await (await openLater(world)).reportAndShow(info.linkUrl, tab);
      },
    ),
  );
  browser.commands.onCommand.addListener(
    quietly(async (command: string, tab?: Browser.tabs.Tab) => {
      if (command === 'report') await (await openLater(world)).reportAndShow(undefined, tab);
      if (command === 'help') await (await openLater(world)).showPopup({ kind: 'help' });
    }),
  );
  // Firefox's consent to send, given at the first report.
  browser.permissions.onAdded.addListener(
    quietly(() => openLater(world).then((later) => later.deliverDue())),
  );
  browser.alarms.onAlarm.addListener(
    quietly(async ({ name }: { name: string }) => {
      if (name === 'outbox') await (await openLater(world)).deliverDue();
    }),
  );
}
