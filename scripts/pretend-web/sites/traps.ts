// What a closed site would like to get past a filter with: a log-in box, a file, a page kept for a year. And a page
// that tries one way of reaching another address after the other.
import { page } from '../page.ts';
import { notFound, type Answered, type Site } from '../site.ts';

const look = { brand: 'Trials', colour: '#4a4f57' } as const;
const trial = (title: string, main: string, head = ''): string =>
  page({ ...look, title, head }, `<h1>${title}</h1>${main}`);

const magenta =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="100%" height="100%" preserveAspectRatio="none"><rect width="10" height="10" fill="#f0f"/></svg>';
/** A picture of one dot, as BMP: no byte of it is above 127, so that it can travel as text. */
const dot = Buffer.from(
  'Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAfwB/AA==',
  'base64',
).toString('latin1');
const documents: Readonly<Record<string, Answered>> = {
  svg: { type: 'image/svg+xml', body: magenta },
  xhtml: {
    type: 'application/xhtml+xml',
    body: '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Loud</title></head><body style="background:#f0f">Loud</body></html>',
  },
  xml: { type: 'text/xml', body: '<?xml version="1.0"?><feed><title>Loud</title></feed>' },
  text: { type: 'text/plain', body: 'Loud words' },
  // The browser shows it in a page of its own making.
  image: { type: 'image/bmp', body: dot },
  paper: { type: 'application/pdf', body: '%PDF-1.4' },
};

/** `/kinds/svg` and so on: documents of other kinds than HTML, loud where the kind has a colour. */
export const kinds: Site = ({ path }): Answered => documents[path.split('/')[2] ?? ''] ?? notFound;

/** A site whose own service worker serves a loud page without asking anybody. */
export const worker: Site = ({ path }): Answered =>
  path === '/worker.js'
    ? { type: 'text/javascript', body: servesItself }
    : trial('Without a worker', '');
const servesItself = `const page = '<!doctype html><title>Loud</title><style>html{background:#f0f}</style><h1>From the worker</h1>';
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(
  new Response(page, { headers: { 'content-type': 'text/html' } })));`;

/** A site that is closed in the trials; if a request came through it would show at once. */
export const traps: Site = ({ path }): Answered => {
  if (path === '/login')
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="traps"' }, body: 'Log in' };
  if (path === '/file')
    return { type: 'application/zip', headers: { 'content-disposition': 'attachment' }, body: 'x' };
  if (path === '/paper') return { type: 'application/pdf', body: '%PDF-1.4' };
  if (path === '/kept')
    return { body: trial('Kept', ''), headers: { 'cache-control': 'max-age=31536000' } };
  return { body: trial('A trap', ''), headers: { 'access-control-allow-origin': '*' } };
};

/** `/link?ADDRESS` and so on: a page that holds the address in one kind of tag or script. */
const holders: Readonly<Record<string, (target: string) => string>> = {
  link: (to) => `<a id="go" href="${to}">Go</a> <a id="new" target="_blank" href="${to}">New</a>`,
  form: (to) => `<form method="post" action="${to}"><button id="go">Send</button></form>`,
  script: (to) => `<script>location.href = ${JSON.stringify(to)};</script>`,
  window: (to) => `<button id="go" onclick="window.open(this.value)" value="${to}">Open</button>`,
  two: (to) => `<iframe src="${to}"></iframe><iframe src="${to}/2"></iframe>`,
  embed: (to) => `<embed src="${to}" width="300" height="100">`,
  object: (to) => `<object data="${to}" width="300" height="100"></object>`,
  fenced: (to) =>
    `<fencedframe></fencedframe><script>const frame = document.querySelector('fencedframe'); if (window.FencedFrameConfig) frame.config = new FencedFrameConfig(${JSON.stringify(to)});</script>`,
  tiny: (to) => `<iframe src="${to}" style="border:0;width:80px;height:60px"></iframe>`,
};

/** The host that leads elsewhere. Targets stand after the first "?", as they are. */
export const ways: Site = ({ path, url }): Answered => {
  const target = encodeURI(decodeURI(url.slice(url.indexOf('?') + 1))).replaceAll('"', '%22');
  const [, kind = '', count = ''] = path.split('/');
  if (/^30[2378]$/.test(kind)) return { status: Number(kind), headers: { location: target } };
  if (kind === 'refresh')
    return { body: trial('Soon', ''), headers: { refresh: `0;url=${target}` } };
  if (kind === 'frameset')
    return `<!doctype html><title>Frameset</title><frameset cols="50%,50%"><frame src="${target}"><frame src="about:blank"></frameset>`;
  const left = Math.min(Number(count) || 0, 30);
  if (kind === 'hops')
    return {
      status: 302,
      headers: { location: left > 1 ? `/hops/${left - 1}?${target}` : target },
    };
  if (kind === 'deep')
    return trial(
      `Deep ${left}`,
      `<iframe src="${left > 1 ? `/deep/${left - 1}?${target}` : target}"></iframe>`,
    );
  const holder = Object.hasOwn(holders, kind) ? holders[kind] : undefined;
  return holder === undefined ? notFound : trial(`Way: ${kind}`, holder(target));
};
