import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import {
  download,
  type DownloadRequest,
  type DownloadStart,
} from '@/entrypoints/background/network.ts';

import {
  breaksAfter,
  edition,
  endless,
  type ListServer,
  startListServer,
} from './support/list-server.ts';

let server: ListServer;
beforeAll(async () => {
  server = await startListServer();
});
afterEach(() => server.forget());
afterAll(() => server.close());

const body = Buffer.from('a.test\n'.repeat(1000));

async function fetches(path: string, more: Partial<DownloadRequest> = {}) {
  const pieces: Uint8Array[] = [];
  const starts: DownloadStart[] = [];
  const answer = await download(path.startsWith('/') ? server.at(path) : path, {
    maxBytes: 1_000_000,
    onStart: async (start) => void starts.push(start),
    onBytes: async (piece) => void pieces.push(piece),
    ...more,
  });
  return { answer, start: starts[0], bytes: Buffer.concat(pieces) };
}

test('a list comes whole, with what its server says of the edition', async () => {
  server.answers('/list', edition(body, '"one"'));
  const { answer, start, bytes } = await fetches('/list');
  expect(answer).toBe('complete');
  expect(start).toEqual({ from: 0, total: body.length, etag: '"one"', lastModified: null });
  expect(bytes.equals(body)).toBe(true);
});

test('BYP-215 a request says nothing of who asks: no id, no cookie, no referrer, no language', async () => {
  server.answers('/list', (_, response) => {
    response.writeHead(200, { 'Set-Cookie': 'id=7' }).end('a.test');
  });
  await fetches('/list');
  await fetches('/list');
  const allowed = ['host', 'connection', 'accept', 'accept-language', 'accept-encoding'];
  for (const { method, headers } of server.requests) {
    expect(method).toBe('GET');
    const named = Object.keys(headers).filter((name) => !name.startsWith('sec-fetch-'));
    expect(named.toSorted()).toEqual(
      [...allowed, 'user-agent', 'cache-control', 'pragma'].toSorted(),
    );
    expect(headers['accept-language']).toBe('*');
  }
  expect(server.paths()).toEqual(['/list', '/list']);
});

test('an edition that is still the newest is not sent again', async () => {
  server.answers('/list', edition(body, '"one"'));
  const known = { etag: '"one"', lastModified: null };
  expect((await fetches('/list', { known })).answer).toBe('unchanged');
  expect((await fetches('/list', { known: { ...known, etag: '"zero"' } })).answer).toBe('complete');
});

test('only the rest is asked for of what was begun, and all of it where the edition is another one', async () => {
  server.answers('/list', edition(body, '"one"'));
  const have = { bytes: 700, validator: '"one"' };
  const rest = await fetches('/list', { have });
  expect(rest.start?.from).toBe(700);
  expect(rest.start?.total).toBe(body.length);
  expect(rest.bytes.equals(body.subarray(700))).toBe(true);
  const whole = await fetches('/list', { have: { bytes: 700, validator: '"zero"' } });
  expect(whole.start?.from).toBe(0);
  expect(whole.bytes.length).toBe(body.length);
});

test('a part that begins elsewhere than asked is not taken', async () => {
  server.answers('/list', (_, response) => {
    response.writeHead(206, { 'Content-Range': 'bytes 0-6/7' }).end('a.test\n');
  });
  const have = { bytes: 3, validator: '"one"' };
  expect(await fetches('/list', { have })).toMatchObject({ answer: 'refused', start: undefined });
});

describe('BYP-208 what has no end is ended', () => {
  test('a length that is too long is refused before a byte is read', async () => {
    server.answers('/list', edition(body, '"one"'));
    expect(await fetches('/list', { maxBytes: 6999 })).toMatchObject({
      answer: 'too-long',
      start: undefined,
    });
  });

  test('a body without a length is cut while it streams', async () => {
    server.answers('/list', endless(Buffer.alloc(65_536, 'a')));
    const { answer, bytes } = await fetches('/list');
    expect(answer).toBe('too-long');
    expect(bytes.length).toBeLessThanOrEqual(1_000_000);
  });

  test('the part that was begun counts', async () => {
    server.answers('/list', edition(body, '"one"'));
    const have = { bytes: 3000, validator: '"one"' };
    expect((await fetches('/list', { have, maxBytes: 6999 })).answer).toBe('too-long');
  });

  test('a server that says nothing is given up', async () => {
    server.answers('/list', () => undefined);
    expect((await fetches('/list', { waitMs: 50 })).answer).toBe('timed-out');
  });

  test('a server that drips is given up', async () => {
    server.answers('/list', (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('a'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const { answer, bytes } = await fetches('/list', { waitMs: 150 });
    expect(answer).toBe('timed-out');
    expect(bytes.length).toBeLessThan(4096);
  });

  test('a server that goes on just fast enough does not do so for ever', async () => {
    server.answers('/list', (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('a'.repeat(50)), 10);
      response.on('close', () => clearInterval(drip));
    });
    const { answer, bytes } = await fetches('/list', { stallBytes: 10, mostMs: 300 });
    expect(answer).toBe('timed-out');
    expect(bytes.length).toBeGreaterThan(0);
  });

  test('one that is slow but goes on is waited for', async () => {
    server.answers('/list', (_, response) => {
      response.writeHead(200);
      let sent = 0;
      const some = setInterval(() => {
        response.write(Buffer.alloc(5000));
        sent += 1;
        if (sent === 8) response.end(() => clearInterval(some));
      }, 40);
    });
    expect(await fetches('/list', { waitMs: 200 })).toMatchObject({ answer: 'complete' });
  });
});

test('a connection that breaks is told, and what came is kept', async () => {
  server.answers('/list', breaksAfter(4000, body, '"one"'));
  const { answer, bytes } = await fetches('/list');
  expect(answer).toBe('broken');
  expect(bytes.equals(body.subarray(0, 4000))).toBe(true);
});

test('a redirect is not followed, and no status but "here it is" is taken for a list', async () => {
  server.answers('/here', (_, response) => response.writeHead(302, { Location: '/there' }).end());
  server.answers('/gone', (_, response) => response.writeHead(410).end('a.test'));
  expect((await fetches('/here')).answer).toBe('broken');
  expect((await fetches('/gone')).answer).toBe('refused');
  expect(server.paths()).toEqual(['/here', '/gone']);
});

test('nothing is asked of another machine in clear text, nor with a name and a word in the address', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  for (const url of [
    'http://lists.test/',
    'http://192.168.1.4/list',
    'https://child:7@lists.test/',
    'ftp://lists.test/',
    'x',
  ]) {
    expect((await fetches(url)).answer).toBe('refused-by-policy');
  }
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('without a network nothing is asked', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const { answer } = await fetches('https://lists.test/');
  vi.unstubAllGlobals();
  expect(answer).toBe('offline');
});

test('whoever asked can end it', async () => {
  server.answers('/list', endless(Buffer.alloc(1000)));
  const over = new AbortController();
  const onBytes = async (): Promise<void> => over.abort();
  expect((await fetches('/list', { signal: over.signal, onBytes })).answer).toBe('given-up');
});

test('what the keeper of the bytes throws is thrown on', async () => {
  server.answers('/list', edition(body, '"one"'));
  const full = async (): Promise<void> => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await expect(fetches('/list', { onBytes: full })).rejects.toThrow('full');
});

test('what names an edition at a length nobody keeps is left out, or no edition of that server could be taken', async () => {
  server.answers('/list', (_, response) => {
    const headers = { ETag: `"${'x'.repeat(300)}"`, 'Last-Modified': 'y'.repeat(101) };
    response.writeHead(200, headers).end(body);
  });
  const { answer, start } = await fetches('/list');
  expect(answer).toBe('complete');
  expect(start).toMatchObject({ etag: null, lastModified: null });
});
