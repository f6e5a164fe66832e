// What a desk officer sees in Request Tracker, read over REST 2.0 as the first user.
import { basic, type DeskTicket, officer } from './desk.ts';

type Json = Record<string, unknown>;

export async function readTickets(url: string): Promise<readonly DeskTicket[]> {
  const found = await read(
    `${url}/REST/2.0/tickets?query=${encodeURIComponent('id > 0')}&per_page=100`,
  );
  const items = (found['items'] ?? []) as readonly Json[];
  const tickets: DeskTicket[] = [];
  // One after the other: the trial server has one process.
  for (const { id } of items) tickets.push(await readTicket(url, Number(id)));
  return tickets.sort((a, b) => a.id - b.id);
}

async function readTicket(url: string, id: number): Promise<DeskTicket> {
  const ticket = await read(`${url}/REST/2.0/ticket/${id}`);
  const fields = (ticket['CustomFields'] ?? []) as readonly Json[];
  const field = (name: string): string => {
    const values = fields.find((one) => one['name'] === name)?.['values'];
    return Array.isArray(values) ? String(values[0] ?? '') : '';
  };
  return {
    id,
    subject: textOf(ticket['Subject']),
    status: textOf(ticket['Status']),
    reportId: field('Report ID'),
    category: field('Category'),
    contents: await readContents(url, id),
  };
}

async function readContents(url: string, id: number): Promise<string[]> {
  const found = await read(
    `${url}/REST/2.0/ticket/${id}/attachments?per_page=100&fields=Content,ContentType`,
  );
  const items = (found['items'] ?? []) as readonly Json[];
  return items
    .toSorted((a, b) => Number(a['id']) - Number(b['id']))
    .map((item) => textOf(item['Content']))
    .filter((content) => content !== '');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function read(address: string): Promise<Json> {
  const response = await fetch(address, {
    headers: { Authorization: basic(officer.user, officer.password), Accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return (await response.json()) as Json;
}
