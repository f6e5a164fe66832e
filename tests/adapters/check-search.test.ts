import { describe, expect, test } from 'vitest';

import type { AgeBand } from '@/rules/policy/schema.ts';

import { aPolicy, anOpenChild } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome } from './support/family.ts';

const google = (query: string): string =>
  `https://www.google.com/search?q=${encodeURIComponent(query)}`;
const search = (home: Home, worker: Worker, url: string) =>
  worker.gets('search.check', {}, from.page(home.shows(url)));

describe('a search', () => {
  test.each([
    ['i want to die', 'You matter'],
    ['my dad hits me', 'It is not your fault'],
    ['someone is threatening to post my pictures', 'This can be stopped'],
    ['how to run away from home', 'Is home hard right now?'],
    ['how to make yourself throw up', 'You are enough'],
    ['how to buy weed', 'Questions are okay here'],
  ])('for "%s" brings a kind card with the country’s helpline', async (query, heading) => {
    const { home, worker } = await aSetUpHome(aPolicy(anOpenChild('13-15')));
    const { card } = await search(home, worker, google(query));
    expect(card?.kind).toBe('search');
    expect(card?.heading).toContain(heading);
    expect(card?.helpLines[0]?.label).toBe('Helpline of the tests');
    expect(JSON.stringify(card)).not.toMatch(/search[A-Z]/);
  });

  test.each<AgeBand>(['5-8', '9-12', '13-15', '16-17'])(
    'speaks Urdu, in the words of %s',
    async (band) => {
      const { home, worker } = await aSetUpHome({ ...aPolicy(anOpenChild(band)), language: 'ur' });
      const { card } = await search(home, worker, google('خودکشی کیسے کریں'));
      expect(card).toMatchObject({ band, language: 'ur', dir: 'rtl' });
      expect(card?.body).toMatch(/[\u0600-\u06ff]/);
    },
  );

  test('for school brings nothing, and neither does a page that is no search', async () => {
    const { home, worker } = await aSetUpHome();
    expect((await search(home, worker, google('suicide prevention week poster'))).card).toBeNull();
    const elsewhere = 'https://notes.test/search?q=i+want+to+die';
    expect((await search(home, worker, elsewhere)).card).toBeNull();
  });

  test('is taken from the address the browser names, of a page that is shown', async () => {
    const { home, worker } = await aSetUpHome();
    const tab = home.shows(google('i want to die'));
    const hidden = { ...from.page(tab), documentLifecycle: 'prerender' };
    expect((await worker.gets('search.check', {}, hidden)).card).toBeNull();
    expect((await worker.gets('search.check', {}, from.page(tab, 3))).card).toBeNull();
  });

  test('leaves nothing behind: not stored, not counted, not sent', async () => {
    const { home, worker } = await aSetUpHome();
    const stored = () => JSON.stringify([...home.profile.local]);
    const tab = home.shows(google('i want to die'));
    const before = stored();
    await worker.gets('search.check', {}, from.page(tab));
    expect(stored()).toBe(before);
    expect(home.sent).toEqual([]);
  });
});
