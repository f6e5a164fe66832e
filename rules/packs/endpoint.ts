// Where a report may be sent at all.
import { hasSecret, isSecureRoute } from '../hosts/route.ts';

/** A secure route without user name, password, query or fragment. */
export function isAcceptableEndpoint(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && isSecureRoute(url) && !hasSecret(url) && url.search === '' && url.hash === ''
  );
}
