// The thread that looks at pictures, for Chromium's background. It stays a while after the background has gone to sleep:
// the model takes a second to open, and a background sleeps after half a minute.
import type { Browser } from 'wxt/browser';

import { parseWith } from '@/rules/parse.ts';

import { type Found, foundSchema, orderSchema } from '../picture-host-parts/protocol.ts';

const lingersMs = 5 * 60_000;
const unable: Found = { kind: 'unable' };

let worker: Worker | null = null;
let owner: Browser.runtime.Port | null = null;
let ending: ReturnType<typeof setTimeout> | undefined;

/** One background at a time: the last that came. */
export function servePictures(port: Browser.runtime.Port): void {
  clearTimeout(ending);
  owner = port;
  worker ??= start();
  const mine = worker;
  port.onMessage.addListener((untrusted: unknown) => {
    const order = parseWith(orderSchema, untrusted);
    if (order.ok) mine.postMessage(order.value);
    else port.postMessage(unable);
  });
  port.onDisconnect.addListener(() => {
    if (owner !== port) return;
    owner = null;
    mine.postMessage({ wanted: [] });
    ending = setTimeout(end, lingersMs);
  });
}

function start(): Worker {
  const started = new Worker('/picture-host.js');
  started.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const found = parseWith(foundSchema, data);
    owner?.postMessage(found.ok ? found.value : unable);
    if (!found.ok || found.value.kind === 'unable') end();
  });
  started.addEventListener('error', () => {
    owner?.postMessage(unable);
    end();
  });
  return started;
}

/** The next background starts another. */
function end(): void {
  worker?.terminate();
  worker = null;
}
