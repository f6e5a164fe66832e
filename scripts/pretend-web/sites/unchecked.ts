// Pages that nobody has checked: what they show, and how they show it, is what is tried here. Nothing in them is real.
import { landscape, page } from '../page.ts';
import type { Answered, Site } from '../site.ts';

const sentences = (text: string, times: number): string =>
  Array.from({ length: times }, () => `<p>${text}</p>`).join('');

const casinoWords = sentences(
  'Spin the slots, win the jackpot, claim your welcome bonus of 200 free spins. Deposit now, bet on roulette, blackjack and live poker, cash out your winnings today. The best odds, the biggest jackpots, no wagering limits.',
  6,
);
const gate = `<div id="gate"><h2>Adults only</h2><p>You must be 18 or older to play here.</p>
<button>I am 18 or older - Enter</button> <a href="http://school.test/">Leave</a></div>`;

/** A casino that nobody has listed: its name says so, and it asks for an age. */
export const casino: Site = ({ path }) =>
  page(
    { title: 'Royal Casino', brand: 'Royal Casino', colour: '#5a1f2f' },
    path === '/plain' ? casinoWords : `${gate}${casinoWords}`,
  );

const lessons = sentences(
  'In puberty the body changes. A doctor, a nurse or a teacher can answer questions about sex, contraception, consent and health. Nobody may touch you without your consent; a helpline can be called free of charge.',
  8,
);

/** Sex education; one press makes another page of it without loading anything. */
export const questions: Site = () =>
  page(
    { title: 'Questions about growing up', brand: 'Body and Health', colour: '#1f5a4a' },
    `<h1>Questions about growing up</h1><div id="content">${lessons}</div>
<button id="on">Go on</button>
<script>
document.getElementById('on').onclick = () => {
  history.pushState(null, '', '/casino/slots');
  document.title = 'Casino';
  document.getElementById('content').innerHTML = ${JSON.stringify(gate + casinoWords)};
};
</script>`,
  );

const busy = `<button id="count">0</button>
<script>document.getElementById('count').onclick = (event) => { event.target.textContent = Number(event.target.textContent) + 1; };</script>`;
const trial = (title: string, main: string): string =>
  page({ title, brand: 'Heavy pages', colour: '#4a4f57' }, `<h1>${title}</h1>${busy}${main}`);

/** Each is more than a reader can take in, or not what it says it is. */
const heavy: Readonly<Record<string, Answered>> = {
  '/nodes': trial(
    'A million nodes',
    `<div id="many"></div><script>
const part = document.createElement('div');
part.style.contentVisibility = 'auto';
for (let n = 0; n < 1000; n += 1) part.append(Object.assign(document.createElement('span'), { textContent: 'x' }));
for (let n = 0; n < 500; n += 1) document.getElementById('many').append(part.cloneNode(true));
</script>`,
  ),
  '/text': trial(
    'One text of ten megabytes',
    `<p id="long"></p><script>document.getElementById('long').style.cssText = 'height:2em;overflow:hidden;contain:strict';
document.getElementById('long').textContent = 'word '.repeat(2_000_000);</script>`,
  ),
  // In one piece Chromium itself breaks down on it, without any extension.
  '/texts': trial(
    'A hundred megabytes of text',
    `<div id="all"></div><script>
for (let n = 0; n < 5000; n += 1) {
  const part = document.createElement('p');
  part.style.contentVisibility = 'auto';
  part.textContent = 'word '.repeat(4000);
  document.getElementById('all').append(part);
}
</script>`,
  ),
  '/shadows': trial(
    'Shadow in shadow',
    `<div id="top"></div><script>
let host = document.getElementById('top');
for (let n = 0; n < 200; n += 1) {
  const root = host.attachShadow({ mode: 'open' });
  root.append('level ' + n);
  host = root.appendChild(document.createElement('div'));
}
</script>`,
  ),
  '/getters': trial(
    'Names that are taken',
    `<form name="title" id="trap"><input name="localName"><input name="matches"><input name="closest"><input name="checkVisibility"><input name="shadowRoot"><input name="getAttribute"><input name="parentElement"><input type="password" name="nodeType"></form>
<img name="documentElement" alt=""><img name="querySelectorAll" alt=""><img name="activeElement" alt=""><img name="createTreeWalker" alt="">
<script>
for (const name of ['checkVisibility', 'matches', 'closest']) Element.prototype[name] = () => { throw new Error(name); };
Object.defineProperty(Node.prototype, 'nodeType', { get() { throw new Error('nodeType'); } });
setInterval(() => { history.replaceState(null, '', '/getters?' + Math.random()); document.getElementById('late').textContent = 'Later words ' + Math.random(); }, 50);
</script><p id="late"></p>`,
  ),
  '/sandboxed': {
    body: trial('A page in a box', gate),
    headers: {
      'content-security-policy':
        "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'",
    },
  },
};
const many = `<ul>${Object.keys(heavy)
  .map((path) => `<li><a href="${path}">${path}</a></li>`)
  .join('')}</ul>`;

/** 20,000 words and 200 pictures, each of its own address, in a page as a magazine would make it. */
function magazine(): string {
  const words =
    'The garden was quiet in the early morning and nobody had yet walked along the gravel path to the gate'.split(
      ' ',
    );
  const paragraph = (n: number): string =>
    `<p>${Array.from({ length: 100 }, (_, word) => words[(n * 7 + word) % words.length]).join(' ')}.</p>`;
  const parts = Array.from(
    { length: 200 },
    (_, n) =>
      `<article><h2>Part ${n}</h2><img src="/picture/${n}.svg" width="320" height="120" alt="A picture of hills">${paragraph(n)}</article>`,
  );
  return trial('A long magazine', parts.join(''));
}

export const heavyPages: Site = ({ path }) => {
  if (path === '/magazine') return magazine();
  if (path.startsWith('/picture/'))
    return {
      type: 'image/svg+xml',
      body: landscape(path).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
    };
  return heavy[path] ?? trial('Heavy pages', many);
};
