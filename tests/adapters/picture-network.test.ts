// The second asking for a picture: without cookies, never where it must not go, and only for what is a picture.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { fetchPicture } from '@/entrypoints/background/picture-network.ts';

import { drawPng, plain } from '../support/drawn-png.ts';

const png = drawPng(60, 60, plain(40, 60, 200));
const never = new AbortController().signal;
const seen: IncomingHttpHeaders[] = [];
let address = '';

const answers: Readonly<Record<string, readonly [type: string, body: Buffer | string]>> = {
  '/good.png': ['image/png', png],
  '/untyped': ['application/octet-stream', png],
  '/page': ['text/html', png],
  '/lie.png': [
    'image/png',
    '<!doctype html><p>Not a picture, and long enough to be read by its first bytes.',
  ],
  '/drawing': [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>          ',
  ],
  '/short': ['image/gif', 'GIF89a'],
};
const server = createServer((request, response) => {
  seen.push(request.headers);
  const path = request.url ?? '';
  const answer = answers[path];
  if (path === '/huge.png') {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': 13 * 1024 * 1024 });
    response.write(png);
  } else if (path === '/endless.png') {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.write(png);
    for (let sent = 0; sent < 14; sent += 1) response.write(Buffer.alloc(1024 * 1024));
  } else if (answer === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': answer[0] }).end(answer[1]);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const kindOf = async (path: string): Promise<string> =>
  (await fetchPicture(`${address}${path}`, true, never)).kind;

test('takes a picture by its bytes, whatever the server calls it', async () => {
  expect(await kindOf('/good.png')).toBe('picture');
  expect(await kindOf('/untyped')).toBe('picture');
  expect(await kindOf('/short')).toBe('picture');
});

test('takes nothing else: a page, a lie, what is not there', async () => {
  expect(await kindOf('/page')).toBe('none');
  expect(await kindOf('/lie.png')).toBe('none');
  expect(await kindOf('/gone')).toBe('none');
  expect((await fetchPicture('http://127.0.0.1:1/', true, never)).kind).toBe('none');
});

test('says of a drawing of lines that it is one', async () => {
  expect(await kindOf('/drawing')).toBe('vector');
});

test('gives up on what is too large, said or unsaid', async () => {
  expect(await kindOf('/huge.png')).toBe('none');
  expect(await kindOf('/endless.png')).toBe('none');
});

test('does not read what a private machine answered, unless the page is on one', async () => {
  expect((await fetchPicture(`${address}/good.png`, false, never)).kind).toBe('none');
});

test('stops when nobody wants it any more', async () => {
  const over = AbortSignal.abort();
  expect((await fetchPicture(`${address}/good.png`, true, over)).kind).toBe('none');
});

test('sends no cookie and does not say where the picture was seen', async () => {
  seen.length = 0;
  await kindOf('/good.png');
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toHaveProperty('cookie');
  expect(seen[0]).not.toHaveProperty('referer');
});
