// When the lists and the packs are to be looked at: a new policy, a start of the browser (Firefox forgets alarms), and the alarm.
import { browser } from 'wxt/browser';

import { openLater } from '../load-later.ts';
import type { World } from '../world.ts';
import { quietly } from './quietly.ts';

export function listenToLists(world: World): void {
  const keep = quietly(() => openLater(world).then((later) => later.keepLists()));
  browser.runtime.onInstalled.addListener(keep);
  browser.runtime.onStartup.addListener(keep);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === 'lists-refresh' || name === 'packs-refresh') keep();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && 'policy' in changes)) keep();
  });
}
