// A desk that breaks one sentence of the protocol: the embedded one, with somebody in between who spoils what it says.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IntakeTrialDesk } from '../../../scripts/desk/intake.ts';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** The connection ended before the request did. */
  readonly isCut: boolean;
};
export type Told = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly json: Record<string, unknown>;
};
/** null: nothing is answered, and the connection stays. */
export type Spoil = (asked: Asked, forward: () => Promise<Told>) => Promise<Told | null>;

/** `toCut`: what a request that ends in its middle is answered with. */
export async function spoiledDesk(desk: IntakeTrialDesk, spoil: Spoil, toCut?: string) {
  const server = createServer({ requestTimeout: 0, headersTimeout: 0 }, (request, response) => {
    (async () => {
      const asked = await askedBy(request);
      const told = await spoil(asked, () => forward(desk.url, asked));
      if (told === null) return;
      response.writeHead(told.status, told.headers);
      response.end(JSON.stringify(told.json));
      // The trial is over, and the desk behind is closed.
    })().catch(() => response.destroy());
  });
  if (toCut !== undefined) {
    server.on('clientError', (_, socket) => socket.end(`HTTP/1.1 ${toCut}\r\n\r\n`));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asDesk: { ...desk.asDesk, endpoint: url },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  let isCut = false;
  try {
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  } catch {
    // Its sender has hung up in the middle.
    isCut = true;
  }
  const { authorization, 'content-type': type } = request.headers;
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    body: Buffer.concat(parts).toString('utf8'),
    isCut,
  };
}

async function forward(base: string, { method, path, headers, body }: Asked): Promise<Told> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers,
    ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
  });
  const kept = ['content-type', 'cache-control', 'retry-after'];
  return {
    status: response.status,
    headers: Object.fromEntries(
      kept.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    ),
    json: (await response.json()) as Record<string, unknown>,
  };
}
