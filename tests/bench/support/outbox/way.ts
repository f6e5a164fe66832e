// The way between a browser and the desk: passes every report on, sees what came of it, and is where things happen to it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import type { Fate, Victim } from './fire.ts';

export type Way = {
  readonly url: string;
  /** How often the desk said of this report that it has it, how often that was passed on, and how often swallowed. */
  readonly seen: (reportId: string) => Readonly<Count>;
  readonly close: () => Promise<void>;
};
type Happenings = {
  /** Asked once for each report, at its first request. */
  readonly fateOf: (reportId: string) => Fate;
  readonly kill: (who: Victim) => Promise<void>;
};
type Passed = { readonly status: number; readonly type: string; readonly body: string };
type Count = { tries: number; accepted: number; told: number; lost: number };

/** Longer than the extension waits for an answer. */
const silenceMs = 25_000;

export async function openWay(desk: string, happenings: Happenings): Promise<Way> {
  const counts = new Map<string, Count>();
  const countOf = (reportId: string): Count => {
    const count = counts.get(reportId) ?? { tries: 0, accepted: 0, told: 0, lost: 0 };
    counts.set(reportId, count);
    return count;
  };
  const server = createServer((request, response) => {
    carry(desk, happenings, countOf, { request, response }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: countOf,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

async function carry(
  desk: string,
  { fateOf, kill }: Happenings,
  countOf: (reportId: string) => Count,
  { request, response }: Exchange,
): Promise<void> {
  const body = await textOf(request);
  const reportId = reportIdIn(body);
  const count = countOf(reportId);
  count.tries += 1;
  const fate: Fate = count.tries === 1 ? fateOf(reportId) : { kind: 'calm' };
  const struck = async (point: string): Promise<void> => {
    if (fate.kind !== 'killed-sending' || fate.point !== point) return;
    await pause(fate.afterMs);
    await kill(fate.who);
  };
  await struck('arrived');
  const answer = await passOn(desk, request, body);
  if (answer === null) return void response.destroy();
  if (answer.status === 201) count.accepted += 1;
  await struck('accepted');
  if (fate.kind === 'answer-lost') {
    count.lost += 1;
    if (fate.how === 'silent') await pause(silenceMs, undefined, { ref: false });
    return void response.destroy();
  }
  response.writeHead(answer.status, { 'Content-Type': answer.type });
  await new Promise<void>((resolve) => response.end(answer.body, () => resolve()));
  if (answer.status === 201) count.told += 1;
  await struck('answered');
}

/** Null: the desk is not there. What has arrived here reaches it even if the sender is dead by now. */
async function passOn(
  desk: string,
  request: IncomingMessage,
  body: string,
): Promise<Passed | null> {
  try {
    const answer = await fetch(`${desk}${request.url ?? '/'}`, {
      method: request.method ?? 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        Authorization: request.headers.authorization ?? '',
      },
      body,
    });
    const type = answer.headers.get('Content-Type') ?? 'text/plain';
    return { status: answer.status, type, body: await answer.text() };
  } catch {
    // Stopped, or it died over this request.
    return null;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function reportIdIn(body: string): string {
  const ticket = JSON.parse(body) as { readonly CustomFields?: Record<string, string> };
  return ticket.CustomFields?.['Report ID'] ?? '';
}
