// From its first moment until the background has judged it, nothing of a page is seen.
import type { PageOrder } from '../../../rules/messages/page-replies.ts';
import { ordinaryAnswers } from '../../support/page-stub/answers.ts';
import { order } from '../../support/page-stub/desk.ts';
import { aWarning } from '../../support/page-stub/words.ts';
import { wordsSeen } from './seen.ts';
import { expect, loudness, type Stage, test } from './stage.ts';

const nothing: PageOrder['show'] = { kind: 'nothing' };

/** Lets every question go unanswered, as a worker does that is still starting. Call it to have them answered. */
function silence(stage: Stage, show: PageOrder['show'] = nothing): () => void {
  let isSilent = true;
  stage.desk.answer = (message) => {
    if (isSilent) return { answered: null };
    return message.name === 'page.hello' ? order(show) : ordinaryAnswers(message);
  };
  return () => {
    isSilent = false;
  };
}

type Shown = Awaited<ReturnType<Stage['open']>>;

async function staysUnseen(page: Shown, looks = 4): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    expect(await loudness(page), `look ${look + 1}`).toBeLessThan(0.0005);
    await page.waitForTimeout(60);
  }
}

const comesToSight = (page: Shown): Promise<void> =>
  expect.poll(() => loudness(page), { timeout: 20_000 }).toBeGreaterThan(0.3);

test('nothing of a page is seen until the background has answered, and all of it then', async ({
  stage,
}) => {
  const answer = silence(stage);
  const page = await stage.open('/plain');
  await staysUnseen(page);
  answer();
  await comesToSight(page);
  expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBeNull();
  expect(await page.evaluate(() => document.querySelector('[data-saathi]'))).toBeNull();
});

for (const [title, script] of [
  ['takes our style off the root', `document.documentElement.removeAttribute('style')`],
  [
    'writes a style of its own',
    `document.documentElement.style.cssText = 'clip-path:none!important'`,
  ],
  [
    'does so again and again',
    `setInterval(() => document.documentElement.setAttribute('style', 'clip-path:none'), 20)`,
  ],
  [
    'animates and transitions everything',
    `document.head.insertAdjacentHTML('beforeend', '<style>*{transition:all 9s!important}html{clip-path:none!important;background:#f0f!important}</style>');
     document.documentElement.animate({ clipPath: ['none', 'none'], backgroundColor: ['#f0f', '#f0f'] }, { duration: 1e9, fill: 'forwards' })`,
  ],
  [
    'opens a dialog',
    `document.body.insertAdjacentHTML('beforeend', '<dialog class=over>LOUD</dialog>'); document.querySelector('dialog').showModal()`,
  ],
  [
    'opens a popover',
    `document.body.insertAdjacentHTML('beforeend', '<div popover=manual class=over>LOUD</div>'); document.querySelector('[popover]').showPopover()`,
  ],
  [
    'puts another root in place',
    `const html = document.createElement('html'); html.innerHTML = '<body style="background:#f0f">LOUD'; document.replaceChild(html, document.documentElement)`,
  ],
  [
    'writes itself anew',
    `document.open(); document.write('<body style="background:#f0f">LOUD'); document.close()`,
  ],
  [
    'writes itself anew and opens a dialog',
    `document.open(); document.write('<style>dialog{background:#f0f;width:100vw;height:100vh}</style><body><dialog>LOUD</dialog>'); document.close(); document.querySelector('dialog').showModal()`,
  ],
  [
    'writes itself anew and opens a dialog later',
    `document.open(); document.write('<style>dialog{background:#f0f;width:100vw;height:100vh}</style><body><dialog>LOUD</dialog>'); document.close(); setTimeout(() => document.querySelector('dialog').showModal(), 20)`,
  ],
  [
    'holds an older look by the delay of a transition',
    `const { style } = document.documentElement; const now = () => getComputedStyle(document.documentElement).clipPath;
     style.setProperty('transition', 'none', 'important'); style.setProperty('clip-path', 'inset(0)', 'important'); now();
     style.setProperty('transition', 'clip-path 0s 9999s', 'important'); now()`,
  ],
  ['is stopped by its reader', `window.stop()`],
] as const) {
  test(`BYP-051 a page that ${title} is not seen before it is judged`, async ({ stage }) => {
    silence(stage);
    const page = await stage.open('/plain');
    await page.evaluate(script);
    await page.keyboard.press('Escape');
    await staysUnseen(page);
  });
}

test('BYP-051 a dialog in a closed shadow root, which sends no event, is gone at the next beat', async ({
  stage,
}) => {
  silence(stage);
  const page = await stage.open('/plain');
  await page.evaluate(() => {
    const host = document.body.appendChild(document.createElement('div'));
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'background:#f0f;width:100vw;height:100vh';
    host.attachShadow({ mode: 'closed' }).append(dialog);
    dialog.showModal();
  });
  await expect.poll(() => loudness(page)).toBeLessThan(0.0005);
  await staysUnseen(page);
});

test('a style of the page’s own is what it was, and what it became meanwhile', async ({
  stage,
}) => {
  const answer = silence(stage);
  const page = await stage.open('/plain');
  await page.evaluate(() => {
    document.documentElement.style.backgroundColor = 'rgb(255, 0, 255)';
    document.documentElement.style.setProperty('--of-the-page', '1');
  });
  await staysUnseen(page, 2);
  answer();
  await comesToSight(page);
  expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBe(
    'background-color: rgb(255, 0, 255); --of-the-page: 1;',
  );
});

test('a page takes the focus and measures itself behind the curtain as ever', async ({ stage }) => {
  const answer = silence(stage);
  const page = await stage.open('/plain');
  const seen = await page.evaluate(() => {
    document.getElementById('field')?.focus();
    return [document.activeElement?.id, (document.querySelector('h1')?.offsetHeight ?? 0) > 0];
  });
  expect(seen).toEqual(['field', true]);
  answer();
  await comesToSight(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
});

test('a warning comes without a glimpse of the page', async ({ stage }) => {
  const answer = silence(stage, { kind: 'warning', warning: aWarning() });
  const page = await stage.open('/plain');
  answer();
  await staysUnseen(page, 8);
  await stage.isWarned(page);
  await stage.readable(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await comesToSight(page);
});

test('a page that is to be closed stays unseen even if its cover does not come', async ({
  stage,
}) => {
  stage.desk.answer = ({ name }) =>
    name === 'page.hello'
      ? { ...order({ kind: 'closing' }), withoutCover: true }
      : { answered: { ok: true, value: {} } };
  await staysUnseen(await stage.open('/plain'));
});

test('whoever waits long is told why', async ({ stage }) => {
  const answer = silence(stage);
  const page = await stage.open('/plain');
  await expect.poll(() => wordsSeen(page), { timeout: 8000 }).toContain('One moment.');
  await staysUnseen(page, 1);
  answer();
  await comesToSight(page);
  expect(await wordsSeen(page)).not.toContain('One moment.');
});

test('a background that never answers does not keep a page for ever', async ({ stage }) => {
  silence(stage);
  await comesToSight(await stage.open('/plain'));
});

test('a page is shown when the extension goes under it', async ({ stage }) => {
  silence(stage);
  const page = await stage.open('/plain');
  await staysUnseen(page, 1);
  await stage.reload();
  await comesToSight(page);
});

test('BYP-038 a page from the cache is not seen before it is judged again', async ({ stage }) => {
  const page = await stage.open('/plain');
  await comesToSight(page);
  await page.goto('http://elsewhere.test/strict');
  const answer = silence(stage);
  await page.goBack({ waitUntil: 'commit' });
  await stage.hears('page.hello', 'restored');
  await staysUnseen(page);
  answer();
  await comesToSight(page);
});

test('BYP-040 a page rendered ahead is not seen before it is judged, and seen then', async ({
  stage,
}) => {
  const page = await stage.open('/plain');
  await page.evaluate(() => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({
      prerender: [{ urls: ['/plain?ahead'], eagerness: 'immediate' }],
    });
    document.head.append(rules);
  });
  await page.waitForTimeout(1000);
  const answer = silence(stage);
  await page.evaluate(() => {
    location.href = '/plain?ahead';
  });
  await stage.hears('page.hello', 'start');
  await expect.poll(() => page.url()).toContain('ahead');
  await staysUnseen(page);
  answer();
  await comesToSight(page);
});

for (const path of ['/svg', '/xhtml']) {
  test(`BYP-056 a document of another kind is not seen before it is judged: ${path}`, async ({
    stage,
  }) => {
    const answer = silence(stage);
    const page = await stage.open(path);
    await staysUnseen(page);
    answer();
    await comesToSight(page);
  });
}
