// A small receiver that answers like Request Tracker's REST 2.0, for trials where the real one is not installed.
//   node scripts/desk/embedded.ts [port]
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  basic,
  type DeskTicket,
  officer,
  trialPassword,
  type TrialDesk,
  trialQueue,
  trialUser,
} from './desk.ts';

type Kept = Omit<DeskTicket, 'contents' | 'category'> & { contents: string[]; category: string };
type Store = {
  readonly live: Kept[];
  /** Numbers given out; a repeat gets one too and is joined to the first. */
  last: number;
  /** Number of a repeat to the number of its first ticket. */
  readonly joined: Map<number, number>;
};

const largestBody = 256 * 1024;

export async function startEmbeddedDesk({ port = 0 }: { port?: number } = {}): Promise<TrialDesk> {
  const store: Store = { live: [], last: 0, joined: new Map() };
  const server = createServer((request, response) => {
    answer(store, request, response).catch(() => send(response, 500, { message: 'Broken' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    name: 'Embedded desk',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    queue: trialQueue,
    user: trialUser,
    password: trialPassword,
    tickets: async (reportId) =>
      structuredClone(store.live).filter(
        (ticket) => reportId === undefined || ticket.reportId === reportId,
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const caller = callerOf(request);
  if (caller === null) return send(response, 401, { message: 'Unauthorized' });
  if (pathname === '/REST/2.0/ticket' && request.method === 'POST') {
    return create(store, await readBody(request), response, origin);
  }
  if (request.method !== 'GET') return send(response, 405, { message: 'Method not allowed' });
  if (pathname === '/REST/2.0/tickets') return list(store, caller, response, origin);
  const number = /^\/REST\/2\.0\/ticket\/(\d+)$/.exec(pathname)?.[1];
  return number === undefined
    ? send(response, 404, { message: 'Not found' })
    : show(store, caller, response, Number(number));
}

type Caller = 'intake' | 'officer';

function callerOf({ headers }: IncomingMessage): Caller | null {
  if (headers.authorization === basic(trialUser, trialPassword)) return 'intake';
  return headers.authorization === basic(officer.user, officer.password) ? 'officer' : null;
}

function create(store: Store, body: string | null, response: ServerResponse, origin: string): void {
  const wish = body === null ? null : parsed(body);
  if (wish === null) return send(response, 400, { message: 'Could not read the ticket' });
  if (wish['Queue'] !== trialQueue) {
    return send(response, 403, { message: 'No permission to create tickets in that queue' });
  }
  const id = keep(store, wish);
  const address = `${origin}/REST/2.0/ticket/${id}`;
  send(response, 201, { type: 'ticket', id: String(id), _url: address }, { Location: address });
}

/** As the desk's scrip does: a known Report ID joins the first ticket. */
function keep(store: Store, wish: Record<string, unknown>): number {
  store.last += 1;
  const id = store.last;
  const fields = (wish['CustomFields'] ?? {}) as Record<string, unknown>;
  const reportId = text(fields['Report ID']);
  const first = store.live.find((ticket) => reportId !== '' && ticket.reportId === reportId);
  if (first !== undefined) {
    first.contents.push(text(wish['Content']));
    const category = text(fields['Category']);
    if (category !== '' && category !== 'not sorted') first.category = category;
    store.joined.set(id, first.id);
    return id;
  }
  store.live.push({
    id,
    subject: text(wish['Subject']),
    status: 'new',
    reportId,
    category: text(fields['Category']),
    contents: [text(wish['Content'])],
  });
  return id;
}

function list(store: Store, caller: Caller, response: ServerResponse, origin: string): void {
  // A write-only user may ask; it finds nothing.
  const items = (caller === 'officer' ? store.live : []).map(({ id }) => ({
    type: 'ticket',
    id: String(id),
    _url: `${origin}/REST/2.0/ticket/${id}`,
  }));
  send(response, 200, { items, count: items.length, total: items.length, page: 1 });
}

function show(store: Store, caller: Caller, response: ServerResponse, number: number): void {
  if (caller === 'intake') return send(response, 403, { message: 'Forbidden' });
  const ticket = store.live.find(({ id }) => id === (store.joined.get(number) ?? number));
  if (ticket === undefined) return send(response, 404, { message: 'Not found' });
  send(response, 200, { type: 'ticket', ...ticket });
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > largestBody) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    // Not JSON: the caller answers 400.
    return null;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

if (process.argv[1] === import.meta.filename) {
  const desk = await startEmbeddedDesk({ port: Number(process.argv[2] ?? 8008) });
  console.log(`A desk listens at ${desk.url}`);
  console.log(`queue "${desk.queue}", user "${desk.user}", password "${desk.password}"`);
}
