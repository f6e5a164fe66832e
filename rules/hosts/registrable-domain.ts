// Which part of a name a registry hands out, and which part belongs to one owner (publicsuffix.org).
import { icannSuffixes, sharedSuffixes } from './suffix-data.ts';
import { hasHash, suffixHash, unpackHashes } from './suffix-set.ts';

/** "icann": registries only (co.uk). "all": also hosts that hand out sub-domains to anyone (github.io). */
export type SuffixSection = 'icann' | 'all';

let icannCache: Uint32Array | null = null;
let sharedCache: Uint32Array | null = null;
const icannSet = (): Uint32Array => (icannCache ??= unpackHashes(icannSuffixes));
const sharedSet = (): Uint32Array => (sharedCache ??= unpackHashes(sharedSuffixes));

// The longest rule of the list has six labels; a name is never looked up deeper.
const deepestRule = 8;

/** The public suffix of a canonical host name; an unknown top-level name counts as one. */
export function publicSuffixOf(host: string, section: SuffixSection = 'all'): string {
  let suffix = host.slice(host.lastIndexOf('.') + 1);
  let parent = suffix;
  for (let depth = 1; depth < deepestRule && parent.length < host.length; depth += 1) {
    const name = host.slice(host.lastIndexOf('.', host.length - parent.length - 2) + 1);
    if (hasRule(`!${name}`, section)) return parent;
    if (hasRule(name, section) || hasRule(`*.${parent}`, section)) suffix = name;
    parent = name;
  }
  return suffix;
}

/** Whether publicSuffixOf(name) is the name itself, told without a look at its parents: a set asks it on each hit. */
export function isPublicSuffix(name: string): boolean {
  if (name === '' || isIpHost(name)) return false;
  const dot = name.indexOf('.');
  if (dot === -1) return true;
  // An exception ("!city.kobe.jp") stands under a wildcard and nowhere else.
  return hasRule(`*${name.slice(dot)}`, 'all') ? !hasRule(`!${name}`, 'all') : hasRule(name, 'all');
}

/** A name under which strangers get their own sub-domains: github.io, blogspot.com. */
export const isSharedHosting = (name: string): boolean =>
  isPublicSuffix(name) && publicSuffixOf(name, 'icann') !== name;

/** Whether a one-label name is a real top-level domain ("com"), not a machine in the house ("intranet"). */
export const isTopLevelDomain = (name: string): boolean =>
  !name.includes('.') && (hasRule(name, 'icann') || hasRule(`*.${name}`, 'icann'));

/** The name its owner registered: bbc.co.uk for www.bbc.co.uk. Null for an address number or a bare suffix. */
export function registrableDomain(host: string, section: SuffixSection = 'all'): string | null {
  if (host === '' || isIpHost(host)) return null;
  const suffix = publicSuffixOf(host, section);
  if (suffix.length === host.length) return null;
  return host.slice(host.lastIndexOf('.', host.length - suffix.length - 2) + 1);
}

/** Whether one owner stands behind both hosts; numbers and single names belong together only if equal. */
export function sameRegistrableDomain(left: string, right: string): boolean {
  if (left === right) return left !== '';
  const owner = registrableDomain(left);
  return owner !== null && owner === registrableDomain(right);
}

/** Canonical hosts only: a name never ends in a number, an IPv6 host is in brackets. */
export const isIpHost = (host: string): boolean =>
  host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host);

function hasRule(name: string, section: SuffixSection): boolean {
  const hash = suffixHash(name);
  return hasHash(icannSet(), hash) || (section === 'all' && hasHash(sharedSet(), hash));
}
