// What was searched for, from the address of a results page.
import { parseAddress } from '../hosts/address.ts';
import { isSearchHost } from './search-hosts.ts';

/** In the order in which they mean a search: Yahoo Japan writes "p", Yandex "text", Baidu "wd". */
const keys = ['q', 'query', 'search_query', 'text', 'wd', 'word', 'keyword', 'keywords', 'p', 'oq'];
/** Topics are addresses of their own there: /tag/NAME, /ideas/NAME/123, /hashtag/NAME. */
const inPath = /^\/(?:tag|hashtag|discover|ideas|search|topics?)\/([^/?#]+)/;
const longestQuery = 500;

/** Null where nothing was searched for, or on a host that is no search engine. */
export function queryOf(url: string): string | null {
  const address = parseAddress(url);
  if (address === null || address.kind !== 'web' || !isSearchHost(address.host)) return null;
  const given = new URLSearchParams(address.search);
  // Some engines keep the newest search behind the hash.
  const hashed = new URLSearchParams(address.hash.replace(/^#[!/?]*/, ''));
  const found = [hashed, given]
    .flatMap((terms) => keys.map((key) => terms.get(key) ?? ''))
    .map((query) => query.trim())
    .find((query) => query !== '');
  const query = found ?? wordsOf(inPath.exec(address.path)?.[1] ?? '');
  return query === '' ? null : query.slice(0, longestQuery);
}

function wordsOf(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll(/[-_+]/g, ' ').trim();
  } catch {
    // Half an escape: nobody searched for that.
    return '';
  }
}
