// What a page can do to a warning, as scripts of the page. Each is run once the warning is up.
export type Attack = {
  readonly id: string;
  readonly title: string;
  /** Runs in the page's own world. */
  readonly script: string;
  readonly path?: string;
};

const css = (rules: string): string =>
  `const s = document.createElement('style'); s.textContent = ${JSON.stringify(rules)}; document.head.append(s);`;
const host = `document.querySelector('html > [data-saathi]')`;
/** Takes our inline styles off as well, so that not only the dialog is lost. */
const bare = `for (const e of [document.documentElement, document.body]) e.removeAttribute('style');`;
const wipe = `document.querySelectorAll('html > :not(head):not(body)').forEach((e) => e.remove());`;
const over = (tag: string): string =>
  `const o = document.createElement('${tag}'); o.className = 'over'; o.textContent = 'SECRET WORDS';`;
const again = (script: string, ms: number): string => `setInterval(() => { ${script} }, ${ms});`;

export const attacks: readonly Attack[] = [
  { id: 'BYP-167', title: 'one line that removes everything beside head and body', script: wipe },
  {
    id: 'BYP-167',
    title: 'the same line again on every mutation, with our styles taken off',
    script: `const f = () => { ${wipe} ${bare} }; new MutationObserver(f).observe(document, { childList: true, subtree: true }); f();`,
  },
  {
    id: 'BYP-167',
    title: 'a removal every four seconds, under the limit of the strike window',
    script: again(`${wipe} ${bare}`, 4000),
  },
  {
    id: 'BYP-168',
    title: 'author styles that hide whatever is beside the body',
    script: css(
      'html>*:not(body){display:none!important;visibility:hidden!important;opacity:0!important;clip-path:inset(50%)!important;transition:all 9s!important}',
    ),
  },
  ...(
    [
      ['style', 'display:none!important'],
      ['style', 'clip-path:inset(50%)!important;opacity:0!important'],
      ['hidden', ''],
      ['class', 'over'],
      ['popover', 'auto'],
      ['inert', ''],
    ] as const
  ).map(([name, value]) => ({
    id: 'BYP-169',
    title: `${name}="${value}" on our host, again and again`,
    script: again(`${host}?.setAttribute('${name}', '${value}')`, 100),
  })),
  ...[
    'opacity:.01',
    'filter:opacity(0)',
    'mix-blend-mode:difference',
    'mask-image:linear-gradient(transparent,transparent)',
    'clip-path:inset(50%)',
    '-webkit-mask-box-image:linear-gradient(transparent,transparent)',
  ].flatMap((rule) => [
    {
      id: 'BYP-170',
      title: `html{${rule}} in a style sheet`,
      script: css(`html{${rule}!important}`),
    },
    {
      id: 'BYP-170',
      title: `html{${rule}} inline, again and again`,
      script: again(
        `document.documentElement.style.cssText = '${rule.replace(/$/, '!important')}'`,
        100,
      ),
    },
  ]),
  ...[
    'transform:translateX(-200vw)',
    'transform:scale(0)',
    'zoom:.01',
    'content-visibility:hidden',
    'display:none',
    'contain:strict;height:0;overflow:hidden',
    'translate:-200vw',
    'position:fixed;left:-200vw',
    'visibility:hidden',
    'interactivity:inert',
  ].map((rule) => ({
    id: 'BYP-171',
    title: `html{${rule}}`,
    script: css(`html{${rule.replaceAll(/(?=;|$)/g, '!important')}}`),
  })),
  {
    id: 'BYP-173',
    title: 'a popover of its own in the body',
    script: `${over('div')} o.popover = 'manual'; document.body.append(o); o.showPopover();`,
  },
  {
    id: 'BYP-173',
    title: 'a popover of its own beside the body',
    script: `${over('div')} o.popover = 'manual'; document.documentElement.append(o); o.showPopover();`,
  },
  {
    id: 'BYP-173',
    title: 'a popover behind a closed shadow root, deaf to the pointer',
    script: `const h = document.createElement('div'); document.body.append(h); const r = h.attachShadow({ mode: 'closed' }); ${over('div')} o.style.cssText = 'background:#f0f;inset:0;width:100vw;height:100vh;border:0;pointer-events:none'; o.popover = 'manual'; r.append(o); o.showPopover();`,
  },
  {
    id: 'BYP-173',
    title: 'the body as a popover',
    script: `document.body.popover = 'manual'; document.body.showPopover();`,
  },
  {
    id: 'BYP-173',
    title: 'the root as a popover',
    script: `document.documentElement.popover = 'manual'; document.documentElement.showPopover();`,
  },
  {
    id: 'BYP-174',
    title: 'a modal dialog of its own',
    script: `${over('dialog')} document.body.append(o); o.showModal();`,
  },
  {
    id: 'BYP-174',
    title: 'modal dialogs of its own, again and again, deaf to the pointer',
    script: again(
      `${over('dialog')} o.style.pointerEvents = 'none'; document.documentElement.append(o); o.showModal();`,
      120,
    ),
  },
  {
    id: 'BYP-175',
    title: 'closing every dialog and popover it can find, and a CloseWatcher',
    script: `for (const e of document.querySelectorAll('*')) { e.close?.(); try { e.hidePopover?.(); } catch {} }
      try { const w = new CloseWatcher(); w.requestClose(); } catch {}`,
  },
  {
    id: 'BYP-176',
    title: 'full screen of an element of its own',
    script: `void document.getElementById('full').requestFullscreen().catch(() => {});`,
  },
  {
    id: 'BYP-176',
    title: 'full screen of the root',
    script: `void document.documentElement.requestFullscreen().catch(() => {});`,
  },
  {
    id: 'BYP-177',
    title: 'document.open and a new page',
    script: `document.open(); document.write('<body style="background:#f0f">SECRET WORDS'); document.close();`,
  },
  {
    id: 'BYP-177',
    title: 'document.open, again and again',
    script: again(
      `document.open(); document.write('<body style="background:#f0f">SECRET WORDS'); document.close();`,
      300,
    ),
  },
  {
    id: 'BYP-178',
    title: 'another root in place of the old one',
    script: `const n = document.createElement('html'); n.innerHTML = '<body style="background:#f0f">SECRET WORDS'; document.documentElement.replaceWith(n);`,
  },
  {
    id: 'BYP-178',
    title: 'our host adopted into a frame',
    script: `const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.body.append(f.contentDocument.adoptNode(${host})); ${bare}`,
  },
  {
    id: 'BYP-178',
    title: 'our host moved into the body',
    script: `document.body.append(${host}); ${bare}`,
  },
  {
    id: 'BYP-179',
    title: "the framework's restart event, forged",
    script: `for (const name of ['page', 'cover', 'content']) document.dispatchEvent(new CustomEvent('lddljilebblfeakipefaeeedmkdoeeig:' + name + ':wxt:content-script-started', { detail: { contentScriptName: name, messageId: 'x' } }));`,
  },
  {
    id: 'BYP-125',
    title: 'restart events and window messages by every name it can think of',
    script: `for (const type of ['UNLOCK', 'order', 'warning.continue', 'page.hello']) { postMessage({ type, name: type, body: {}, order: { show: { kind: 'nothing' }, againInMs: null } }, '*'); document.dispatchEvent(new CustomEvent(type)); window.dispatchEvent(new CustomEvent('saathi', { detail: type })); }`,
  },
  {
    id: 'timers',
    title: 'every timer of the window cleared, and then the cover removed',
    script: `for (let i = 0; i < 100000; i += 1) { clearTimeout(i); clearInterval(i); cancelAnimationFrame(i); } ${wipe} ${bare}`,
  },
  {
    id: 'clobbering',
    title: "elements that take the names of the document's own properties",
    path: '/clobbered',
    script: `const own = (name) => Reflect.get(Document.prototype, name, document);
      own('querySelectorAll').call(document, 'html > :not(head):not(body)').forEach((e) => e.remove());
      for (const e of [own('documentElement'), own('body')]) e.removeAttribute('style');`,
  },
  {
    id: 'clobbering',
    title: 'a form as the root, with inputs named like our tools',
    script: `const f = document.createElement('form'); const put = (n) => Node.prototype.appendChild.call(f, n); f.setAttribute('style', 'display:block;background:#f0f;height:100vh'); for (const name of ['style', 'children', 'appendChild', 'append', 'matches']) { const i = document.createElement('input'); i.name = name; put(i); } put(document.createTextNode('SECRET WORDS')); document.documentElement.replaceWith(f);`,
  },
  {
    id: 'view transition',
    title: 'a view transition that never ends, painted above every dialog',
    script: `${css('::view-transition{background:#f0f;pointer-events:none} ::view-transition-group(root){animation-duration:99s}')} document.startViewTransition?.(() => {});`,
  },
  {
    id: 'running transition',
    title: 'a transition that started before the warning and keeps the root invisible',
    path: '/transition',
    script: `document.documentElement.style.opacity = '0.02';`,
  },
  {
    id: 'unveiling',
    title: "the body's own styles put back, again and again, with a popover on top",
    script: `${over('div')} o.popover = 'manual'; document.body.append(o); ${again(`${bare} try { o.hidePopover(); o.showPopover(); } catch {}`, 60)}`,
  },
];
