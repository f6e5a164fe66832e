import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let answer: Answer;
let base: string;
let seen: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (path = '/', more: { timeoutMs?: number; maxReplyBytes?: number } = {}) => {
  seen = [];
  return post(`${base}${path}`, { headers: { 'X-Test': 'yes' }, body: 'words', ...more });
};

test('an answer comes with its status, type, origin and body', async () => {
  answer = (_, response) => {
    response.writeHead(429, { 'Content-Type': 'text/plain', 'Retry-After': '60' });
    response.end('اردو');
  };
  expect(await send('/ticket')).toEqual({
    kind: 'answered',
    status: 429,
    url: `${base}/ticket`,
    contentType: 'text/plain',
    retryAfter: '60',
    body: 'اردو',
  });
  expect(seen[0]?.headers).toMatchObject({ 'x-test': 'yes' });
  expect(seen[0]?.headers).not.toHaveProperty('cookie');
  expect(seen[0]?.headers).not.toHaveProperty('referer');
});

test('BYP-224 a redirect is not followed', async () => {
  answer = ({ url }, response) => {
    response.writeHead(url === '/there' ? 201 : 302, { Location: '/there' });
    response.end();
  };
  expect(await send('/here')).toEqual({ kind: 'broken' });
  expect(seen.map(({ url }) => url)).toEqual(['/here']);
});

test('BYP-224 a body longer than allowed is dropped while it streams', async () => {
  let written = 0;
  answer = (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  expect(await send('/', { maxReplyBytes: 1000 })).toMatchObject({ kind: 'answered', body: '' });
  expect(written).toBeLessThan(10_000_000);
});

test('a desk that never answers is given up', async () => {
  answer = () => undefined;
  expect(await send('/', { timeoutMs: 50 })).toEqual({ kind: 'timed-out' });
});

test('a connection that breaks is told apart from no network', async () => {
  answer = (request) => request.socket.destroy();
  expect(await send()).toEqual({ kind: 'broken' });
  vi.stubGlobal('navigator', { onLine: false });
  const away = await post('https://desk.example/', { headers: {}, body: '' });
  vi.unstubAllGlobals();
  expect(away).toEqual({ kind: 'offline' });
});

test('BYP-224 nothing leaves in clear text to another machine', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  for (const url of ['http://desk.example/', 'http://192.168.1.4/', 'ftp://desk.example/', 'x']) {
    expect(await post(url, { headers: {}, body: 'words' })).toEqual({ kind: 'refused-by-policy' });
  }
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
