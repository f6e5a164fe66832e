// Where a list may be asked for at all; the policy's schema says the same as an expression.
import { hasSecret, isSecureRoute } from '../hosts/route.ts';

/** A secure route without user name, password or fragment. */
export function isListAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && isSecureRoute(url) && !hasSecret(url) && url.hash === '';
}
