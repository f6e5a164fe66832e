// A server of lists on loopback, as a publisher's might be: editions with ETags, ranges, and everything that goes wrong.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;
export type ListServer = Awaited<ReturnType<typeof startListServer>>;

export async function startListServer() {
  const requests: IncomingMessage[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.get(request.url ?? '/');
    if (answer !== undefined) return answer(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    requests,
    at: (path: string): string => `${base}${path}`,
    answers: (path: string, answer: Answer): void => void answers.set(path, answer),
    /** Publishes an edition: what a well-behaved server does with it. */
    publishes(path: string, body: string | Uint8Array, etag = `"${Math.random()}"`): void {
      answers.set(path, edition(Buffer.from(body), etag));
    },
    paths: (): string[] => requests.map(({ url }) => url ?? ''),
    forget(): void {
      requests.length = 0;
      answers.clear();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** Conditional and ranged, as nginx answers. */
export const edition =
  (body: Buffer, etag: string): Answer =>
  (request, response) => {
    const { 'if-none-match': known, range, 'if-range': of } = request.headers;
    if (known === etag) return response.writeHead(304, { ETag: etag }).end();
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? Number.NaN);
    if (Number.isNaN(from) || of !== etag) {
      response.writeHead(200, { ETag: etag, 'Content-Length': body.length });
      return response.end(body);
    }
    if (from >= body.length) return response.writeHead(416).end();
    const rest = body.subarray(from);
    response.writeHead(206, {
      ETag: etag,
      'Content-Length': rest.length,
      'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}`,
    });
    return response.end(rest);
  };

/** Sends so many bytes of an edition, then breaks the connection. */
export const breaksAfter =
  (bytes: number, body: Buffer, etag: string): Answer =>
  (_, response) => {
    response.writeHead(200, { ETag: etag, 'Content-Length': body.length });
    response.write(body.subarray(0, bytes), () => {
      // The bytes are on their way first.
      setTimeout(() => response.destroy(), 30);
    });
  };

/** Sends the same piece for ever. */
export const endless =
  (piece: Buffer): Answer =>
  (_, response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
