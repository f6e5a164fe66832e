// What the pictures of a page add to the other signs of it: one more source, known while the worker lives and nowhere else.
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Body } from '@/rules/messages/contract.ts';
import type { PageOrder } from '@/rules/messages/page-replies.ts';
import type { Wanted } from '@/rules/pictures/queue.ts';
import type { Looked } from '@/rules/pictures/verdict.ts';
import type { TextJudge } from '@/rules/text/judge.ts';

import { aHousehold, aPolicy } from '../support/builders.ts';
import type { FakeTab } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';

const model = vi.hoisted(() => ({ judge: null as TextJudge | null }));
vi.mock('@/entrypoints/background/adapters/text-model.ts', () => ({
  createTextModel: () => () => Promise.resolve(model.judge),
}));
/** Sees in a picture what its address says. */
vi.mock('@/entrypoints/background/pictures.ts', () => ({
  Pictures: class {
    lookAt = async (_: string, wanted: readonly Wanted[]): Promise<Looked[]> =>
      wanted.map(({ address }) => ({ kind: 'scores', scores: scoresOf(address) }));
  },
}));
const scoresOf = (address: string) => ({
  drawing: 0,
  hentai: 0,
  neutral: /explicit|beach/.test(address) ? 0 : 1,
  porn: address.includes('explicit') ? 0.95 : 0,
  sexy: address.includes('beach') ? 0.95 : 0,
});
afterEach(() => {
  model.judge = null;
});

const careful = aPolicy(
  aHousehold().withCategory('adult', 'block').withChild({ ageBand: '9-12' }).child,
);
const words =
  'two dozen words which tell what kind of page this may be, said again and again. '.repeat(4);
const adultText: Body<'page.read'> = {
  title: 'A page',
  description: '',
  language: 'en',
  text: words,
  buttons: [],
  forms: [],
  isCut: false,
};

async function aGallery() {
  const { home, worker } = await aSetUpHome(careful);
  const orders = () =>
    home.profile.told.map(({ message }) => (message as { order: PageOrder }).order);
  const asks = async (tab: FakeTab, names: readonly string[], frameId = 0) => {
    const addresses = names.map((name) => `https://pictures.test/${name}`);
    const { verdicts } = await worker.gets(
      'pictures.check',
      { addresses },
      from.page(tab, frameId),
    );
    await home.settled();
    return verdicts;
  };
  return { home, worker, orders, asks, isClosed: (tab: FakeTab) => tab.url.includes('/blocked') };
}
const three = ['explicit-1', 'explicit-2', 'explicit-3'];

describe('unsafe pictures', () => {
  test('one or two say nothing of a page; a third warns, in words', async () => {
    const { home, orders, asks, isClosed } = await aGallery();
    const tab = home.shows('https://new.test/');
    expect(await asks(tab, ['explicit-1', 'cat-1'])).toEqual(['unsafe', 'safe']);
    await asks(tab, ['explicit-2']);
    expect(orders()).toEqual([]);
    await asks(tab, ['explicit-3']);
    const [order] = orders();
    if (order?.show.kind !== 'warning') throw new Error('there is a warning');
    expect(order.show.warning.signs).toHaveLength(1);
    expect(isClosed(tab)).toBe(false);
  });

  test('however many they are, alone they never close a page', async () => {
    const { home, orders, asks, isClosed } = await aGallery();
    const tab = home.shows('https://new.test/');
    await asks(tab, three);
    await asks(tab, ['explicit-4', 'explicit-5', 'explicit-6']);
    expect(orders()).toHaveLength(1);
    expect(isClosed(tab)).toBe(false);
  });

  test('one joins a text that speaks clearly, and the two close the page', async () => {
    const { home, worker, asks, isClosed } = await aGallery();
    model.judge = () => [{ of: 'adult', level: 'clear', probability: 0.99 }];
    const tab = home.shows('https://new.test/');
    await asks(tab, ['explicit-1']);
    expect(isClosed(tab)).toBe(false);
    await worker.gets('page.read', adultText, from.page(tab));
    expect(isClosed(tab)).toBe(true);
    const { verdict } = await worker.gets(
      'visit.explain',
      { url: 'https://new.test/' },
      from.blocked,
    );
    expect(verdict.reason).toMatchObject({
      kind: 'risk',
      topic: 'adult',
      signs: ['riskText-adult', 'riskPictures'],
    });
  });

  test.each([
    ['the same picture again and again', () => Array.from({ length: 9 }, () => 'explicit-1')],
    ['what is only hidden from the younger', () => ['beach-1', 'beach-2', 'beach-3', 'beach-4']],
  ])('%s says nothing of a page', async (_, names) => {
    const { home, orders, asks } = await aGallery();
    const tab = home.shows('https://new.test/');
    expect(new Set(await asks(tab, names()))).toEqual(new Set(['unsafe']));
    expect(orders()).toEqual([]);
  });

  test('the images of one film count once', async () => {
    const { home, worker, orders } = await aGallery();
    const tab = home.shows('https://new.test/');
    const addresses = three.map((name) => `data:image/jpeg;base64,${name}`);
    const { verdicts } = await worker.gets('pictures.check', { addresses }, from.page(tab));
    await home.settled();
    expect(verdicts).toEqual(['unsafe', 'unsafe', 'unsafe']);
    expect(orders()).toEqual([]);
  });

  test('those of a frame, or of the page before in the same tab, do not count', async () => {
    const { home, orders, asks } = await aGallery();
    const tab = home.shows('https://new.test/a');
    await asks(tab, three, 7);
    await asks(tab, three.slice(0, 2));
    tab.url = 'https://new.test/b';
    await asks(tab, three.slice(2));
    expect(orders()).toEqual([]);
  });

  test('those of a known page say nothing of it', async () => {
    const { home, orders, asks } = await aGallery();
    await asks(home.shows('https://school.test/'), three);
    expect(orders()).toEqual([]);
    expect(home.session('risks') ?? {}).toEqual({});
  });

  test('leave nothing on the disk, and no address of a picture anywhere', async () => {
    const { home, asks } = await aGallery();
    const before = JSON.stringify([...home.profile.local]);
    await asks(home.shows('https://new.test/'), three);
    expect(JSON.stringify([...home.profile.local])).toBe(before);
    expect(JSON.stringify(home.session('risks'))).toContain('riskPictures');
    expect(JSON.stringify(home.session('risks'))).not.toContain('pictures.test');
  });
});
