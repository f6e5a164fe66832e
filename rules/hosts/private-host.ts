// Hosts on this machine or in the family's own network: nobody else's page can stand there.
/**
 * Names that are no site of the web: of this machine, of the home, or of networks apart (RFC 6761, RFC 6762, RFC 8375). The
 * rest of "arpa" can be reached by everybody, and is misused for pages.
 */
const privateNames =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/;
const privateNumbers =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const privateLong = /^\[(?:::1?\]|f[cd]|fe[89ab]|::ffff:)/;

/** `host` as parseAddress gives it. By what is written: whom a name server sends to a private machine is not known here. */
export function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return privateLong.test(host);
  if (/^[\d.]+$/.test(host)) return privateNumbers.test(host);
  return privateNames.test(host) || !host.includes('.');
}
