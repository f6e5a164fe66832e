import { describe, expect, test } from 'vitest';

import { expectAccessible } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';
import { aByHandReport, reported, sentIn } from '../support/reported.tsx';

const mechanismId = 'pk-national-cyber-crime-investigation-agenc';
const operator = 'National Cyber Crime Investigation Agency (NCCIA)';
const url = 'https://complaint.nccia.gov.pk/';

describe('a report that a person has to send', () => {
  test('has the official form, a mail, and every fact with a button that copies it', async () => {
    const page = await reported(aByHandReport());
    expect(page.button('Open the form').getAttribute('href')).toBe(url);
    expect(page.button('Open the form').getAttribute('rel')).toContain('noreferrer');
    expect(page.button('Write a mail instead').getAttribute('href')).toBe(
      'mailto:desk@example.test',
    );
    await page.until(() => page.button('Call 1799'));
    await page.press('Copy Address');
    expect(page.platform.done).toEqual(['copy https://play.games.test/level/7?name=sara']);
    expect(page.button('Copied Address')).toBeDefined();
    expect(page.root.querySelectorAll('.copy-fact')).toHaveLength(aByHandReport().facts.length);
  });

  test('opens the form with the facts beside it by the same press, and again by its button', async () => {
    const page = await reported(aByHandReport(), { replies: { 'form.open': {} } });
    expect(sentIn(page, 'form.open')).toEqual([{ reportId: 'report-1' }]);
    await page.press('Open the form');
    expect(sentIn(page, 'form.open')[1]).toEqual({
      reportId: 'report-1',
      mechanismId: mechanismId,
    });
    expect(page.platform.done).toEqual([]);
  });

  test('where the card can not stand beside it, the form opens alone', async () => {
    const page = await reported(aByHandReport());
    await page.press('Open the form');
    expect(page.platform.done).toEqual([`openTab ${url}`]);
  });

  test('where it is not allowed for this child, nothing opens it in another way', async () => {
    const page = await reported(aByHandReport(), {
      replies: { 'form.open': () => ({ ok: false, failure: 'not-allowed' }) },
    });
    await page.press('Open the form');
    expect(page.platform.done).toEqual([]);
  });

  test.each([
    ['many-today', 'You have told a lot today. Well done.'],
    ['many-this-week', 'You have told a lot this week. Well done.'],
    ['outbox-full', 'Many reports are waiting here'],
    ['refused', 'The desk could not take it'],
    ['too-old', 'It did not get through'],
  ] as const)('says why: %s, and opens nothing by itself', async (byHandWhy, words) => {
    const state = byHandWhy === 'refused' || byHandWhy === 'too-old' ? 'refused' : 'by-hand';
    const page = await reported(aByHandReport({ state, byHandWhy }));
    expect(page.words()).toContain(words);
    expect(page.words()).toContain(`${operator} takes it through its own page.`);
    expect(sentIn(page, 'form.open')).toEqual([]);
    expect(page.button('Open the form')).toBeDefined();
  });

  test('gives the hotline for pictures of a child the address alone', async () => {
    const page = await reported(
      aByHandReport({
        topic: 'csam',
        route: {
          kind: 'form',
          mechanismId: 'pk-iwf-reporting-portal-for-pakistan-partne',
          operator: 'IWF reporting portal',
          url: 'https://report.iwf.org.uk/pk',
        },
      }),
    );
    await page.until(() => expect(page.root.querySelectorAll('.copy-fact')).toHaveLength(1));
    expect(page.words()).toContain('IWF reporting portal, in United Kingdom');
    expect(page.words()).toContain('Give only the address, no picture');
  });

  test('gives it the address alone also where the pack does not know the form any more', async () => {
    const route = { kind: 'form', mechanismId: 'gone', operator: 'A hotline', url } as const;
    const page = await reported(aByHandReport({ topic: 'csam', route }));
    await page.until(() => page.button('Copy Address'));
    expect(page.root.querySelectorAll('.copy-fact')).toHaveLength(1);
  });

  test('what was added and did not arrive is said, the report itself is there', async () => {
    const page = await reported(
      aReport({ state: 'refused', undoUntil: null, receipt: 'RT-7', byHandWhy: 'refused' }),
    );
    expect(page.words()).toContain('Child Protection Desk has your report, but not what you added');
  });

  test('what has arrived is not offered to be taken back', async () => {
    const page = await reported(
      aReport({ state: 'refused', undoUntil: null, receipt: 'RT-7', byHandWhy: 'refused' }),
    );
    expect(() => page.button('Take it back')).toThrow();
  });

  test('calls its reader by the name in the language of the page', async () => {
    const page = await reported(aByHandReport(), { language: 'ur' });
    await page.until(() => expect(page.words()).toContain('نیشنل سائبر کرائم انویسٹی گیشن ایجنسی'));
  });

  test('shows a child no door of low confidence', async () => {
    const page = await reported(aByHandReport({ topic: 'other' }));
    expect(page.words()).not.toContain('Zindagi Trust');
    expect(page.words()).not.toContain('Rozan');
  });
});

test.each(['en', 'ur'] as const)('it is accessible in "%s"', async (language) => {
  for (const byHandWhy of ['no-desk', 'many-today', 'too-old'] as const) {
    const page = await reported(aByHandReport({ byHandWhy }), { language });
    await expectAccessible(page.root);
    page.unmount();
  }
});
