// What a desk officer sees in Request Tracker, read over REST 2.0 as the first user.
import { basic, type DeskTicket, officer } from './desk.ts';

type Json = Record<string, unknown>;

/** Live tickets, oldest first; with a report id only those that carry it. */
export async function readTickets(url: string, reportId?: string): Promise<readonly DeskTicket[]> {
  const tickets: DeskTicket[] = [];
  // One after the other: the trial server has one process.
  for (const live of await listTickets(url, reportId)) {
    tickets.push({ ...live, contents: await readContents(url, live.id) });
  }
  return tickets;
}

/** The same without what was sent. */
export async function listTickets(url: string, reportId?: string): Promise<readonly Listed[]> {
  const query = reportId === undefined ? 'id > 0' : `'CF.{Report ID}' = '${reportId}'`;
  const wish = `query=${encodeURIComponent(query)}&fields=Subject,Status,CustomFields&per_page=100`;
  const items: Json[] = [];
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const found = await read(`${url}/REST/2.0/tickets?${wish}&page=${page}`);
    items.push(...((found['items'] ?? []) as readonly Json[]));
    pages = Number(found['pages'] ?? 1);
  }
  return items.map(listed).toSorted((a, b) => a.id - b.id);
}

type Listed = Omit<DeskTicket, 'contents'>;

function listed(item: Json): Listed {
  const fields = (item['CustomFields'] ?? []) as readonly Json[];
  const field = (name: string): string => {
    const values = fields.find((one) => one['name'] === name)?.['values'];
    return Array.isArray(values) ? String(values[0] ?? '') : '';
  };
  return {
    id: Number(item['id']),
    subject: textOf(item['Subject']),
    status: textOf(item['Status']),
    reportId: field('Report ID'),
    category: field('Category'),
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
