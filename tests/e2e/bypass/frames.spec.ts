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
  await round.tighten((policy) => policy);
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
