// Which pictures are looked at, by address alone: what is asked for a second time, and what is left alone.
import { parseAddress } from '../hosts/address.ts';
import { isPrivateHost } from '../hosts/private-host.ts';

/** Characters of a picture that stands in its own address. */
export const longestInline = 200_000;
const longestAddress = 4096;

export type Candidate =
  | { readonly kind: 'look'; readonly href: string; readonly mayBePrivate: boolean }
  /** Drawn from lines: the model knows only dots, and without its icons no page can be used. */
  | { readonly kind: 'vector' }
  /** Can not be asked for: made by the page, on a private network, too long. */
  | { readonly kind: 'unreachable' };

const unreachable: Candidate = { kind: 'unreachable' };

export function candidateOf(untrusted: string, pageUrl: string): Candidate {
  if (/^data:/i.test(untrusted)) return inlineCandidate(untrusted);
  if (untrusted.length > longestAddress) return unreachable;
  const address = parseAddress(untrusted);
  if (address === null || !/^https?$/.test(address.scheme)) return unreachable;
  const mayBePrivate = isPrivatePage(pageUrl);
  if (isPrivateHost(address.host) && !mayBePrivate) return unreachable;
  const href = address.hash === '' ? address.href : address.href.slice(0, -address.hash.length);
  return { kind: 'look', href, mayBePrivate };
}

function inlineCandidate(untrusted: string): Candidate {
  if (/^data:image\/svg\+xml[;,]/i.test(untrusted)) return { kind: 'vector' };
  const isPicture = /^data:image\/[a-z.+-]{1,30}[;,]/i.test(untrusted);
  if (!isPicture || untrusted.length > longestInline) return unreachable;
  return { kind: 'look', href: untrusted, mayBePrivate: false };
}

/** Whether where an answer came from, after all forwarding, may be read. */
export function mayRead(finalUrl: string, mayBePrivate: boolean): boolean {
  if (/^data:/i.test(finalUrl)) return true;
  const address = parseAddress(finalUrl);
  if (address === null || !/^https?$/.test(address.scheme)) return false;
  return mayBePrivate || !isPrivateHost(address.host);
}

const isPrivatePage = (pageUrl: string): boolean => {
  const host = parseAddress(pageUrl)?.host ?? '';
  return host !== '' && isPrivateHost(host);
};
