// When the page's script asks, how often, and what it does when nobody answers.
import { ordinaryAnswers } from '../../support/page-stub/answers.ts';
import { order } from '../../support/page-stub/desk.ts';
import { aNotice, aWarning } from '../../support/page-stub/words.ts';
import { wordsSeen } from './seen.ts';
import { expect, hostile, test } from './stage.ts';

test('a label that comes late is told as soon as it is there', async ({ stage }) => {
  const page = await stage.open('/late-label');
  await stage.isWarned(page);
  expect((await stage.hears('page.hello', 'start')).body.labels).toEqual([]);
  expect((await stage.hears('page.hello', 'labels')).body.labels).toHaveLength(1);
});

test('a label that comes after loading is told too', async ({ stage }) => {
  await stage.isWarned(await stage.open('/label-after-load'));
});

test('a label that was there once can not be taken back', async ({ stage }) => {
  stage.desk.answer = (message) => {
    const said = ordinaryAnswers(message);
    return message.body.why === 'labels' ? order({ kind: 'nothing' }, 1000) : said;
  };
  const page = await stage.open('/');
  await stage.hears('page.hello', 'labels');
  await page.evaluate(() => document.querySelector('meta')?.remove());
  expect((await stage.hears('page.hello', 'timer')).body.labels).toHaveLength(1);
  await stage.isWarned(page);
});

test('a notice that a newer answer overtakes is shown all the same: it is said only once', async ({
  stage,
}) => {
  const notice = aNotice();
  stage.desk.answer = ({ body }) =>
    body.why === 'labels'
      ? order({ kind: 'nothing' })
      : { ...order({ kind: 'notice', notice }), afterMs: 1500 };
  const page = await stage.open('/');
  await stage.hears('page.hello', 'labels');
  await expect.poll(() => wordsSeen(page)).toContain(notice.text);
});

test('an older answer puts no notice over a warning', async ({ stage }) => {
  stage.desk.answer = (message) =>
    message.body.why === 'labels'
      ? ordinaryAnswers(message)
      : { ...order({ kind: 'notice', notice: aNotice() }), afterMs: 1000 };
  const page = await stage.open('/');
  await stage.isWarned(page);
  await page.waitForTimeout(2000);
  await expect(page.locator('[data-saathi="notice"]')).toHaveCount(0);
});

test('a PICS label is told with its ratings', async ({ stage }) => {
  await stage.open('/pics');
  const { body } = await stage.hears('page.hello', 'labels');
  expect(body.labels?.[0]).toBe(
    '(pics-1.1 "http://www.icra.org/ratingsv02.html" l gen true r (nz 1 sa 1))',
  );
});

test('no more than ten labels of 300 characters are told', async ({ stage }) => {
  await stage.open('/many-labels');
  const { body } = await stage.hears('page.hello', 'labels');
  expect(body.labels).toHaveLength(10);
  expect(body.labels?.every((label) => label.length <= 300)).toBe(true);
});

test('BYP-061 a frame tells its own label, and nothing else', async ({ stage }) => {
  await stage.open('/framed-label');
  await expect
    .poll(() => stage.desk.heard.filter(({ frameId }) => frameId !== 0))
    .toEqual([
      expect.objectContaining({
        url: `${hostile}/`,
        body: expect.objectContaining({ why: 'labels' }),
      }),
    ]);
});

test('frames without a label cost no message', async ({ stage }) => {
  await stage.open('/frames');
  await stage.hears('page.hello', 'labels');
  expect(stage.desk.heard.every(({ frameId }) => frameId === 0)).toBe(true);
});

test('BYP-038 a page that comes back from the cache is asked about again', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.goto('http://elsewhere.test/plain');
  stage.desk.answer = () => order({ kind: 'warning', warning: aWarning() });
  await page.goBack({ waitUntil: 'commit' });
  await stage.hears('page.hello', 'restored');
  await stage.isWarned(page);
});

test('BYP-038 also after document.open has wiped every listener', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.evaluate(() => {
    document.open();
    document.write('<p>New</p>');
    document.close();
  });
  await page.goto('http://elsewhere.test/plain');
  await page.goBack({ waitUntil: 'commit' });
  await stage.hears('page.hello', 'restored');
});

test('a page is asked about again when the background said so, and not while it is hidden', async ({
  stage,
}) => {
  stage.desk.answer = ({ body }) => order({ kind: 'nothing' }, body.why === 'start' ? 1200 : null);
  await stage.open('/plain');
  await stage.hears('page.hello', 'timer');
  expect(stage.heard('page.hello')).toHaveLength(2);
});

test('however soon the background asks for it, there is a second between two hellos', async ({
  stage,
}) => {
  stage.desk.answer = () => order({ kind: 'nothing' }, 0);
  const started = performance.now();
  const page = await stage.open('/plain');
  await page.waitForTimeout(2600);
  // As many as seconds have really passed, however slow the machine, and the first; one more is on its way.
  const seconds = Math.floor((performance.now() - started) / 1000);
  expect(stage.heard('page.hello').length).toBeLessThanOrEqual(2 + seconds);
});

test('BYP-131 a worker that does not answer at first is asked again', async ({ stage }) => {
  let tries = 0;
  stage.desk.answer = (message) => {
    tries += 1;
    return tries < 3 ? { answered: null } : ordinaryAnswers(message);
  };
  await stage.isWarned(await stage.open('/'));
});

test('BYP-131 a killed worker is asked again', async ({ stage }) => {
  const page = await stage.openWarned();
  const cdp = await page.context().newCDPSession(page);
  const { targetInfos } = await cdp.send('Target.getTargets');
  for (const { type, targetId } of targetInfos) {
    if (type === 'service_worker') await cdp.send('Target.closeTarget', { targetId });
  }
  await stage.readable(page);
  await page.keyboard.press('Enter');
  await stage.hears('warning.leave');
});

test('a prerendered page says hello when it is shown, not before', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.evaluate(() => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({
      prerender: [{ urls: ['/?prerendered'], eagerness: 'immediate' }],
    });
    document.head.append(rules);
  });
  await page.waitForTimeout(1500);
  expect(stage.desk.heard.filter(({ url }) => url.includes('prerendered'))).toEqual([]);
  await page.evaluate(() => {
    location.href = '/?prerendered';
  });
  await expect
    .poll(() => stage.desk.heard.some(({ url }) => url.includes('prerendered')))
    .toBe(true);
  await stage.isWarned(page);
});

test('BYP-124 no script of ours listens to messages of the window', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  const before = stage.desk.heard.length;
  await page.evaluate(
    (show) => {
      for (const type of ['order', 'page.hello', 'warning.continue', 'saathi']) {
        window.postMessage({ type, name: type, body: {}, order: { show, againInMs: 1 } }, '*');
      }
    },
    { kind: 'nothing' },
  );
  await page.waitForTimeout(500);
  await stage.isWarned(page);
  expect(stage.desk.heard).toHaveLength(before);
});

test('the sheet over a tab that is being replaced lets nothing be seen', async ({ stage }) => {
  stage.desk.answer = () => order({ kind: 'closing' });
  const page = await stage.open('/plain');
  await expect(page.locator('[data-saathi="closing"]')).toBeAttached();
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelector('[data-saathi]')?.remove());
  await expect(page.locator('[data-saathi="closing"]')).toBeAttached();
  // Still there after a while: it asks again.
  await stage.hears('page.hello', 'timer');
});

test('an order that overtakes an older question is not undone by its answer', async ({ stage }) => {
  const page = await stage.open('/plain');
  const { tabId } = await stage.hears('page.hello', 'start');
  stage.desk.push({
    tabId,
    order: { show: { kind: 'notice', notice: aNotice() }, againInMs: null },
  });
  await expect(page.locator('[data-saathi="notice"]')).toBeAttached();
  stage.desk.push({ tabId, order: { show: { kind: 'nothing' }, againInMs: null } });
  await page.waitForTimeout(400);
  await expect(page.locator('[data-saathi="notice"]')).toBeAttached();
});
