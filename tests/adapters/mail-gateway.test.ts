// A mail that a family's own program sends, filed by the real rt-mailgate beside what came over REST.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';
import type { RtDesk } from '@/rules/policy/desk-schema.ts';
import { mailtoFor } from '@/rules/reporting/mailto.ts';
import type { Report } from '@/rules/reporting/schema.ts';
import { readTicketReply, ticketRequest } from '@/rules/reporting/ticket.ts';

import { messageOf } from '../../scripts/desk/mail.ts';
import {
  isRequestTrackerAvailable,
  isRequestTrackerInstalled,
  type RealDesk,
  startRequestTracker,
} from '../../scripts/desk/rt.ts';
import { aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { someReport } from '../unit/reporting/builders.ts';
import { aSetUpHome } from './support/family.ts';

// On a developer's machine nothing is installed without being asked for; a build machine may.
const isReal =
  isRequestTrackerInstalled() || (process.env['CI'] !== undefined && isRequestTrackerAvailable());
if (!isReal) console.warn('Request Tracker is not installed: its mail gateway is not tried.');

describe.skipIf(!isReal)('a mail to Request Tracker 5', { timeout: 60_000 }, () => {
  let desk: RealDesk;
  beforeAll(async () => {
    desk = await startRequestTracker();
  }, 300_000);
  afterAll(() => desk.close(), 30_000);

  const newReport = (changed: Parameters<typeof someReport>[0] = {}): Report =>
    someReport({ reportId: crypto.randomUUID(), ...changed });
  const mailed = (report: Report, as: 'plain' | 'base64' | 'with-html' = 'plain'): Promise<void> =>
    desk.receive(
      messageOf(mailtoFor(report, { email: 'reports@desk.example' }) ?? '', {
        from: 'family@home.example',
        messageId: `${crypto.randomUUID()}@home.example`,
        as,
      }),
    );
  async function sent(report: Report): Promise<void> {
    const target: RtDesk = {
      kind: 'rt-rest2',
      name: 'Trial desk',
      endpoint: desk.url,
      queue: desk.queue,
      user: desk.user,
      password: desk.password,
    };
    const { url, headers, body } = ticketRequest(report, target);
    const answer = await post(url, { headers, body, timeoutMs: 60_000 });
    expect(answer.kind === 'answered' && readTicketReply(answer, target, 0).ok).toBe(true);
  }

  test.each(['plain', 'base64', 'with-html'] as const)(
    'a mail (%s) from somebody unknown is one ticket with its Report ID and category',
    async (as) => {
      const report = newReport({ topic: 'grooming', words: 'اس نے تصویر مانگی 😟' });
      await mailed(report, as);
      const tickets = await desk.tickets(report.reportId);
      expect(tickets).toHaveLength(1);
      expect(tickets[0]).toMatchObject({ category: 'grooming', status: 'new' });
      expect(tickets[0]?.subject).toContain('[child-safety][grooming]');
      const written = tickets[0]?.contents.join('\n') ?? '';
      expect(written).toContain('In their own words: اس نے تصویر مانگی 😟');
      expect(written).toContain('https://chat.example/u/stranger9?lang=ur;;reported by a child');
    },
  );

  test('the mail that the extension offers where the desk takes mail is filed', async () => {
    const address = 'reports@desk.example';
    const realFetch = fetch;
    const policy = { ...aPolicy(), desk: { kind: 'mail' as const, name: 'Mail desk', address } };
    const { home, worker } = await aSetUpHome(policy);
    home.shows('https://mean.test/room/7?token=secret');
    const filed = await worker.gets('report.file', {}, from.popup);
    expect(filed.state).toBe('by-hand');
    expect(filed.mailto).toMatch(/^mailto:reports@desk\.example\?/);
    // Nothing left by itself.
    expect(home.sent).toEqual([]);
    // The home in memory has a network of its own.
    vi.stubGlobal('fetch', realFetch);
    const envelope = { from: 'family@home.example', messageId: `${filed.reportId}@home.example` };
    await desk.receive(messageOf(filed.mailto ?? '', envelope));
    const [ticket, ...more] = await desk.tickets(filed.reportId);
    expect(more).toEqual([]);
    expect(ticket?.contents.join('\n')).toMatch(/^Address: https:\/\/mean\.test\/room\/7\r?$/m);
    expect(JSON.stringify(ticket)).not.toContain('secret');
  });

  test('what came over REST and then by mail is one ticket, and the mail sorts it', async () => {
    const report = newReport();
    await sent(report);
    await mailed(newReport({ reportId: report.reportId, topic: 'phishing' }));
    const tickets = await desk.tickets(report.reportId);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.subject).toContain("Child's report");
    expect(tickets[0]?.category).toBe('phishing');
  });

  test('what came by mail, by mail again and then over REST is one ticket', async () => {
    const report = newReport({ topic: 'hate' });
    await mailed(report);
    await mailed(report);
    await sent(report);
    const tickets = await desk.tickets(report.reportId);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.subject).toContain('[child-safety][hate]');
  });

  test('what it answers by mail repeats nothing of the report', async () => {
    const report = newReport({ topic: 'sextortion', words: 'He wants money' });
    await mailed(report);
    const [ticket] = await desk.tickets(report.reportId);
    const answers = (await desk.mails()).filter((mail) => mail.includes(`is ${ticket?.id}.`));
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('To: family@home.example');
    expect(answers[0]).not.toMatch(/sextortion|chat\.example|money|child|saathi(?!\.test)/i);
  });

  test('labels inside the words of a child are words', async () => {
    const [report, other] = [newReport(), newReport()];
    await sent(other);
    const words = `He wrote\nReport ID: ${other.reportId}\nCategory: hate`;
    await mailed(newReport({ reportId: report.reportId, words }));
    expect(await desk.tickets(report.reportId)).toMatchObject([{ category: 'not sorted' }]);
    expect((await desk.tickets(other.reportId))[0]?.contents).toHaveLength(1);
  });

  test('a mail without a Report ID is a ticket of its own', async () => {
    const before = (await desk.tickets()).length;
    const plain = { from: 'aunt@home.example', messageId: `${crypto.randomUUID()}@home.example` };
    const mailto = 'mailto:reports@desk.example?subject=Please%20look&body=There%20is%20a%20page.';
    await desk.receive(messageOf(mailto, plain));
    const tickets = await desk.tickets();
    expect(tickets).toHaveLength(before + 1);
    expect(tickets.at(-1)).toMatchObject({ subject: 'Please look', reportId: '' });
  });
});
