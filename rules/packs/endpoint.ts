// Where a report may be sent at all. The same words as connect-src in wxt.config.ts: what passes here leaves there.

/** https to anywhere, or plain http to this machine ("127.0.0.1", "localhost") for trials. No user name, query or fragment. */
export function isAcceptableEndpoint(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  // A content security policy has no words for [::1] or the rest of 127.0.0.0/8, so the browser would refuse them.
  const isThisMachine = hostname === '127.0.0.1' || hostname === 'localhost';
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine);
}
