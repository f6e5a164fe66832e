// The pictures of a page in a real browser: what is covered, what is shown, and what a child can do about it.
import type { AgeBand } from '../../rules/policy/schema.ts';
import { expect, opensCard, picture, shows, staysCovered, test } from './fixtures/pictures.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';

const aChild = (band: AgeBand) => aPolicy().forBand(band);

/** The tab of a page, as the extension counts them. */
const tabOf = (saathi: Saathi, url: string): Promise<number> =>
  saathi.context.serviceWorkers()[0]?.evaluate(async (address) => {
    const { tabs } = (
      globalThis as unknown as {
        chrome: { tabs: { query: (of: object) => Promise<{ id: number }[]> } };
      }
    ).chrome;
    return (await tabs.query({ url: address }))[0]?.id ?? -1;
  }, `${url}/*`) ?? Promise.resolve(-1);

test('hides pictures first for the young, and shows what was looked at and found harmless', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('5-8'));
  const names = ['hills-1', 'red', 'green'];
  site.pages.set('/', { body: `<p>Hello</p>${names.map((name) => picture(name)).join('')}` });
  const page = await saathi.open(site.url);
  await shows(page, '#hills-1');
  await staysCovered(page, '#red', 'u');
  await staysCovered(page, '#green', 'u');
});

test('asks for a picture a second time without cookies, and does not say where it was seen', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('9-12'));
  site.pages.set('/', { body: picture('hills-2'), headers: { 'set-cookie': 'who=me; Path=/' } });
  const page = await saathi.open(site.url);
  await shows(page, '#hills-2');
  // A picture that is not covered yet is shown as well.
  await expect.poll(() => site.asked.get('/hills-2.png')?.length, { timeout: 30_000 }).toBe(2);
  const [first, second] = site.asked.get('/hills-2.png') ?? [];
  expect(first).toMatchObject({ cookie: 'who=me' });
  expect(second).toBeDefined();
  expect(second).not.toHaveProperty('cookie');
  expect(second).not.toHaveProperty('referer');
});

test('covers at once where a page lets everything change over hours', async ({ saathi, site }) => {
  await saathi.setUp(aChild('13-15'));
  site.pages.set('/', {
    body: `<style>* { transition: all 9s 9999s !important }</style>${picture('red')}`,
  });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
});

test('leaves the pictures of the oldest alone', async ({ saathi, site }) => {
  await saathi.setUp(aChild('16-17'));
  site.pages.set('/', { body: picture('red') });
  const page = await saathi.open(site.url);
  await page.locator('#red').evaluate((image: HTMLImageElement) => image.decode());
  await shows(page, '#red');
  expect(site.asked.get('/red.png')).toHaveLength(1);
});

test('a guardian shows the pictures of one tab from a page of ours, and nobody without the PIN does', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('9-12'));
  site.pages.set('/', { body: picture('red') });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  const tabId = await tabOf(saathi, site.url);
  const refused = await saathi.ask('pictures.reveal', { tabId }, 'popup');
  expect(refused).toEqual({ ok: false, failure: 'needs-guardian' });
  const token = await saathi.unlock();
  expect(await saathi.ask('pictures.reveal', { tabId, token }, 'popup')).toMatchObject({
    ok: true,
  });
  await shows(page, '#red');
  // Another page without a load: nobody has looked at it.
  await page.evaluate(
    (markup) => {
      history.pushState({}, '', '/?next');
      document.body.insertAdjacentHTML('beforeend', markup);
    },
    picture('red').replace('id="red"', 'id="next"'),
  );
  await staysCovered(page, '#next', 'u');
  await page.reload();
  await staysCovered(page, '#red', 'u');
});

test('a page open before sees its pictures shown once the guardian turns the help off', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('9-12'));
  site.pages.set('/', { body: picture('red') });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  await saathi.changePolicy((policy) => ({
    ...policy,
    children: policy.children.map((child) => ({ ...child, ageBand: '16-17' as const })),
  }));
  await shows(page, '#red');
});

test('what its server gives only once is read where it stands; what is from elsewhere stays covered, and says so', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('5-8'));
  site.pages.set('/', {
    body: `${picture('once')}<img id="far" src="http://other.test/once-2.png" width="300" height="200">`,
  });
  const page = await saathi.open(site.url);
  await shows(page, '#once');
  await staysCovered(page, '#far', 'n');
  const card = new WarningDialog(page, 'card');
  await opensCard(page, '#far');
  await card.isShown();
  await expect.poll(() => card.text()).toContain('Saathi could not see this picture');
  expect(await card.text()).toContain('Ask a grown-up');
  expect(await card.text()).not.toContain('Show this picture');
});

test('a worker that dies is asked again', async ({ saathi, site }) => {
  await saathi.setUp(aChild('9-12'));
  site.pages.set('/', { body: picture('hills-4') });
  const page = await saathi.open(site.url);
  await shows(page, '#hills-4');
  await saathi.killWorker();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img id="late" src="/hills-5.png" width="300" height="200">',
    );
  });
  await shows(page, '#late');
});
