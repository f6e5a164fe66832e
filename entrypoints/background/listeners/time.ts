// Everything that can change what is in front, whether somebody is there, or what time it is.
import { browser } from 'wxt/browser';

import { passTime } from '@/rules/guardian/attempts.ts';

import { gathered } from '../gathered.ts';
import { reconcile, reconcileIfStale } from '../reconcile.ts';
import { observeFront, tell } from '../use-cases/count-time.ts';
import { idleAfterSeconds, type World } from '../world.ts';
import { quietly } from './quietly.ts';

const wanted = ['audible', 'mutedInfo', 'url', 'discarded'];

const settle = gathered(reconcileIfStale);
async function lookAround(world: World): Promise<void> {
  await observeFront(world);
  await settle(world);
}

export function listenToTime(world: World): void {
  const look = quietly(() => lookAround(world));
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onRemoved.addListener(look);
  browser.tabs.onReplaced.addListener(look);
  browser.windows.onFocusChanged.addListener(look);
  browser.tabs.onUpdated.addListener(
    quietly(async (_tabId: number, changed: object) => {
      if (wanted.some((name) => name in changed)) await lookAround(world);
    }),
  );
  browser.idle.setDetectionInterval(idleAfterSeconds);
  browser.idle.onStateChanged.addListener(
    quietly(async (state: 'active' | 'idle' | 'locked') => {
      // Whoever locks the screen has gone; the guardian's pages are not left open behind it.
      if (state === 'locked') await world.stores.session.clear();
      await tell(world, { kind: state });
      // Only a look at the page tells whether something runs there without sound.
      if (state === 'idle') await observeFront(world);
      await reconcileIfStale(world);
    }),
  );
  browser.alarms.onAlarm.addListener(
    quietly(async ({ name }: { name: string }) => {
      if (name === 'heartbeat') {
        await observeFront(world);
        for (const tries of [world.stores.attempts, world.stores.codeAttempts]) {
          await tries.update((old) =>
            old.waitLeftMs > 0 ? passTime(old, world.now(), world.steady()) : old,
          );
        }
        await reconcileIfStale(world);
      }
      if (name === 'policy-change') {
        await tell(world, { kind: 'tick' });
        await reconcile(world);
      }
    }),
  );
}
