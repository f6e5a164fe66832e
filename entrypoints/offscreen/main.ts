// Chromium's background can start no worker; this document starts the builder of lists and the thread that looks at pictures
// for it, and passes on what is said. It obeys the background alone: a content script can open a Port with the same name, a page
// of ours too.
import { browser, type Browser } from 'wxt/browser';

import { parseWith } from '@/rules/parse.ts';

import {
  type BuilderEvent,
  builderPort,
  commandSchema,
  eventSchema,
} from '../list-builder-parts/protocol.ts';
import { picturePort } from '../picture-host-parts/protocol.ts';
import { servePictures } from './pictures.ts';

const broken: BuilderEvent = { kind: 'failed', problem: 'broken' };

browser.runtime.onConnect.addListener((port) => {
  if (port.name !== builderPort && port.name !== picturePort) return;
  if (!isBackground(port.sender)) port.disconnect();
  else if (port.name === picturePort) servePictures(port);
  else serveBuilder(port);
});

function serveBuilder(port: Browser.runtime.Port): void {
  const worker = new Worker('/list-builder.js');
  port.onMessage.addListener((untrusted: unknown) => {
    const command = parseWith(commandSchema, untrusted);
    if (command.ok) worker.postMessage(command.value);
    else port.postMessage(broken);
  });
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const event = parseWith(eventSchema, data);
    port.postMessage(event.ok ? event.value : broken);
  });
  worker.addEventListener('error', () => port.postMessage(broken));
  // Who asked has gone: what was begun is not finished for nobody. What was fetched stays for the next try.
  port.onDisconnect.addListener(() => worker.terminate());
}

const isBackground = (sender: Browser.runtime.MessageSender | undefined): boolean =>
  sender?.id === browser.runtime.id &&
  sender.tab === undefined &&
  sender.url === browser.runtime.getURL('/background.js');
