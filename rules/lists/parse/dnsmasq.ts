// dnsmasq: "address=/a.test/", "server=/a.test/", "local=/a.test/", with any number of names between the slashes.
import { isSinkhole } from './hosts-file.ts';
import { type Line, named, skipped } from './line.ts';

const directive = /^([a-z0-9-]+)=(.*)$/;

/** Null: not a line of dnsmasq. */
export function dnsmasqLine(text: string): Line | null {
  const [, key, value] = directive.exec(text) ?? [];
  if (key === undefined || value === undefined) return null;
  if (key !== 'address' && key !== 'server' && key !== 'local') return skipped;
  if (!value.startsWith('/')) return skipped;
  const parts = value.split('/');
  const target = parts.at(-1) ?? '';
  const names = parts.slice(1, -1);
  // "server=/a.test/8.8.8.8" asks another server, "address=/a.test/203.0.113.7" is a redirect: neither closes.
  const isClosed = target === '' || (key === 'address' && (target === '#' || isSinkhole(target)));
  return isClosed && names.length > 0 ? named('dnsmasq', names) : skipped;
}
