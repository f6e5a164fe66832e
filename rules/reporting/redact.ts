// The exact address, less what opens somebody's account. What was removed is named, so that nobody wonders.
import { cleanLine } from './clean.ts';

/** Parameter names, letters and digits only, lower case. */
const secretNames = new Set([
  'token',
  'accesstoken',
  'idtoken',
  'refreshtoken',
  'auth',
  'authorization',
  'code',
  'otp',
  'pin',
  'session',
  'sessionid',
  'sessid',
  'phpsessid',
  'jsessionid',
  'sid',
  'sig',
  'signature',
  'hmac',
  'key',
  'apikey',
  'password',
  'passwd',
  'pass',
  'pwd',
  'reset',
  'secret',
  'credential',
  'credentials',
  'jwt',
  'ticket',
]);
const secretEnding =
  /(?:token|signature|password|passwd|secret|sessionid|apikey|authkey|otp|resetkey|resetcode|credential)$/;
const longestAddress = 2048;
const deepestNesting = 3;
/** A page could name thousands, until its report is too large for any desk. */
const mostNames = 20;

export type Redacted = {
  /** null: an address of this browser or device alone, of which nothing is kept. */
  readonly address: string | null;
  /** Names of what was taken out, in order of appearance; "user-info" for a name and password before the host. */
  readonly removed: readonly string[];
  /** The address was longer than 2,048 characters and its end is missing. */
  readonly shortened: boolean;
};

const nothing: Redacted = { address: null, removed: [], shortened: false };

/** The address as a report may carry it. Web addresses only: file:, data:, blob: and browser pages give nothing. */
export function redactAddress(untrustedAddress: string): Redacted {
  const text = untrustedAddress.trim().slice(0, 65_536).toWellFormed();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return nothing;
  const removed: string[] = [];
  const address = escapeUnsafe(withoutSecrets(text, removed, 0));
  const cut = cutAddress(address);
  return {
    address: cut,
    removed: [...new Set(removed)].slice(0, mostNames),
    shortened: cut.length < address.length,
  };
}

function withoutSecrets(address: string, removed: string[], depth: number): string {
  const [beforeFragment, fragment] = splitOnce(address, '#');
  const [beforeQuery, query] = splitOnce(beforeFragment, '?');
  const start = withoutPathSecrets(withoutUserInfo(beforeQuery, removed), removed);
  const pairs = query === null ? null : withoutPairs(query, removed, depth);
  const rest = fragment === null ? null : withoutFragmentSecrets(fragment, removed, depth);
  return joined(joined(start, '?', query, pairs), '#', fragment, rest);
}

const joined = (start: string, mark: string, before: string | null, after: string | null): string =>
  // A part that lost everything loses its mark too; one that was empty from the start keeps it.
  after === null || (after === '' && before !== '') ? start : `${start}${mark}${after}`;

function withoutUserInfo(start: string, removed: string[]): string {
  const found = /^(https?:\/\/)([^/\\]*)@([^/\\@]*)(.*)$/is.exec(start);
  if (found === null) return start;
  removed.push('user-info');
  return `${found[1] ?? ''}${found[3] ?? ''}${found[4] ?? ''}`;
}

/** `;jsessionid=…` inside the path. */
const withoutPathSecrets = (start: string, removed: string[]): string =>
  start.replaceAll(/;([^;=/]{1,40})=[^;/]*/g, (whole, name: string) => {
    if (!isSecret(name)) return whole;
    removed.push(plainName(name));
    return '';
  });

/** A fragment may be a query (`#access_token=…`) or hold one (`#/room?token=…`). */
function withoutFragmentSecrets(fragment: string, removed: string[], depth: number): string {
  const [route, query] = splitOnce(fragment, '?');
  const path = route.includes('=') ? withoutPairs(route, removed, depth) : route;
  return joined(path, '?', query, query === null ? null : withoutPairs(query, removed, depth));
}

function withoutPairs(query: string, removed: string[], depth: number): string {
  if (query === '') return query;
  // Kept separators keep the rest byte for byte as it was.
  const kept: string[] = [];
  for (const part of query.split(/(?=[&;])/)) {
    const mark = /^[&;]/.exec(part)?.[0] ?? '';
    const [name, value] = splitOnce(part.slice(mark.length), '=');
    if (isSecret(name)) removed.push(plainName(name));
    else kept.push(value === null ? part : `${mark}${name}=${nested(value, removed, depth)}`);
  }
  return kept.join('').replace(/^[&;]/, query.startsWith('&') ? '&' : '');
}

/** An address inside an address (`?continue=https%3A%2F%2F…`) is cleaned in the same way. */
function nested(value: string, removed: string[], depth: number): string {
  const inner = decoded(value);
  if (depth >= deepestNesting || !/^https?:\/\//i.test(inner)) return value;
  const before = removed.length;
  const cleaned = withoutSecrets(inner, removed, depth + 1);
  return removed.length === before ? value : encodeURIComponent(cleaned);
}

function isSecret(encodedName: string): boolean {
  const name = decoded(encodedName)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  return secretNames.has(name) || secretEnding.test(name);
}

const plainName = (encodedName: string): string =>
  cleanLine(decoded(encodedName).toLowerCase(), 40);

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    // A stray % is not an escape: the text stands for itself.
    return encoded;
  }
}

function splitOnce(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** Controls, spaces and direction overrides must not change how the address reads. */
/** Controls, format characters and spaces, percent-encoded; all else stays as it is. */
export const escapeUnsafe = (address: string): string =>
  address.replaceAll(/[\p{Cc}\p{Cf}\p{Z}]/gu, (character) => encodeURIComponent(character));

/** Never in the middle of a percent escape or of a surrogate pair. */
function cutAddress(address: string): string {
  if (address.length <= longestAddress) return address;
  return address
    .slice(0, longestAddress)
    .replace(/%[0-9a-f]?$/i, '')
    .replace(/[\uD800-\uDBFF]$/, '');
}
