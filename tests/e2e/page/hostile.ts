// Pretend hostile pages: labelled as adult, painted in a colour nothing of ours has, and full of words to be found.
import type { Served } from '../../support/page-stub/desk.ts';
import { editorPages } from './editors.ts';

const label = '<meta name="RATING" content="RTA-5042-1996-1400-1577-RTA">';
const paint = `<style>
  html, body { background: #f0f; margin: 0; min-height: 100%; }
  h1, p { color: #000; background: #f0f; }
  #full, dialog, [popover], .over { background: #f0f; border: 0; padding: 0; margin: 0;
    inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; }
  #tall { height: 4000px; }
</style>`;
const words = `<h1>SECRET WORDS</h1><button id="below">Below</button><input id="field" aria-label="Field">
<div id="full"></div><div id="tall"></div>`;

const page = (head: string, body = words): Served => ({
  body: `<!doctype html><html lang="en"><head><title>Hostile</title>${head}${paint}</head><body>${body}</body></html>`,
});
const strict =
  "default-src 'none'; style-src 'nonce-a'; script-src 'nonce-a'; require-trusted-types-for 'script'; trusted-types 'none'";
const underPolicy = (policy: string): Served => ({
  body: page(label).body.replaceAll('<style>', '<style nonce="a">'),
  headers: { 'content-security-policy': policy },
});

const pages: Readonly<Record<string, Served>> = {
  '/': page(label),
  '/plain': page(''),
  '/strict': underPolicy(strict),
  '/sandboxed': underPolicy(`${strict}; sandbox`),
  '/late-label': page(
    `<script>addEventListener('DOMContentLoaded', () => document.head.insertAdjacentHTML('beforeend', '${label}'))</script>`,
  ),
  '/label-after-load': page(
    `<script>addEventListener('load', () => setTimeout(() => document.head.insertAdjacentHTML('beforeend', '${label}'), 300))</script>`,
  ),
  '/pics': page(
    `<meta http-equiv="PICS-Label" content='(pics-1.1 "http://www.icra.org/ratingsv02.html" l gen true for "http://hostile.test/a-very-long-address" r (nz 1 sa 1))'>`,
  ),
  '/many-labels': page(
    Array.from(
      { length: 40 },
      (_, i) => `<meta name="rating" content="${i} ${'x'.repeat(400)}">`,
    ).join(''),
  ),
  '/framed-label': page('', '<h1>Frames</h1><iframe src="/"></iframe>'),
  '/frames': page(
    label,
    `<iframe srcdoc="<body style='background:#f0f'>FRAMED"></iframe>
     <iframe sandbox srcdoc="<body style='background:#f0f'>FRAMED"></iframe>
     <iframe src="data:text/html,<body style='background:%23f0f'>FRAMED"></iframe>
     <iframe id="blank"></iframe><iframe id="blob"></iframe>
     <script>
       blank.contentDocument.body.style.background = '#f0f';
       blob.src = URL.createObjectURL(new Blob(['<body style="background:#f0f">FRAMED'], { type: 'text/html' }));
     </script>`,
  ),
  '/clobbered': page(
    label,
    `${[
      'documentElement',
      'body',
      'head',
      'querySelectorAll',
      'createElementNS',
      'elementFromPoint',
      'visibilityState',
      'readyState',
      'fullscreenElement',
    ]
      .map(
        (name) =>
          `<form name="${name}"><input name="style"></form><img name="${name}" id="${name}">`,
      )
      .join('')}<a id="chrome"></a><a id="browser"></a><a id="scheduler"></a>${words}`,
  ),
  '/transition': page(`${label}<style>html { opacity: 0.01; transition: opacity 9999s; }</style>`),
  '/swallow': page(
    `<script>for (const type of ['click', 'keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown'])
      for (const target of [window, document])
        target.addEventListener(type, (event) => { (window.seen ??= []).push(type); event.preventDefault(); event.stopImmediatePropagation(); }, true);
    </script>${label}`,
  ),
  '/overridden': page(
    `<script>
      const no = () => { throw new Error('no'); };
      Array.prototype.push = no; Array.prototype.map = no; JSON.parse = no; JSON.stringify = no;
      Element.prototype.attachShadow = no; Element.prototype.append = no; document.createElementNS = no;
      document.createElement = no; window.MutationObserver = no; HTMLDialogElement.prototype.showModal = no;
      HTMLElement.prototype.showPopover = no; document.elementFromPoint = () => null;
    </script>${label}`,
  ),
  '/video': page(
    label,
    `<h1>Video</h1><audio id="sound" loop src="data:audio/wav;base64,${silence()}"></audio>`,
  ),
};

const inForm = (type: string, body: string): Served => ({
  body,
  headers: { 'content-type': type },
});
const forms: Readonly<Record<string, Served>> = {
  '/svg': inForm(
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#f0f"/></svg>',
  ),
  '/xhtml': inForm(
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head><body style="background:#f0f">X</body></html>',
  ),
};

export const hostilePages = (path: string): Served | undefined =>
  pages[path] ?? forms[path] ?? editorPages[path];

/** One second of nothing, as a WAV file. */
function silence(): string {
  const samples = Buffer.alloc(8000, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]).toString('base64');
}
