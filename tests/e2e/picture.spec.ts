// The picture of the day in a real browser: a ring on the child's page, hours and weeks on the guardian's, and the file.
import { readFile } from 'node:fs/promises';

import { expect, test } from './fixtures/test.ts';
import { aPolicy } from './support/policy.ts';

test('half of the time used is half a ring, an hour on the chart, and a line in the file', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy().named('=Mina').withQuota('all', 60));
  await saathi.leaveSeconds({ scope: 'all', limitMinutes: 60 }, 30 * 60);
  const page = await saathi.open('http://news.test/');
  await page.bringToFront();
  await page.waitForTimeout(2500);

  const mine = await saathi.openOwn('mine');
  const ring = mine.locator('.ring-left').first();
  await expect(ring).toBeVisible();
  const [left = 0] = ((await ring.getAttribute('stroke-dasharray')) ?? '').split(' ').map(Number);
  expect(left).toBeGreaterThan(48);
  expect(left).toBeLessThanOrEqual(50);

  const options = await saathi.openOwn('options');
  const days = options.locator('.week-day[aria-pressed]');
  await days.last().click();
  await expect(options.locator('.chosen-day .hour-columns, .chosen-day p').first()).toBeVisible();

  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Save as a file (CSV)' }).click();
  const saved = await readFile(await (await download).path());
  expect([...saved.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = saved.toString('utf8').split('\r\n');
  expect(lines).toHaveLength(3);
  // A name that a spreadsheet would run is kept as text.
  expect(lines[1]).toMatch(/^\d{4}-\d{2}-\d{2},'=Mina,3[01],60,/);
  expect(saved.toString('utf8')).not.toContain('news.test');
});
