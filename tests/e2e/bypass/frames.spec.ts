// Frames: what is closed stays empty inside an open page, and nothing of ours can be reached from one.
import { expect, test } from './shared.ts';

const trap = 'http://trap.test/';

for (const [id, kind] of [
  ['BYP-058', 'two'],
  ['BYP-058', 'deep/5'],
  ['BYP-060', 'embed'],
  ['BYP-060', 'object'],
  ['BYP-060', 'fenced'],
  ['BYP-060', 'frameset'],
] as const) {
  test(`${id} a closed site in a page of the kind "${kind}" is not asked for, and the page stays`, async ({
    round,
  }) => {
    const page = await round.saathi.open(`http://ways.test/${kind}?${trap}`);
    await page.waitForLoadState();
    await page.waitForTimeout(300);
    expect(new URL(page.url()).host).toBe('ways.test');
    round.heardNothing('trap.test');
  });
}

test('BYP-063 a closed frame of 80 by 60 shows the small notice of the browser: no scroll bar, no field, no way back', async ({
  round,
}) => {
  const page = await round.isOpen(`http://ways.test/tiny?${trap}`, 'Way: tiny');
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toContain('chrome-error://chromewebdata/');
  const frame = page.frames().find((each) => each !== page.mainFrame());
  const shown = await frame?.evaluate(() => ({
    scrolls: document.documentElement.scrollHeight > innerHeight,
    fields: document.querySelectorAll('input').length,
    entries: history.length,
  }));
  expect(shown).toMatchObject({ scrolls: false, fields: 0 });
  round.heardNothing('trap.test');
});

test('BYP-065 a page finds no frame of ours, and neither name nor rule of the child', async ({
  round,
}) => {
  const page = await round.saathi.open(`http://unsure.test/?url=${encodeURIComponent(trap)}`);
  await expect(page.locator('[data-saathi="warning"]')).toBeAttached();
  const seen = await page.evaluate(() => ({
    frames: window.frames.length,
    roots: [...document.querySelectorAll('[data-saathi]')].map(({ shadowRoot }) => shadowRoot),
    words: document.documentElement.outerHTML + document.documentElement.innerText,
  }));
  expect(seen.frames).toBe(0);
  expect(seen.roots).toEqual([null]);
  expect(seen.words).not.toMatch(/Mina|9-12|trap\.test is/);
});

test('BYP-066 a frame in full screen gives way to the block page and to the warning', async ({
  round,
}) => {
  const goFull = async (url: string) => {
    const page = await round.saathi.open(url);
    await page.waitForLoadState();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.allowFullscreen = true;
      document.body.append(frame);
    });
    // Called apart: a frame must be there when the click that allows it is made.
    const inside = page.frames().at(-1);
    await inside
      ?.evaluate(() => document.documentElement.requestFullscreen())
      .catch(() => undefined); // refused by the cover, which is as good
    return page;
  };
  const closing = await goFull('http://full.test/');
  expect(await closing.evaluate(() => document.fullscreenElement?.localName)).toBe('iframe');
  await round.close('full.test');
  await round.isBlocked(closing);
  expect(await closing.evaluate(() => document.fullscreenElement)).toBeNull();

  const warned = await goFull(`http://fuller.test/?url=${encodeURIComponent(trap)}`);
  await expect(warned.locator('[data-saathi]')).toBeAttached();
  // Put out of it, or closed for fighting the warning: never full screen over it.
  await expect
    .poll(() => warned.evaluate(() => document.fullscreenElement).catch(() => 'replaced'))
    .toBeNull();
});
