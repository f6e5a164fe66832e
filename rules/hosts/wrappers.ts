// Services that show another site's page under their own address. Data: one line a service.
// `host` covers sub-domains as well with a leading "*.", and every registry suffix with a trailing ".*".

export type Wrapper = {
  readonly host: string;
  /** Path prefix, in canonical form; the inner address follows it when `from` is 'path'. */
  readonly path: string;
  /** Where the inner address stands: the rest of the path (with the query), or query keys in this order. */
  readonly from: 'path' | readonly string[];
};

/** A run of digits and flags such as "20200101000000id_" or "*" before the inner address is skipped. */
export const snapshotMark =
  /^(?:\d{1,14}(?:[a-z]{2}_)?|\*|newest|oldest|save|latest|link|json|ukgwa|proxy|[a-z]{2}-[a-z]{2}\.[a-z]{2}\.[\w.-]+\/https?)\//i;

const inPath = (host: string, ...paths: readonly string[]): Wrapper[] =>
  paths.map((path) => ({ host, path, from: 'path' }));
const inQuery = (host: string, path: string, ...keys: readonly string[]): Wrapper => ({
  host,
  path,
  from: keys,
});

export const wrappers: readonly Wrapper[] = [
  // Translators.
  inQuery('translate.google.*', '/', 'u'),
  inQuery('translate.googleusercontent.com', '/', 'u'),
  inQuery('*.translatetheweb.com', '/', 'a', 'url'),
  inQuery('*.microsofttranslator.com', '/', 'a', 'url'),
  inQuery('*.translatoruser-int.com', '/', 'a', 'url'),
  inQuery('translate.yandex.*', '/translate', 'url'),
  inQuery('translated.turbopages.org', '/', 'url'),
  inPath('translated.turbopages.org', '/proxy_u/'),
  inQuery('papago.naver.net', '/website', 'url'),
  inQuery('fanyi.baidu.com', '/transpage', 'query', 'url'),
  inQuery('fanyi.youdao.com', '/', 'url'),
  inQuery('*.worldlingo.com', '/', 'wl_url'),
  inQuery('*.translate.com', '/', 'url'),
  // Accelerated copies.
  ...inPath('www.google.*', '/amp/s/', '/amp/'),
  ...inPath('google.*', '/amp/s/', '/amp/'),
  ...inPath(
    '*.cdn.ampproject.org',
    ...['c', 'v', 'wp', 'a', 'i', 'ii', 'r'].flatMap((kind) => [`/${kind}/s/`, `/${kind}/`]),
  ),
  ...inPath('*.bing-amp.com', '/c/s/', '/c/'),
  ...inPath('yandex.*', '/turbo/s/', '/turbo/'),
  inQuery('yandex.*', '/turbo', 'text'),
  // Search engines' redirects, picture views and caches.
  inQuery('www.google.*', '/url', 'q', 'url'),
  inQuery('google.*', '/url', 'q', 'url'),
  inQuery('www.google.*', '/imgres', 'imgrefurl', 'imgurl'),
  inQuery('google.*', '/imgres', 'imgrefurl', 'imgurl'),
  inQuery('webcache.googleusercontent.com', '/search', 'q'),
  inQuery('cc.bingj.com', '/cache.aspx', 'u', 'url'),
  inQuery('duckduckgo.com', '/l/', 'uddg'),
  inQuery('*.duckduckgo.com', '/iu/', 'u'),
  inQuery('hghltd.yandex.net', '/yandbtm', 'url'),
  inQuery('yandexwebcache.net', '/yandbtm', 'url'),
  // Archives.
  ...inPath('web.archive.org', '/web/', '/save/'),
  ...inPath('wayback.archive.org', '/web/'),
  ...inPath('archive.org', '/wayback/', '/web/'),
  ...['ph', 'is', 'today', 'li', 'vn', 'md', 'fo'].flatMap((end) => inPath(`archive.${end}`, '/')),
  ...inPath(
    'timetravel.mementoweb.org',
    '/memento/',
    '/list/',
    '/timegate/',
    '/timemap/',
    '/reconstruct/',
  ),
  ...inPath('arquivo.pt', '/wayback/', '/noframe/replay/'),
  inQuery('www.webarchive.org.uk', '/', 'url'),
  inPath('www.webarchive.org.uk', '/wayback/archive/'),
  inPath('webarchive.nationalarchives.gov.uk', '/'),
  // Readers and text services.
  inPath('r.jina.ai', '/'),
  inPath('12ft.io', '/'),
  inQuery('12ft.io', '/', 'q', 'url'),
  inPath('1ft.io', '/'),
  inPath('13ft.io', '/'),
  inPath('txtify.it', '/'),
  inPath('outline.com', '/'),
  inPath('*.removepaywall.com', '/'),
  inPath('*.removepaywalls.com', '/'),
  inPath('smry.ai', '/'),
  inPath('sci-hub.se', '/'),
  inQuery('*.printfriendly.com', '/', 'url'),
  inQuery('*.textise.net', '/', 'strurl'),
  inPath('md.dhr.wtf', '/'),
  inQuery('md.dhr.wtf', '/', 'url'),
  inPath('defuddle.md', '/'),
  inPath('via.hypothes.is', '/'),
  inQuery('validator.w3.org', '/nu', 'doc'),
  // Picture proxies, and services that take pictures of a site.
  inQuery('images.weserv.nl', '/', 'url'),
  inQuery('wsrv.nl', '/', 'url'),
  ...['i0', 'i1', 'i2', 'i3'].flatMap((host) => inPath(`${host}.wp.com`, '/')),
  inPath('s0.wp.com', '/mshots/v1/'),
  inPath('image.thum.io', '/get/'),
  inQuery('*.microlink.io', '/', 'url'),
  inQuery('*.urlbox.com', '/', 'url'),
  inQuery('*.urlbox.io', '/', 'url'),
  inQuery('*.screenshotmachine.com', '/', 'url'),
].flat();
