// Pictures as real pages show them: backgrounds, late ones, frames, policies, hundreds at once.
import { covers, expect, picture, shows, staysCovered, test } from './fixtures/pictures.ts';
import { aPolicy } from './support/policy.ts';

const aYoungChild = aPolicy().forBand('5-8');

test('looks at backgrounds, in the page and in its style sheets', async ({ saathi, site }) => {
  await saathi.setUp(aYoungChild);
  const box = 'width:300px;height:200px';
  site.pages.set('/', {
    body: `<style>#sheet{background-image:url(/red.png)}</style>
      <div id="good" style="${box};background-image:url('/hills-1.png')"></div>
      <div id="bad" style="${box};background-image:url('/red.png')"></div>
      <div id="sheet" style="${box}"></div>`,
  });
  const page = await saathi.open(site.url);
  await shows(page, '#good');
  await staysCovered(page, '#bad', 'u');
  await staysCovered(page, '#sheet', 'u');
});

test('small pictures and drawings of lines are shown; pictures inside their address are looked at', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aYoungChild);
  site.pages.set('/', {
    body: `<img id="icon" src="/red-2.png" width="32" height="32">
      <img id="line" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" width="90" height="90">
      <canvas id="c" width="90" height="90"></canvas><img id="own" width="90" height="90">
      <script>const c = document.getElementById('c').getContext('2d'); c.fillStyle = '#e01010';
      c.fillRect(0, 0, 90, 90); document.getElementById('own').src = c.canvas.toDataURL();</script>`,
  });
  const page = await saathi.open(site.url);
  await shows(page, '#icon');
  await shows(page, '#line');
  await staysCovered(page, '#own', 'u');
  expect(site.asked.get('/red-2.png')).toHaveLength(1);
});

test('another picture in the same place is judged anew, and a page can not call one safe', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aYoungChild);
  site.pages.set('/', { body: picture('hills-1') });
  const page = await saathi.open(site.url);
  await shows(page, '#hills-1');
  await page.locator('#hills-1').evaluate((image: HTMLImageElement) => {
    image.src = '/red.png';
  });
  await staysCovered(page, '#hills-1', 'u');
  await page.locator('#hills-1').evaluate((image) => {
    const mark = image.getAttributeNames().find((name) => /^[a-z]{12}$/.test(name)) ?? '';
    image.setAttribute(mark, 's');
  });
  await covers(page, '#hills-1');
});

test('lazy pictures far below are asked for when somebody scrolls to them', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aYoungChild);
  site.pages.set('/', {
    body: `${picture('hills-1')}<div style="height:6000px"></div>${picture('hills-9')}`,
  });
  const page = await saathi.open(site.url);
  await shows(page, '#hills-1');
  // By the page itself, which may do so later than we ask for the first.
  await expect.poll(() => site.asked.get('/hills-9.png')?.length).toBe(1);
  await page.locator('#hills-9').scrollIntoViewIfNeeded();
  await shows(page, '#hills-9');
});

test('a strict policy of the page and a sandboxed frame change nothing', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aYoungChild);
  site.pages.set('/', {
    headers: {
      'content-security-policy':
        "default-src 'none'; img-src 'self'; style-src 'none'; frame-src 'self'",
    },
    body: `${picture('red')}${picture('hills-1')}<iframe sandbox src="/in" width="400" height="500"></iframe>`,
  });
  site.pages.set('/in', { body: `${picture('red')}${picture('hills-2')}` });
  const page = await saathi.open(site.url);
  await staysCovered(page, '#red', 'u');
  await shows(page, '#hills-1');
  const frame = page.frameLocator('iframe');
  const positionOf = (id: string) =>
    frame.locator(id).evaluate((element) => getComputedStyle(element).objectPosition);
  await expect.poll(() => positionOf('#hills-2'), { timeout: 30_000 }).not.toContain('-99999px');
  expect(await positionOf('#red')).toContain('-99999px');
});

test('two hundred pictures, some that never come: nothing moves, the page stays usable, all in view is judged', async ({
  saathi,
  site,
}) => {
  await saathi.setUp(aYoungChild);
  const many = Array.from({ length: 200 }, (_, index) =>
    index % 20 === 7
      ? `<img src="http://slow.test/never-${index}.png" width="150" height="100">`
      : `<img id="p${index}" src="/hills-${index}.png" width="150" height="100">`,
  );
  site.pages.set('/', {
    body: `<script>window.moved = 0; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });</script>
    <p><button onclick="this.textContent = 'pressed'">press</button></p>${many.join('')}`,
  });
  const page = await saathi.open(site.url);
  await shows(page, '#p0');
  await page.getByRole('button').click();
  await expect(page.getByRole('button')).toHaveText('pressed');
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await shows(page, '#p199');
  expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved)).toBe(0);
});

test.describe('with the model of the package', () => {
  test.use({ packageOf: 'as-shipped' });

  test('drawn landscapes are harmless', async ({ saathi, site }) => {
    await saathi.setUp(aYoungChild);
    site.pages.set('/', { body: `${picture('hills-1')}${picture('hills-2')}` });
    const page = await saathi.open(site.url);
    await shows(page, '#hills-1');
    await shows(page, '#hills-2');
    expect(site.asked.get('/hills-1.png')).toHaveLength(2);
  });
});
