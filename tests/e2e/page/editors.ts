// Boxes and editors as big sites build them: own structure, own handling of keys, own emptying after Send. Replicas of how
// they work, written here; nothing of theirs.
import type { Served } from '../../support/page-stub/desk.ts';

const page = (body: string, head = ''): Served => ({
  body: `<!doctype html><html lang="en"><head><title>Editors</title><style>
    body { margin: 0; font: 16px sans-serif; } .spacer { height: 420px; }
    [contenteditable], textarea, input { display: block; box-sizing: border-box; width: 100%; min-height: 40px; border: 1px solid; padding: 8px; }
    #row { display: flex; } #row > :first-child { flex: 1; }
  </style>${head}</head><body><h1>Talk</h1><div class="spacer"></div>${body}</body></html>`,
});
const row = (field: string): string =>
  `<div role="log" aria-label="Messages"></div><div id="row">${field}<button id="send" type="button">Send</button></div>`;

/** Takes every change itself and draws its text anew, as Draft, Lexical and Slate do: no input event is ever seen. */
const controlled = (drawn: string): string => `<script>
  const box = document.getElementById('field');
  let text = '';
  const draw = () => {
    box.innerHTML = (${drawn})(text);
    const range = document.createRange();
    range.selectNodeContents(box);
    range.collapse(false);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  box.addEventListener('beforeinput', (event) => {
    event.preventDefault();
    text = event.inputType === 'deleteContentBackward' ? text.slice(0, -1) : text + (event.data ?? '');
    draw();
  });
  document.getElementById('send').onclick = () => { text = ''; draw(); };
  draw();
</script>`;

export const editorPages: Readonly<Record<string, Served>> = {
  '/edit/textarea': page(
    `${row('<textarea id="field" aria-label="Message"></textarea>')}<script>send.onclick = () => { field.value = ''; };</script>`,
  ),
  '/edit/input': page('<label>Comment <input id="field"></label>'),
  '/edit/plain': page(
    row('<div id="field" contenteditable="true" role="textbox" aria-label="Message"></div>'),
  ),
  '/edit/draft': page(
    `${row('<div id="field" class="public-DraftEditor-content" contenteditable="true" role="textbox" aria-label="Reply"></div>')}${controlled(
      `(text) => '<div data-contents="true"><div data-block="true"><div class="public-DraftStyleDefault-block"><span data-offset-key="a-0-0"><span data-text="true">' + text + '</span></span></div></div></div>'`,
    )}`,
  ),
  '/edit/lexical': page(
    `${row('<div id="field" data-lexical-editor="true" contenteditable="true" role="textbox" aria-label="Message"></div>')}${controlled(
      `(text) => text === '' ? '<p><br></p>' : '<p dir="ltr"><span data-lexical-text="true">' + text + '</span></p>'`,
    )}`,
  ),
  '/edit/slate': page(
    `${row('<div id="field" data-slate-editor="true" contenteditable="true" role="textbox" aria-label="Message"></div>')}${controlled(
      `(text) => '<div data-slate-node="element"><span data-slate-node="text"><span data-slate-leaf="true"><span data-slate-string="true">' + text + '</span></span></span></div>'`,
    )}`,
  ),
  '/edit/prosemirror': page(
    `${row('<div id="field" class="ProseMirror" contenteditable="true" role="textbox" aria-label="Message"><p><br></p></div>')}<script>
      field.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        field.innerHTML = '<p><br></p>';
      });
      send.onclick = () => { field.innerHTML = '<p><br></p>'; };
    </script>`,
  ),
  '/edit/quill': page(
    row(
      '<div><div id="field" class="ql-editor" contenteditable="true" role="textbox" aria-label="Message" data-placeholder="Message"><p><br></p></div></div>',
    ),
  ),
  '/edit/code': page(
    `<div class="CodeMirror"><pre id="shown"></pre><textarea id="field" aria-label="Code" style="height:1px;min-height:0;padding:0;border:0"></textarea></div>
    <script>field.addEventListener('input', () => { shown.textContent += field.value; field.value = ''; });</script>`,
  ),
  '/edit/shadow': page(
    `<div id="host"></div><script>
      const inside = host.attachShadow({ mode: 'open' });
      inside.innerHTML = '<textarea aria-label="Message" style="width:100%"></textarea>';
    </script>`,
  ),
  '/edit/dialog': page(
    '<dialog id="sheet"><p>New post</p><textarea id="field" aria-label="Post"></textarea><button>Post</button></dialog><script>sheet.showModal();</script>',
  ),
  '/edit/password': page(
    '<form><label>Name <input id="name"></label><label>Password <input id="field" type="password"></label><button>Sign in</button></form>',
  ),
  '/edit/framed': page(
    '<iframe title="Comments" src="/edit/textarea" style="width:100%;height:600px"></iframe>',
  ),
  '/edit/bar': page(
    '<div style="position:fixed;inset:0 0 auto;height:70vh;background:#eee">Bar</div><textarea id="field" aria-label="Message"></textarea>',
  ),
  '/edit/strict': {
    ...page(
      '<textarea id="field" aria-label="Message"></textarea>',
      '<style nonce="a">* { display: none; } html, body, textarea { display: block; } [data-saathi] { opacity: 0; }</style>',
    ),
    headers: { 'content-security-policy': "default-src 'none'; style-src 'nonce-a'" },
  },
  '/edit/forms': page(
    '<form id="form" contenteditable="true" role="textbox" aria-label="Message"><input name="innerText"><input name="textContent"><p id="field">.</p></form>',
  ),
};
