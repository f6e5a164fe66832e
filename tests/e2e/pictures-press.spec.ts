// What a press or a key does to a covered picture, in a real browser.
import type { AgeBand } from '../../rules/policy/schema.ts';
import {
  expect,
  isCovered,
  opensCard,
  picture,
  shows,
  staysCovered,
  test,
} from './fixtures/pictures.ts';
import { boxSeen, cardBox, focused } from './page/seen.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';

const aChild = (band: AgeBand) => aPolicy().forBand(band);

test('covers only what is unsafe for a teenager, and a press shows it', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('13-15'));
  site.pages.set('/', { body: ['red', 'green', 'hills-3'].map((name) => picture(name)).join('') });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  await shows(page, '#green');
  await shows(page, '#hills-3');
  const card = new WarningDialog(page, 'card');
  await opensCard(page, '#red');
  await card.isShown();
  // A button of ours answers once it could be read.
  await expect(async () => {
    if (await isCovered(page, '#red')) await card.presses('Show this picture');
    expect(await isCovered(page, '#red')).toBe(false);
  }).toPass();
});

test('the card stands right below its picture, and is whole at 320 px', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('13-15').in('ur'));
  site.pages.set('/', { body: picture('red') });
  const page = await saathi.open(site.url);
  await page.setViewportSize({ width: 320, height: 600 });
  await staysCovered(page, '#red', 'u');
  const report = 'اس صفحے کی رپورٹ کریں';
  await opensCard(page, '#red');
  await new WarningDialog(page, 'card').isShown();
  const picturesEnd = await page
    .locator('#red')
    .evaluate((red) => red.getBoundingClientRect().bottom);
  await expect
    .poll(async () => {
      const { top, bottom } = await cardBox(page);
      const { bottom: last } = await boxSeen(
        page,
        ({ role, name }) => role !== 'StaticText' && name === report,
      );
      return top >= picturesEnd && top < picturesEnd + 20 && last < bottom && bottom <= 600;
    })
    .toBe(true);
});

test('a covered picture in a link says what it is to whoever uses keys alone', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('13-15'));
  site.pages.set('/', { body: `<a id="link" href="#next">${picture('red')}</a>` });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  const card = new WarningDialog(page, 'card');
  // The script that answers comes a moment after the cover.
  await expect(async () => {
    await page.evaluate(() => history.replaceState(null, '', '/'));
    // A second press on the same picture is the page's own.
    if ((await page.locator('[data-saathi="card"]').count()) === 0)
      await page.locator('#link').press('Enter');
    await expect(page.locator('[data-saathi="card"]')).toBeAttached({ timeout: 8000 });
    expect(page.url()).toBe(`${site.url}/`);
  }).toPass();
  await card.isShown();
});

test('two quick presses on a covered picture in a link are one, and do not follow the link', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('5-8'));
  site.pages.set('/', { body: `${picture('red')}<a href="#next">${picture('green')}</a>` });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  await staysCovered(page, '#green', 'u');
  // Once a card has come, the script that answers is there.
  await opensCard(page, '#red');
  await page.locator('#green').dblclick();
  await expect.poll(async () => (await cardBox(page)).left).toBeGreaterThan(300);
  expect(page.url()).toBe(`${site.url}/`);
  // The next press is the page's own.
  await page.locator('#green').click();
  await expect.poll(() => page.url()).toBe(`${site.url}/#next`);
});

test('a covered picture in no link is reached, opened and left again by keys alone', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('13-15'));
  site.pages.set('/', {
    body: `<button id="before">Before</button>${picture('red')}<button id="behind">Behind</button>`,
  });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  const isFocused = (id: string) =>
    page.evaluate((wanted) => document.activeElement?.id === wanted, id);
  await expect(async () => {
    await page.locator('#before').press('Tab');
    expect(await isFocused('red')).toBe(true);
  }).toPass();
  await page.keyboard.press('Enter');
  await new WarningDialog(page, 'card').isShown();
  await expect(async () => {
    if ((await focused(page)) !== 'Show this picture') await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Show this picture');
  }).toPass();
  // A button of ours answers once it could be read.
  await expect(async () => {
    await page.keyboard.press('Enter');
    expect(await isCovered(page, '#red')).toBe(false);
  }).toPass();
  await expect.poll(() => isFocused('red')).toBe(true);
  await page.keyboard.press('Tab');
  expect(await isFocused('behind')).toBe(true);
  await page.keyboard.press('Shift+Tab');
  expect(await isFocused('before')).toBe(true);
});

test('the keys of a page and of an editor stay theirs, whatever picture lies behind them', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aChild('13-15'));
  const behind = "background-image:url('/red.png')";
  site.pages.set('/', {
    body: `<body style="${behind}"><div id="editor" contenteditable style="${behind};width:300px;height:200px"></div>${picture('red')}`,
  });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#editor', 'u');
  await staysCovered(page, 'body', 'u');
  // The script that makes pictures reachable is there.
  await expect(page.locator('#red[tabindex]')).toBeAttached();
  await page.locator('#editor').focus();
  await page.keyboard.type('a b');
  expect((await page.locator('#editor').innerText()).replace('\u00A0', ' ')).toBe('a b');
  await page.locator('#editor').blur();
  await page.evaluate(() => {
    addEventListener('keydown', (event) => {
      document.title = event.defaultPrevented ? 'taken' : 'heard';
    });
  });
  await page.keyboard.press('Space');
  await expect(page).toHaveTitle('heard');
  await expect(page.locator('[data-saathi="card"]')).toHaveCount(0);
});
