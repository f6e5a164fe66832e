// Which address may be asked for the words of a page. Only https: no machine of the home has a certificate for a name of
// the web, so what is fetched came from the site that is named, whatever a name server says.
import { parseAddress } from '../hosts/address.ts';
import { isPrivateHost } from '../hosts/private-host.ts';

/** Names that are no site of the web either: of numbers, and of networks with browsers of their own. */
const otherNames = /\.(?:arpa|onion|i2p)$/;

/** The address as it would be fetched, and the same with or without "www.", for sites that only send on to it. Empty: none. */
export function previewAddresses(untrustedUrl: string): readonly string[] {
  const address = parseAddress(untrustedUrl);
  if (address?.kind !== 'web' || (address.scheme !== 'https' && address.scheme !== 'http'))
    return [];
  const { host, port, href } = address;
  if (host === '' || port !== null || !isPublicName(host)) return [];
  const url = URL.parse(href);
  if (url === null) return [];
  url.protocol = 'https:';
  url.hash = '';
  const other = new URL(url);
  other.hostname = host.startsWith('www.') ? host.slice('www.'.length) : `www.${host}`;
  return isPublicName(other.hostname) ? [url.href, other.href] : [url.href];
}

/** A name with a dot in it; a number is a machine, not a site. */
const isPublicName = (host: string): boolean =>
  /\.[a-z][a-z0-9-]*$/.test(host) && !isPrivateHost(host) && !otherNames.test(host);
