import { describe, expect, test } from 'vitest';

import { Popup } from '@/components/popup/Popup.tsx';
import { RevealPictures } from '@/components/popup/RevealPictures.tsx';

import { aMatchedList } from '../support/list-replies.ts';
import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { anExplanation, aReport, aState, noon } from '../support/page-replies.ts';

const url = 'https://play.games.test/level/7';
const popup = (options: MountOptions = {}, address: string | null = url) =>
  mount(<Popup address={address} />, {
    ...options,
    replies: {
      'visit.explain': anExplanation({ kind: 'known' }, { action: 'allow' }),
      ...options.replies,
    },
  });

describe('the popup', () => {
  test('says that Saathi is on, how this page stands, and how much time is left', async () => {
    const page = await popup();
    expect(page.words()).toContain('Saathi walks with Sara');
    expect(page.words()).toContain('play.games.test');
    expect(page.words()).toContain('This page is open.');
    expect(page.words()).toContain('35 minutes left today');
  });

  test('says which list speaks of a page that warns or is closed', async () => {
    const explanation = anExplanation(
      { kind: 'category', category: 'games' },
      { action: 'warn', matched: [aMatchedList()] },
    );
    const page = await popup({ replies: { 'visit.explain': explanation } });
    expect(page.words()).toContain('This site is on a list about games.');
    await expectAccessible(page.root);
  });

  test('names the end of a permission', async () => {
    const page = await popup({
      replies: {
        'visit.explain': anExplanation(
          { kind: 'override', overrideId: 'o', expiresAt: noon + 3_600_000 },
          { action: 'allow' },
        ),
      },
    });
    expect(page.words()).toMatch(/Open for you until today at/);
  });

  test('tells a stop that is hours away by the clock', async () => {
    const page = await popup({
      replies: {
        'state.read': aState('9-12', {
          nextStop: { at: noon + 5 * 3_600_000, reason: { kind: 'quiet-time', quietTimeId: 'n' } },
        }),
      },
    });
    expect(page.words()).toMatch(/Quiet time starts today at/);
  });

  test.each([
    [{ kind: 'quota', quotaId: 'all', scope: 'all' }, 'Today’s time is used up'],
    [{ kind: 'quiet-time', quietTimeId: 'n' }, 'It is quiet time now'],
  ] as const)('says that time is over when it is (%o)', async (reason, words) => {
    const page = await popup({
      replies: { 'state.read': aState('9-12', { nextStop: { at: noon, reason } }) },
    });
    expect(page.words()).toContain(words);
  });

  test('asks nothing about the browser’s own pages', async () => {
    const page = await popup({}, 'chrome://settings/');
    expect(page.platform.asked.map(({ name }) => name)).toEqual(['state.read']);
  });

  test('reports the tab with one press', async () => {
    const page = await popup({ replies: { 'report.file': aReport(), 'report.read': aReport() } });
    await page.press('Report this page');
    expect(page.platform.asked.find(({ name }) => name === 'report.file')?.body).toEqual({});
    expect(page.words()).toContain('We have it.');
  });

  test('shows help in its own place', async () => {
    const page = await popup();
    await page.press('Help');
    expect(page.root.querySelector('[data-saathi="help"] a[href="tel:1098"]')).not.toBeNull();
    await page.press('Back');
    expect(page.words()).toContain('Saathi walks with Sara');
  });

  test('opened for a report that was made without it, it shows that report', async () => {
    const page = await mount(
      <Popup address={url} shows={{ kind: 'report', reportId: '0197-4c1a' }} />,
      { replies: { 'visit.explain': anExplanation({ kind: 'known' }), 'report.read': aReport() } },
    );
    expect(page.platform.asked.find(({ name }) => name === 'report.read')?.body).toEqual({
      reportId: '0197-4c1a',
    });
    expect(page.platform.asked.map(({ name }) => name)).not.toContain('report.file');
    expect(page.root.querySelector('[data-saathi="report"] button')).not.toBeNull();
    await expectAccessible(page.root);
  });

  test('opened for help, it shows help', async () => {
    const page = await mount(<Popup address={url} shows={{ kind: 'help' }} />);
    expect(page.root.querySelector('[data-saathi="help"]')).not.toBeNull();
  });

  test('opens my page', async () => {
    const page = await popup();
    await page.press('My page');
    expect(page.platform.done).toEqual(['openTab /mine.html']);
  });

  test('offers set-up where nothing is set up', async () => {
    const page = await popup({
      replies: { 'state.read': aState('9-12', { setUp: false, child: null, nextStop: null }) },
    });
    await page.press('A grown-up can set me up');
    expect(page.platform.done).toEqual(['openTab /options.html']);
    expect(() => page.button('My page')).toThrow();
    expect(page.button('Help')).toBeDefined();
  });

  test('keeps Help and Report when the background is silent', async () => {
    const page = await popup({
      replies: { 'state.read': () => ({ ok: false, failure: 'broken' }) },
    });
    expect(page.button('Help')).toBeDefined();
    expect(page.button('Report this page')).toBeDefined();
  });

  test.each(['en', 'ur'] as const)('has no accessibility violation in "%s"', async (language) => {
    const page = await popup({ language });
    await expectAccessible(page.root);
    await page.press(language === 'en' ? 'Help' : 'مدد');
    await expectAccessible(page.root);
  });
});

describe('covered pictures, asked about from a page', () => {
  const reveal = (replies: MountOptions['replies'] = {}) =>
    mount(<RevealPictures tabId={7} />, { replies });

  test('says what is covered and who can show it, in words of the age', async () => {
    const page = await reveal();
    expect(page.words()).toContain('Covered pictures');
    expect(page.words()).toContain('A grown-up is here');
    await expectAccessible(page.root);
  });

  test('asks for the PIN here, and not before a grown-up says so', async () => {
    const page = await reveal();
    expect(page.root.querySelector('input[type=password]')).toBeNull();
    await page.press('A grown-up is here');
    expect(document.querySelector('input[type=password]')).not.toBeNull();
    expect(page.words()).toContain('Shows the pictures of this one tab');
  });
});
