// What a page in front of a child waits for.
import type { PageMessageName } from '@/rules/messages/page-contract.ts';

import type { HandlersOf } from './answer.ts';
import { answerHello } from './use-cases/answer-hello.ts';
import type { World } from './world.ts';

type PageHandlers = HandlersOf<PageMessageName>;

export const createPageHandlers = (world: World): PageHandlers => ({
  'page.hello': (hello, from) => answerHello(world, from, hello),
  async 'part.load'({ part }, { tabId, frameId }) {
    if (tabId !== null) await world.tabs.putIn(tabId, frameId, `/${part}.js`);
    return {};
  },
});
