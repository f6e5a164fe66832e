// Where a list may be asked for at all. The same words as connect-src in wxt.config.ts, and as the policy's schema.

/** https to anywhere, or plain http to this machine for trials. No user name: it would be an id in every request. */
export function isListAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  const isThisMachine = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine);
}
