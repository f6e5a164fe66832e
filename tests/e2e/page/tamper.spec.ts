// Every attack on the warning that was seen to work on other covers: it is put back, or the tab is replaced.
import { attacks } from './attacks.ts';
import { expect, test } from './stage.ts';

for (const { id, title, script, path } of attacks) {
  test(`${id} ${title}: nothing of the page is seen`, async ({ stage }) => {
    const page = await stage.openWarned(path);
    // Later, since the tab may be replaced before the attack has told its end.
    await page.evaluate(`setTimeout(() => { ${script} })`);
    await stage.staysCovered(page);
  });
}

test('BYP-167 a page that keeps removing the warning loses the tab', async ({ stage }) => {
  const page = await stage.openWarned();
  await page.evaluate(`setInterval(() => document.querySelector('[data-saathi]')?.remove(), 100)`);
  await stage.hears('warning.tampered');
  await page.waitForURL('**/blocked.html');
});

test('BYP-167 a warning removed once is back before the next frame', async ({ stage }) => {
  const page = await stage.openWarned();
  const isBack = await page.evaluate(async () => {
    document.querySelector('[data-saathi]')?.remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('[data-saathi]') !== null;
  });
  expect(isBack).toBe(true);
  expect(stage.heard('warning.tampered')).toEqual([]);
});
