import { describe, expect, test } from 'vitest';

import { ReportPage } from '@/components/report/ReportPage.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';

const iwf = 'pk-iwf-reporting-portal-for-pakistan-partne';
const nccia = 'pk-national-cyber-crime-investigation-agenc';
const byHand = aReport({
  state: 'by-hand',
  undoUntil: null,
  route: {
    kind: 'form',
    mechanismId: iwf,
    operator: 'IWF',
    url: 'https://report.iwf.org.uk/pk',
  },
  words: 'They wrote to me',
  facts: [
    { key: 'time', value: '2026-11-21 15:30 +05:00 (Asia/Karachi)' },
    { key: 'words', value: 'They wrote to me' },
    { key: 'platform', value: 'play.games.test' },
    { key: 'address', value: 'https://play.games.test/level/7' },
  ],
});
const card = (
  report: ReportState = byHand,
  { mechanismId = null, ...options }: MountOptions & { mechanismId?: string | null } = {},
) =>
  mount(<ReportPage reportId="report-1" card={{ mechanismId }} />, {
    ...options,
    replies: { 'report.read': report, ...options.replies },
  });
const answers = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('[data-saathi="side-card"] .copy-fact-value')].map((value) =>
    (value.textContent ?? '').replaceAll(/[\u2068\u2069]/g, ''),
  );

describe('the card beside an official form', () => {
  test('has each answer ready to copy, in the order in which that form asks', async () => {
    const page = await card();
    await page.until(() => expect(answers(page.root)).toHaveLength(4));
    expect(answers(page.root)).toEqual([
      'https://play.games.test/level/7',
      'play.games.test',
      'They wrote to me',
      '2026-11-21 15:30 +05:00 (Asia/Karachi)',
    ]);
    await page.press(/^Copy Address$/);
    expect(page.platform.done).toContain('copy https://play.games.test/level/7');
  });

  test('says plainly that nothing is sent until they press the button of the form', async () => {
    const page = await card();
    await page.until(() => expect(page.words()).toContain('Nothing is sent until you press'));
  });

  test('fills in on request, and says what it filled', async () => {
    const page = await card(byHand, {
      replies: { 'form.fill': { filled: ['address', 'words'] } },
    });
    await page.until(() => page.button('Fill in what we can'));
    await page.press('Fill in what we can');
    expect(page.platform.asked).toContainEqual({
      name: 'form.fill',
      body: { reportId: 'report-1' },
    });
    expect(page.words()).toContain('Filled in: Address and In your own words.');
  });

  test.each([{ filled: [] }, () => ({ ok: false, failure: 'broken' }) as const])(
    'says to copy where no box fits or nobody answers',
    async (reply) => {
      const page = await card(byHand, { replies: { 'form.fill': reply } });
      await page.until(() => page.button('Fill in what we can'));
      await page.press('Fill in what we can');
      expect(page.words()).toContain('No box there fits for sure.');
    },
  );

  test('a form with a login is for a grown-up, and is not filled in', async () => {
    const page = await card(byHand, { mechanismId: nccia });
    await page.until(() => expect(page.words()).toContain('Do it with a grown-up you trust.'));
    expect(() => page.button('Fill in what we can')).toThrow();
  });

  test('of pictures of a child only the address stands there', async () => {
    const page = await card({ ...byHand, topic: 'csam' });
    await page.until(() => expect(answers(page.root)).toEqual(['https://play.games.test/level/7']));
  });

  test.each([
    ['taken back', aReport({ state: 'undone', undoUntil: null, route: byHand.route })],
    ['of no form that we know', { ...byHand, route: { ...byHand.route, mechanismId: 'gone' } }],
  ] as const)('one %s is shown as it is, without a card', async (_, report) => {
    const page = await card(report);
    await page.until(() =>
      expect(page.root.querySelector('[data-saathi="report"] h2, h2')).not.toBeNull(),
    );
    expect(page.root.querySelector('[data-saathi="side-card"]')).toBeNull();
  });

  test('a child of 5 to 8 sees no card', async () => {
    const page = await card(byHand, { band: '5-8' });
    await page.until(() => expect(page.root.querySelectorAll('button').length).toBeGreaterThan(2));
    expect(page.root.querySelector('[data-saathi="side-card"]')).toBeNull();
  });

  test('Escape twice closes the form with the card', async () => {
    const page = await card(byHand, { replies: { 'form.close': {} } });
    await page.until(() => page.button('Fill in what we can'));
    for (let press = 0; press < 2; press += 1) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    }
    await page.until(() =>
      expect(page.platform.asked).toContainEqual({
        name: 'form.close',
        body: { reportId: 'report-1' },
      }),
    );
  });

  test('whoever leaves is not kept by a background that is silent', async () => {
    const page = await card();
    await page.until(() => page.button('Leave this page quickly'));
    await page.press('Leave this page quickly');
    expect(page.platform.done).toContain('leave');
  });

  test.each(['en', 'ur'] as const)('can be used by everyone (%s)', async (language) => {
    const page = await card(byHand, {
      language,
      replies: { 'form.fill': { filled: ['address'] } },
    });
    await page.until(() => expect(answers(page.root)).toHaveLength(4));
    await expectAccessible(page.root);
  });
});
