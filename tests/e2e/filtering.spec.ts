// The first wall and the second, in a real browser. "Zero requests" is what the pretend web itself counted.
import type { Page } from '@playwright/test';

import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

const isBlocked = (page: Page) => expect(page.locator('[data-saathi="blocked"]')).toBeVisible();

test.describe('BYP-029 BYP-030 BYP-031 every way to a blocked host ends at the block page, and the host hears nothing', () => {
  const ways = {
    'an address typed': 'http://game.test/',
    'upper case and a sub-domain': 'HTTP://WWW.GAME.TEST/play',
    'user-info before it': 'http://school.test@game.test/',
    'a redirect': 'http://redirect.test/to?http://game.test/',
    'a refresh tag': 'http://redirect.test/meta?http://game.test/',
  };
  for (const [way, url] of Object.entries(ways)) {
    test(way, async ({ saathi, web }) => {
      await saathi.setUp(aPolicy().blocking('game.test'));
      const page = await saathi.open(url);
      await isBlocked(page);
      expect([...web.requestsTo('game.test'), ...web.requestsTo('www.game.test')]).toEqual([]);
    });
  }
});

test('BYP-033 an address changed by script without loading is judged again', async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('spa.test/games'));
  const page = await saathi.open('http://spa.test/');
  await page.locator('#push').click();
  await isBlocked(page);
});

test('BYP-035 a page behind the hash is judged again', async ({ saathi }) => {
  await saathi.setUp(aPolicy().blocking('spa.test/#/games'));
  const page = await saathi.open('http://spa.test/');
  await page.locator('#fragment').click();
  await isBlocked(page);
});

test('BYP-021 an escaped spelling of a blocked path is caught by the second wall', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().blocking('small.test/bad'));
  for (const path of ['/bad', '/%62ad', '/x/../bad', '/BAD/']) {
    const page = await saathi.open(`http://small.test${path}`);
    await isBlocked(page);
    await page.close();
  }
  const fine = await saathi.open('http://small.test/badminton');
  await expect(fine.getByRole('heading', { name: 'Small page' })).toBeVisible();
});

test('BYP-058 a blocked frame stays empty, and the page around it stays', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://redirect.test/frame?http://game.test/');
  await expect(page.getByRole('heading', { name: 'Framed' })).toBeVisible();
  expect(web.requestsTo('game.test')).toEqual([]);
});

test('BYP-055 the rule stands when the worker is dead at the instant of navigation', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  await saathi.killWorker();
  const page = await saathi.open('http://game.test/');
  await isBlocked(page);
  expect(web.requestsTo('game.test')).toEqual([]);
});

test('BYP-039 a page that is open when a rule comes is replaced', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://game.test/');
  await expect(page.getByRole('heading', { name: 'Star Basket' })).toBeVisible();
  const read = await saathi.ask('policy.read', {});
  if (!read.ok || read.value.policy === null) throw new Error('no policy');
  const saved = await saathi.ask('policy.save', {
    policy: { ...aPolicy().blocking('game.test').build() },
    baseRevision: read.value.revision,
  });
  expect(saved).toMatchObject({ ok: true });
  await isBlocked(page);
});

test('a category closes its hosts; an allowlist entry opens one of them again', async ({
  saathi,
}) => {
  await saathi.setUp(
    aPolicy().category('games', 'block').category('video', 'block').allowing('video.test'),
  );
  await isBlocked(await saathi.open('http://game.test/'));
  const video = await saathi.open('http://video.test/');
  await expect(video.locator('[data-saathi="blocked"]')).toHaveCount(0);
  await expect(video.getByRole('heading').first()).toBeVisible();
});

test('where unknown sites must be asked for, known ones open and the others are never requested', async ({
  saathi,
  web,
}) => {
  await saathi.setUp(aPolicy().unknown('ask'));
  const school = await saathi.open('http://school.test/');
  await expect(school.getByRole('heading').first()).toBeVisible();
  await isBlocked(await saathi.open('http://somewhere-new.test/'));
  expect(web.requestsTo('somewhere-new.test')).toEqual([]);
});

test('RFC 8674: a page is asked for with "Prefer: safe"', async ({ saathi }) => {
  await saathi.setUp(aPolicy().safeSearch());
  const page = await saathi.open('http://echo.test/');
  await expect(page.locator('#request')).toContainText('prefer: safe');
});

test.describe('safe search', () => {
  // Engines that the browser itself does not insist on https for: nothing here speaks https.
  test.use({ borrowedHosts: ['www.google.com.pk', 'duckduckgo.com', 'yandex.com'] });

  test('BYP-077 a search is sent to the strict mode of its engine, also when the child takes it off', async ({
    saathi,
    web,
  }) => {
    await saathi.setUp(aPolicy().safeSearch());
    for (const [url, forced] of [
      ['http://www.google.com.pk/search?q=cats', 'safe=active'],
      ['http://www.google.com.pk/search?q=cats&safe=off', 'safe=active'],
      ['http://duckduckgo.com/?q=cats', 'kp=1'],
      ['http://yandex.com/search/?text=cats', 'family=yes'],
    ] as const) {
      web.forgetRequests();
      const page = await saathi.open(url);
      await expect(page.locator('#request')).toContainText(forced);
      const asked = web.requestsTo(new URL(url).hostname);
      expect(asked.filter((address) => !address.includes(forced))).toEqual([]);
      await page.close();
    }
  });

  test('a closed engine stays closed, whatever safe search would add to it', async ({
    saathi,
    web,
  }) => {
    await saathi.setUp(aPolicy().safeSearch().blocking('duckduckgo.com'));
    await isBlocked(await saathi.open('http://duckduckgo.com/?q=cats'));
    expect(web.requestsTo('duckduckgo.com')).toEqual([]);
  });
});

test('BYP-064 BYP-118 no page of ours can be framed, fetched or opened by a web page', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.open('http://small.test/');
  await page.waitForLoadState('domcontentloaded');
  const outcome = await page.evaluate(async (address) => {
    const fetched = await fetch(address).then(
      () => 'reached',
      () => 'refused',
    );
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    let inside = 'unreadable';
    try {
      inside = frame.contentDocument?.body.textContent ?? 'unreadable';
    } catch {
      // another origin: an error page of the browser, as it should be
    }
    return { fetched, inside };
  }, saathi.address('blocked'));
  expect(outcome).toEqual({ fetched: 'refused', inside: 'unreadable' });
});

test('BYP-117 a block page is told nothing by its own address: a harmless one opens, a script one does not run', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.openOwn('blocked');
  await page.goto(`${saathi.address('blocked')}#${encodeURIComponent('javascript:alert(1)')}`);
  await page.waitForLoadState();
  expect(page.url()).toContain('blocked.html');
});

test('BYP-041 a prefetch is no attempt: nothing is noted', async ({ saathi, web }) => {
  await saathi.setUp(aPolicy().blocking('game.test'));
  const page = await saathi.open('http://small.test/');
  await page.waitForLoadState('domcontentloaded');
  await page.evaluate(() => {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = 'http://game.test/';
    document.head.append(link);
  });
  await page.waitForTimeout(300);
  const day = await saathi.ask('day.read', {});
  expect(day.ok && day.value.blockedCount).toBe(0);
  expect(web.requestsTo('game.test')).toEqual([]);
});
