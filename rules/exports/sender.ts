// The organisation that passes a report on. Some formats want one with a mail address; a child is never in its place.
import { cleanLine } from '../reporting/clean.ts';

export type Sender = {
  readonly org: string;
  readonly contact: string;
  /** What stands after the @ of `contact`. */
  readonly domain: string;
};

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const form = new RegExp(`^(.{1,200}?)\\s*<([\\w.+-]{1,64}@((?:${label}\\.)+${label}))>$`, 'u');

/** "National intake <intake@cert.example>", as in a mail's header; null if it is anything else. */
export function readSender(text: string): Sender | null {
  const [, name = '', contact = '', domain = ''] = form.exec(text.trim().slice(0, 600)) ?? [];
  const org = cleanLine(name, 200).replaceAll(/["<>]/g, '').trim();
  const atoms = contact.split('@')[0] ?? '';
  const isMail = contact !== '' && !/^\.|\.$|\.\./.test(atoms) && domain.length <= 253;
  return org !== '' && isMail ? { org, contact, domain: domain.toLowerCase() } : null;
}
