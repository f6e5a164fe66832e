import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';
import type { PageOrder } from '@/rules/messages/page-replies.ts';
import type { TextJudge } from '@/rules/text/judge.ts';

import { aHousehold, aPolicy } from '../support/builders.ts';
import type { FakeTab } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import { aHome, type Home, type Worker } from '../support/fake-world.ts';
import { aSetUpHome } from './support/family.ts';
import { delivers, filedFrom } from './support/filing.ts';

const model = vi.hoisted(() => ({ judge: null as TextJudge | null }));
vi.mock('@/entrypoints/background/adapters/text-model.ts', () => ({
  createTextModel: () => () => Promise.resolve(model.judge),
}));
afterEach(() => {
  model.judge = null;
});

/** Finds what the text itself names: "[adult clear]". */
const outspoken: TextJudge = (text) =>
  [...text.matchAll(/\[(adult|gambling|self-harm|scam) (clear|likely)\]/g)].map(
    ([, of, level]) => ({ of, level, probability: 0.95 }) as ReturnType<TextJudge>[number],
  );
const careful = aPolicy(
  aHousehold()
    .withCategory('gambling', 'block')
    .withCategory('self-harm', 'block')
    .withCategory('adult', 'ask').child,
);
const gate = ['I am 18 or older', 'Leave'];
const filler = 'words that a page of some length is made of, again and again. '.repeat(4);
const facts = (more: Partial<Body<'page.read'>> = {}): Body<'page.read'> => ({
  title: 'A page',
  description: '',
  language: 'en',
  buttons: [],
  forms: [],
  isCut: false,
  ...more,
  text: `${more.text ?? ''} ${filler}`,
});

async function aReader(policy = careful) {
  model.judge = outspoken;
  const { home, worker } = await aSetUpHome(policy);
  return { home, worker, ...ordersIn(home, worker) };
}
function ordersIn(home: Home, worker: Worker) {
  const orders = () =>
    home.profile.told.map(({ message }) => (message as { order: PageOrder }).order);
  const reads = (tab: FakeTab, more: Partial<Body<'page.read'>> = {}) =>
    worker.gets('page.read', facts(more), from.page(tab));
  return { orders, reads, isClosed: (tab: FakeTab) => tab.url.includes('/blocked.html#') };
}

describe('a page that nobody has checked is read', () => {
  test('and an ordinary one hears nothing, and leaves nothing behind', async () => {
    const { home, reads, orders } = await aReader();
    const stored = JSON.stringify([...home.profile.local]);
    expect(await reads(home.shows('https://new.test/'))).toEqual({
      isChecked: true,
      markWords: '',
    });
    expect(orders()).toEqual([]);
    expect(home.session('risks') ?? {}).toEqual({});
    expect(JSON.stringify([...home.profile.local])).toBe(stored);
  });

  test('a clear text alone is warned about, with the sign in words, and the cover is there first', async () => {
    const { home, reads, orders } = await aReader();
    const tab = home.shows('https://new.test/');
    await reads(tab, { text: '[gambling clear]' });
    const [order] = orders();
    if (order?.show.kind !== 'warning') throw new Error('there is a warning');
    expect(order.show.warning.signs).toEqual([
      'Its words are like those of pages where people bet money.',
    ]);
    expect(home.profile.scripts).toContain(`/cover.js ${tab.id} 0`);
    expect(tab.url).toBe('https://new.test/');
  });

  test('a text that may be one is not spoken of', async () => {
    const { home, reads, orders } = await aReader();
    await reads(home.shows('https://new.test/'), { text: '[gambling likely]' });
    expect(orders()).toEqual([]);
  });

  test('two signs close it, and the page that stands there can say why', async () => {
    const { home, worker, reads, orders, isClosed } = await aReader();
    const tab = home.shows('https://new.test/');
    await reads(tab, { text: '[gambling clear]', buttons: gate });
    expect(isClosed(tab)).toBe(true);
    expect(orders().at(-1)?.show.kind).toBe('closing');
    const why = await worker.gets('visit.explain', { url: 'https://new.test/' }, from.blocked);
    expect(why.verdict).toMatchObject({
      action: 'block',
      reason: { kind: 'risk', topic: 'gambling', signs: ['riskGate', 'riskText-gambling'] },
    });
    expect(why.canAsk).toBe(true);
  });

  test('a prize that wants a card is a scam by its words and its form', async () => {
    const { home, worker, reads, isClosed } = await aReader(
      aPolicy(aHousehold().withCategory('scam', 'block').child),
    );
    const tab = home.shows('https://new.test/prize');
    const form = { hasPassword: false, hasCard: true, hasSecret: false, to: 'pay.elsewhere.test' };
    await reads(tab, {
      title: 'Congratulations! You have won an iPhone',
      text: 'You have been selected as the winner. Claim your prize now: pay only 1 $ for shipping.',
      buttons: ['Claim now'],
      forms: [form],
    });
    expect(isClosed(tab)).toBe(true);
    const { verdict } = await worker.gets(
      'visit.explain',
      { url: 'https://new.test/prize' },
      from.blocked,
    );
    expect(verdict.reason).toMatchObject({ kind: 'risk', topic: 'scam' });
  });

  test('signs of two looks join, and the same look twice is not said twice', async () => {
    const { home, reads, orders, isClosed } = await aReader();
    const tab = home.shows('https://new.test/');
    await reads(tab, { text: '[gambling clear]' });
    await reads(tab, { text: '[gambling clear]' });
    expect(orders().length).toBe(1);
    await reads(tab, { buttons: gate });
    expect(isClosed(tab)).toBe(true);
  });

  test('but not the signs of two pages in one tab', async () => {
    const { home, reads, isClosed } = await aReader();
    const tab = home.shows('https://new.test/a');
    await reads(tab, { text: '[gambling clear]' });
    tab.url = 'https://new.test/b';
    await reads(tab, { buttons: gate });
    expect(isClosed(tab)).toBe(false);
  });

  test('a dead worker takes nothing back', async () => {
    const { home, reads } = await aReader();
    const tab = home.shows('https://new.test/');
    await reads(tab, { text: '[gambling clear]' });
    const next = await home.wake();
    const { show } = await next.gets('page.hello', { labels: [], why: 'start' }, from.page(tab));
    expect(show.kind).toBe('warning');
  });

  test('but a closed browser forgets, and nothing of it was on the disk', async () => {
    const { home, reads } = await aReader();
    await reads(home.shows('https://new.test/'), { text: '[adult clear] secretword' });
    expect(JSON.stringify([...home.profile.local])).not.toMatch(/secretword|new\.test|riskText/);
    home.closeBrowser();
    await home.wake();
    expect(home.session('risks') ?? {}).toEqual({});
  });
});

describe('nothing is read or said', () => {
  test.each([
    ['of a known site', 'https://school.test/'],
    ['of help', 'https://helpline.test/'],
    ['of a listed site', 'https://game.test/'],
    ['of a file', 'file:///home/child/page.html'],
  ])('%s', async (_, url) => {
    const { home, reads, orders } = await aReader();
    await reads(home.shows(url), { text: '[gambling clear]', buttons: gate });
    expect(orders()).toEqual([]);
    expect(home.session('risks') ?? {}).toEqual({});
  });

  test('of what the family allows', async () => {
    const { home, reads, orders } = await aReader(
      aPolicy(
        aHousehold()
          .withCategory('gambling', 'block')
          .withFilter({ allowlist: ['new.test'] }).child,
      ),
    );
    await reads(home.shows('https://new.test/'), { text: '[gambling clear]', buttons: gate });
    expect(orders()).toEqual([]);
  });

  test('where a guardian has turned this help off', async () => {
    const child = aHousehold().withCategory('gambling', 'block').child;
    const helps = {
      kindness: true,
      privacy: true,
      pressure: true,
      search: true,
      pages: false,
      pictures: 'off',
      reveal: 'tap',
    } as const;
    const { home, reads, orders } = await aReader(aPolicy({ ...child, helps }));
    await reads(home.shows('https://new.test/'), { text: '[gambling clear]', buttons: gate });
    expect(orders()).toEqual([]);
  });

  test.each([
    ['a frame', { frameId: 4 }],
    ['a page rendered ahead', { documentLifecycle: 'prerender' }],
  ])('of %s', async (_, more) => {
    const { home, worker, orders } = await aReader();
    const sender = { ...from.page(home.shows('https://new.test/')), ...more };
    await worker.gets('page.read', facts({ text: '[gambling clear]', buttons: gate }), sender);
    expect(orders()).toEqual([]);
  });

  test('before set-up', async () => {
    const home = await aHome();
    const { orders, reads } = ordersIn(home, await home.wake());
    const risky = { text: '[gambling clear]', buttons: gate };
    expect(await reads(home.shows('https://new.test/'), risky)).toEqual({
      isChecked: true,
      markWords: '',
    });
    expect(orders()).toEqual([]);
  });
});

describe('a page says "not checked"', () => {
  test('when it was too big, or the model could not be read', async () => {
    const { home, reads } = await aReader();
    const tab = home.shows('https://new.test/');
    expect(await reads(tab, { isCut: true })).toEqual({
      isChecked: false,
      markWords: 'Not checked',
    });
    model.judge = null;
    const { home: other, worker } = await aSetUpHome(careful);
    const there = other.shows('https://new.test/');
    expect((await ordersIn(other, worker).reads(there)).isChecked).toBe(false);
  });

  test('also when what was found is nothing the family wants to hear of', async () => {
    const { home, reads } = await aReader(aPolicy(aHousehold().child));
    const tab = home.shows('https://new.test/');
    expect((await reads(tab, { isCut: true, text: '[gambling clear]' })).isChecked).toBe(false);
  });

  test('but not when it was warned about', async () => {
    const { home, reads } = await aReader();
    const tab = home.shows('https://new.test/');
    expect((await reads(tab, { isCut: true, text: '[gambling clear]' })).isChecked).toBe(true);
  });
});

test('a report of a page that was only warned about names the topic, and no sign', async () => {
  const { home, worker, reads } = await aReader();
  const tab = home.shows('https://new.test/');
  await reads(tab, { text: '[gambling clear]' });
  await filedFrom(worker, tab);
  worker.listen();
  await delivers(home, worker);
  const body = home.sent[0]?.body ?? '';
  expect(body).toContain('risk:gambling');
  expect(body).not.toContain('riskText');
});

describe('what a guardian sees of it', () => {
  const young = aPolicy(
    aHousehold()
      .withCategory('gambling', 'block')
      .withCategory('self-harm', 'block')
      .withChild({ ageBand: '9-12' }).child,
  );
  const blocked = async (worker: Worker) => (await worker.gets('day.read', {})).blocked;

  test('is the host and the topic, never the signs', async () => {
    const { home, worker, reads } = await aReader(young);
    await reads(home.shows('https://new.test/'), { text: '[gambling clear]', buttons: gate });
    await home.settled();
    expect(JSON.stringify(await blocked(worker))).not.toContain('riskText');
  });

  test('is nothing but a count where the page spoke of self-harm', async () => {
    const { home, worker, reads } = await aReader(young);
    const tab = home.shows('https://proana-club.test/');
    await reads(tab, { text: '[self-harm clear]' });
    await home.settled();
    expect(tab.url).toContain('/blocked.html#');
    expect(await blocked(worker)).toEqual([]);
  });
});
