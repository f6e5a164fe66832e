// What the browser says about who sends a message.
import type { UntrustedSender } from '@/entrypoints/background/sender.ts';

import { extensionId, extensionOrigin, type FakeTab } from './fake-browser.ts';

const ours = (page: string): UntrustedSender => ({
  id: extensionId,
  url: `${extensionOrigin}/${page}.html`,
  frameId: 0,
  tab: { id: 90, windowId: 1, title: 'Saathi' },
});

export const from = {
  options: ours('options'),
  blocked: ours('blocked'),
  report: ours('report'),
  mine: ours('mine'),
  /** The popup stands in no tab. */
  popup: { id: extensionId, url: `${extensionOrigin}/popup.html` } satisfies UntrustedSender,
  page: ({ id, url, title, windowId }: FakeTab, frameId = 0): UntrustedSender => ({
    id: extensionId,
    url,
    frameId,
    tab: { id, windowId, title },
  }),
};
