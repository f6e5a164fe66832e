import { describe, expect, test } from 'vitest';

import { ReportPage } from '@/components/report/ReportPage.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';
import { anArrivedReport, sentIn } from '../support/reported.tsx';

/** The list, with a background that really forgets. */
async function list(reports: readonly ReportState[], options: MountOptions = {}) {
  let kept = reports;
  return mount(<ReportPage reportId={null} />, {
    ...options,
    replies: {
      'reports.read': () => ({ reports: kept }),
      'report.read': ({ reportId }) => {
        const found = kept.find((report) => report.reportId === reportId);
        return found ?? { ok: false, failure: 'not-found' };
      },
      'reports.forget': ({ reportId }) => {
        kept = kept.filter((report) => report.reportId !== reportId);
        return {};
      },
      ...options.replies,
    },
  });
}

describe('my reports', () => {
  test('name the page as long as the report is kept here', async () => {
    const page = await list([aReport({ state: 'waiting' })]);
    expect(page.words()).toContain('play.games.test');
  });

  test('say how far each is', async () => {
    const page = await list([
      anArrivedReport({ topic: 'hate', progress: 'read' }),
      aReport({ reportId: 'b', state: 'withdrawn', undoUntil: null }),
    ]);
    expect(page.words()).toContain('Number: RT-1042');
    expect(page.words()).toContain('Somebody has read it');
    expect(page.words()).toContain('Taken back');
  });

  test('keep what they are about inside, where nobody reads it over a shoulder', async () => {
    const page = await list([anArrivedReport({ topic: 'hate' })]);
    expect(page.words()).not.toContain('People insult a group');
    await page.press('Look at it');
    expect(page.words()).toContain('People insult a group');
  });

  test('open in place: no address of its own is left in the history', async () => {
    const page = await list([aReport({ state: 'waiting', undoUntil: null })]);
    expect(page.root.querySelector('a[href*="report"]')).toBeNull();
    await page.press('Look at it');
    expect(page.words()).toContain('It is on its way.');
    await page.press('Back');
    expect(page.button('Look at it')).toBeDefined();
  });

  test('are erased after one question, which says what that means', async () => {
    const page = await list([aReport({ state: 'waiting', undoUntil: null })]);
    await page.press('Delete here');
    expect(page.words()).toContain('It has not left yet. If you delete it, nobody gets it.');
    await page.press('Keep it');
    expect(sentIn(page, 'reports.forget')).toEqual([]);
    await page.press('Delete here');
    await page.press('Delete it');
    expect(sentIn(page, 'reports.forget')).toEqual([{ reportId: 'report-1' }]);
    expect(page.words()).toContain('You have no reports on this device.');
  });

  test('of one that has arrived say that the desk keeps what it has', async () => {
    const page = await list([anArrivedReport()]);
    await page.press('Delete here');
    expect(page.words()).toContain('Child Protection Desk keeps what it has.');
  });

  test('can be erased all at once', async () => {
    const page = await list([aReport(), anArrivedReport({ reportId: 'b' })]);
    await page.press('Delete all of them here');
    await page.press('Delete it');
    expect(sentIn(page, 'reports.forget')).toEqual([{ reportId: 'report-1' }, { reportId: 'b' }]);
    expect(page.words()).toContain('You have no reports on this device.');
  });
});

describe('leaving fast', () => {
  const escape = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

  test.each([
    ['the list', null, '9-12'],
    ['a report', 'report-1', '9-12'],
    ['a report of the youngest', 'report-1', '5-8'],
    ['a report that is gone', 'gone', '9-12'],
  ] as const)('is Escape twice on %s, once', async (_, reportId, band) => {
    const page = await mount(<ReportPage reportId={reportId} />, {
      band,
      replies: {
        'reports.read': { reports: [] },
        'report.read': (body) =>
          body.reportId === 'gone' ? { ok: false, failure: 'not-found' } : aReport(),
      },
    });
    escape();
    expect(page.platform.done).toEqual([]);
    escape();
    expect(page.platform.done).toEqual(['leave']);
    page.unmount();
  });

  test('is a button too', async () => {
    const page = await list([]);
    await page.press('Leave this page quickly');
    expect(page.platform.done).toEqual(['leave']);
  });
});

test.each(['en', 'ur'] as const)('the list is accessible in "%s"', async (language) => {
  const page = await list([aReport(), anArrivedReport({ reportId: 'b' })], { language });
  await page.press(language === 'en' ? 'Delete all of them here' : 'یہاں سے سب مٹائیں');
  await expectAccessible(page.root);
});
