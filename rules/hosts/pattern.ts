// What a guardian writes into an allow or block list: a host, with or without a path. No regular expressions.
//
//   youtube.com            the host and everything under it; "www." and "*." before it change nothing
//   www.google.*           one registry suffix for the star: google.de and google.co.uk, not google.blogspot.com
//   host.test:8080         that port only
//   example.org/games      the path and what is under it; "*" in a path stands for any characters
//   site.test/watch?v=X    that page with that value (query.ts says what happens when a key comes twice)
//   site.test/#/games      a page behind the hash, for sites that work so
import { fail, ok, type Result } from '../result.ts';
import { parseAddress, toHost, type Host } from './address.ts';
import { sameVideo } from './alias.ts';
import { canonicalPath } from './path.ts';
import { parseQuery, queryText, type QueryTerm } from './query.ts';
import {
  isIpHost,
  isPublicSuffix,
  isSharedHosting,
  isTopLevelDomain,
} from './registrable-domain.ts';

export type Pattern = {
  /** Canonical: parses to this same pattern again. */
  readonly text: string;
  /** Without the star when `anySuffix`: "google" of "google.*". */
  readonly host: Host;
  readonly anySuffix: boolean;
  /** Null for any port. */
  readonly port: number | null;
  /** A prefix glob (path.ts), null for any path. With a query and no star it is the whole path. */
  readonly path: string | null;
  readonly query: readonly QueryTerm[] | null;
  /** A prefix glob for what follows "#", null for any. */
  readonly fragment: string | null;
  /** Names a host where strangers have their own sub-domains (github.io): worth a word to the guardian. */
  readonly wide: boolean;
};

export type PatternFailure =
  | 'empty'
  | 'too-long'
  | 'control-characters'
  | 'only-stars'
  | 'star-in-host'
  | 'public-suffix'
  | 'not-a-web-address'
  | 'not-an-address';

const longestPattern = 2048;
const mostStars = 8;

export function parsePattern(untrusted: string): Result<Pattern, PatternFailure> {
  if (untrusted.length > longestPattern) return fail('too-long');
  const typed = untrusted.trim();
  if (typed === '') return fail('empty');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(typed)) return fail('control-characters');
  const scheme = /^([a-z][a-z0-9+.-]*):[\\/]{2,}/i.exec(typed);
  if (scheme !== null && !/^https?$/i.test(scheme[1] ?? '')) return fail('not-a-web-address');
  const bare = typed.slice(scheme?.[0].length ?? 0).replace(/^[\\/]{2,}/, '');
  const end = bare.search(/[\\/?#]/);
  const authority = end === -1 ? bare : bare.slice(0, end);
  const place = parseAuthority(authority.slice(authority.lastIndexOf('@') + 1), scheme?.[1]);
  if (!place.ok) return place;
  return withPage(place.value, end === -1 ? '' : bare.slice(end));
}

function withPage(place: Place, rest: string): Result<Pattern, PatternFailure> {
  const video = oneVideo(place, rest);
  if (video !== null) return withPage({ ...place, host: video.host }, video.page);
  const page = parsePage(rest);
  if (page === null) return fail('not-an-address');
  const text = textOf(place, page);
  return text.length > longestPattern
    ? fail('too-long')
    : ok({ text, ...place, ...page, wide: isSharedHosting(place.host) });
}

type Place = Pick<Pattern, 'host' | 'anySuffix' | 'port'>;
type Page = Pick<Pattern, 'path' | 'query' | 'fragment'>;

function parseAuthority(
  authority: string,
  scheme: string | undefined,
): Result<Place, PatternFailure> {
  if (/^[.*\s]*\*[.*\s]*$/.test(authority)) return fail('only-stars');
  const split = /^(.*?)(?::(\d{0,5}))?$/.exec(isBareIpv6(authority) ? `[${authority}]` : authority);
  const name = (split?.[1] ?? '').replace(/^\*\./, '');
  const port = portOf(split?.[2], scheme);
  if (port === undefined) return fail('not-an-address');
  if (name.endsWith('.*')) return anySuffixPlace(name.slice(0, -2), port);
  if (name.includes('*')) return fail('star-in-host');
  const host = toHost(name);
  if (host === null) return fail('not-an-address');
  const trimmed = withoutWww(host);
  const failure = tooWide(trimmed, port);
  return failure === null ? ok({ host: trimmed, anySuffix: false, port }) : fail(failure);
}

function anySuffixPlace(base: string, port: number | null): Result<Place, PatternFailure> {
  const stem = base.replace(/^(?:www(?:\.|$))+/i, '');
  if (stem === '') return fail('only-stars');
  if (stem.includes('*')) return fail('star-in-host');
  // The stem alone may read as a number; under a suffix it is the name it was meant to be.
  const full = toHost(`${stem}.test`);
  if (full === null) return fail('not-an-address');
  const host = full.slice(0, -'.test'.length) as Host;
  return /(?:^|\.)\d+$/.test(host) ? fail('star-in-host') : ok({ host, anySuffix: true, port });
}

/** "www." means the bare name, except where that name is a suffix: www.gov.uk is a site, gov.uk is not. */
function withoutWww(host: Host): Host {
  const bare = host.startsWith('www.') ? host.slice(4) : host;
  return bare === host || isPublicSuffix(bare) ? host : withoutWww(bare as Host);
}

/** One label is mostly a slip ("youtube"); a machine in the house or school says so by its port. */
function tooWide(host: Host, port: number | null): PatternFailure | null {
  if (isIpHost(host) || host === 'localhost') return null;
  if (host.includes('.')) {
    return isPublicSuffix(host) && !isSharedHosting(host) ? 'public-suffix' : null;
  }
  if (isTopLevelDomain(host)) return 'public-suffix';
  return port === null ? 'not-an-address' : null;
}

/** A shared link to one video, in the one form that every way to open the video is compared in. */
function oneVideo(place: Place, rest: string): { host: Host; page: string } | null {
  if (place.anySuffix || place.port !== null || rest === '') return null;
  const address = parseAddress(`https://${place.host}${rest}`);
  const video = address === null ? null : sameVideo(address);
  if (video === null || video.host === '') return null;
  const page = `${video.path}${video.search}`;
  return place.host === video.host && rest === page ? null : { host: video.host, page };
}

/** Undefined: no such port. The port that a pasted scheme implies says nothing. */
function portOf(digits: string | undefined, scheme: string | undefined): number | null | undefined {
  if (digits === undefined || digits === '') return null;
  const port = Number(digits);
  if (port > 65_535) return undefined;
  const implied = scheme === undefined ? null : scheme.toLowerCase() === 'https' ? 443 : 80;
  return port === implied ? null : port;
}

function parsePage(rest: string): Page | null {
  const url = URL.parse(`http://h${rest}`);
  if (url === null) return null;
  const path = withoutEnd(canonicalPath(url.pathname).replaceAll(/\*{2,}/g, '*'));
  if (path.split('*').length > mostStars + 1) return null;
  const query = parseQuery(url.search);
  const fragment = /^#!?\/[^*/]/.test(url.hash) ? canonicalFragment(url.hash) : null;
  const wholeSite = path === '' && query === null && fragment === null;
  return { path: wholeSite ? null : path === '' ? '/' : path, query, fragment };
}

/** A fragment in the form patterns and addresses are compared in; it starts with "#". */
export const canonicalFragment = (hash: string): string =>
  withoutEnd(`#${canonicalPath(hash.slice(1)).replaceAll(/\*{2,}/g, '*')}`);

// A glob is a prefix already: "/games/" and "/games/*" say no more than "/games".
const withoutEnd = (glob: string): string => glob.replace(/(?:\/\*?)+$/, '');

function textOf(place: Place, page: Page): string {
  const host = place.anySuffix ? `${place.host}.*` : place.host;
  const port = place.port === null ? '' : `:${place.port}`;
  const query = page.query === null ? '' : `?${queryText(page.query)}`;
  return `${host}${port}${page.path ?? ''}${query}${page.fragment ?? ''}`;
}

const isBareIpv6 = (text: string): boolean => /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text);
