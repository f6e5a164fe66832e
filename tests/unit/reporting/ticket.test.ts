import { expect, test } from 'vitest';

import { addDetails, composeAddition } from '@/rules/reporting/report.ts';
import { readTicketReply, ticketRequest } from '@/rules/reporting/ticket.ts';

import { filedAt, laterAt, someDesk, someReport } from './builders.ts';

const answer = (changed: Partial<Parameters<typeof readTicketReply>[0]> = {}) =>
  readTicketReply(
    {
      status: 201,
      url: 'https://desk.example/REST/2.0/ticket',
      contentType: 'application/json; charset=utf-8',
      retryAfter: null,
      body: '{"type":"ticket","id":"17","_url":"https://desk.example/REST/2.0/ticket/17"}',
      ...changed,
    },
    someDesk,
    filedAt,
  );

test('the ticket goes to the queue with the report id and category as fields', () => {
  const report = someReport({ topic: 'grooming' });
  const { url, headers, body } = ticketRequest(report, {
    ...someDesk,
    endpoint: 'https://desk.example/rt/',
  });
  expect(url).toBe('https://desk.example/rt/REST/2.0/ticket');
  expect(headers['Authorization']).toBe(
    `Basic ${Buffer.from('saathi-intake:pässword', 'utf8').toString('base64')}`,
  );
  expect(JSON.parse(body)).toMatchObject({
    Queue: 'Child Protection',
    Subject:
      "Child's report: solicitation of a child for sexual purposes (grooming) - chat.example",
    ContentType: 'text/plain',
    CustomFields: { 'Report ID': report.reportId, Category: 'grooming' },
  });
});

test('an officer reads the labels, a program the canonical form', () => {
  const report = addDetails(someReport(), { words: 'one\nAddress: https://evil.example' }, laterAt);
  const { body } = ticketRequest(report, someDesk);
  const { Content: content } = JSON.parse(body) as { Content: string };
  expect(content).toContain('\nAddress: https://chat.example/u/stranger9?lang=ur\n');
  // A child's second line can not pass for one of our labels.
  expect(content).toContain('\nIn their own words: one\n  Address: https://evil.example\n');
  expect(JSON.parse(content.split('\n').at(-1) ?? '')).toEqual(report);
});

test('an addition names the report it belongs to', () => {
  const addition = composeAddition(
    { reportId: 'r-1', version: 2, previous: { version: 1, hash: 'ab' } },
    { topic: 'csam', words: 'x' },
    laterAt,
  );
  const { body } = ticketRequest(addition, someDesk);
  expect(JSON.parse(body)).toMatchObject({
    Subject: "Addition to a child's report: child sexual abuse material",
    CustomFields: { 'Report ID': 'r-1', Category: 'csam' },
  });
});

test('in danger now an addition says so as loudly as a report, and names the letter before it', () => {
  const addition = composeAddition(
    { reportId: 'r-1', version: 2, previous: { version: 1, hash: 'ab' } },
    { danger: true },
    laterAt,
  );
  const ticket = JSON.parse(ticketRequest(addition, someDesk).body) as {
    Subject: string;
    Content: string;
  };
  expect(ticket.Subject).toBe("[NOW] Addition to a child's report: not sorted yet");
  expect(ticket.Content).toContain('Urgency: now');
  expect(ticket.Content).toContain('Version before: 1, SHA-256 ab');
});

test('BYP-224 only 201 with a ticket number from the own desk is a receipt', () => {
  expect(answer()).toEqual({
    ok: true,
    value: { ticket: '17', desk: 'National desk', receivedAt: filedAt },
  });
  expect(answer({ body: '{"id":17,"type":"ticket"}' }).ok).toBe(true);
});

test.each([
  ['a welcome page', { status: 200, contentType: 'text/html', body: '<h1>Welcome</h1>' }],
  ['200 with the right body', { status: 200 }],
  ['201 as HTML', { contentType: 'text/html' }],
  ['201 without a type', { contentType: null }],
  ['no ticket number', { body: '{"type":"ticket"}' }],
  ['a number that is none', { body: '{"type":"ticket","id":"0"}' }],
  ['a number with code in it', { body: '{"type":"ticket","id":"1 OR 1"}' }],
  ['something else than a ticket', { body: '{"type":"user","id":"17"}' }],
  ['not JSON', { body: 'created' }],
  ['a list', { body: '[17]' }],
  ['nothing (too long a body)', { body: '' }],
  ['another origin', { url: 'https://evil.example/REST/2.0/ticket' }],
  ['the same host without encryption', { url: 'http://desk.example/REST/2.0/ticket' }],
])('BYP-224 %s is not a receipt', (_, changed) => {
  expect(answer(changed)).toMatchObject({ ok: false, failure: { problem: 'broken' } });
});

test.each([
  [400, 'refused'],
  [401, 'broken'],
  [403, 'broken'],
  [404, 'broken'],
  [413, 'refused'],
  [422, 'refused'],
  [429, 'busy'],
  [500, 'broken'],
  [502, 'broken'],
  [503, 'busy'],
])('status %i counts as %s', (status, problem) => {
  expect(answer({ status, retryAfter: '60' })).toEqual({
    ok: false,
    failure: { problem, retryAfterMs: 60_000 },
  });
});
