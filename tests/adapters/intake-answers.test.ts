// What a desk, or whoever sits in front of it, may answer: nothing but its own receipt ends the wait of a report.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';

import { deskKeys } from '../../scripts/desk/intake-keys.ts';
import type { IntakeTrialDesk } from '../../scripts/desk/intake.ts';
import { aDesk, aProfile, hour, minute, newReport } from './support/intake-world.ts';
import { type Spoil, spoiledDesk } from './support/spoiled-desk.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

const foreignKeys = await deskKeys();
const change =
  (json: (told: Record<string, unknown>) => Promise<object> | object): Spoil =>
  async (_, forward) => {
    const told = await forward();
    return { ...told, json: { ...(await json(told.json)) } };
  };
const instead =
  (status: number, json: Record<string, unknown> = {}): Spoil =>
  async (_, forward) => {
    const told = await forward();
    return { ...told, status, json };
  };

/** A profile whose desk sits behind somebody. */
async function behind(spoil: Spoil) {
  const desk = await aDesk();
  const spoiled = await spoiledDesk(desk, (asked, forward) => now.spoil(asked, forward));
  open.push(spoiled);
  const now = { spoil };
  const profile = await aProfile(spoiled.asDesk);
  const report = newReport();
  await profile.delivery().file(report);
  return { desk, profile, now, reportId: report.reportId };
}
const honest: Spoil = (_, forward) => forward();

const noReceipt: readonly { readonly name: string; readonly spoil: Spoil }[] = [
  { name: 'unsigned', spoil: change(({ signed: _signed, ...told }) => told) },
  {
    name: 'signed by somebody else',
    spoil: change(async (told) => {
      const { signed: _signed, ...said } = told;
      return { ...said, signed: await foreignKeys.sign(JSON.stringify(said)) };
    }),
  },
  {
    name: 'with a signature that is none',
    spoil: change((told) => ({ ...told, signed: 'a.b.c' })),
  },
  {
    name: 'that says "none" of its algorithm',
    spoil: change((told) => {
      const head = Buffer.from('{"alg":"none","typ":"saathi-receipt"}').toString('base64url');
      return { ...told, signed: `${head}.${String(told['signed']).split('.')[1]}.` };
    }),
  },
  { name: 'for another text', spoil: change((told) => ({ ...told, hash: '0'.repeat(64) })) },
  { name: 'for another report', spoil: change((told) => ({ ...told, reportId: randomUUID() })) },
  {
    name: 'with another number than the signed one',
    spoil: change((told) => ({ ...told, receipt: 'FAKE-FAKE' })),
  },
  { name: 'that is empty', spoil: instead(201) },
  { name: 'of another protocol', spoil: instead(201, { id: '17', type: 'ticket' }) },
  {
    name: 'as a page of a hotel network',
    spoil: async (_, forward) => ({
      ...(await forward()),
      status: 200,
      headers: { 'content-type': 'text/html' },
    }),
  },
];

describe('no receipt', () => {
  test.each(noReceipt)('one $name', async ({ spoil }) => {
    const { desk, profile, now, reportId } = await behind(spoil);
    await profile.pass(10_000);
    expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'waiting' });
    now.spoil = honest;
    await profile.pass(hour);
    expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'delivered' });
    expect(await desk.tickets(reportId)).toHaveLength(1);
  });

  test('the receipt of another report, replayed', async () => {
    let first: Record<string, unknown> | null = null;
    const { profile, now } = await behind(async (_, forward) => {
      const told = await forward();
      first ??= told.json;
      return { ...told, json: first };
    });
    await profile.pass(10_000);
    const second = newReport('https://chat.example/u/two');
    await profile.delivery().file(second);
    await profile.pass(10_000);
    expect(await profile.delivery().read(second.reportId)).toMatchObject({ state: 'waiting' });
    now.spoil = honest;
    await profile.pass(hour);
    expect(await profile.delivery().read(second.reportId)).toMatchObject({ state: 'delivered' });
  });
});

test('a refusal counts only in the words of the protocol, and is believed the third time', async () => {
  const said = { protocol: 'saathi-intake/1', error: 'not-a-letter' };
  const { profile, now, reportId } = await behind(instead(422, { error: 'blocked by a proxy' }));
  for (let tries = 0; tries < 5; tries += 1) await profile.pass(2 * hour);
  expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'waiting' });
  now.spoil = instead(422, said);
  for (let tries = 0; tries < 3; tries += 1) await profile.pass(12 * hour);
  expect(await profile.delivery().read(reportId)).toMatchObject({
    state: 'refused',
    byHandWhy: 'refused',
    route: { kind: 'form' },
  });
});

test('a desk that is busy names its time, and is left alone until then', async () => {
  let asked = 0;
  const { profile, now, reportId } = await behind(async (_, forward) => {
    asked += 1;
    const told = await forward();
    return {
      ...told,
      status: 429,
      headers: { ...told.headers, 'retry-after': '7200' },
      json: { protocol: 'saathi-intake/1', error: 'too-many' },
    };
  });
  await profile.pass(10_000);
  await profile.pass(hour);
  expect(asked).toBe(1);
  now.spoil = honest;
  await profile.pass(hour);
  expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'delivered' });
});

test('nobody is made to do more work than a moment’s', async () => {
  const { profile, reportId } = await behind(async ({ path }, forward) => {
    const told = await forward();
    const json = path.endsWith('/challenge')
      ? { ...told.json, bits: 40 }
      : { protocol: 'saathi-intake/1', error: 'work-needed' };
    return { ...told, status: path.endsWith('/challenge') ? 200 : 428, json };
  });
  await profile.pass(10_000);
  expect(await profile.delivery().read(reportId)).toMatchObject({ state: 'waiting' });
});

test('what a desk says is cleaned, cut and counted before anybody sees it', async () => {
  const { desk, profile, now, reportId } = await behind(honest);
  await profile.pass(10_000);
  const { receipt } = (await profile.delivery().read(reportId)) ?? {};
  now.spoil = change((told) => ({
    ...told,
    progress: 'read',
    messages: [
      { id: 'message-1', at: 'yesterday', text: '  Hello\u202E\u0000 you ' },
      { id: 'message-1', at: '2026-11-20T13:06:00Z', text: 'The same again' },
    ],
  }));
  profile.world.now += minute;
  const state = await profile.delivery().refresh(reportId);
  expect(state?.messages.map(({ text }) => text)).toEqual(['Hello you']);
  now.spoil = change((told) => ({ ...told, messages: 'many' }));
  profile.world.now += minute;
  expect(await profile.delivery().refresh(reportId)).toMatchObject({ progress: 'read' });
  now.spoil = change((told) => ({ ...told, receipt: 'AAAA-BBBB-CCCC', progress: 'done' }));
  profile.world.now += minute;
  expect(await profile.delivery().refresh(reportId)).toMatchObject({ progress: 'read' });
  expect(await desk.officer.read(receipt ?? '')).toHaveLength(1);
});

describe('answers that never end well', () => {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;
  /** Takes the report behind the scenes, as `desk` would, and answers as it likes. */
  async function answering(desk: IntakeTrialDesk, answer: Answer): Promise<string> {
    const server = createServer((request, response) => {
      request.resume();
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
    });
    expect(desk.url).not.toBe('');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const whole = JSON.stringify({ protocol: 'saathi-intake/1', receipt: 'AAAA-BBBB' });
  const answers: readonly { readonly name: string; readonly answer: Answer }[] = [
    { name: 'silence', answer: () => undefined },
    { name: 'a connection that breaks', answer: ({ socket }) => socket.destroy() },
    {
      name: 'half of an answer, and the end',
      answer: ({ socket }) => {
        socket.end(
          `HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${whole.length}\r\n\r\n${whole.slice(0, 20)}`,
        );
      },
    },
    {
      name: 'half of an answer, and silence',
      answer: (_, response) => {
        response.writeHead(201, { 'Content-Type': 'application/json' });
        response.write(whole.slice(0, 20));
      },
    },
    {
      name: 'an answer without an end',
      answer: (_, response) => {
        response.writeHead(201, { 'Content-Type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write(' '.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
    },
    {
      name: 'a way to somewhere else',
      answer: (_, response) => {
        response.writeHead(307, { Location: '/elsewhere' });
        response.end();
      },
    },
  ];

  test.each(answers)('$name: the report waits, and arrives once at last', async ({ answer }) => {
    const desk = await aDesk();
    const wall = await answering(desk, answer);
    const profile = await aProfile(desk.asDesk);
    profile.world.network = (url, request) =>
      post(url.replace(desk.url, wall), { ...request, timeoutMs: 200 });
    const report = newReport();
    await profile.delivery().file(report);
    await profile.pass(10_000);
    expect(await profile.delivery().read(report.reportId)).toMatchObject({ state: 'waiting' });
    profile.world.network = post;
    await profile.pass(hour);
    expect(await profile.delivery().read(report.reportId)).toMatchObject({ state: 'delivered' });
    expect(await desk.tickets(report.reportId)).toHaveLength(1);
  });
});
