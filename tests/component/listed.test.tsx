// A page that a list closed: why, to the child; which list, and what to do if it is wrong, to the guardian.
import { describe, expect, test } from 'vitest';

import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import { MatchedLists } from '@/components/lists/MatchedLists.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';
import { ageBands } from '@/rules/policy/schema.ts';

import { aMatchedList } from '../support/list-replies.ts';
import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { anExplanation, aRequest } from '../support/page-replies.ts';

const url = 'https://play.games.test/level/7?name=sara';
const gambling = aMatchedList({ category: 'gambling', name: 'Oak University: gambling' });
const listed = (changes: Partial<Explanation> = {}) =>
  anExplanation({ kind: 'category', category: 'gambling' }, { matched: [gambling], ...changes });
const open = (explanation: Explanation, options: MountOptions = {}) =>
  mount(<BlockedPage address={{ url, host: 'play.games.test' }} />, {
    ...options,
    replies: { 'visit.explain': explanation, ...options.replies },
  });

describe('a page that a list closed', () => {
  test.each([
    ['5-8', 'It is on a list about games for money.'],
    ['9-12', 'This site is on a list about gambling.'],
    ['13-15', 'Topic: gambling. It is on a list: Oak University: gambling'],
    ['16-17', 'Topic: gambling. Listed in: Oak University: gambling'],
  ] as const)('says so in the words of %s', async (band, words) => {
    const page = await open(listed(), { band });
    expect(page.words()).toContain(words);
  });

  test('names our own list as ours, and at most three', async () => {
    const lists = ['a', 'b', 'c'].map((name) => aMatchedList({ listId: name, name }));
    const ours = aMatchedList({ listId: 'starter', name: 'Saathi', isOurs: true });
    const page = await open(listed({ matched: [ours, ...lists] }), { band: '13-15' });
    expect(page.words()).toContain("Saathi's own list, a, and b");
    expect(page.words()).not.toContain('and c');
  });

  test('names only the topic where no list is known any more', async () => {
    const page = await open(listed({ matched: [] }));
    expect(page.words()).toContain('Topic: gambling');
  });

  test('is appealed in one press, with nothing typed', async () => {
    for (const [band, name] of [
      ['5-8', 'I think this is okay'],
      ['9-12', 'I think this is a mistake'],
      ['13-15', 'This list is wrong'],
      ['16-17', 'The list is wrong here'],
    ] as const) {
      const page = await open(listed(), {
        band,
        replies: { 'request.ask': { request: aRequest({ why: 'mistake', words: '' }) } },
      });
      await page.press(name);
      expect(page.platform.asked.find((asked) => asked.name === 'request.ask')?.body).toEqual({
        url,
        why: 'mistake',
        wanted: 'today',
        words: '',
      });
      page.unmount();
    }
  });

  test('tells after the appeal that the answer is still to come', async () => {
    const request = aRequest({ why: 'mistake', words: '' });
    const page = await open(listed(), { replies: { 'request.ask': { request } } });
    await page.press('I think this is a mistake');
    expect(page.words()).toContain('The answer is still to come.');
    expect(() => page.button('I think this is a mistake')).toThrow();
  });

  test('says when the appeal could not be kept', async () => {
    const page = await open(listed(), {
      replies: { 'request.ask': () => ({ ok: false, failure: 'broken' }) },
    });
    await page.press('I think this is a mistake');
    expect(page.words()).toContain('The question could not be kept.');
  });

  test('can not be appealed where nobody could answer, nor where the family closed it by hand', async () => {
    const alone = await open(listed({ canAsk: false }));
    expect(() => alone.button('I think this is a mistake')).toThrow();
    const byHand = await open(anExplanation({ kind: 'blocklist', pattern: 'games.test' }));
    expect(() => byHand.button('I think this is a mistake')).toThrow();
  });

  test('is accessible in every band, also in Urdu', async () => {
    for (const band of ageBands) {
      for (const language of ['en', 'ur'] as const) {
        const page = await open(listed(), { band, language });
        await expectAccessible(page.root);
        page.unmount();
      }
    }
  });
});

describe('a guardian who looks why', () => {
  const show = (matched: Explanation['matched'], options: MountOptions = {}) =>
    mount(<MatchedLists matched={matched} host="play.games.test" />, {
      audience: 'adult',
      ...options,
    });

  test('reads the name of the list, its day, and finds its page', async () => {
    const page = await show([gambling]);
    expect(page.words()).toContain('Oak University: gambling · as of November 3, 2026');
    expect(page.root.querySelector('a')?.href).toBe('https://lists.test/');
  });

  test('reads a note for the maintainer with the facts and nothing of the child', async () => {
    const page = await show([gambling]);
    const note = page.root.querySelector('.correction-words')?.textContent ?? '';
    expect(note).toContain('Site: play.games.test');
    expect(note).toContain('List: Oak University: gambling');
    expect(note).toContain('Edition: 2026-11-03');
    expect(note).not.toMatch(/sara|level|child/i);
  });

  test('copies it or opens it; nothing is sent by itself', async () => {
    const page = await show([gambling]);
    expect(page.button(/^Open it in your mail program/).getAttribute('href')).toMatch(
      /^mailto:lists@oak\.test\?subject=/,
    );
    await page.press(/^Copy/);
    expect(page.platform.done.at(-1)).toMatch(/^copy Possible mistake in Oak University: gambling/);
    expect(page.platform.asked.filter(({ name }) => name !== 'state.read')).toEqual([]);
    expect(page.words()).toContain('Nothing is sent by itself.');
  });

  test('opens the page of maintainers who take no mail', async () => {
    const corrections = 'https://github.com/oak/lists/issues';
    const page = await show([{ ...gambling, corrections }]);
    expect(page.button(/^Open their page/).getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/oak\/lists\/issues\/new\?title=/,
    );
  });

  test('is told where no address is known, and where the list is ours', async () => {
    const nowhere = await show([{ ...gambling, corrections: null }]);
    expect(nowhere.words()).toContain('They name no address for this.');
    nowhere.unmount();
    const ours = await show([{ ...gambling, isOurs: true, home: null, updatedAt: null }]);
    expect(ours.words()).toContain("This is Saathi's own list.");
    expect(ours.root.querySelector('.correction-words')).toBeNull();
  });

  test('finds no violation, in both languages', async () => {
    for (const language of ['en', 'ur'] as const) {
      const page = await show([gambling, { ...gambling, listId: 'b', name: 'Night watch' }], {
        language,
      });
      for (const part of page.root.querySelectorAll('details')) part.open = true;
      await expectAccessible(page.root);
      page.unmount();
    }
  });
});
