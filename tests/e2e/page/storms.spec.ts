// Pages that do too much, and pages that want a child's click for something else.
import { aWarning } from '../../support/page-stub/words.ts';
import { wordsSeen } from './seen.ts';
import { expect, hostile, test } from './stage.ts';

const texts = aWarning();

test('BYP-235 a hundred and fifty frames and a hundred thousand changes cost no message, and the page goes on', async ({
  stage,
}) => {
  test.setTimeout(120_000);
  const page = await stage.open('/plain');
  await stage.hears('page.hello', 'start');
  const before = stage.desk.heard.length;
  await page.evaluate(async () => {
    for (let count = 0; count < 150; count += 1) {
      const frame = document.createElement('iframe');
      // Every third is a document of its own, with a script of ours in it.
      if (count % 3 === 0) frame.src = '/plain';
      else frame.srcdoc = '<p>Frame</p>';
      document.body.append(frame);
    }
    const box = document.createElement('div');
    for (let count = 0; count < 5000; count += 1) box.append(document.createElement('i'));
    document.body.append(box);
    for (let step = 0; step < 20; step += 1) {
      for (const line of box.children) line.setAttribute('data-step', String(step));
      box.append(...Array.from(box.children).slice(0, 100));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.evaluate(() => {
    document.querySelector('#below')?.addEventListener('click', () => (document.title = 'Clicked'));
  });
  await page.click('#below');
  expect(await page.title()).toBe('Clicked');
  expect(await page.evaluate(() => document.querySelectorAll('i[data-step="19"]').length)).toBe(
    5000,
  );
  expect(stage.desk.heard.slice(before)).toEqual([]);
});

test('BYP-235 a label that changes all the time is told once a second at most', async ({
  stage,
}) => {
  const page = await stage.open('/plain');
  await stage.hears('page.hello', 'start');
  const told = await page.evaluate(async () => {
    const label = document.createElement('meta');
    label.name = 'rating';
    document.head.append(label);
    const start = performance.now();
    let steps = 0;
    while (performance.now() - start < 3000) {
      for (let each = 0; each < 50; each += 1) {
        label.content = `general ${steps}`;
        steps += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return { steps, ms: performance.now() - start };
  });
  expect(told.steps).toBeGreaterThan(100);
  // The first, and one for each second that began.
  expect(stage.heard('page.hello').length).toBeLessThanOrEqual(2 + Math.ceil(told.ms / 1000));
});

test('BYP-236 a title that never rests and addresses that never rest say nothing to us', async ({
  stage,
}) => {
  const page = await stage.open('/plain');
  await stage.hears('page.hello', 'start');
  await page.evaluate(async () => {
    for (let step = 0; step < 1000; step += 1) {
      document.title = `Title ${step}`;
      // Chromium lets a page do this 200 times in half a minute.
      if (step % 6 === 0) history.pushState({}, '', `/plain?${step}`);
      if (step % 50 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.waitForTimeout(1500);
  expect(stage.heard('page.hello').length).toBeLessThanOrEqual(3);
});

test('BYP-221 a picture over the warning that lets clicks through is not seen', async ({
  stage,
}) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  await page.evaluate(() => {
    const decoy = document.createElement('div');
    decoy.popover = 'manual';
    decoy.textContent = 'PLAY';
    decoy.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#f0f;pointer-events:none;z-index:2147483647';
    document.documentElement.append(decoy);
    decoy.showPopover();
  });
  await stage.staysCovered(page);
  expect(stage.heard('warning.report')).toEqual([]);
});

test('BYP-221 no page can press Report', async ({ stage }) => {
  const page = await stage.openWarned();
  await stage.readable(page);
  await page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('[data-saathi]');
    for (let y = 0; y < innerHeight; y += 20) {
      const at = { bubbles: true, composed: true, clientX: innerWidth / 2, clientY: y };
      for (const type of ['pointerdown', 'pointerup', 'click']) {
        host?.dispatchEvent(new PointerEvent(type, at));
        document.elementFromPoint(innerWidth / 2, y)?.dispatchEvent(new PointerEvent(type, at));
      }
    }
    host?.click();
  });
  await page.waitForTimeout(300);
  expect(stage.heard('warning.report')).toEqual([]);
  expect(await wordsSeen(page)).toContain(texts.report);
});

test('BYP-221 a warning is never put into a frame, where its page could hide what is pressed', async ({
  stage,
}) => {
  const page = await stage.open('/framed-label');
  await expect.poll(() => stage.desk.heard.some(({ frameId }) => frameId !== 0)).toBe(true);
  await page.waitForTimeout(500);
  for (const frame of page.frames().filter((each) => each !== page.mainFrame())) {
    expect(frame.url()).toContain(hostile);
    expect(await frame.locator('[data-saathi="warning"]').count()).toBe(0);
  }
});
