// Hosts files: "0.0.0.0 a.test b.test". A name sent anywhere else than nowhere is a redirect and closes nothing.
import { type Line, named, skipped } from './line.ts';

const sinkhole = /^(?:0|0\.0\.0\.0|127(?:\.\d{1,3}){3}|(?:0*:)+0*[01]?)$/;
const number = /^(?:0|(?:\d{1,3}\.){3}\d{1,3}|[\da-f]*:[\da-f]*:[\da-f:.]*(?:%\w+)?)$/i;

/** Names that a hosts file gives the machine itself and its neighbours. */
const ownNames = new Set([
  'localhost',
  'localhost.localdomain',
  'localhost4',
  'localhost4.localdomain4',
  'localhost6',
  'localhost6.localdomain6',
  'local',
  'broadcasthost',
  'loopback',
  'ip6-localhost',
  'ip6-loopback',
  'ip6-localnet',
  'ip6-mcastprefix',
  'ip6-allnodes',
  'ip6-allrouters',
  'ip6-allhosts',
  '0.0.0.0',
]);

export const isOwnName = (name: string): boolean => ownNames.has(name.toLowerCase());
export const isSinkhole = (text: string): boolean => sinkhole.test(text);
export const isAddressNumber = (text: string): boolean => number.test(text);

export function hostsLine([address = '', ...names]: readonly string[]): Line {
  const others = names.filter((name) => !isOwnName(name));
  return others.length > 0 && isSinkhole(address) ? named('hosts', others) : skipped;
}
