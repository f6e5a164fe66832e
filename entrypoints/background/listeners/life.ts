// Install, update, browser start, changes of storage and permissions: each ends in reconcile().
import { browser } from 'wxt/browser';

import { tellPages } from '../adapters/broadcast.ts';
import { reconcile, reconcileIfStale } from '../reconcile.ts';
import { catchUp, observeFront } from '../use-cases/count-time.ts';
import { sweep } from '../use-cases/judge.ts';
import type { World } from '../world.ts';
import { quietly } from './quietly.ts';

export function listenToLife(world: World): void {
  const again = quietly(() => reconcile(world));
  // Chromium keeps web pages' scripts out of storage.local; Firefox has no such switch, and no secret is kept there.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  browser.runtime.onInstalled.addListener(
    quietly(async ({ reason }: { reason: string }) => {
      await coverOpenTabs();
      await reconcile(world);
      const { policy } = await world.policies.settled();
      if (reason === 'install' && policy === null) await browser.runtime.openOptionsPage();
    }),
  );
  browser.runtime.onStartup.addListener(
    quietly(async () => {
      await observeFront(world);
      await reconcile(world);
    }),
  );
  browser.storage.onChanged.addListener(
    quietly(async (changes: Record<string, unknown>, area: string) => {
      const isPolicy = area === 'managed' || (area === 'local' && 'policy' in changes);
      if (!isPolicy) return;
      world.policies.forgetCache();
      await reconcile(world);
      tellPages();
    }),
  );
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  quietly(() => wake(world))();
}

/**
 * At a browser start pages are open, or on their way, before any worker lives; Chromium asks for them although a rule
 * forbids it. They are looked at before anything else is done, and without the part that is loaded later.
 */
async function wake(world: World): Promise<void> {
  // Only the session's own memory is this empty: a browser start, or a new version of ours.
  const isFirst = (await world.stores.madeFrom.read()) === '';
  if (isFirst) await sweep(world);
  // Whatever woke this worker: the last one may have died before its rules were made.
  await reconcileIfStale(world);
  await catchUp(world);
}

/** Tabs that were open before the extension came carry no content script yet. */
async function coverOpenTabs(): Promise<void> {
  const open = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.allSettled(
    open.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id }, files: ['/page.js'] })],
    ),
  );
}
