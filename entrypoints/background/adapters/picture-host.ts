// The thread that looks at pictures, as the background knows it. In Chromium a document behind the scenes holds it.
import { browser } from 'wxt/browser';

import {
  type Found,
  foundSchema,
  type Order,
  picturePort,
} from '@/entrypoints/picture-host-parts/protocol.ts';
import { parseWith } from '@/rules/parse.ts';

import { leaveOffscreen, openOffscreen } from './offscreen.ts';

export type PictureHost = {
  readonly send: (order: Order) => void;
  readonly close: () => Promise<void>;
};
export type Hear = { readonly found: (found: Found) => void; readonly gone: () => void };
export type OpenHost = (hear: Hear) => Promise<PictureHost>;

const unable: Found = { kind: 'unable' };
const heard = (untrusted: unknown): Found => {
  const found = parseWith(foundSchema, untrusted);
  return found.ok ? found.value : unable;
};

/** Firefox: the background is a page. */
const openWorker: OpenHost = async (hear) => {
  const worker = new Worker('/picture-host.js');
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear.found(heard(data)));
  worker.addEventListener('error', () => hear.found(unable));
  return {
    send: (order) => worker.postMessage(order),
    close: async () => worker.terminate(),
  };
};

const openDocument: OpenHost = async (hear) => {
  await openOffscreen('pictures');
  const port = browser.runtime.connect({ name: picturePort });
  port.onMessage.addListener((message: unknown) => hear.found(heard(message)));
  port.onDisconnect.addListener(() => hear.gone());
  return {
    send: (order) => port.postMessage(order),
    async close() {
      port.disconnect();
      await leaveOffscreen('pictures');
    },
  };
};

export const openPictureHost: OpenHost = (hear) =>
  (browser.offscreen === undefined ? openWorker : openDocument)(hear);
