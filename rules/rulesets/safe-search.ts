// Engines whose strict mode can be forced by a parameter in the address, from each engine's own help pages.
// Paths are written as RE2; both browsers compile them within their limits.

export type Engine = {
  readonly name: string;
  /** An address of its result page, to ask decide() whether the engine is open at all. */
  readonly example: string;
  readonly regex: string;
  readonly params: readonly { readonly key: string; readonly value: string }[];
};

const engine = (
  name: string,
  example: string,
  regex: string,
  forced: Readonly<Record<string, string>>,
): Engine => ({
  name,
  example,
  regex,
  params: Object.entries(forced).map(([key, value]) => ({ key, value })),
});

export const engines: readonly Engine[] = [
  engine(
    'Google',
    'https://www.google.com/search?q=a',
    '^https?://([a-z]+\\.)?google\\.[a-z]{2,3}(\\.[a-z]{2})?/(search|images|videosearch|webhp|imghp|complete)',
    { safe: 'active' },
  ),
  engine(
    'Bing',
    'https://www.bing.com/search?q=a',
    '^https?://([a-z0-9]+\\.)?bing\\.com/(search|images|videos|shop|news)',
    { adlt: 'strict' },
  ),
  engine('DuckDuckGo', 'https://duckduckgo.com/?q=a', '^https?://([a-z]+\\.)?duckduckgo\\.com/', {
    kp: '1',
  }),
  engine(
    'Yahoo',
    'https://search.yahoo.com/search?p=a',
    '^https?://([a-z.]+\\.)?search\\.yahoo\\.com/',
    { vm: 'r' },
  ),
  engine(
    'Yandex',
    'https://yandex.com/search/?text=a',
    '^https?://(www\\.)?(yandex\\.[a-z]{2,3}(\\.[a-z]{2})?|ya\\.ru)/(search|images|video)',
    { family: 'yes' },
  ),
  engine('Brave Search', 'https://search.brave.com/search?q=a', '^https?://search\\.brave\\.com/', {
    safesearch: 'strict',
  }),
  engine('Qwant', 'https://www.qwant.com/?q=a', '^https?://([a-z]+\\.)?qwant\\.com/', {
    s: '2',
    safesearch: '2',
  }),
  engine(
    'Startpage',
    'https://www.startpage.com/sp/search?query=a',
    '^https?://(www\\.)?startpage\\.com/',
    { qadf: 'heavy' },
  ),
];

/** Restricted mode of YouTube: support.google.com/a/answer/6214622. */
export const youTubeHosts = [
  'youtube.com',
  'youtube-nocookie.com',
  'youtubei.googleapis.com',
  'youtube.googleapis.com',
] as const;
export const youTubeHeader = {
  header: 'YouTube-Restrict',
  operation: 'set',
  value: 'Strict',
} as const;
/** RFC 8674, section 2. */
export const preferSafeHeader = { header: 'Prefer', operation: 'set', value: 'safe' } as const;
