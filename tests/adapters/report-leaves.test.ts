// What of a report leaves the device, when, and that nothing else does.
import { expect, test } from 'vitest';

import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';
import { delivers, filedFrom, strict } from './support/filing.ts';

test('BYP-223 a report is durable before it is answered, and arrives once through dying workers', async () => {
  const { home, worker } = await aSetUpHome(strict);
  const { reportId } = await filedFrom(worker, home.shows('https://new.test/'));
  worker.kill();
  for (let wakes = 0; wakes < 3; wakes += 1) {
    const next = await home.wake();
    next.listen();
    await home.settled();
    await delivers(home, next);
  }
  expect(home.sent.map(({ url }) => url)).toEqual(['https://desk.test/REST/2.0/ticket']);
  const last = await home.wake();
  expect(await last.gets('report.read', { reportId }, from.report)).toMatchObject({
    state: 'delivered',
    receipt: '1',
  });
  expect(home.failures).toEqual([]);
});

test('what was taken back within its ten seconds never leaves', async () => {
  const { home, worker } = await aSetUpHome(strict);
  const tab = home.shows('https://new.test/');
  const { reportId } = await filedFrom(worker, tab);
  home.passes(9000);
  await worker.gets('warning.undo', { reportId }, from.page(tab));
  worker.listen();
  await delivers(home, worker);
  expect(home.sent).toEqual([]);
});

test('nothing else leaves this device on a day of browsing, asking and reporting', async () => {
  const { home, worker } = await aSetUpHome(strict);
  worker.listen();
  await filedFrom(worker, home.shows('https://new.test/'));
  for (const url of ['https://school.test/', 'https://adult.test/', 'https://helpline.test/']) {
    const tab = home.shows(url);
    await worker.gets('page.hello', { labels: ['adult'], why: 'start' }, from.page(tab));
  }
  await delivers(home, worker);
  expect(new Set(home.sent.map(({ url }) => new URL(url).origin))).toEqual(
    new Set(['https://desk.test']),
  );
});
