// A site of pictures on loopback: /red.png, /hills-7.png, /once.png (given a single time), /never.png, and pages that a test writes itself.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { drawPng, landscape, plain } from '../../support/drawn-png.ts';

export type PictureSite = {
  readonly port: number;
  readonly url: string;
  /** Headers of each request so far, by path. */
  readonly asked: Map<string, Record<string, unknown>[]>;
  /** What a path answers from now on. */
  readonly pages: Map<string, { readonly body: string; readonly headers?: Record<string, string> }>;
  readonly close: () => Promise<void>;
};

const colours: Readonly<Record<string, readonly [number, number, number]>> = {
  red: [230, 20, 20],
  green: [20, 220, 20],
  blue: [40, 60, 200],
  once: [40, 60, 200],
};

/** `host`: the browser must be told that it is on loopback. */
export async function startPictureSite(host = 'photos.test'): Promise<PictureSite> {
  const asked: PictureSite['asked'] = new Map();
  const pages: PictureSite['pages'] = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    asked.set(pathname, [...(asked.get(pathname) ?? []), request.headers]);
    const page = pages.get(pathname);
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      response.end(page.body);
    } else sendPicture(response, pathname, asked.get(pathname)?.length ?? 0);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host}`,
    asked,
    pages,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function sendPicture(response: ServerResponse, path: string, times: number): void {
  if (path.startsWith('/never')) return; // a server that never answers
  if (path.startsWith('/once') && times > 1) {
    response.writeHead(403).end();
    return;
  }
  const name = /^\/([a-z]+)(?:-(\d+))?\.png$/.exec(path);
  if (name === null) {
    response.writeHead(404).end();
    return;
  }
  const [, what = '', seed = '1'] = name;
  const rgb = colours[what];
  const [width, height] = [300, 200];
  response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'max-age=600' });
  response.end(
    drawPng(
      width,
      height,
      rgb === undefined ? landscape(Number(seed), width, height) : plain(...rgb),
    ),
  );
}
