// A report from a file may hold anything its schema lets in. Made fit here, once, before any format is written.
import type { Instant } from '../policy/verdict.ts';
import { cleanLine, cleanText } from '../reporting/clean.ts';
import { escapeUnsafe } from '../reporting/redact.ts';
import { limits, type Letter, type Report } from '../reporting/schema.ts';

/** The same letter with every text well-formed: one line where one line belongs, no controls, no direction overrides. */
export function tidyLetter<L extends Letter>(letter: L): L {
  const tidy = tidyValue(letter, '') as L;
  return tidy.schema === 'child-report/1' ? { ...tidy, where: tidyPlace(tidy) } : tidy;
}

function tidyValue(value: unknown, key: string): unknown {
  if (typeof value === 'string') return tidyText(value, key);
  if (Array.isArray(value)) return value.map((item) => tidyValue(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, tidyValue(inner, name)]),
  );
}

/** What a child wrote may have lines; nothing else may. An address keeps its letters as they are, or it would lead elsewhere. */
function tidyText(text: string, key: string): string {
  if (key === 'what') return cleanText(text, limits.words);
  if (key === 'url' || key === 'profileUrl') return escapeUnsafe(text.toWellFormed());
  return cleanLine(text, limits.title);
}

/** A title may itself describe abuse: with that topic the address is enough. */
const tidyPlace = (report: Report): Report['where'] => ({
  ...report.where,
  pageTitle: report.category === 'csam' ? null : report.where.pageTitle,
});

/**
 * The address as RFC 3986 has it, in ASCII: what a URI may not hold is percent-encoded, the rest stays as it was. null
 * if it is no web address.
 */
export function uriOf(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  // Without the name and password before the host: they open somebody's account.
  const { hostname, origin, pathname, search, hash } = new URL(address);
  // Browsers read hosts with ";" or quotes in them. No such name exists, and it would break out of a line.
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(hostname)) return null;
  const fragment = hash.slice(1).replaceAll('#', '%23');
  return origin + escaped(`${pathname}${search}`) + (hash === '' ? '' : `#${escaped(fragment)}`);
}

const escaped = (part: string): string =>
  part
    .replaceAll(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (letter) =>
      encodeURIComponent(letter.toWellFormed()),
    )
    .replaceAll(/%(?![\da-f]{2})/gi, '%25');

/** The host of an address, without the brackets of IPv6. */
export const hostOf = (uri: string): string => new URL(uri).hostname.replaceAll(/^\[|\]$/g, '');

/** A name in DNS as RFC 1123 has it: not an IP address, no underscore. */
export const isHostname = (host: string): boolean =>
  host.length <= 253 &&
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(host) &&
  !/^[\d.]+$/.test(host);

const isoForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const firstTime = 0;
const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59);

/** A time of a report (ISO 8601 with offset) as an instant; null if it is none between 1970 and 9999. */
export function instantOf(time: string): Instant | null {
  const instant = isoForm.test(time) ? Date.parse(time) : Number.NaN;
  return instant >= firstTime && instant <= lastTime ? instant : null;
}

/** "2026-11-20T13:05:00.000Z" */
export const utc = (instant: Instant): string => new Date(instant).toISOString();
