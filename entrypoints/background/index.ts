// Builds the world and registers every listener synchronously: a worker that wakes for an event must already listen to it.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { answer } from './answer.ts';
import { registerDatabase } from './database/open.ts';
import { createHandlers } from './handlers.ts';
import { listenToLife } from './listeners/life.ts';
import { listenToNavigation } from './listeners/navigation.ts';
import { listenToReporting } from './listeners/reporting.ts';
import { listenToTime } from './listeners/time.ts';
import { createWorld } from './world.ts';

export default defineBackground({
  main() {
    registerDatabase();
    const world = createWorld();
    const handlers = createHandlers(world);
    const ours = { id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) };
    browser.runtime.onMessage.addListener((message, sender, respond) => {
      void answer(handlers, message, sender, ours).then(respond);
      return true;
    });
    listenToNavigation(world);
    listenToTime(world);
    listenToReporting(world);
    listenToLife(world);
  },
});
