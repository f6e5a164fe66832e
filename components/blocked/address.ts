import { parseAddress } from '@/rules/hosts/address.ts';

export type PageAddress = {
  /** As given: it is judged by the background and opened by the browser, and shown only as text. */
  readonly url: string;
  readonly host: string;
};

/** Matches the contract's longest address. */
const longestAddress = 65_536;

/** The web address in a page's fragment (BYP-117: anybody can write one); null for anything that is not http or https. */
export function addressFromFragment(untrustedFragment: string): PageAddress | null {
  const url = decoded(untrustedFragment.replace(/^#/, ''));
  if (url === null || url.length > longestAddress || !/^https?:\/\//i.test(url)) return null;
  const address = parseAddress(url);
  if (address?.kind !== 'web' || address.host === '') return null;
  return { url, host: address.host };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: not written by us.
    return null;
  }
}
