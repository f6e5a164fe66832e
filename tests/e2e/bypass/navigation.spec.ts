// Every way to come to a closed address: the block page in each, and no request.
import { expect, test } from './shared.ts';

/** The little of chrome.tabs that a page of the extension has. */
declare const chrome: {
  tabs: {
    query: (wanted: { url: string }) => Promise<readonly { readonly id: number }[]>;
    discard: (id: number) => Promise<{ readonly id: number } | undefined>;
    get: (id: number) => Promise<{ readonly url: string; readonly pendingUrl?: string }>;
  };
};
const trap = 'http://trap.test/';

test('BYP-029 a link, a new tab, a window, a form and a middle click end at the block page', async ({
  round,
}) => {
  const { context } = round.saathi;
  const direct = [
    ['link', '#go', 'left'],
    ['form', '#go', 'left'],
  ] as const;
  for (const [kind, button] of direct) {
    const page = await round.isOpen(`http://ways.test/${kind}?${trap}`, `Way: ${kind}`);
    await page.locator(button).click();
    await round.isBlocked(page, kind);
  }
  const opening = [
    ['link', '#new', 'left'],
    ['link', '#go', 'middle'],
    ['window', '#go', 'left'],
  ] as const;
  for (const [kind, button, mouse] of opening) {
    const page = await round.isOpen(`http://ways.test/${kind}?${trap}`, `Way: ${kind}`);
    const opened = context.waitForEvent('page');
    await page.locator(button).click({ button: mouse });
    await round.isBlocked(await opened, `${kind} ${mouse}`);
  }
  round.heardNothing('trap.test');
});

test('BYP-030 every kind of redirect and a chain of nineteen are stopped at the hop that leads there', async ({
  round,
}) => {
  for (const kind of ['302', '303', '307', '308', 'hops/19']) {
    const page = await round.isClosed(`http://ways.test/${kind}?${trap}`, 'trap.test');
    expect(round.web.requestsTo('ways.test')).toHaveLength(kind === 'hops/19' ? 19 : 1);
    await page.close();
  }
});

test('BYP-031 a refresh header and a script that moves the page end at the block page', async ({
  round,
}) => {
  for (const kind of ['refresh', 'script']) {
    await (await round.isClosed(`http://ways.test/${kind}?${trap}`, 'trap.test')).close();
  }
});

test('BYP-032 a closed site asks for no password, and sends no file and no paper', async ({
  round,
}) => {
  for (const path of ['login', 'file', 'paper']) {
    let came = 0;
    const page = await round.saathi.context.newPage();
    page.on('download', () => (came += 1));
    page.on('dialog', () => (came += 1));
    await round.saathi.goTo(page, trap + path);
    await round.isBlocked(page, path);
    expect(came, path).toBe(0);
    await page.close();
  }
  round.heardNothing('trap.test');
});

test('BYP-039 five open tabs are replaced when a rule comes, hidden ones too', async ({
  round,
}) => {
  const pages = [];
  for (let count = 0; count < 5; count += 1) {
    pages.push(await round.isOpen(`http://five.test/${count}`, 'A small site at five.test'));
  }
  await round.close('five.test');
  for (const page of pages) await round.isBlocked(page);
});

test('BYP-039 a tab the browser had put to sleep wakes as the block page', async ({ round }) => {
  await round.isOpen('http://asleep.test/', 'A small site at asleep.test');
  const own = await round.saathi.openOwn('mine');
  const asleep = await own.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'http://asleep.test/*' });
    const slept = tab === undefined ? undefined : await chrome.tabs.discard(tab.id);
    return slept?.id ?? null;
  });
  if (asleep === null) throw new Error('the tab did not go to sleep');
  await round.close('asleep.test');
  await expect
    .poll(() =>
      own.evaluate(async (id) => {
        const { url, pendingUrl } = await chrome.tabs.get(id);
        return pendingUrl ?? url;
      }, asleep),
    )
    .toContain('/blocked.html#http');
});

test('BYP-043 a page kept for a year is closed before the browser looks into its cache', async ({
  round,
}) => {
  const page = await round.isOpen('http://kept.test/kept', /^Kept$/);
  await page.goto('about:blank');
  await round.close('kept.test');
  round.web.forgetRequests();
  await round.saathi.goTo(page, 'http://kept.test/kept');
  await round.isBlocked(page);
  await expect(page.getByRole('heading', { name: 'Kept' })).toHaveCount(0);
  round.heardNothing('kept.test');
});

test('BYP-044 the source of a closed page is closed', async ({ round }) => {
  const page = await round.saathi.open(`view-source:${trap}`);
  // Chromium stays in its view of sources: it shows the block page's, which says nothing of the site.
  await page.waitForURL(/blocked\.html/, { waitUntil: 'commit' });
  await expect(page.locator('body')).not.toContainText('A trap');
  round.heardNothing('trap.test');
});

test('BYP-045 a page written into the address bar is closed to a child of 9', async ({ round }) => {
  await round.isClosed('data:text/html,<h1>Game</h1>');
});

test('BYP-046 a page made by a page is judged as its maker', async ({ round }) => {
  const maker = await round.isOpen('http://maker.test/', 'A small site at maker.test');
  const opened = round.saathi.context.waitForEvent('page');
  await maker.evaluate(() => {
    window.open(URL.createObjectURL(new Blob(['<h1>Made</h1>'], { type: 'text/html' })));
  });
  const made = await opened;
  await expect(made.getByRole('heading', { name: 'Made' })).toBeVisible();
  await round.close('maker.test');
  await round.isBlocked(made);
  await round.isBlocked(maker);
});

test('BYP-047 a bookmarklet does nothing on the block page', async ({ round }) => {
  const page = await round.isClosed(trap, 'trap.test');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = "javascript:document.title='taken over';void document.body.remove()";
    document.body.append(link);
    link.click();
  });
  await page.waitForTimeout(500);
  expect(await page.title()).not.toBe('taken over');
  await round.isBlocked(page);
});

test('BYP-052 a block page that is opened a second time, or left and opened again, works', async ({
  round,
}) => {
  const page = await round.isOpen('http://fine.test/', 'A small site at fine.test');
  await round.saathi.goTo(page, trap);
  await round.isBlocked(page);
  // What duplicating a tab and opening a closed one again come to.
  const again = await round.saathi.open(page.url());
  await round.isBlocked(again);
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await expect(page).toHaveURL('http://fine.test/');
  await page.goForward({ waitUntil: 'commit' }).catch(() => undefined);
  await expect
    .poll(async () => (await page.locator('[data-saathi="blocked"]').count()) + page.url().length)
    .toBeGreaterThan(0);
  round.heardNothing('trap.test');
});
