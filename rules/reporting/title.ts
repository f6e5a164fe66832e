// A page's title as a report may carry it: it is the page's own word, and often says whose inbox it is.
import { cleanLine } from './clean.ts';
import { redactAddress } from './redact.ts';
import { limits } from './schema.ts';

/** "(12) ", "[3] ", "• ": how many messages somebody has not read. */
const counter = /^\s*(?:[([]\d{1,6}\+?[)\]]|[•●*])\s*/u;
const emailAddress = /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.\p{L}{2,24}/gu;
const webAddress = /https?:\/\/[^\s<>"|]+/giu;

/** null: nothing is left. Numbers stay: in a messenger's title they are the account that wrote. */
export function cleanTitle(untrusted: string): string | null {
  const line = cleanLine(untrusted, limits.title * 2)
    .replace(counter, '')
    .replaceAll(webAddress, (address) => redactAddress(address).address ?? '')
    .replaceAll(emailAddress, '[e-mail]');
  return cleanLine(line, limits.title) || null;
}
