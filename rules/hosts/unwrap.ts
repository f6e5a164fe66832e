// The address inside another: a translator, a cache or a reader opens a site under its own name.
import { parseAddress, toHost, type Address, type Host } from './address.ts';
import { parentsOf } from './match.ts';
import { decodePunycode } from './punycode.ts';
import { isIpHost, publicSuffixOf } from './registrable-domain.ts';
import { snapshotMark, type Wrapper, wrappers } from './wrappers.ts';

const deepest = 3;
const mostInner = 4;
const translated = '.translate.goog';
const fileEnding = /\.(?:html?|php|aspx?|jsp|js|css|txt|xml|json|png|jpe?g|gif|svg|ico|pdf)$/;
const cachePrefix = /^cache:(?:[\w-]{8,16}:)?/i;

let wrappersCache: ReadonlyMap<string, readonly Wrapper[]> | null = null;

/** The addresses a known wrapper carries, outermost first; empty for an ordinary address. At most three deep. */
export function unwrap(address: Address): Address[] {
  const found: Address[] = [];
  let layer = [address];
  for (let depth = 0; depth < deepest && layer.length > 0; depth += 1) {
    layer = layer.flatMap(carriedBy);
    found.push(...layer);
  }
  return found;
}

function carriedBy(address: Address): Address[] {
  const { host, path, href, judgeable } = address;
  if (host === '' || !judgeable || address.scheme === 'blob') return [];
  if (host.endsWith(translated)) {
    const original = translatedHost(address, host);
    return original === null ? [] : [original];
  }
  const fitting = wrappersFor(host).filter((wrapper) => path.startsWith(wrapper.path));
  if (fitting.length === 0) return [];
  const url = new URL(href);
  return fitting.flatMap((wrapper) => carriedIn(wrapper, url)).slice(0, mostInner);
}

function wrappersFor(host: Host): readonly Wrapper[] {
  wrappersCache ??= Map.groupBy(wrappers, ({ host: key }) => key);
  const table = wrappersCache;
  const suffix = isIpHost(host) ? '' : publicSuffixOf(host, 'icann');
  const keys = [
    host,
    ...parentsOf(host).map((name) => `*.${name}`),
    ...(suffix === '' ? [] : [`${host.slice(0, -suffix.length - 1)}.*`]),
  ];
  return keys.flatMap((key) => table.get(key) ?? []);
}

function carriedIn(wrapper: Wrapper, url: URL): Address[] {
  if (wrapper.from !== 'path') {
    return wrapper.from
      .flatMap((key) => url.searchParams.getAll(key))
      .flatMap((value) => innerAddress(value.replace(cachePrefix, '')));
  }
  // Counted in the raw path: the canonical one is folded, and the inner address must stay as it is.
  const steps = wrapper.path.split('/').length - 1;
  const rest = afterSlashes(url.pathname.replaceAll(/\/{2,}/g, keepScheme), steps);
  return rest === null ? [] : innerAddress(withoutMarks(rest) + url.search + url.hash);
}

// "/web//http://x" has one slash too many before it, "http://" needs its two.
const keepScheme = (slashes: string, offset: number, path: string): string =>
  path[offset - 1] === ':' ? slashes : '/';

function afterSlashes(path: string, count: number): string | null {
  let position = 0;
  for (let seen = 0; seen < count; seen += 1) {
    const slash = path.indexOf('/', position);
    if (slash === -1) return null;
    position = slash + 1;
  }
  return path.slice(position);
}

function withoutMarks(rest: string): string {
  let inner = rest;
  for (let mark = 0; mark < 3; mark += 1) inner = inner.replace(snapshotMark, '');
  return inner;
}

/** "blocked.test%2fx", "http:/blocked.test" and "https://blocked.test/x" alike; nothing for words and ids. */
function innerAddress(text: string): Address[] {
  const decoded = /^[^/?#]*%(?:2f|3a)/i.test(text) ? decodeOnce(text) : text;
  const [first = ''] = decoded.trim().replace(/^\/+/, '').split(/\s/, 1);
  const bare = first.replace(/^https?:[/\\]*/i, '');
  const address = parseAddress(`${/^http:/i.test(first) ? 'http' : 'https'}://${bare}`);
  if (address === null || address.host === '') return [];
  const isPlace = bare === first ? looksLikeHost(address.host) : true;
  return isPlace ? [address] : [];
}

/** Without a scheme, "about.html" or an archive's id in the same place is no host. */
const looksLikeHost = (host: Host): boolean =>
  (host.includes('.') && !isIpHost(host) && !fileEnding.test(host)) || host.startsWith('[');

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (reason) {
    if (reason instanceof URIError) return text;
    throw reason;
  }
}

/** blocked-test.translate.goog: a dot is written "-", a dash "--"; a long name's beginning is in "_x_tr_hp". */
function translatedHost(address: Address, host: Host): Address | null {
  if (!host.endsWith(translated)) return null;
  const query = new URLSearchParams(address.search);
  const label = host.slice(0, -translated.length);
  const encodings = (query.get('_x_tr_enc') ?? '').split(',');
  let name = (query.get('_x_tr_hp') ?? '') + (decodePunycode(label) ?? label);
  if (encodings.includes('1') && name.startsWith('1-')) name = name.slice(2);
  const isIdn = encodings.includes('0') && name.startsWith('0-');
  if (isIdn) name = name.slice(2);
  const decoded = name.replaceAll(/(?<!-)-(?!-)/g, '.').replaceAll('--', '-');
  const inner = toHost(isIdn ? `xn--${decoded}` : decoded) ?? toHost(decoded);
  if (inner === null || !inner.includes('.')) return null;
  const url = new URL(address.href);
  return parseAddress(`${url.protocol}//${inner}${url.pathname}${url.search}${url.hash}`);
}
