// What a page in front of a child waits for.
import type { Body, ReplyTo } from '@/rules/messages/contract.ts';
import type { PageMessageName } from '@/rules/messages/page-contract.ts';

import type { Sender } from './sender.ts';
import { answerHello } from './use-cases/answer-hello.ts';
import type { World } from './world.ts';

type PageHandlers = {
  readonly [Name in PageMessageName]: (body: Body<Name>, from: Sender) => Promise<ReplyTo<Name>>;
};

export const createPageHandlers = (world: World): PageHandlers => ({
  'page.hello': (hello, from) => answerHello(world, from, hello),
  async 'part.load'({ part }, { tabId, frameId }) {
    if (tabId !== null) await world.tabs.putIn(tabId, frameId, `/${part}.js`);
    return {};
  },
});
