// The test's side of the stub background: hears every message of a page's scripts and says what to answer.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { MessageName } from '../../../rules/messages/contract.ts';
import type { PageOrder } from '../../../rules/messages/page-replies.ts';

export type Heard = {
  readonly name: MessageName;
  readonly body: {
    readonly why?: string;
    readonly labels?: readonly string[];
    readonly text?: string;
    readonly place?: string;
    readonly hint?: string;
    readonly rested?: readonly string[];
  };
  readonly url: string;
  readonly frameId: number;
  readonly tabId: number;
  readonly lifecycle?: string;
};
/** `answered` null: as if the worker had died under the question. `goTo`: what the tab becomes. */
export type Say = {
  readonly answered: unknown;
  readonly goTo?: 'blocked' | 'about:blank';
  /** As if the cover could not be put into the page. */
  readonly withoutCover?: boolean;
  /** The answer comes so much later. */
  readonly afterMs?: number;
};
export type Served = { readonly body: string; readonly headers?: Readonly<Record<string, string>> };
/** `again`: puts page.js into the tab, as a background does with open tabs after an update. */
type Push =
  | { readonly tabId: number; readonly order: PageOrder }
  | { readonly tabId: number; readonly again: true };

export type Desk = {
  readonly port: number;
  readonly heard: Heard[];
  answer: (message: Heard) => Say;
  push: (push: Push) => void;
  close: () => Promise<void>;
};

const nothing: PageOrder = { show: { kind: 'nothing' }, againInMs: null };
export const order = (show: PageOrder['show'], againInMs: number | null = null): Say => ({
  answered: { ok: true, value: { show, againInMs } },
});

/** Serves `pages` at every host, and the stub background at /message and /push. */
export async function startDesk(pages: (path: string) => Served | undefined): Promise<Desk> {
  const pushes: Push[] = [];
  let waiting: ServerResponse | null = null;
  const deliver = (): void => {
    const next = waiting === null ? undefined : pushes.shift();
    if (next === undefined) return;
    waiting?.end(JSON.stringify(next));
    waiting = null;
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://desk.test').pathname;
    if (path === '/push') {
      waiting = response;
      response.once('close', () => {
        if (waiting === response) waiting = null;
      });
      return deliver();
    }
    if (path !== '/message') return serve(pages(path), response);
    return void hear(request).then((message) => {
      desk.heard.push(message);
      const { afterMs = 0, ...said } = desk.answer(message);
      setTimeout(() => response.end(JSON.stringify({ goTo: null, ...said })), afterMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const desk: Desk = {
    port: (server.address() as AddressInfo).port,
    heard: [],
    answer: () => ({ answered: { ok: true, value: nothing } }),
    push: (push) => {
      pushes.push(push);
      deliver();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return desk;
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as Heard;
}

function serve(served: Served | undefined, response: ServerResponse): void {
  response.writeHead(served === undefined ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    ...served?.headers,
  });
  response.end(served?.body ?? '');
}
