// Any address can carry another in its query or path. Most do so in good faith (shared links, log-ins), so
// this is a hint for a warning and never, like unwrap.ts, a reason to judge the page as the inner site.
import { parseAddress, type Address } from './address.ts';
import { sameRegistrableDomain } from './registrable-domain.ts';

const mostCarried = 4;
const longestValue = 4096;
const goodFaithKeys =
  /^(?:text|continue|next|ref(?:errer|erer)?|return.*|redirect.*|callback.*|service|origin|source|utm_.*|share|via|followup|success_url|cancel_url|back.*|from|wa|relaystate|target_link_uri|status|body|subject)$/i;
const goodFaithHosts =
  /(?:^|\.)(?:wa\.me|whatsapp\.com|twitter\.com|x\.com|facebook\.com|t\.me|telegram\.me|linkedin\.com|pinterest\.com|reddit\.com|tumblr\.com|web\.dev|w3\.org)$/;

/** Addresses of other sites in the query (plain or base64) or after "/" in the path; empty in good-faith places. */
export function addressesIn(address: Address): Address[] {
  if (!address.judgeable || goodFaithHosts.test(address.host)) return [];
  const url = new URL(address.href);
  const values = [...url.searchParams]
    .filter(([key]) => !goodFaithKeys.test(key))
    .flatMap(([, value]) => [value, fromBase64(value)]);
  const inPath = /\/(https?:\/{1,2}[^/].*)$/i.exec(url.pathname)?.[1] ?? '';
  return [inPath, ...values]
    .filter((text) => text.length <= longestValue && /^https?:\//i.test(text))
    .flatMap((text) => parseAddress(text) ?? [])
    .filter((inner) => inner.host !== '' && !sameRegistrableDomain(inner.host, address.host))
    .slice(0, mostCarried);
}

function fromBase64(value: string): string {
  // "http" in base64 always begins so; anything else is not worth decoding.
  if (value.length > longestValue || !value.startsWith('aHR0c')) return '';
  const standard = value
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/].*$/, '');
  return atob(standard.slice(0, standard.length - (standard.length % 4 === 1 ? 1 : 0)));
}
