// Builds the world and registers every listener synchronously: a worker that wakes for an event must already listen to it.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { pageContract } from '@/rules/messages/page-contract.ts';

import { tellPages } from './adapters/broadcast.ts';
import { answer } from './answer.ts';
import { createGate } from './gate.ts';
import { listenToLife } from './listeners/life.ts';
import { listenToLists } from './listeners/lists.ts';
import { listenToNavigation } from './listeners/navigation.ts';
import { quietly } from './listeners/quietly.ts';
import { listenToReporting } from './listeners/reporting.ts';
import { listenToTime } from './listeners/time.ts';
import { openLater, registerLater } from './load-later.ts';
import { createPageHandlers } from './page-handlers.ts';
import { reconcile } from './reconcile.ts';
import type { UntrustedSender } from './sender.ts';
import { createWorld } from './world.ts';

export default defineBackground({
  main() {
    registerLater();
    const world = createWorld(() => {
      quietly(() => reconcile(world))();
      tellPages();
    });
    const desk = { definitions: pageContract, handlers: createPageHandlers(world) };
    const ours = { id: browser.runtime.id, origin: browser.runtime.getURL('').slice(0, -1) };
    const mayAsk = createGate(ours, () => performance.now());
    const answerAnyone = async (message: unknown, sender: UntrustedSender): Promise<unknown> =>
      (await answer(desk, message, sender, ours)) ??
      (await openLater(world)).answer(message, sender, ours);
    browser.runtime.onMessage.addListener(
      (message: unknown, sender: UntrustedSender, reply: (answered: unknown) => void) => {
        if (!mayAsk(sender)) {
          reply({ ok: false, failure: 'wait' });
          return false;
        }
        // A handler that fails is an answer too; what is left is a later.js that did not load, and the page asks again.
        answerAnyone(message, sender).then(reply, () => reply(undefined));
        // Both browsers keep the door open for `reply`; a returned promise only one of them would wait for.
        return true;
      },
    );
    listenToNavigation(world);
    listenToTime(world);
    listenToReporting(world);
    listenToLists(world);
    listenToLife(world);
  },
});
