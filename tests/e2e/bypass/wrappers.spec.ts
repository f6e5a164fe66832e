// Closed sites inside of open ones: translators, caches, archives, mirrors, search engines, other names of a service.
import { expect, test } from './shared.ts';

for (const [id, what, url] of [
  ['BYP-068', 'a translator', 'http://trap-test.translate.goog/?_x_tr_sl=auto'],
  ['BYP-072', 'an archive', 'http://web.archive.org/web/2020id_/http://trap.test/'],
  ['BYP-072', 'an archive of every year', 'http://web.archive.org/web/*/trap.test'],
  ['BYP-075', 'a web proxy', 'http://croxyproxy.com/'],
  ['BYP-075', 'a part of a web proxy', 'http://eu.croxyproxy.com/x'],
  ['BYP-078', 'a short name', 'http://youtu.be/abcdefghijk'],
  ['BYP-078', 'the name without cookies', 'http://www.youtube-nocookie.com/embed/abcdefghijk'],
  ['BYP-078', 'the name for telephones', 'http://m.youtube.com/'],
  ['BYP-078', 'the name for music', 'http://music.youtube.com/'],
  ['BYP-079', 'a reader', 'http://r.jina.ai/http://trap.test'],
] as const) {
  test(`${id} ${what} is judged by what it carries: ${url}`, async ({ round }) => {
    await round.isClosed(url, 'trap.test');
  });
}

test('BYP-068 BYP-072 BYP-079 what an open wrapper carries is open where it is open itself', async ({
  round,
}) => {
  for (const url of [
    'http://fine-test.translate.goog/?_x_tr_sl=auto',
    'http://web.archive.org/web/2020id_/http://fine.test/',
    'http://r.jina.ai/http://fine.test',
  ]) {
    await (await round.isOpen(url, 'A small site at')).close();
  }
});

test('BYP-074 an unchecked site whose address carries a closed one is warned about, and not closed', async ({
  round,
}) => {
  for (const [count, url] of [
    `http://carrier0.test/?url=${encodeURIComponent('http://trap.test/')}`,
    'http://carrier1.test/http://trap.test/',
    `http://carrier2.test/?q=${btoa('http://trap.test/')}`,
  ].entries()) {
    const page = await round.saathi.open(url);
    await expect(page.locator('[data-saathi="warning"]'), url).toBeAttached();
    expect(new URL(page.url()).host).toBe(`carrier${count}.test`);
  }
  const login = await round.isOpen(
    `http://login.test/?continue=${encodeURIComponent('http://trap.test/')}`,
    'A small site at login.test',
  );
  await login.waitForTimeout(500);
  await expect(login.locator('[data-saathi]')).toHaveCount(0);
});

test('BYP-075 strangers on one shared host are judged one by one', async ({ round }) => {
  await round.close('games-unblocked.github.io');
  await round.isClosed('http://games-unblocked.github.io/', 'games-unblocked.github.io');
  await round.isOpen('http://homework.github.io/', 'A small site at homework.github.io');
});

test('BYP-076 picture searches are strict, and pictures of closed hosts stay out of them', async ({
  round,
}) => {
  for (const [url, forced] of [
    ['http://www.google.com.pk/search?tbm=isch&q=cats', 'safe=active'],
    ['http://yandex.com/images/search?text=cats&family=no', 'family=yes'],
    ['http://duckduckgo.com/?q=!g+cats&kp=-2', 'kp=1'],
  ] as const) {
    const page = await round.saathi.open(url);
    await expect(page.locator('#request')).toContainText(forced);
    const loads = await page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const picture = new Image();
          picture.addEventListener('load', () => resolve(true));
          picture.addEventListener('error', () => resolve(false));
          picture.src = 'http://thumbs.trap.test/1.png';
        }),
    );
    expect(loads).toBe(false);
    await page.close();
  }
  round.heardNothing('thumbs.trap.test');
});

test('BYP-078 a closed service is closed inside an open page, and its files with it', async ({
  round,
}) => {
  const page = await round.isOpen(
    'http://ways.test/tiny?http://www.youtube-nocookie.com/embed/abcdefghijk',
    'Way: tiny',
  );
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toContain('chrome-error://chromewebdata/');
  const fetched = await page.evaluate(() =>
    fetch('http://r1.googlevideo.com/videoplayback', { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(fetched).toBe('refused');
  round.heardNothing('www.youtube-nocookie.com', 'r1.googlevideo.com');
});
