// What a guardian sees and does about the lists behind a topic.
import { afterEach, describe, expect, test } from 'vitest';

import { listProblems } from '@/rules/lists/list-state.ts';
import type { Policy } from '@/rules/policy/schema.ts';
import { aFeedView, aListState, type listsOf } from '@/tests/support/list-replies.ts';
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

let page: ListsPage;
afterEach(() => page.close());
const open = async (section: string, policy: Policy, options?: OptionsPageOptions) => {
  page = await openLists(section, policy, options);
};

describe('a topic', () => {
  test('says what it means, how many sites our own list names, and which lists others keep', async () => {
    await open('rules', family);
    const topic = page.labelled('Gambling').closest('li');
    expect(topic?.textContent).toContain('Sites where people bet or play for money');
    expect(topic?.textContent).toContain("Saathi's own list names 107 sites.");
    expect(wordsOf(page.item('Oak University: gambling'))).toContain(
      'Oak University · about 310 kB · about 32,000 sites',
    );
    expect(page.labelled('Oak University: gambling').checked).toBe(false);
  });

  test('is accessible with every part open and a list in every state', async () => {
    const policy = withLists({
      catalogue: ['ut1-adult', 'night-adult', 'oak-gambling'],
      own: [ownList],
    });
    await open(
      'rules',
      policy,
      told(policy, [
        { id: 'ut1-adult', work: { step: 'downloading', done: 0.4 } },
        { id: 'night-adult', work: { step: 'building', done: null }, state: null },
        { id: 'oak-gambling', state: aListState({ problem: 'shrunken', failures: 1 }) },
      ]),
    );
    page.openAll();
    expect(await page.violations()).toEqual([]);
  });

  test('without any other list says so', async () => {
    await open('rules', family);
    expect(page.labelled('Dating').closest('li')?.textContent).toContain(
      'There is no other list for this topic.',
    );
  });

  test('that is open says that its lists close nothing', async () => {
    const policy = withLists({ own: [ownList] });
    await open('rules', policy);
    expect(page.labelled('Games').closest('li')?.textContent).toContain(
      'This topic is open, so they close nothing now.',
    );
  });

  test('shows the sum of its lists, about', async () => {
    await open('rules', withLists({ catalogue: ['ut1-adult', 'night-adult'] }));
    expect(page.labelled('For adults').closest('li')?.textContent).toContain(
      'The lists that are on hold about 1,200,000 sites.',
    );
  });
});

describe('turning a list on', () => {
  test('says first who is asked, how often and what they learn; then asks for the PIN; then saves', async () => {
    await open('rules', family);
    await page.choose('Oak University: adult');
    const said = wordsOf(page.item('Oak University: adult'));
    expect(said).toContain('fetch this list from Oak University at lists.test');
    expect(said).toContain('about every 24 hours');
    expect(said).toContain('not who you are and not which sites are visited');
    expect(page.asked('policy.save')).toEqual([]);
    expect(page.text()).toContain('Asks for your PIN');
    await page.press('Save');
    expect(page.text().replaceAll('\u00A0', ' ')).toContain(
      'Your browser will fetch “UT1 adult” from raw.githubusercontent.com (about 27 MB).',
    );
    expect(page.text()).toContain('They see your internet address, not which sites are visited.');
    expect(page.household.policy()?.lists).toBeUndefined();
    await page.givesPin();
    expect(page.household.policy()?.lists?.catalogue).toEqual(['ut1-adult']);
  });

  test('and off again before saving leaves nothing to save', async () => {
    await open('rules', family);
    await page.choose('Oak University: adult');
    await page.choose('Oak University: adult');
    expect(page.text()).not.toContain('not saved yet');
  });

  test('offers the best-known sites in the same step, with their size, and takes them only if asked', async () => {
    await open('rules', family);
    await page.choose('Oak University: adult');
    const offer = 'Fetch the best-known sites too (about 9 MB)';
    const item = page.item('Oak University: adult');
    expect(wordsOf(item)).toContain(offer);
    expect(wordsOf(item)).toContain('not to close a good site by mistake');
    expect(wordsOf(item)).toContain('from Top Sites Research at lists.test, about every 30 days');
    expect(await page.violations()).toEqual([]);
    await page.choose('Oak University: gambling');
    expect(wordsOf(page.item('Oak University: gambling'))).not.toContain('best-known sites');
    await page.choose('Fetch the best-known sites too');
    await page.savesWithPin();
    expect(page.household.policy()?.lists?.catalogue).toEqual([
      'ut1-adult',
      'oak-gambling',
      'top-sites',
    ]);
  });

  test('offers the best-known sites no more where they are on', async () => {
    await open('rules', withLists({ catalogue: ['top-sites'] }));
    await page.choose('Oak University: adult');
    expect(wordsOf(page.item('Oak University: adult'))).not.toContain('best-known sites');
  });

  test('off needs the PIN, and is called a loosening', async () => {
    await open('rules', withLists({ catalogue: ['ut1-adult'] }));
    await page.choose('Oak University: adult');
    await page.press('Save');
    expect(page.text()).toContain('Some of these changes loosen the rules.');
    await page.press('Cancel');
    expect(page.household.policy()?.lists?.catalogue).toEqual(['ut1-adult']);
    await page.savesWithPin();
    expect(page.household.policy()?.lists).toBeUndefined();
  });

  test('is not offered under a school’s rules', async () => {
    await open('rules', withLists({ catalogue: ['ut1-adult'] }), { source: 'managed' });
    expect(page.labelled('Oak University: adult').disabled).toBe(true);
    expect(page.labelled('Oak University: adult').checked).toBe(true);
    expect(() => page.button('Look for a new edition now Oak University: adult')).toThrow();
  });
});

describe('a list that is on', () => {
  const policy = withLists({ catalogue: ['ut1-adult'] });
  const openWith = (view: NonNullable<Parameters<typeof listsOf>[1]>[number]) =>
    open('rules', policy, told(policy, [{ id: 'ut1-adult', ...view }]));
  const bar = () => page.item('Oak University: adult').querySelector('[role="progressbar"]');

  test('tells its sites and the day of its edition', async () => {
    await open('rules', policy);
    expect(wordsOf(page.item('Oak University: adult'))).toContain(
      '612,345 sites, as of November 3, 2026',
    );
    expect(bar()).toBeNull();
  });

  test('shows how far it is while it is fetched', async () => {
    await openWith({ work: { step: 'downloading', done: 0.4 } });
    expect(bar()?.getAttribute('aria-valuenow')).toBe('40');
    expect(bar()?.getAttribute('aria-valuetext')).toBe('Being fetched 40%');
    expect(wordsOf(page.item('Oak University: adult'))).toContain('Being fetched');
  });

  test('of unknown size has a bar without a number', async () => {
    await openWith({ work: { step: 'building', done: null } });
    expect(bar()?.hasAttribute('aria-valuenow')).toBe(false);
    expect(bar()?.getAttribute('aria-label')).toContain('Oak University: adult');
  });

  test('that shrank says so, and which edition was kept', async () => {
    await openWith({ state: aListState({ problem: 'shrunken', failures: 1 }) });
    expect(wordsOf(page.item('Oak University: adult'))).toContain(
      'The new edition was much smaller than the last one. We kept the one of November 3, 2026.',
    );
  });

  test('that never came says that the other rules hold', async () => {
    await openWith({
      state: aListState({ problem: 'not-reachable', updatedAt: null, hosts: 0, failures: 1 }),
    });
    expect(wordsOf(page.item('Oak University: adult'))).toContain(
      'The address did not answer. It closes nothing yet. All your other rules work.',
    );
  });

  test.each(listProblems)('has words for "%s"', async (problem) => {
    await openWith({ state: aListState({ problem, failures: 3 }) });
    const said = page.item('Oak University: adult').querySelector('[role="status"]')?.textContent;
    expect(said).toContain('We kept the one of');
    expect(said).not.toContain('listProblem');
  });

  test('is looked for anew at a press', async () => {
    await open('rules', policy);
    const before = page.asked('lists.read').length;
    await page.press('Look for a new edition now Oak University: adult');
    expect(page.asked('lists.refresh').map(({ body }) => body)).toEqual([{ id: 'ut1-adult' }]);
    expect(page.asked('lists.read').length).toBeGreaterThan(before);
  });

  test('says when it can not be looked for', async () => {
    await open('rules', policy, {
      replies: { 'lists.refresh': () => ({ ok: false, failure: 'broken' }) },
    });
    await page.press('Look for a new edition now Oak University: adult');
    expect(page.text()).toContain('Saathi did not answer.');
  });

  test('tells its licence, where it comes from and what was left out', async () => {
    await open('rules', policy);
    const said = wordsOf(page.item('Oak University: adult'));
    expect(said).toContain('CC-BY-SA-4.0');
    expect(said).toContain('lists.test');
    expect(said).toContain('41 lines that are no site');
    expect(page.item('Oak University: adult').querySelector('a')?.href).toBe('https://lists.test/');
  });
});

test('what a feed itself does wrong is told at once, what the way there does when it lasts', async () => {
  const policy = withLists({ feeds: [feed] });
  const failingOnce = (problem: 'bad-signature' | 'not-reachable') =>
    told(policy, [], { feeds: [aFeedView({ problem, failures: 1 })] });
  await open('settings', policy, failingOnce('not-reachable'));
  expect(page.text()).not.toContain('The last good edition stays in force.');
  page.close();
  await open('settings', policy, failingOnce('bad-signature'));
  expect(wordsOf(page.item('City school'))).toContain(
    'did not fit the code that came with the address, so Saathi did not take it. The last good edition',
  );
});
