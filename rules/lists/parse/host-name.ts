// A name as a list writes it, in the form in which addresses are judged.
import { toHost } from '../../hosts/address.ts';
import { isIpHost } from '../../hosts/registrable-domain.ts';
import { fail, ok, type Result } from '../../result.ts';
import { createSuffixCheck } from '../suffix-check.ts';
import type { RefusedReason } from './result.ts';

const labels = /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;
// Already canonical, and seen to be without the browser's parser: most names of most lists.
const plainHost = /^(?!.{254})(?:(?!..--)[a-z0-9_-]{1,63}\.)+(?!..--)[a-z][a-z0-9_-]{0,62}$/;

let isSuffixCache: ((host: string) => boolean) | null = null;

/**
 * "*.a.test", ".a.test", "www.a.test", "a.test." and "https://a.test/" all name a.test: a host in a list stands for
 * its sub-domains too.
 */
export function hostOf(untrusted: string): Result<string, RefusedReason> {
  if (plainHost.test(untrusted)) return ok(withoutWww(untrusted));
  const bare = untrusted.replace(/^https?:\/\//i, '').replace(/^\*?\./, '');
  const name = bare.length < untrusted.length ? bare.replace(/\/$/, '') : bare;
  if (/[/?\\]|^[^:]+:\d+$/.test(name)) return fail('page');
  const host = toHost(name);
  if (host === null) return fail('invalid');
  if (isIpHost(host)) return fail('ip');
  if (!labels.test(host)) return fail('invalid');
  if (!host.includes('.')) return fail('single-label');
  return ok(withoutWww(host));
}

/** "www.github.io" is a page of somebody, not the hosting: the rest of a name must be one owner's. */
export function withoutWww(host: string): string {
  if (!host.startsWith('www.')) return host;
  const rest = host.slice('www.'.length);
  const isSuffix = (isSuffixCache ??= createSuffixCheck());
  return rest.includes('.') && !isSuffix(rest) ? rest : host;
}
