// The delivery against the real Request Tracker where it can run, against the embedded desk elsewhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Post } from '@/entrypoints/background/network.ts';
import { post } from '@/entrypoints/background/network.ts';
import { createDelivery } from '@/entrypoints/background/reporting/delivery.ts';
import type { RtDesk } from '@/rules/policy/desk-schema.ts';
import { readTicketReply, ticketRequest } from '@/rules/reporting/ticket.ts';

import { basic, type TrialDesk } from '../../scripts/desk/desk.ts';
import { startEmbeddedDesk } from '../../scripts/desk/embedded.ts';
import {
  isRequestTrackerAvailable,
  isRequestTrackerInstalled,
  startRequestTracker,
} from '../../scripts/desk/rt.ts';
import { filedAt, someDoor, someReport } from '../unit/reporting/builders.ts';
import { memoryDatabase } from './support/memory-database.ts';

// On a developer's machine nothing is installed without being asked for; a build machine may.
const isReal =
  isRequestTrackerInstalled() || (process.env['CI'] !== undefined && isRequestTrackerAvailable());
const desks = [
  { name: 'the embedded desk', start: () => startEmbeddedDesk() },
  ...(isReal ? [{ name: 'Request Tracker 5', start: () => startRequestTracker() }] : []),
];
if (!isReal) console.warn('Request Tracker is not installed: only the embedded desk is tried.');

// Request Tracker takes a third of a second for an answer, several times that on a busy machine.
describe.each(desks)('delivery to $name', { timeout: 60_000 }, ({ start }) => {
  let desk: TrialDesk;
  beforeAll(async () => {
    desk = await start();
  }, 300_000);
  afterAll(() => desk.close(), 30_000);

  const policyDesk = (): RtDesk => ({
    kind: 'rt-rest2',
    name: 'Trial desk',
    endpoint: desk.url,
    queue: desk.queue,
    user: desk.user,
    password: desk.password,
  });

  async function world(network: Post = post) {
    const { database } = await memoryDatabase();
    const clock = { now: filedAt };
    const delivery = createDelivery({
      database: () => Promise.resolve(database),
      post: (url, request) => network(url, request),
      now: () => clock.now,
      random: () => 0.5,
      lock: (_, task) => task(),
      wakeAt: () => Promise.resolve(),
      soon: () => undefined,
      maySend: () => Promise.resolve(true),
      deskOf: () => Promise.resolve(policyDesk()),
      routesOf: () =>
        Promise.resolve({ desk: { kind: 'desk', name: 'Trial desk' }, byHand: someDoor }),
      timeZone: () => Promise.resolve('Asia/Karachi'),
    });
    return {
      delivery,
      pass: (ms: number): Promise<void> => {
        clock.now += ms;
        return delivery.deliverDue();
      },
    };
  }
  const ticketsOf = (reportId: string) => desk.tickets(reportId);
  const newReport = (address: string) => someReport({ reportId: crypto.randomUUID(), address });

  test('a report becomes one live ticket that an officer can read', async () => {
    const { delivery, pass } = await world();
    const report = newReport('https://chat.example/u/one');
    await delivery.file(report);
    await delivery.add(report.reportId, { topic: 'grooming', words: 'اس نے تصویر مانگی 😟' });
    await pass(10_000);
    const state = await delivery.read(report.reportId);
    expect(state?.state).toBe('delivered');
    const [ticket, ...more] = await ticketsOf(report.reportId);
    expect(more).toEqual([]);
    expect(ticket).toMatchObject({
      id: Number(state?.receipt),
      subject:
        "Child's report: solicitation of a child for sexual purposes (grooming) - chat.example",
      status: 'new',
      category: 'grooming',
    });
    expect(ticket?.contents[0]).toContain('Address: https://chat.example/u/one');
    expect(ticket?.contents[0]).toContain('In their own words: اس نے تصویر مانگی 😟');
  });

  test('BYP-223 an answer lost after the desk accepted leaves one live ticket', async () => {
    let losing = true;
    const { delivery, pass } = await world(async (url, request) => {
      const answer = await post(url, request);
      return losing ? { kind: 'broken' } : answer;
    });
    const report = newReport('https://chat.example/u/two');
    await delivery.file(report);
    await pass(10_000);
    await pass(3_600_000);
    losing = false;
    await pass(3_600_000);
    expect(await delivery.read(report.reportId)).toMatchObject({ state: 'delivered' });
    const tickets = await ticketsOf(report.reportId);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.contents).toHaveLength(3);
  });

  test('what a child adds later joins the ticket and sorts it', async () => {
    const { delivery, pass } = await world();
    const report = newReport('https://chat.example/u/three');
    await delivery.file(report);
    await pass(10_000);
    expect((await ticketsOf(report.reportId))[0]?.category).toBe('not sorted');
    await delivery.add(report.reportId, { topic: 'sextortion', words: 'He wants money' });
    await pass(1);
    const tickets = await ticketsOf(report.reportId);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject({ category: 'sextortion' });
    expect(tickets[0]?.contents[1]).toContain('In their own words: He wants money');
  });

  test('two reports are two tickets', async () => {
    const { delivery, pass } = await world();
    const reports = [newReport('https://chat.example/4'), newReport('https://chat.example/5')];
    for (const report of reports) await delivery.file(report);
    await pass(10_000);
    for (const { reportId } of reports) expect(await ticketsOf(reportId)).toHaveLength(1);
  });

  test('the intake user can read, find and change nothing', async () => {
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${desk.url}${path}`, {
        ...init,
        headers: {
          Authorization: basic(desk.user, desk.password),
          'Content-Type': 'application/json',
        },
      });
    expect((await ask('/REST/2.0/ticket/1')).status).toBe(403);
    const found = (await (await ask('/REST/2.0/tickets?query=id%3E0')).json()) as object;
    expect(found).toMatchObject({ count: 0, items: [] });
    const change = await ask('/REST/2.0/ticket/1', {
      method: 'PUT',
      body: '{"Status":"rejected"}',
    });
    expect(change.ok).toBe(false);
    expect((await desk.tickets()).every(({ status }) => status === 'new')).toBe(true);
  });

  test('a wrong password or a queue that is not there is no receipt', async () => {
    const report = newReport('https://chat.example/6');
    for (const wrong of [{ password: 'other' }, { queue: 'Nowhere' }]) {
      const target = { ...policyDesk(), ...wrong };
      const { url, headers, body } = ticketRequest(report, target);
      const answer = await post(url, { headers, body });
      expect(answer.kind).toBe('answered');
      if (answer.kind !== 'answered') continue;
      expect(readTicketReply(answer, target, 0).ok).toBe(false);
    }
    expect(await ticketsOf(report.reportId)).toEqual([]);
  });
});
