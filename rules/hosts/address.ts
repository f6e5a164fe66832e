// Parses and canonicalises addresses; the only place that does. Everything rests on the WHATWG parser,
// the same one the browser uses, so that what we judge is what the browser opens.
import { foldIpv6 } from './ip.ts';
import { canonicalPath } from './path.ts';

/** Canonical: ASCII, lower case, no trailing dot, shortest IPv6 in brackets, carried IPv4 as IPv4. */
export type Host = string & { readonly brand: 'host' };

export type AddressKind = 'web' | 'data' | 'about' | 'file' | 'browser' | 'extension' | 'other';

export type Address = {
  /** As serialised by the URL parser, without user-info. */
  readonly href: string;
  /** Without the colon; "blob" and "filesystem" keep their own name. */
  readonly scheme: string;
  /** Of the page itself, or of the page that made a blob; '' where there is none. */
  readonly host: Host | '';
  /** Null for the scheme's own port. */
  readonly port: number | null;
  /** For matching: unreserved escapes decoded, dots and double slashes folded, lower case. */
  readonly path: string;
  readonly search: string;
  readonly hash: string;
  /** A web page: http, https, or a blob that a web page made. */
  readonly judgeable: boolean;
  readonly kind: AddressKind;
};

/** Chromium navigates to nothing longer. */
const longestAddress = 2 * 1024 * 1024;
const longestHost = 253;
const deepestWrapping = 4;

const browserSchemes = new Set([
  'chrome',
  'chrome-untrusted',
  'chrome-error',
  'chrome-search',
  'chrome-native',
  'devtools',
  'edge',
  'brave',
  'opera',
  'vivaldi',
  'resource',
  'moz-page-thumb',
  'moz-icon',
]);
const extensionSchemes = new Set(['chrome-extension', 'moz-extension', 'extension']);
const emptyPages = new Set(['about:blank', 'about:srcdoc']);

/** Null: no rule can read this address (two dots in a row, no scheme, a host no one can resolve). */
export function parseAddress(untrusted: string): Address | null {
  return parseNested(untrusted, 0);
}

/** A bare host as people write it, in canonical form; null for anything with a path, port or user-info. */
export function toHost(untrusted: string): Host | null {
  const text = untrusted.trim();
  if (text === '' || text.length > 4 * longestHost || /[\s/\\?#@]/.test(text)) return null;
  const isBareIpv6 = /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text);
  if (!isBareIpv6 && /:/.test(text.replace(/^\[.*\]$/, ''))) return null;
  const url = URL.parse(`http://${isBareIpv6 ? `[${text}]` : text}/`);
  return url === null ? null : canonicalHost(url.hostname);
}

function parseNested(untrusted: string, depth: number): Address | null {
  if (untrusted.length > longestAddress || depth > deepestWrapping) return null;
  const viewed = unwrapView(untrusted);
  if (viewed !== null) return parseNested(viewed, depth + 1);
  const url = URL.parse(untrusted);
  if (url === null) return null;
  const scheme = url.protocol.slice(0, -1);
  if (scheme === 'http' || scheme === 'https') return webAddress(url, scheme);
  if (scheme === 'blob' || scheme === 'filesystem') return madeByPage(url, scheme, depth);
  return {
    href: withoutUserInfo(url),
    scheme,
    host: '',
    port: null,
    path: '',
    search: '',
    hash: url.hash,
    judgeable: false,
    kind: kindOf(scheme, url),
  };
}

function webAddress(url: URL, scheme: string): Address | null {
  const host = canonicalHost(url.hostname);
  if (host === null) return null;
  return {
    href: withoutUserInfo(url),
    scheme,
    host,
    port: url.port === '' ? null : Number(url.port),
    path: canonicalPath(url.pathname),
    search: url.search,
    hash: url.hash,
    judgeable: true,
    kind: 'web',
  };
}

/** A blob belongs to the page that made it; one of a sandboxed or data page ("blob:null/…") has no owner. */
function madeByPage(url: URL, scheme: string, depth: number): Address | null {
  const creator = parseNested(url.pathname, depth + 1);
  if (creator === null) return url.pathname.startsWith('null/') ? ownerless(url, scheme) : null;
  return { ...creator, href: url.href, scheme, search: url.search, hash: url.hash };
}

const ownerless = (url: URL, scheme: string): Address => ({
  href: url.href,
  scheme,
  host: '',
  port: null,
  path: '',
  search: '',
  hash: url.hash,
  judgeable: false,
  kind: 'data',
});

// Chromium's view-source:, Edge's read: and Firefox's reader show another address under their own name.
function unwrapView(untrusted: string): string | null {
  const text = untrusted
    .slice(0, 64)
    .replaceAll(/[\t\n\r]/g, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('view-source:') || text.startsWith('read:')) {
    return untrusted.slice(untrusted.indexOf(':') + 1);
  }
  if (!text.startsWith('about:reader?')) return null;
  return new URLSearchParams(untrusted.slice(untrusted.indexOf('?') + 1)).get('url');
}

function canonicalHost(hostname: string): Host | null {
  if (hostname.startsWith('[')) return foldIpv6(hostname) as Host;
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  if (host === '' || host.length > longestHost) return null;
  if (host.startsWith('.') || host.endsWith('.') || host.includes('..')) return null;
  return host as Host;
}

function withoutUserInfo(url: URL): string {
  if (url.username === '' && url.password === '') return url.href;
  const bare = new URL(url.href);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

function kindOf(scheme: string, url: URL): AddressKind {
  if (scheme === 'data' || scheme === 'file') return scheme;
  if (scheme === 'about') {
    return emptyPages.has(`about:${url.pathname.toLowerCase()}`) ? 'about' : 'browser';
  }
  if (browserSchemes.has(scheme)) return 'browser';
  return extensionSchemes.has(scheme) ? 'extension' : 'other';
}
