// Patterns and overrides as rule conditions. RE2 (Chromium) and Firefox's engine read the same simple subset.
import { parseAddress, toHost } from '../hosts/address.ts';
import { hostsCoveredBy } from '../hosts/alias.ts';
import type { Pattern } from '../hosts/pattern.ts';
import type { Override } from '../overrides/override.ts';
import { allTypes, type Rule } from './rule.ts';

type Condition = Rule['condition'];

/** Just a host: many of these share one rule. */
export const isPlainHost = (pattern: Pattern): boolean =>
  !pattern.anySuffix &&
  pattern.port === null &&
  pattern.path === null &&
  pattern.query === null &&
  pattern.fragment === null;

/** The host and its other names (youtube.com, youtu.be). */
export const hostsOfPattern = (pattern: Pattern): readonly string[] => hostsCoveredBy(pattern.host);

// A compiled RE2 rule may take 2 kB; a longer pattern is left to the second wall.
const longestRegex = 400;

/**
 * The condition for a pattern with a port, path, query or open suffix; null where declarative rules can not say it.
 * A fragment never reaches the network. An allow that needs every value of a key is judged by the second wall.
 */
export function pathCondition(pattern: Pattern, action: 'allow' | 'block'): Condition | null {
  if (pattern.fragment !== null && action === 'block') return null;
  const regexFilter = regexOf(pattern);
  if (regexFilter === null || regexFilter.length > longestRegex || !isAscii(regexFilter))
    return null;
  return {
    ...(pattern.anySuffix ? {} : { requestDomains: hostsOfPattern(pattern) }),
    regexFilter,
    isUrlFilterCaseSensitive: false,
    resourceTypes: allTypes,
  };
}

/** What an override opens: one host, or one exact address. Time overrides need no rule: their block is not compiled. */
export function overrideCondition({ covers }: Override): Condition | null {
  if (covers.kind === 'time' || covers.kind === 'lockdown') return null;
  if (covers.kind === 'host') {
    const host = toHost(covers.host);
    return host === null ? null : { requestDomains: hostsCoveredBy(host), resourceTypes: allTypes };
  }
  const address = parseAddress(covers.href);
  if (address === null || address.host === '') return null;
  const page = escaped(address.href.replace(/#.*$/s, ''));
  if (page.length > longestRegex || !isAscii(page)) return null;
  return {
    regexFilter: `^${page}$`,
    isUrlFilterCaseSensitive: true,
    resourceTypes: ['main_frame'],
  };
}

/** Null: not sayable in the subset both browsers compile. */
function regexOf(pattern: Pattern): string | null {
  const query = queryRegex(pattern);
  return query === null
    ? null
    : `^https?://${authorityRegex(pattern)}${pathRegex(pattern)}${query}`;
}

// One registry suffix, as near as an expression comes to it: google.evil.com and google.blogspot.com have another owner.
const anySuffixRegex = '([a-z]{2,}|(ac|co|com|edu|go|gob|gov|ne|net|or|org|sch)\\.[a-z]{2})';

/** Named hosts are checked by requestDomains; here only the open suffix and the port. */
function authorityRegex({ host, anySuffix, port }: Pattern): string {
  const name = anySuffix ? `([^/?#]*\\.)?${escaped(host)}\\.${anySuffixRegex}` : '[^/?#]*';
  if (port !== null) return `${name}:${port}`;
  return anySuffix ? `${name}(:[0-9]+)?` : name;
}

/** Segments as rules/hosts/path.ts matches them: folded slashes, and an end where a segment ends. */
function pathRegex({ path, query }: Pattern): string {
  if (path === null || path === '/') return query === null ? '/' : '/+';
  const isPlainPath = !path.includes('*');
  // A star stays in the path, for the query is no place on the site; between slashes it stands for something.
  const glob = path
    .split(/(?<=\/)\*(?=\/)/)
    .map((part) => part.split('*').map(saidPath).join('[^?#]*'))
    .join('[^/?#][^?#]*');
  if (query !== null && isPlainPath) return `${glob}/*`;
  return `${glob}${path.endsWith('*') ? '' : '([/;?#]|%2f|$)'}`;
}

/** One plain term can be said; several, or an escaped value, are left to the second wall. */
function queryRegex({ path, query }: Pattern): string | null {
  if (query === null) return '';
  const [term, another] = query;
  if (term === undefined || another !== undefined) return null;
  const value = term.value === '*' ? '[^&#]*' : term.value;
  if (!isPlain(term.key) || (term.value !== '*' && !isPlain(value))) return null;
  const before = path?.includes('*') === true ? '[^#]*' : '';
  return `${before}\\?([^#]*&)?${term.key}=${value}([&#]|$)`;
}

const saidPath = (piece: string): string => escaped(piece).replaceAll('/', '/+');
const isPlain = (text: string): boolean => /^[\w-]+$/.test(text);
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
