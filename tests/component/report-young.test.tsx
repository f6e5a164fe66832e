import { describe, expect, test } from 'vitest';

import { expectAccessible } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';
import { aByHandReport, anArrivedReport, reported, sentIn } from '../support/reported.tsx';

const young = { band: '5-8' } as const;
const pictures = ['Get a grown-up I trust', 'Call someone', 'Leave this page'];

describe('a report of the youngest', () => {
  test.each([
    ['to a desk', aReport()],
    ['to a form', aByHandReport()],
    ['that no desk took', aByHandReport({ state: 'refused', byHandWhy: 'refused' })],
    ['taken back', aReport({ state: 'undone', undoUntil: null })],
  ])('%s: three pictures, nothing to write, no form', async (_, report) => {
    const page = await reported(report, young);
    const shown = [...page.root.querySelectorAll('.picture-button')];
    expect(shown.map(({ textContent }) => textContent)).toEqual(pictures);
    expect(page.root.querySelector('textarea, input[type="text"]')).toBeNull();
    expect(page.root.querySelector('a[href^="http"]')).toBeNull();
    expect(sentIn(page, 'form.open')).toEqual([]);
  });

  test('a grown-up: what to say, and for them alone the office with its phone and mail', async () => {
    const page = await reported(aByHandReport(), young);
    await page.press('Get a grown-up I trust');
    expect(page.words()).toContain('Something online made me feel bad.');
    expect(page.button('Get a grown-up I trust').getAttribute('aria-expanded')).toBe('true');
    await page.until(() => page.button('Call 1799'));
    const forGrownUp = page.button('Call 1799').closest('details');
    expect(forGrownUp?.open).toBe(false);
    expect(forGrownUp?.textContent).toContain('National Cyber Crime Investigation Agency (NCCIA)');
    expect(page.button('Write a mail').getAttribute('href')).toBe('mailto:desk@example.test');
    expect(page.words()).toContain(
      'You can open their form on your own device: complaint.nccia.gov.pk',
    );
  });

  test.each(['by-hand', 'refused'] as const)(
    'no way leads to the form where it is %s: nothing asks for it and nothing opens it',
    async (state) => {
      const page = await reported(aByHandReport({ state }), young);
      await page.press('Get a grown-up I trust');
      await page.until(() => page.button('Call 1799'));
      for (const link of page.root.querySelectorAll('details a')) {
        expect(link.getAttribute('href')).toMatch(/^(?:tel|mailto):/);
      }
      expect(() => page.button('Open the form')).toThrow();
      expect(sentIn(page, 'form.open')).toEqual([]);
      expect(page.platform.done).toEqual([]);
    },
  );

  test('the office is called by its name in the language of the page', async () => {
    const page = await reported(aByHandReport(), { ...young, language: 'ur' });
    await page.press('کسی اپنے بڑے کو بلائیں');
    await page.until(() => expect(page.words()).toContain('نیشنل سائبر کرائم انویسٹی گیشن ایجنسی'));
    expect(page.words()).toContain('ان کا فارم آپ اپنے فون یا کمپیوٹر پر کھول سکتے ہیں');
  });

  test('a call: a helpline with its number', async () => {
    const page = await reported(aReport(), young);
    await page.until(() => page.button('Call 15'));
    await page.press('Call someone');
    const number = page.root.querySelector('.help-line a')?.getAttribute('href');
    expect(number).toBe('tel:1098');
    expect(page.words()).toContain('They listen to children.');
  });

  test('leaving leaves at once', async () => {
    const page = await reported(aReport(), young);
    await page.press('Leave this page');
    expect(page.platform.done).toEqual(['leave']);
  });

  test('what became of it is told in one line', async () => {
    const page = await reported(anArrivedReport({ progress: 'done' }), young);
    expect(page.words()).toContain('They have looked at it.');
  });

  test('what happened is shown two pictures at a time', async () => {
    const page = await reported(aReport(), { ...young, replies: { 'report.add': aReport() } });
    const labels = () =>
      [...page.root.querySelectorAll('.young-topics label.choice')].map(
        ({ textContent }) => textContent,
      );
    expect(labels()).toEqual(['Someone is mean again and again', 'I saw something scary']);
    for (let turn = 0; turn < 3; turn += 1) await page.press('Other pictures');
    await page.choose('Someone wants a secret with me');
    expect(sentIn(page, 'report.add')).toEqual([{ reportId: 'report-1', topic: 'grooming' }]);
    for (let turn = 0; turn < 2; turn += 1) await page.press('Other pictures');
    expect(labels()).toEqual(['Someone is mean again and again', 'I saw something scary']);
  });

  test('that could not be kept names somebody to call', async () => {
    const page = await reported(aReport(), {
      ...young,
      replies: { 'report.file': () => ({ ok: false, failure: 'storage-full' }) },
    });
    expect(page.words()).toContain('This computer is full. Nothing was kept.');
    await page.until(() => expect(page.root.querySelector('.help-line a')).not.toBeNull());
  });
});

test.each(['en', 'ur'] as const)('it is accessible in "%s"', async (language) => {
  const page = await reported(aByHandReport(), { ...young, language });
  await page.press(language === 'en' ? 'Get a grown-up I trust' : 'کسی اپنے بڑے کو بلائیں');
  await expectAccessible(page.root);
});
