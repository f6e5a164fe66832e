// Pretend official forms, each of another make, at the addresses that the country packs name. They answer only where a
// browser is told to look for those hosts here. "Sent" is a page of their own: whoever asks for it has pressed the button.
import { page } from '../page.ts';
import { notFound, type Site } from '../site.ts';

const look = { brand: 'Pretend hotline', colour: '#1f4d3a' } as const;
const sheet = (title: string, main: string, head = ''): string =>
  page({ ...look, title, head }, `<h1>${title}</h1>${main}`);

/** One page and its "sent". */
const formSite =
  (draw: Site): Site =>
  (asked) =>
    asked.path === '/sent' ? sheet('Sent', '<p id="sent">Thank you.</p>') : draw(asked);

/** Plain labels, and every kind of trap for what fills forms by itself. */
const plainForm = formSite(() =>
  sheet(
    'Report a web page',
    `<form action="/sent">
<label for="url">Web address (URL)*</label><input id="url" name="url" type="url" required>
<label for="where">Name of the website or app</label><input id="where" name="where">
<label for="what">Tell us what happened</label><textarea id="what" name="what" rows="4" cols="40"></textarea>
<label for="mail">Email address (optional)</label><input id="mail" name="mail">
<div style="position:absolute;left:-9999px"><label>Link <input name="t1"></label></div>
<div style="opacity:0"><label>Link to the page <input name="t2"></label></div>
<div style="height:1px;overflow:hidden"><label>Web link <input name="t3"></label></div>
<div style="clip-path:inset(100%)"><label>Page link <input name="t4"></label></div>
<label style="display:none">URL <input name="t5"></label>
<label>Leave this field blank: URL <input name="t6"></label>
<input type="hidden" name="t7"><input name="t8" placeholder="URL" tabindex="-1">
<input name="t9" placeholder="URL" aria-hidden="true" readonly>
<button id="send">Send</button></form>`,
  ),
);

/** A table without labels, as older office systems draw it, with a bot check and a file. */
const tableForm = formSite(() =>
  sheet(
    'Web Content Complaint',
    `<form action="/sent"><table>
<tr><td>Name of complainant *</td><td><input name="ctl00$txtName" id="txtName"></td></tr>
<tr><td>CNIC *</td><td><input name="ctl00$txtCnic" id="txtCnic" maxlength="15"></td></tr>
<tr><td>Website address (URL) *</td><td><input name="ctl00$txtUrl" id="txtUrl"></td></tr>
<tr><td>Platform</td><td><input name="ctl00$txtPlatform" id="txtPlatform"></td></tr>
<tr><td>Complaint details</td><td><textarea name="ctl00$txtDetails" id="txtDetails"></textarea></td></tr>
<tr><td>Evidence</td><td><input type="file" name="ctl00$file" id="file"></td></tr>
<tr><td>Type the characters you see</td><td><input name="ctl00$txtCaptcha" id="txtCaptcha"></td></tr>
</table><button id="send">Submit</button></form>`,
  ),
);

/** Examples instead of labels. It watches its own boxes, tells its server of anything in them, and sends itself. */
const placeholderForm: Site = (asked) => {
  if (asked.path === '/seen') return { status: 204 };
  return formSite(() =>
    sheet(
      'Report an incident',
      `<form action="/sent" id="form">
<p><input name="f1" placeholder="Your name"></p>
<p><input name="f2" placeholder="https://example.com/page (link)"></p>
<p><input name="f3" placeholder="Date and time of the incident"></p>
<p><textarea name="f4" placeholder="What happened?" rows="4" cols="40"></textarea></p>
<p><input name="f5" placeholder="Phone"></p>
<button id="send">Send</button></form>
<script>
const form = document.getElementById('form');
form.addEventListener('change', () => form.requestSubmit());
setInterval(() => {
  const all = [...new FormData(form).values()].join('|');
  if (/[^|]/.test(all)) fetch('/seen?all=' + encodeURIComponent(all));
}, 50);
</script>`,
    ),
  )(asked);
};

/** One question at a time: the boxes of later steps are there, and not shown. */
const stepForm = formSite(() =>
  sheet(
    'Nahlásenie',
    `<form action="/sent">
<fieldset data-step><label>Link na obsah (URL) <input name="link"></label><button type="button" data-next>Next</button></fieldset>
<fieldset data-step hidden><label>Date and time <input name="seen"></label><label>Account name <input name="nick"></label><button type="button" data-next>Next</button></fieldset>
<fieldset data-step hidden><label>Description <textarea name="text"></textarea></label><button id="send">Send</button></fieldset>
</form>
<script>
const steps = [...document.querySelectorAll('[data-step]')];
for (const [at, step] of steps.entries())
  step.querySelector('[data-next]')?.addEventListener('click', () => {
    step.hidden = true;
    steps[at + 1].hidden = false;
  });
</script>`,
  ),
);

/** Boxes that a script owns: what it was not told by an event it puts back. With a password, a file and a bot check. */
const controlledForm = formSite(() =>
  sheet(
    'Report online',
    `<form action="/sent" id="form"></form><p id="state"></p>
<script>
const asked = [
  ['url', 'Link to the content', 'text'],
  ['app', 'App or website', 'text'],
  ['about', 'Additional information', 'text'],
  ['secret', 'Password', 'password'],
  ['proof', 'File', 'file'],
  ['check', 'I am not a robot: 3 + 4 =', 'text'],
];
const state = {};
const form = document.getElementById('form');
for (const [name, words, type] of asked) {
  const label = form.appendChild(document.createElement('label'));
  label.textContent = words;
  const box = label.appendChild(document.createElement('input'));
  Object.assign(box, { name, type });
  if (type !== 'text') continue;
  state[name] = '';
  // As React does: the last value that was set from here is remembered, and an event without a change is no news.
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  let known = '';
  Object.defineProperty(box, 'value', {
    configurable: true,
    get: () => own.get.call(box),
    set: (value) => { known = String(value); own.set.call(box, value); },
  });
  box.addEventListener('input', () => {
    const now = own.get.call(box);
    if (now === known) return;
    known = now;
    state[name] = now;
  });
}
form.insertAdjacentHTML('beforeend', '<button id="send">Send</button>');
setInterval(() => {
  for (const [name, value] of Object.entries(state)) form.elements[name].value = value;
  document.getElementById('state').textContent = JSON.stringify(state);
}, 100);
</script>`,
  ),
);

/** The form stands in a frame of its own site; beside it is a frame of somebody else's that asks the same. */
const framedForm: Site = (asked) =>
  asked.path === '/inner'
    ? `<!doctype html><meta charset="utf-8"><body><form action="/sent">
<p><label>Adress (URL) / web address <input name="inner" size="40"></label></p>
<p><label>Describe what you saw <textarea name="text"></textarea></label></p><button id="send">Send</button></form>`
    : formSite(() =>
        sheet(
          'Hotline',
          `<iframe title="form" src="/inner" width="640" height="260"></iframe>
<iframe title="other" src="https://internethotlinecambodia.org/stranger" width="640" height="200"></iframe>`,
        ),
      )(asked);

/** As soon as it is open it moves to another host, whose page asks for the same. */
const movingForm = formSite(() =>
  sheet('Moving', "<script>location.replace('https://ochranma.sk/')</script>"),
);
/** Where it moves to. */
const strangersForm = formSite(() =>
  sheet(
    'Report',
    `<form action="/sent"><label>Web address (URL) <input name="url"></label></form>`,
  ),
);

/** By host. */
export const officialForms: Readonly<Record<string, Site>> = {
  'report.iwf.org.uk': plainForm,
  'complaint.pta.gov.pk': tableForm,
  'pkcert.gov.pk': placeholderForm,
  'stopline.sk': stepForm,
  'internethotlinecambodia.org': controlledForm,
  'ecpat.se': framedForm,
  'childwebalert.gov.mt': movingForm,
  'ochranma.sk': strangersForm,
  'complaint.nccia.gov.pk': () => notFound,
};
