// Pages that try what a clever child or a hostile site would try. Harmless words, one trick each.
import { page } from '../page.ts';
import { notFound, type Answered, type Site } from '../site.ts';

const look = { brand: 'Trials', colour: '#4a4f57' } as const;
const rta = '<meta name="rating" content="RTA-5042-1996-1400-1577-RTA">';
const trial = (title: string, main: string, head = ''): string =>
  page({ ...look, title, head }, `<h1>${title}</h1>${main}`);

/** Each removes or hides what an extension puts on the page (security.md, table 2). */
const attacks: Readonly<Record<string, string>> = {
  remove: `setInterval(() => document.querySelectorAll('html > :not(head):not(body)').forEach((node) => node.remove()), 100)`,
  hide: `setInterval(() => document.querySelectorAll('html > :not(head):not(body)').forEach((node) => node.setAttribute('style', 'display:none!important')), 100)`,
  fade: `setInterval(() => { document.documentElement.style.opacity = '0.01' }, 100)`,
  shrink: `setInterval(() => { document.documentElement.style.zoom = '0.01' }, 100)`,
  shift: `setInterval(() => { document.documentElement.style.transform = 'translateX(-9999px)' }, 100)`,
  inert: `setInterval(() => { document.documentElement.inert = true }, 100)`,
  dialog: `setTimeout(() => { const top = document.createElement('dialog'); top.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none'; top.textContent = 'Nothing to see'; document.body.append(top); top.showModal(); }, 800)`,
  rewrite: `setTimeout(() => { document.open(); document.write('<!doctype html><title>Rewritten</title><p id="rewritten">Rewritten</p>'); document.close(); }, 800)`,
};

export const hostile: Site = ({ path }): Answered => {
  const attack = attacks[path.slice(1)];
  if (attack === undefined) return path === '/' ? trial('Hostile pages', list(attacks)) : notFound;
  return trial(`Attack: ${path.slice(1)}`, `<script>${attack}</script>`, rta);
};
const list = (table: Readonly<Record<string, string>>): string =>
  `<ul>${Object.keys(table)
    .map((name) => `<li><a href="/${name}">${name}</a></li>`)
    .join('')}</ul>`;

/** Moves without loading: pushState, replaceState and a fragment. */
export const spa: Site = () =>
  trial(
    'One page, many addresses',
    `<p>Now at <output id="where"></output></p>
<button id="push">Push /games/1</button> <button id="fragment">Go to #/games/1</button>
<script>
const where = () => { document.getElementById('where').textContent = location.pathname + location.hash; };
document.getElementById('push').onclick = () => { history.pushState(null, '', '/games/1'); where(); };
document.getElementById('fragment').onclick = () => { location.hash = '#/games/1'; where(); };
where();
</script>`,
  );

/** `/to?http://game.test/` sends on with 302, `/meta?…` by a tag, `/frame?…` shows it in a frame. */
export const redirect: Site = ({ path, url }): Answered => {
  const target = url.slice(url.indexOf('?') + 1);
  const safe = encodeURI(decodeURI(target)).replaceAll('"', '%22');
  if (!url.includes('?')) return trial('Redirects', '<p>Nothing to send on to.</p>');
  if (path === '/to') return { status: 302, headers: { location: safe } };
  if (path === '/meta') {
    return trial('Moved', '', `<meta http-equiv="refresh" content="0;url=${safe}">`);
  }
  if (path === '/frame') return trial('Framed', `<iframe title="Framed" src="${safe}"></iframe>`);
  return notFound;
};

/** Twenty frames, or `?frames=N`, each a small page of its own. */
export const frames: Site = ({ path, query }) => {
  if (path === '/leaf') {
    return `<!doctype html><meta charset="utf-8"><title>Leaf</title><p>Leaf ${Number(query.get('n'))}: a few quiet words about trees.</p>`;
  }
  const count = Math.min(Number(query.get('frames') ?? 20) || 20, 100);
  const leaf = (n: number) =>
    `<iframe title="Leaf ${n}" src="/leaf?n=${n}" style="border:0;height:70px;width:100%"></iframe>`;
  return trial(
    'A page of frames',
    `<div class="grid">${Array.from({ length: count }, (_, n) => leaf(n)).join('')}</div>`,
  );
};

/** Says what was asked of it, as the server saw it. Any host without a site of its own is this one. */
export const echo: Site = ({ host, url, headers }) => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  const asked = [url, ...lines].join('\n').replaceAll('<', '&lt;');
  return trial(
    `A small site at ${host.replaceAll('<', '&lt;')}`,
    `<p>Hello.</p><pre id="request">${asked}</pre>`,
  );
};

/** A tiny plain page without style, for benches. */
export const small: Site = () =>
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Small</title><link rel="icon" href="data:,"><h1>Small page</h1><p>One heading and one sentence.</p>';
