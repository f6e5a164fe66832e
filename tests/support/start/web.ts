// A web of one loud page, which tells by itself what was painted of it; and the shop an administrator installs from.
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LoudWeb = {
  readonly port: number;
  /** Paths asked for at a host so far. */
  readonly requestsTo: (host: string) => readonly string[];
  /** What pages of a host reported about themselves. */
  readonly toldBy: (host: string) => readonly Told[];
  readonly offer: (crx: { readonly path: string; readonly id: string }) => string;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};
/** A paint as the browser counts it ("first-contentful-paint"), in milliseconds since the navigation began. */
export type Told = { readonly name: string; readonly at: number };

/** Everything is of the one colour, at once and without any further file. */
const loudPage = `<!doctype html><html lang="en"><head><title>Loud</title><link rel="icon" href="data:,">
<style>html,body{background:#f0f;margin:0;min-height:100%}h1{font:40px sans-serif}</style>
<script>
// To a host of its own: the page's may be blocked by then.
const tell = (name, at) => void navigator.sendBeacon('http://told.test/told?' + location.host, JSON.stringify({ name, at }));
tell('script', performance.now());
new PerformanceObserver((list) => list.getEntries().forEach(({ name, startTime }) => tell(name, startTime)))
  .observe({ type: 'paint', buffered: true });
</script></head><body><h1>LOUD WORDS</h1></body></html>`;

/** On loopback, for every host; it is an HTTP proxy too, which is how Firefox comes here. */
export async function startLoudWeb(): Promise<LoudWeb> {
  const requests = new Map<string, string[]>();
  const told = new Map<string, Told[]>();
  let offered: { readonly path: string; readonly id: string } | null = null;
  const server = createServer((request, response) => {
    const asked = request.url ?? '/';
    const url = new URL(asked.startsWith('/') ? `http://${request.headers.host}${asked}` : asked);
    if (url.pathname === '/update.xml') return sendManifest(response, server, offered?.id ?? '');
    if (url.pathname === '/package.crx')
      return void response.end(readFileSync(offered?.path ?? ''));
    if (url.pathname === '/told') {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const host = url.search.slice(1);
        told.set(host, [...(told.get(host) ?? []), JSON.parse(body) as Told]);
        response.end();
      });
      return;
    }
    if (url.pathname === '/sw.js') return sendWorker(response);
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    requests.set(url.hostname, [...(requests.get(url.hostname) ?? []), url.pathname]);
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.end(loudPage);
  });
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Not here\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    requestsTo: (host) => requests.get(host) ?? [],
    toldBy: (host) => told.get(host) ?? [],
    offer: (crx) => {
      offered = crx;
      return `http://127.0.0.1:${portOf(server)}/update.xml`;
    },
    forget: () => {
      requests.clear();
      told.clear();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type Server = ReturnType<typeof createServer>;
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function sendManifest(response: ServerResponse, server: Server, id: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">
<updatecheck codebase="http://127.0.0.1:${portOf(server)}/package.crx" version="0.1.0"/></app></gupdate>`);
}

/** A site's own service worker that serves the loud page without any network. */
function sendWorker(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/javascript' });
  response.end(`const page = ${JSON.stringify(loudPage)};
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(
  new Response(page, { headers: { 'content-type': 'text/html' } })));`);
}
