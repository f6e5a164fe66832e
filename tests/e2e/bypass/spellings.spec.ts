// The same address in other letters, numbers and dress: every way to write it has the same answer.
import { expect, test } from './shared.ts';
import { closedWords, innocent, paths, spellings } from './ways.ts';

for (const id of new Set(spellings.map((way) => way.id))) {
  test(`${id} every spelling of a closed host is closed, and the host hears nothing`, async ({
    round,
  }) => {
    for (const { url, silent } of spellings.filter((way) => way.id === id)) {
      await (await round.isClosed(url, ...silent)).close();
    }
  });
}

test('BYP-021 every spelling of a closed path is closed', async ({ round }) => {
  for (const { url } of paths) await (await round.isClosed(url)).close();
});

test('BYP-025 a closed word is found in every dress', async ({ round }) => {
  for (const { url } of closedWords) await (await round.isClosed(url)).close();
});

test('BYP-005 BYP-021 BYP-025 what is only written alike stays open', async ({ round }) => {
  for (const [, url] of innocent) {
    const page = await round.isOpen(url, /small/i);
    await page.close();
  }
});

test('BYP-009 a closed name before the @ closes nothing', async ({ round }) => {
  await round.isOpen('http://trap.test:x@fine.test/', 'A small site at fine.test');
});

test('BYP-016 a name with foreign letters is another site, and is closed as an imitation that names both', async ({
  round,
}) => {
  const page = await round.isClosed('http://y\u043eutube.com/');
  await expect(page.locator('body')).toContainText('xn--yutube-wqf.com');
  await expect(page.locator('body')).toContainText('youtube.com');
});

test('BYP-017 BYP-018 numbers that are not closed open, in every dress', async ({ round }) => {
  for (const url of ['http://203.0.113.8/', 'http://3405803784/', 'http://[::ffff:203.0.113.8]/']) {
    await (await round.isOpen(url, 'A small site at')).close();
  }
});

test('BYP-024 links in odd spellings lead to the block page too', async ({ round }) => {
  for (const href of [
    'http:\\\\trap.test\\x',
    'http:///trap.test',
    '//trap.test',
    'ht\ntp://tr\tap.test',
  ]) {
    const page = await round.isOpen('http://fine.test/', 'A small site at fine.test');
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
    }, href);
    await round.isBlocked(page, href);
    await page.close();
  }
  round.heardNothing('trap.test');
});
