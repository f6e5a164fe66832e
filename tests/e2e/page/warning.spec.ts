// The warning as a child meets it: what it says, what its buttons do, and what stays out of reach meanwhile.
import { ordinaryAnswers } from '../../support/page-stub/answers.ts';
import { aWarning } from '../../support/page-stub/words.ts';
import { focused, press, seenIn, wordsSeen } from './seen.ts';
import { expect, loudness, test } from './stage.ts';

const texts = aWarning();

test('a page with an adult label gets a warning in words', async ({ stage }) => {
  const page = await stage.openWarned();
  const seen = await seenIn(page);
  expect(seen).toContainEqual(
    expect.objectContaining({ role: 'alertdialog', name: texts.heading }),
  );
  expect(await wordsSeen(page)).toContain(texts.body);
  expect((await stage.hears('page.hello', 'labels')).body.labels).toEqual([
    'RTA-5042-1996-1400-1577-RTA',
  ]);
});

test('a page without a label gets none, and one hello is all it says', async ({ stage }) => {
  const page = await stage.open('/plain');
  await stage.hears('page.hello', 'start');
  await page.waitForTimeout(500);
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
  expect(stage.desk.heard).toHaveLength(1);
});

test('leaving is the main way, has the focus, and goes by key', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  expect(await focused(page)).toBe(texts.leave);
  await page.keyboard.press('Enter');
  await stage.hears('warning.leave');
  await page.waitForURL('about:blank');
});

test('Escape leaves: the safest way out', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  await page.keyboard.press('Escape');
  await stage.hears('warning.leave');
});

test('a page nobody takes away is left for an empty one', async ({ stage }) => {
  const page = await stage.openWarned();
  stage.desk.answer = () => ({ answered: { ok: true, value: {} } });
  await stage.readable(page);
  await press(page, texts.leave);
  await page.waitForURL('about:blank');
});

test('staying gives the page back as it was, where it was', async ({ stage }) => {
  const page = await stage.open('/plain');
  await page.evaluate(() => {
    document.body.style.setProperty('visibility', 'visible');
    document.documentElement.style.setProperty('zoom', '1.5');
    scrollTo(0, 500);
  });
  // The first picture leaves an empty style attribute on fields: let it be there before. The curtain goes a moment after
  // the page has loaded.
  await expect.poll(() => loudness(page)).toBeGreaterThan(0.5);
  const before = await page.evaluate(() => [document.documentElement.outerHTML, scrollY]);
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({
    tabId,
    order: { show: { kind: 'warning', warning: texts }, againInMs: null },
  });
  await stage.isWarned(page);
  await stage.readable(page);
  expect(await loudness(page)).toBe(0);
  await press(page, texts.stay);
  await stage.hears('warning.continue');
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
  expect(await page.evaluate(() => [document.documentElement.outerHTML, scrollY])).toEqual(before);
  expect(await loudness(page)).toBeGreaterThan(0.5);
});

test('staying is refused when the background refuses', async ({ stage }) => {
  const page = await stage.openWarned();
  stage.desk.answer = (message) =>
    message.name === 'warning.continue'
      ? { answered: { ok: false, failure: 'not-allowed' } }
      : ordinaryAnswers(message);
  await stage.readable(page);
  await press(page, texts.stay);
  await stage.hears('warning.continue');
  await stage.staysCovered(page, 2);
});

test('no button answers in its first 800 ms, nor to a page', async ({ stage }) => {
  const page = await stage.openWarned();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await stage.readable(page);
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('[data-saathi]');
    for (const type of ['click', 'keydown', 'keyup', 'keypress']) {
      host?.dispatchEvent(
        new KeyboardEvent(type, { key: 'Escape', bubbles: true, composed: true }),
      );
      host?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 640, clientY: 400 }));
    }
    host?.click();
  });
  await page.waitForTimeout(300);
  expect(stage.heard('warning.leave')).toEqual([]);
  expect(stage.heard('warning.continue')).toEqual([]);
});

test('help opens in place, asks nothing of the background, and leads back', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  const before = stage.desk.heard.length;
  await press(page, texts.help);
  const seen = await seenIn(page);
  expect(await wordsSeen(page)).toContain(texts.helpHeading);
  expect(seen.filter(({ role }) => role === 'link').map(({ name }) => name)).toEqual([
    '1121',
    'help.test',
  ]);
  expect(await focused(page)).toBe(texts.helpBack);
  await press(page, texts.helpBack);
  expect(await wordsSeen(page)).toContain(texts.heading);
  expect(stage.desk.heard).toHaveLength(before);
});

test('BYP-183 nothing of the page below is focused, found, selected or read', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  expect(await wordsSeen(page)).not.toContain('SECRET');
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id ?? '')).not.toMatch(/below|field/);
  }
  await page.keyboard.press('Control+a');
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).not.toContain('SECRET');
  expect(
    await page.evaluate(() => (window as { find?: (w: string) => boolean }).find?.('SECRET')),
  ).toBe(false);
});

test('BYP-172 its buttons work under an inert, untouchable root', async ({ stage }) => {
  const page = await stage.openWarned();
  await page.evaluate(() => {
    document.documentElement.inert = true;
    document.documentElement.style.setProperty('pointer-events', 'none', 'important');
  });
  await stage.readable(page);
  await press(page, texts.leave);
  await stage.hears('warning.leave');
});

test('a page that swallows every key and click neither stops a button nor hears of it', async ({
  stage,
}) => {
  const page = await stage.openWarned('/swallow');
  await stage.readable(page);
  await press(page, texts.help);
  await page.keyboard.press('Enter');
  const heard = await page.evaluate(() => (window as { seen?: string[] }).seen ?? []);
  expect(heard).not.toContain('click');
  expect(heard).not.toContain('keydown');
  await press(page, texts.leave);
  await stage.hears('warning.leave');
});

test('BYP-062 a page under the strictest policy of its own gets the same warning', async ({
  stage,
}) => {
  for (const path of ['/strict', '/sandboxed']) {
    const page = await stage.openWarned(path);
    expect(await wordsSeen(page)).toContain(texts.heading);
    expect(await loudness(page)).toBe(0);
    const picture = await page.screenshot();
    const plain = await stage.openWarned();
    expect(picture.equals(await plain.screenshot()), `${path} looks like any other`).toBe(true);
  }
});

test('BYP-126 a page that overrides what we build with has no effect', async ({ stage }) => {
  const page = await stage.openWarned('/overridden');
  expect(await wordsSeen(page)).toContain(texts.heading);
  await stage.staysCovered(page, 2);
  expect(stage.heard('warning.tampered')).toEqual([]);
});

test('BYP-061 what the page shows in frames is covered with it', async ({ stage }) => {
  const page = await stage.openWarned('/frames');
  await stage.staysCovered(page, 2);
  expect(await wordsSeen(page)).not.toContain('FRAMED');
});

test('media falls silent under the warning and plays on after staying', async ({ stage }) => {
  const page = await stage.open('/video?');
  await stage.isWarned(page);
  const play = (): Promise<boolean> =>
    page.evaluate(async () => {
      const sound = document.querySelector('audio');
      await sound?.play().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 600));
      return sound?.paused ?? true;
    });
  expect(await play()).toBe(true);
  await stage.readable(page);
  await press(page, texts.stay);
  await expect.poll(() => page.evaluate(() => document.querySelector('audio')?.paused)).toBe(false);
});

test('an equal order again leaves the reader in peace', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  await page.keyboard.press('Tab');
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({ tabId, order: { show: { kind: 'warning', warning: texts }, againInMs: null } });
  await page.waitForTimeout(600);
  expect(await focused(page)).toBe(texts.stay);
});

test('an order for nothing takes the warning away', async ({ stage }) => {
  const page = await stage.openWarned();
  const { tabId } = await stage.hears('page.hello');
  stage.desk.push({ tabId, order: { show: { kind: 'nothing' }, againInMs: null } });
  await expect(page.locator('[data-saathi]')).toHaveCount(0);
  expect(await loudness(page)).toBeGreaterThan(0.5);
});

test('a warning that can not be brought costs the page its tab', async ({ stage }) => {
  stage.desk.answer = (message) =>
    message.name === 'page.hello'
      ? { ...ordinaryAnswers(message), withoutCover: true }
      : ordinaryAnswers(message);
  const page = await stage.open('/');
  await stage.hears('warning.tampered');
  await page.waitForURL('**/blocked.html');
});

for (const [width, height] of [
  [320, 256],
  [320, 568],
  [1280, 800],
] as const) {
  test(`BYP-182 at ${width} by ${height} it reflows and every button can be reached`, async ({
    stage,
  }) => {
    const page = await stage.context.newPage();
    await page.setViewportSize({ width, height });
    await page.goto('http://hostile.test/');
    await stage.isWarned(page);
    await stage.readable(page);
    const seen = await seenIn(page);
    expect(seen.filter(({ role }) => role === 'button')).toHaveLength(4);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => wordsSeen(page)).toContain(texts.helpHeading);
    expect(stage.heard('warning.tampered')).toEqual([]);
  });
}
