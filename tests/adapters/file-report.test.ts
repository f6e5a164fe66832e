import { describe, expect, test } from 'vitest';

import { anOpenChild, aPolicy } from '../support/builders.ts';
import { extensionOrigin } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import { aHome } from '../support/fake-world.ts';
import { aSetUpHome, minute } from './support/family.ts';
import { delivers, factsOf, filedFrom, strict } from './support/filing.ts';

describe('a report from a page', () => {
  test('BYP-128 carries the exact address and title the browser knows, and facts only', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const tab = home.shows('https://new.test/room/7?who=stranger#top');
    const report = await filedFrom(worker, tab);
    expect(report).toMatchObject({
      state: 'undoable',
      undoUntil: home.clock.now + 10_000,
      route: { kind: 'desk', name: 'Children’s Desk', host: 'desk.test' },
      words: '',
      topic: null,
    });
    expect(factsOf(report)).toMatchObject({
      address: 'https://new.test/room/7?who=stranger#top',
      title: 'Title of https://new.test/room/7?who=stranger#top',
      country: 'PK',
      time: '2026-11-18 12:00 +05:00 (Asia/Karachi)',
    });
  });

  test('BYP-128 can not name another address, title or topic', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const sender = from.page(home.shows('https://new.test/'));
    for (const body of [{ url: 'https://school.test/' }, { title: 'x' }, { topic: 'csam' }]) {
      expect(await worker.answer({ name: 'warning.report', body }, sender)).toEqual({
        ok: false,
        failure: 'malformed',
      });
    }
    expect(
      await worker.answer({ name: 'report.file', body: { url: 'https://school.test/' } }, sender),
    ).toEqual({ ok: false, failure: 'not-allowed' });
  });

  test('the same page again is the same report', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const tab = home.shows('https://new.test/');
    const [first, again] = [await filedFrom(worker, tab), await filedFrom(worker, tab)];
    expect(again.reportId).toBe(first.reportId);
    expect((await worker.gets('reports.read', {}, from.mine)).reports).toHaveLength(1);
  });

  test('it may take back its own report, and nobody else’s', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const [own, other, deeper] = [
      home.shows('https://new.test/'),
      home.shows('https://other.test/'),
      home.shows('https://new.test/room'),
    ];
    const { reportId } = await filedFrom(worker, own);
    for (const tab of [other, deeper]) {
      expect(await worker.ask('warning.undo', { reportId }, from.page(tab))).toEqual({
        ok: false,
        failure: 'not-found',
      });
    }
    expect(await worker.gets('warning.undo', { reportId }, from.page(own))).toMatchObject({
      state: 'undone',
    });
  });

  test('it may take back a report whose address was redacted', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const tab = home.shows('https://new.test/login?session=abc123&page=2');
    const report = await filedFrom(worker, tab);
    expect(factsOf(report)['address']).toBe('https://new.test/login?page=2');
    const { reportId } = report;
    expect((await worker.ask('warning.undo', { reportId }, from.page(tab))).ok).toBe(true);
  });

  test('after its ten seconds no page takes anything back', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const tab = home.shows('https://new.test/');
    const { reportId } = await filedFrom(worker, tab);
    home.passes(10_000);
    const undo = worker.ask('warning.undo', { reportId }, from.page(tab));
    expect(await undo).toEqual({ ok: false, failure: 'not-found' });
  });

  test('its page hears that there is one, and nothing of what a child wrote', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const tab = home.shows('https://new.test/');
    const { reportId } = await filedFrom(worker, tab);
    await worker.gets('report.add', { reportId, topic: 'grooming', words: 'He asked' }, from.popup);
    expect(await worker.gets('warning.report', {}, from.page(tab))).toEqual({
      reportId,
      state: 'undoable',
      undoUntil: home.clock.now + 10_000,
      now: home.clock.now,
      route: { kind: 'desk', name: 'Children’s Desk' },
    });
  });

  test('a made-up id takes nothing back', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const tab = home.shows('https://new.test/');
    await filedFrom(worker, tab);
    const undo = worker.ask('warning.undo', { reportId: 'made-up' }, from.page(tab));
    expect(await undo).toEqual({ ok: false, failure: 'not-found' });
  });
});

describe('a report from our own pages', () => {
  test('the popup reports the page in front, whatever it says itself', async () => {
    const { home, worker } = await aSetUpHome(strict);
    home.shows('https://new.test/bad');
    const report = await worker.gets('report.file', { url: 'https://school.test/' }, from.popup);
    expect(factsOf(report)['address']).toBe('https://new.test/bad');
  });

  test('over a block page the popup reports the address it stands for', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const closed = 'https://adult.test/a%20b?c=%C3%BC&d=%20#e';
    home.shows(`${extensionOrigin}/blocked.html#${encodeURIComponent(closed)}`);
    const facts = factsOf(await worker.gets('report.file', {}, from.popup));
    expect(facts['address']).toBe(closed);
    expect(facts).not.toHaveProperty('title');
  });

  test('the block page names its address; the rule that closed it goes along, not the family’s words', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const url = 'https://chat.test/zaras-room/1';
    await worker.gets('report.file', { url }, from.blocked);
    worker.listen();
    await delivers(home, worker);
    expect(home.sent).toHaveLength(1);
    const body = home.sent[0]?.body ?? '';
    expect(body).toContain('blocklist');
    expect(body).not.toContain('Zara');
    expect(body).not.toContain('child-1');
  });

  test('the context menu and the keyboard report the address a block page stands for, too', async () => {
    const { home, worker } = await aSetUpHome(strict);
    worker.listen();
    const closed = 'https://adult.test/x';
    const tab = home.shows(`${extensionOrigin}/blocked.html#${encodeURIComponent(closed)}`);
    worker.browser.commands.onCommand.fire('report', tab);
    await home.settled();
    const { reports } = await worker.gets('reports.read', {}, from.report);
    expect(reports.map((report) => factsOf(report)['address'])).toEqual([closed]);
    expect(JSON.stringify(reports)).not.toContain('Title of');
    expect(home.failures).toEqual([]);
  });

  test('the popup that opens by itself is told once what it was opened for, and nothing is left of it', async () => {
    const { home, worker } = await aSetUpHome(strict);
    worker.listen();
    const opened = () => worker.gets('popup.opened', {}, from.popup);
    expect(await opened()).toEqual({ shows: null });
    worker.browser.commands.onCommand.fire('report', home.shows('https://new.test/'));
    await home.settled();
    const [report] = (await worker.gets('reports.read', {}, from.report)).reports;
    expect(await opened()).toEqual({ shows: { kind: 'report', reportId: report?.reportId } });
    expect(await opened()).toEqual({ shows: null });
    worker.browser.commands.onCommand.fire('help', undefined);
    await home.settled();
    expect(await opened()).toEqual({ shows: { kind: 'help' } });
    worker.browser.commands.onCommand.fire('report', home.shows('https://new.test/'));
    await home.settled();
    home.passes(minute);
    expect(await opened()).toEqual({ shows: null });
  });

  test('a worker that dies before the popup opens leaves no trace of a report', async () => {
    const { home, worker } = await aSetUpHome(strict);
    worker.listen();
    worker.browser.commands.onCommand.fire('report', home.shows('https://new.test/'));
    await home.settled();
    const next = await home.wake();
    expect(await next.gets('popup.opened', {}, from.popup)).toEqual({ shows: null });
  });

  test('a link in the context menu is reported without the page’s title', async () => {
    const { home, worker } = await aSetUpHome(strict);
    worker.listen();
    const tab = home.shows('https://school.test/');
    const clicked = { menuItemId: 'report', linkUrl: 'https://new.test/link' };
    worker.browser.contextMenus.onClicked.fire(clicked, tab);
    await home.settled();
    const [report] = (await worker.gets('reports.read', {}, from.report)).reports;
    expect(report === undefined ? {} : factsOf(report)).toMatchObject({
      address: 'https://new.test/link',
    });
    expect(JSON.stringify(report)).not.toContain('Title of');
  });

  test.each([
    'chrome://settings/passwords',
    `${extensionOrigin}/options.html#/rules`,
    'file:///home/zara/diary.txt',
    'data:text/html,secret',
  ])('of %s neither address nor title is taken', async (url) => {
    const { home, worker } = await aSetUpHome();
    home.shows(url);
    const answered = await worker.ask('report.file', {}, from.popup);
    const facts = answered.ok ? factsOf(answered.value) : {};
    expect(facts).not.toHaveProperty('address');
    expect(facts).not.toHaveProperty('title');
  });

  test('with no window in front there is nothing to report', async () => {
    const { worker } = await aSetUpHome(strict);
    expect(await worker.ask('report.file', {}, from.popup)).toEqual({
      ok: false,
      failure: 'not-found',
    });
  });
});

test('without a policy nothing is filed', async () => {
  const home = await aHome();
  const worker = await home.wake();
  const tab = home.shows('https://new.test/');
  for (const [name, sender] of [
    ['warning.report', from.page(tab)],
    ['report.file', from.popup],
  ] as const) {
    expect(await worker.ask(name, {}, sender)).toEqual({ ok: false, failure: 'not-found' });
  }
  const database = await worker.database();
  expect(await database.outbox.list()).toEqual([]);
});

test('BYP-219 a title of a megabyte and an address of two are cut, not refused', async () => {
  const { home, worker } = await aSetUpHome(strict);
  const tab = home.shows(`https://new.test/${'x'.repeat(2_000_000)}`, {
    title: 't'.repeat(1_000_000),
  });
  const facts = factsOf(await filedFrom(worker, tab));
  expect(facts['address']?.length).toBeLessThanOrEqual(2048);
  expect(facts['title']?.length).toBeLessThanOrEqual(300);
});

test('of a child of 5 to 8 no words are kept, whoever sends them', async () => {
  const { worker } = await aSetUpHome(aPolicy(anOpenChild('5-8')));
  const { reportId } = await worker.gets('report.file', { url: 'https://new.test/' }, from.blocked);
  const words = { reportId, words: 'He asked' };
  const added = await worker.gets('report.add', { ...words, topic: 'grooming' }, from.popup);
  expect(added).toMatchObject({ topic: 'grooming', words: '' });
  expect(await worker.ask('report.reply', words, from.popup)).toEqual({
    ok: false,
    failure: 'not-allowed',
  });
});
