import { describe, expect, test } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';

import { aHousehold, anOpenChild, aPolicy, at } from '../support/builders.ts';
import type { FakeTab } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Home, type Worker } from '../support/fake-world.ts';
import { aSetUpHome, browses, minute, opens } from './support/family.ts';

const watched = aPolicy(
  aHousehold()
    .withFilter({ blocklist: ['chat.test'], ageLabels: 'warn' })
    .withCategory('games', 'warn').child,
);
const adult = 'RTA-5042-1996-1400-1577-RTA';
const hello = (worker: Worker, tab: FakeTab, more: Partial<Body<'page.hello'>> = {}) =>
  worker.gets('page.hello', { labels: [], why: 'start', ...more }, from.page({ ...tab }));
const isClosed = ({ url }: FakeTab) => url.includes('/blocked.html#');
const shownTo = async (home: Home, worker: Worker, url: string, labels: string[] = []) => {
  const tab = home.shows(url);
  const { show } = await hello(worker, tab, { labels });
  return { tab, show };
};

describe('a page that says hello', () => {
  test('BYP-128 is judged by the address the browser knows', async () => {
    const { home, worker } = await aSetUpHome(watched);
    expect((await shownTo(home, worker, 'https://school.test/')).show.kind).toBe('nothing');
    const { tab, show } = await shownTo(home, worker, 'https://chat.test/room');
    expect(show).toEqual({ kind: 'closing' });
    expect(tab.url).toBe(
      `${worker.browser.runtime.getURL('/blocked.html')}#${encodeURIComponent('https://chat.test/room')}`,
    );
  });

  test('gets a warning in words of the family’s language and the child’s band', async () => {
    const urdu = { ...watched, language: 'ur' as const };
    const { home, worker } = await aSetUpHome(urdu);
    const { show, tab } = await shownTo(home, worker, 'https://game.test/');
    if (show.kind !== 'warning') throw new Error('there is a warning');
    expect(show.warning).toMatchObject({ language: 'ur', dir: 'rtl', band: '13-15' });
    expect(show.warning.heading).toMatch(/[\u0600-\u06ff]/);
    expect(show.warning.helpLines.length).toBeGreaterThan(0);
    expect(home.profile.scripts).toContain(`/cover.js ${tab.id} 0`);
    expect(JSON.stringify(show.warning)).not.toMatch(/warning[A-Z]/);
  });

  test('with an adult label is warned about, also when it takes the label back', async () => {
    const { home, worker } = await aSetUpHome(watched);
    const { tab, show } = await shownTo(home, worker, 'https://new.test/', [adult]);
    expect(show.kind).toBe('warning');
    expect((await hello(worker, tab)).show.kind).toBe('warning');
    expect((await hello(await home.wake(), tab, { labels: [] })).show.kind).toBe('warning');
  });

  test('before set-up is left alone', async () => {
    const home = await aHome();
    const worker = await home.wake();
    const { show, tab } = await shownTo(home, worker, 'https://adult.test/', [adult]);
    expect(show.kind).toBe('nothing');
    expect(isClosed(tab)).toBe(false);
  });

  test.each(['prerender', 'cached', 'pending_deletion'])(
    'BYP-134 but is not what its tab shows (%s) moves no tab',
    async (documentLifecycle) => {
      const { home, worker } = await aSetUpHome(watched);
      const tab = home.shows('https://school.test/');
      const sender = { ...from.page(tab), url: 'https://chat.test/', documentLifecycle };
      const body: Body<'page.hello'> = { labels: [], why: 'start' };
      expect(await worker.gets('page.hello', body, sender)).toEqual({
        show: { kind: 'nothing' },
        againInMs: null,
      });
      await worker.gets('warning.tampered', {}, sender);
      await worker.gets('warning.leave', {}, sender);
      expect(tab.url).toBe('https://school.test/');
    },
  );

  test('is asked again in time for the first notice', async () => {
    const policy = aPolicy(aHousehold().withQuietTime('20:00', '06:30').child);
    const { home, worker } = await aSetUpHome(policy);
    home.clock.now = at('19:00');
    const { againInMs } = await hello(worker, home.shows('https://school.test/'));
    expect(againInMs).toBe(45 * minute);
  });

  test('an address of megabytes with labels does not fill the session’s storage', async () => {
    const { home, worker } = await aSetUpHome(watched);
    for (let page = 0; page < 8; page += 1) {
      const url = `https://new.test/${page}${'x'.repeat(1_900_000)}`;
      expect((await shownTo(home, worker, url, [adult])).show.kind).toBe('warning');
    }
    expect(JSON.stringify(home.session('labels')).length).toBeLessThan(100_000);
  });
});

describe('a frame', () => {
  const inFrame = (worker: Worker, tab: FakeTab, url: string, labels: string[]) =>
    worker.gets('page.hello', { labels, why: 'start' }, { ...from.page(tab, 4), url });

  test('that says it is for adults is emptied, and the page around it stays', async () => {
    const { home, worker } = await aSetUpHome(watched);
    const tab = home.shows('https://school.test/');
    const order = await inFrame(worker, tab, 'https://ads.test/', [adult]);
    expect(order.show).toEqual({ kind: 'nothing' });
    expect(home.profile.scripts).toEqual([`function ${tab.id} 4`]);
    expect(tab.url).toBe('https://school.test/');
  });

  test('that says nothing is left alone', async () => {
    const { home, worker } = await aSetUpHome(watched);
    await inFrame(worker, home.shows('https://school.test/'), 'https://ads.test/', []);
    expect(home.profile.scripts).toEqual([]);
  });

  test('BYP-123 moves no tab, passes no warning and accuses no page', async () => {
    const { home, worker } = await aSetUpHome(watched);
    const tab = home.shows('https://school.test/');
    tab.history.push('https://before.test/');
    const frame = { ...from.page(tab, 4), url: 'https://game.test/ad' };
    for (const message of ['warning.leave', 'warning.continue', 'warning.tampered'] as const) {
      await worker.ask(message, {}, frame);
    }
    expect(tab.url).toBe('https://school.test/');
    const { show } = await shownTo(home, worker, 'https://game.test/');
    expect(show.kind).toBe('warning');
  });
});

describe('a warning', () => {
  test('that was gone past stays past for this host, for today', async () => {
    const { home, worker } = await aSetUpHome(watched);
    const { tab } = await shownTo(home, worker, 'https://game.test/');
    await worker.gets('warning.continue', {}, from.page(tab));
    expect((await shownTo(home, worker, 'https://game.test/2')).show.kind).toBe('nothing');
    expect((await shownTo(home, worker, 'https://play.test/')).show.kind).toBe('warning');
    const next = await home.wake();
    expect((await shownTo(home, next, 'https://game.test/3')).show.kind).toBe('nothing');
    home.clock.now = at('24:00');
    expect((await shownTo(home, next, 'https://game.test/4')).show.kind).toBe('warning');
  });

  test('comes again in the next browser session, and for another child', async () => {
    const sister = { ...anOpenChild(), id: 'child-2', nickname: 'Sara' };
    const [zara] = watched.children;
    if (zara === undefined) throw new Error('there is a child');
    const both = { ...watched, children: [zara, { ...sister, filter: zara.filter }] };
    const { home, worker } = await aSetUpHome(both);
    const { tab } = await shownTo(home, worker, 'https://game.test/');
    await worker.gets('warning.continue', {}, from.page(tab));
    await worker.gets('policy.save', {
      policy: { ...both, activeChild: 'child-2' },
      baseRevision: 1,
    });
    expect((await shownTo(home, worker, 'https://game.test/')).show.kind).toBe('warning');
    home.closeBrowser();
    expect((await shownTo(home, await home.wake(), 'https://game.test/')).show.kind).toBe(
      'warning',
    );
  });

  test('that was left leads back, or to an empty page where there is no back', async () => {
    const { home, worker } = await aSetUpHome(watched);
    const { tab } = await shownTo(home, worker, 'https://game.test/');
    tab.history.push('https://school.test/');
    await worker.gets('warning.leave', {}, from.page(tab));
    expect(tab.url).toBe('https://school.test/');
    await worker.gets('warning.leave', {}, from.page(tab));
    expect(tab.url).toBe('about:blank');
  });

  test('that a page fought off costs it the tab, and its host the session', async () => {
    const { home, worker } = await aSetUpHome(watched);
    const { tab } = await shownTo(home, worker, 'https://game.test/');
    await worker.gets('warning.tampered', {}, from.page(tab));
    expect(isClosed(tab)).toBe(true);
    const again = await shownTo(home, await home.wake(), 'https://game.test/other');
    expect(again.show).toEqual({ kind: 'closing' });
  });
});

describe('an open page', () => {
  const limited = aPolicy(aHousehold().withQuota('all', 20).child);

  test('is told at 15, 5 and 1 minutes, once each, has two minutes to save, and then it closes', async () => {
    const { home, worker } = await aSetUpHome(limited);
    const tab = home.shows('https://school.test/');
    await worker.observeFront();
    const told: string[] = [];
    const saving: number[] = [];
    for (let half = 0; half < 50; half += 1) {
      home.passes(30_000);
      const { show } = await hello(worker, tab, { why: 'timer' });
      if (show.kind === 'notice') told.push(show.notice.text);
      if (show.kind === 'grace') saving.push(show.grace.leftMs);
      if (show.kind === 'closing') break;
    }
    expect(told.map((text) => /\d+/.exec(text)?.[0])).toEqual(['15', '5', '1']);
    expect(saving).toEqual([120_000, 90_000, 60_000, 30_000]);
    expect(isClosed(tab)).toBe(true);
    expect(opens(home, 'https://wiki.test/')).toBe(false);
  });

  test('that is not in front is told nothing', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://wiki.test/', 6);
    const behind = home.shows('https://school.test/', { windowId: 9 });
    expect((await hello(worker, behind)).show.kind).toBe('nothing');
  });

  test('is told once, whichever page is open and whichever worker lives', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://wiki.test/', 6);
    expect((await shownTo(home, worker, 'https://school.test/')).show.kind).toBe('notice');
    expect((await shownTo(home, await home.wake(), 'https://wiki.test/')).show.kind).toBe(
      'nothing',
    );
  });

  test('of help is never told about time, nor closed by it', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://wiki.test/', 20);
    const { tab, show } = await shownTo(home, worker, 'https://helpline.test/chat', [adult]);
    expect(show.kind).toBe('nothing');
    expect(isClosed(tab)).toBe(false);
  });
});
