// A small pretend web on loopback: one port, many hosts, and an account of who asked for what.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Answered } from './site.ts';
import { siteAt } from './sites.ts';

export type PretendWeb = {
  readonly port: number;
  /** For Chromium: sends every *.test host here, and so keeps port numbers out of addresses. */
  readonly resolverRule: string;
  /** The addresses asked for at this host so far, in order. Empty: not one request arrived. */
  readonly requestsTo: (host: string) => readonly string[];
  readonly forgetRequests: () => void;
  readonly close: () => Promise<void>;
};

/** Starts it on 127.0.0.1; port 0 takes any free one. It is an HTTP proxy too, which is how Firefox comes here. */
export async function startPretendWeb({ port = 0 } = {}): Promise<PretendWeb> {
  const requests = new Map<string, string[]>();
  const server = createServer((request, response) => {
    const url = addressOf(request);
    if (url === null) return send(response, { status: 400, body: 'Not an address' });
    const seen = requests.get(url.hostname) ?? [];
    seen.push(url.href);
    requests.set(url.hostname, seen);
    return send(response, answer(url, request));
  });
  // A browser that asks for https through the proxy gets a plain no: nothing here speaks it.
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Not here\r\n\r\n'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    resolverRule: `MAP *.test 127.0.0.1:${taken}`,
    requestsTo: (host) => requests.get(host) ?? [],
    forgetRequests: () => requests.clear(),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function addressOf(request: IncomingMessage): URL | null {
  const asked = request.url ?? '/';
  const whole = /^https?:\/\//.test(asked)
    ? asked
    : `http://${request.headers.host ?? 'none'}${asked}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

function answer(url: URL, request: IncomingMessage): Answered {
  if (url.pathname === '/favicon.ico') return { status: 204 };
  return siteAt(url.hostname)({
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    url: url.href,
    headers: request.headers,
  });
}

function send(response: ServerResponse, answered: Answered): void {
  const {
    status = 200,
    type = 'text/html; charset=utf-8',
    body = '',
    headers = {},
  } = typeof answered === 'string' ? { body: answered } : answered;
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(body);
}
