// Where the background may send anything at all. The same words as connect-src in wxt.config.ts: what passes here leaves there.

/** https to anywhere, or plain http to this machine for trials. */
export const isSecureRoute = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url));

/** A content security policy has no words for [::1] or the rest of 127.0.0.0/8, so the browser would refuse them. */
export const isThisMachine = ({ hostname }: URL): boolean =>
  hostname === '127.0.0.1' || hostname === 'localhost';

/** A user name or password in an address would be an id in every request. */
export const hasSecret = ({ username, password }: URL): boolean =>
  username !== '' || password !== '';
