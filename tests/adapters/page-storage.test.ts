import { expect, test } from 'vitest';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';

test('a page can not fill the session with its own long address', async () => {
  const { home, worker } = await aSetUpHome(aPolicy(aHousehold().child));
  for (let turn = 0; turn < 3; turn += 1) {
    const tab = home.shows(`https://wiki.test/${turn}#${'x'.repeat(100_000)}`);
    await worker.gets('page.hello', { why: 'start', labels: ['adult'] }, from.page(tab));
  }
  expect(JSON.stringify(home.session('labels')).length).toBeLessThan(10_000);
});

test('a label is known again by an address however long', async () => {
  const { home, worker } = await aSetUpHome(
    aPolicy(aHousehold().withFilter({ ageLabels: 'block' }).child),
  );
  const url = `https://wiki.test/?${'x'.repeat(100_000)}`;
  const tab = home.shows(url);
  const labels = ['RTA-5042-1996-1400-1577-RTA'];
  const order = await worker.gets('page.hello', { why: 'start', labels }, from.page(tab));
  expect(order.show.kind).toBe('closing');
});

test('the block page of a very long address can be opened, and knows the site', async () => {
  const { home, worker } = await aSetUpHome(
    aPolicy(aHousehold().withFilter({ blocklist: ['wiki.test'] }).child),
  );
  const tab = home.shows(`https://wiki.test/?${'/'.repeat(1_000_000)}`);
  await worker.judgeTab(tab.id, tab.url);
  expect(tab.url.length).toBeLessThan(65_536);
  const url = decodeURIComponent(new URL(tab.url).hash.slice(1));
  const { verdict } = await worker.gets('visit.explain', { url }, from.blocked);
  expect(verdict).toMatchObject({ action: 'block', reason: { kind: 'blocklist' } });
});
