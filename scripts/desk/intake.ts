// An embedded desk that speaks docs/intake-protocol.md, whole and honestly, for trials and as an example to start from.
//   node scripts/desk/intake.ts [port] [--folder=PATH]      reports in memory, or in a folder with its keys
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { IntakeDesk } from '../../rules/policy/desk-schema.ts';
import { intakeLimits, type IntakeError } from '../../rules/reporting/intake/protocol.ts';
import type { TrialDesk } from './desk.ts';
import { createIntake, problem, type Reply } from './intake-desk.ts';
import { createFloodGuard, type FloodLimits, usualFlood } from './intake-flood.ts';
import { type DeskKeys, deskKeys } from './intake-keys.ts';
import { createIntakeOfficer, type IntakeOfficer } from './intake-officer.ts';
import { folderStore, memoryStore } from './intake-store.ts';

export type IntakeTrialDesk = TrialDesk & {
  /** As a policy or a pack names it. */
  readonly asDesk: IntakeDesk;
  readonly officer: IntakeOfficer;
};
export type IntakeOptions = {
  readonly port?: number;
  readonly name?: string;
  /** Where reports and keys are kept from one start to the next; none: in memory. */
  readonly folder?: string;
  /** Neither seals nor signs: for a trial of a desk without keys. */
  readonly keyless?: boolean;
  readonly flood?: Partial<FloodLimits>;
  /** Time for a whole request. */
  readonly patienceMs?: number;
  readonly now?: () => number;
};

type Intake = ReturnType<typeof createIntake>;

export async function startIntakeDesk(options: IntakeOptions = {}): Promise<IntakeTrialDesk> {
  const { name = 'Trial desk', folder, now = Date.now } = options;
  if (folder !== undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = folder === undefined ? undefined : join(folder, 'keys.json');
  const keys = options.keyless === true ? null : await deskKeys(file);
  const store = folder === undefined ? memoryStore() : await folderStore(join(folder, 'reports'));
  const flood = createFloodGuard({ ...usualFlood, ...options.flood }, now);
  const intake = createIntake({ name, store, keys, flood, now });
  const server = await listen(intake, options);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const officer = createIntakeOfficer({ store, keys, now, alone: intake.alone });
  return {
    name,
    url,
    queue: '',
    user: '',
    password: '',
    asDesk: deskAt(name, url, keys),
    officer,
    tickets: officer.tickets,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const deskAt = (name: string, endpoint: string, keys: DeskKeys | null): IntakeDesk => ({
  kind: 'intake',
  name,
  endpoint,
  ...(keys === null ? {} : { sealKey: keys.sealKey, receiptKey: keys.receiptKey }),
});

async function listen(intake: Intake, { port = 0, patienceMs = 10_000 }: IntakeOptions) {
  const server = createServer(
    {
      // Who drips gets this long in all; who says nothing no longer.
      requestTimeout: patienceMs,
      headersTimeout: patienceMs,
      connectionsCheckingInterval: Math.min(1000, patienceMs),
      keepAliveTimeout: 5000,
      maxHeaderSize: 8192,
    },
    (request, response) => {
      answer(intake, request)
        // Nothing is written of what was in it, not even where it broke.
        .catch(() => problem(503, 'closed', 60))
        .then((reply) => send(request, response, reply))
        .catch(() => response.destroy());
    },
  );
  server.maxConnections = 200;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(intake: Intake, request: IncomingMessage): Promise<Reply> {
  const { pathname } = new URL(request.url ?? '/', 'http://desk.invalid');
  const route = routeOf(pathname);
  if (route === null) return problem(404, 'not-found');
  const method = request.method ?? '';
  if (!route.methods.includes(method)) return problem(405, 'method-not-allowed');
  if (method === 'GET') {
    if (route.what === 'config') return intake.config();
    if (route.what === 'challenge') return intake.challenge();
    return intake.status(route.receipt, tokenIn(request));
  }
  if (method === 'DELETE') return intake.withdraw(route.receipt, tokenIn(request));
  const body = await bodyOf(request);
  if (typeof body !== 'string') return problem(body.status, body.error);
  return route.what === 'reports'
    ? intake.submit(body)
    : intake.message(route.receipt, tokenIn(request), body);
}

type Route = {
  readonly what: 'reports' | 'report' | 'messages' | 'config' | 'challenge';
  readonly receipt: string;
  readonly methods: readonly string[];
};

function routeOf(path: string): Route | null {
  if (path === '/v1/config') return { what: 'config', receipt: '', methods: ['GET'] };
  if (path === '/v1/challenge') return { what: 'challenge', receipt: '', methods: ['GET'] };
  if (path === '/v1/reports') return { what: 'reports', receipt: '', methods: ['POST'] };
  const [, receipt = '', messages] =
    /^\/v1\/reports\/([A-Z0-9-]{6,40})(\/messages)?$/.exec(path) ?? [];
  if (receipt === '') return null;
  return messages === undefined
    ? { what: 'report', receipt, methods: ['GET', 'DELETE'] }
    : { what: 'messages', receipt, methods: ['POST'] };
}

const tokenIn = ({ headers }: IncomingMessage): string =>
  /^Bearer ([\w-]{43})$/.exec(headers.authorization ?? '')?.[1] ?? '';

async function bodyOf(
  request: IncomingMessage,
): Promise<string | { readonly status: number; readonly error: IntakeError }> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json(?:;|$)/i.test(type)) return { status: 415, error: 'not-json' };
  const tooLarge = { status: 413, error: 'too-large' } as const;
  if (Number(request.headers['content-length'] ?? 0) > intakeLimits.requestBytes) return tooLarge;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > intakeLimits.requestBytes) return tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  // What was not read to its end is not read any further.
  const isCut = !request.complete;
  response.writeHead(reply.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(reply.retryAfter === undefined ? {} : { 'Retry-After': String(reply.retryAfter) }),
    ...(isCut ? { Connection: 'close' } : {}),
  });
  response.end(JSON.stringify(reply.body));
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv.find((one) => one.startsWith('--folder='))?.slice('--folder='.length);
  const port = Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 8009);
  const desk = await startIntakeDesk({ port, ...(folder === undefined ? {} : { folder }) });
  console.log(`A desk listens at ${desk.url}. For a policy or a pack:`);
  console.log(JSON.stringify(desk.asDesk, null, 2));
}
