// What a guardian sees and does about lists and feeds in the settings.
import { afterEach, describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';
import { aFeedView } from '@/tests/support/list-replies.ts';
import {
  family,
  feed,
  openLists,
  ownList,
  told,
  withLists,
  wordsOf,
  type ListsPage,
} from '@/tests/support/lists-page.ts';
import type { OptionsPageOptions } from '@/tests/support/options-page.tsx';
import { noon } from '@/tests/support/page-replies.ts';

let page: ListsPage;
afterEach(() => page.close());
const open = async (section: string, policy: Policy, options?: OptionsPageOptions) => {
  page = await openLists(section, policy, options);
};

describe('the settings of lists', () => {
  test('name every host that is asked, and say so when it is nobody', async () => {
    await open('settings', family);
    expect(page.text()).toContain('Right now nobody is asked for a list.');
    page.close();
    await open('settings', withLists({ catalogue: ['ut1-adult'], own: [ownList], feeds: [feed] }));
    const hosts = [...page.root.querySelectorAll('.bullets .host')].map(wordsOf);
    expect(hosts).toEqual(['feed.school.test', 'lists.home.test', 'lists.test']);
  });

  test('are accessible with all parts open, also in Urdu', async () => {
    const policy = withLists({ own: [ownList], feeds: [feed] });
    for (const language of ['en', 'ur'] as const) {
      await open('settings', { ...policy, language }, { language });
      page.openAll();
      expect(await page.violations()).toEqual([]);
      page.close();
    }
    await open('settings', policy);
  });

  test('explain the list of best-known sites as a guard against mistakes', async () => {
    await open('settings', family);
    expect(page.text()).toContain('Helps Saathi not to close a good site by mistake.');
    await page.choose('Top sites of the world');
    await page.savesWithPin();
    expect(page.household.policy()?.lists?.catalogue).toEqual(['top-sites']);
  });

  test('explain that a private window has no fetched lists', async () => {
    await open('settings', family, told(family, [], { areSetsHere: false }));
    expect(page.text()).toContain('This is a private window.');
  });

  test('BYP-214 tell how many names the browser itself holds, only where it does not hold all', async () => {
    await open('settings', family, told(family, [], { firstWall: { held: 900, listed: 900 } }));
    expect(page.text()).not.toContain('most visited');
    page.close();
    const many = { held: 100_000, listed: 5_000_000 };
    await open('settings', family, told(family, [], { firstWall: many }));
    expect(page.text()).toContain('Your lists name about 5,000,000 sites.');
    expect(page.text()).toContain('hold the 100,000 most visited');
  });

  test('take a list by its address: told what will be fetched, then saved', async () => {
    await open('settings', family);
    await page.type('What shall it be called?', ' Mosque list ');
    await page.type('Address of the list', 'https://lists.mosque.test/hosts.txt#top');
    await page.select('What are its sites about?', 'gambling');
    await page.submit('Address of the list');
    expect(wordsOf(page.item('Mosque list'))).toContain(
      'fetch this list from Mosque list at lists.mosque.test',
    );
    await page.press('Save');
    expect(page.text()).toContain('“Mosque list” from lists.mosque.test (size not known)');
    await page.givesPin();
    expect(page.household.policy()?.lists?.own).toMatchObject([
      {
        name: 'Mosque list',
        url: 'https://lists.mosque.test/hosts.txt',
        category: 'gambling',
      },
    ]);
  });

  test('name what is wrong at its field', async () => {
    await open('settings', family);
    await page.submit('Address of the list');
    expect(page.text()).toContain('Please give it a name.');
    await page.type('What shall it be called?', 'X');
    await page.type('Address of the list', 'http://lists.test/');
    await page.submit('Address of the list');
    expect(page.text()).toContain('Only addresses that begin with https:// are safe enough.');
    expect(page.text()).not.toContain('not saved yet');
  });

  test('remove a list at a press, with the PIN', async () => {
    await open('settings', withLists({ own: [ownList] }));
    await page.press('Remove Our list');
    await page.savesWithPin();
    expect(page.household.policy()?.lists).toBeUndefined();
  });

  test('take a feed with its code, however it was copied', async () => {
    await open('settings', family);
    await page.type('Name of the school or office', 'City school');
    await page.type('The address they gave you', 'feed.school.test/lists/');
    await page.type('The code they gave you', `${'A'.repeat(20)} \n${'A'.repeat(23)}`);
    await page.submit('The code they gave you');
    await page.savesWithPin();
    expect(page.household.policy()?.lists?.feeds).toMatchObject([
      { name: 'City school', url: 'https://feed.school.test/lists/', root: 'A'.repeat(43) },
    ]);
  });

  test('tell the edition of a feed, until when it is valid, and when that is over', async () => {
    const policy = withLists({ feeds: [feed] });
    await open('settings', policy);
    expect(wordsOf(page.item('City school'))).toContain(
      'Edition 12. Valid until November 30, 2026.',
    );
    page.close();
    const over = { feeds: [aFeedView({ expiresAt: noon - 1 })] };
    await open('settings', policy, told(policy, [], over));
    expect(wordsOf(page.item('City school'))).toContain('that is over');
  });

  test('tell a feed’s trouble once it failed three times', async () => {
    const policy = withLists({ feeds: [feed] });
    const failing = (failures: number) =>
      told(policy, [], { feeds: [aFeedView({ problem: 'not-reachable', failures })] });
    await open('settings', policy, failing(2));
    expect(page.text()).not.toContain('The address did not answer.');
    page.close();
    await open('settings', policy, failing(3));
    expect(wordsOf(page.item('City school'))).toContain(
      'The address did not answer. The last good edition stays in force.',
    );
  });

  test('are only read under a school’s rules', async () => {
    await open('settings', withLists({ own: [ownList], feeds: [feed] }), { source: 'managed' });
    expect(page.text()).toContain('City school');
    expect(() => page.button('Remove City school')).toThrow();
    expect(() => page.labelled('The code they gave you')).toThrow();
  });

  test('take no more lists than a policy holds', async () => {
    const full = Array.from({ length: 20 }, (_, at) => ({
      ...ownList,
      id: `own-${at}`,
      url: `https://lists.test/${at}`,
    }));
    await open('settings', withLists({ own: full }));
    expect(() => page.labelled('Address of the list')).toThrow();
  });
});
